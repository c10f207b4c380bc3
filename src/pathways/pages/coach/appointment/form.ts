import { asLocalDate, type LocalDate } from '../../../../platform/index.ts';
import { dateOfParts, type Language, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { MEETING_MINUTES, MEETING_WAYS, type MeetingWay } from '../../../service/appointment.ts';
import { mistakes, type Read } from '../../shared/index.ts';
import { appointmentWords } from './words.ts';

/** An appointment as it was filled in; `time` is HH:MM. */
export type AppointmentForm = {
  readonly about: 'conversation' | 'follow-up';
  readonly date: LocalDate;
  readonly time: string;
  readonly place: string;
  readonly way: MeetingWay;
  readonly minutes: number;
};

/** A time as people type it (`9.30`, `14:30`, `14 uur`) as HH:MM; undefined when it is none. */
export function timeOf(typed: string): string | undefined {
  const match = /^(\d{1,2})(?:\s*[:.u]\s*(\d{2})|\s*(?:uur|u)?)$/i.exec(typed.trim());
  if (!match) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  return hours < 24 && minutes < 60
    ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
    : undefined;
}

/** Reads an appointment. */
export function readAppointment(posted: Posted, lang: Language): Read<AppointmentForm> {
  const words = appointmentWords(lang).mistakes;
  const wrong = mistakes();
  const about = (['conversation', 'follow-up'] as const).find((one) => one === text(posted, 'about'));
  const date = dateOfParts(readDateParts(posted, 'date'));
  const time = timeOf(text(posted, 'time'));
  const place = text(posted, 'place');
  // Who only writes where, says enough.
  const way = MEETING_WAYS.find((one) => one === text(posted, 'way')) ?? (place ? 'elsewhere' : undefined);
  const minutes = MEETING_MINUTES.find((one) => String(one) === (text(posted, 'minutes') || '60'));
  if (!about) wrong.add('about', words.about);
  if (!date) wrong.add('date', words.date);
  if (!time) wrong.add('time', words.time);
  if (!minutes) wrong.add('minutes', words.minutes);
  if (!way) wrong.add('way', words.way);
  // By telephone, by video and at home it is known where.
  if ((!place && (way === 'office' || way === 'elsewhere')) || place.length > 200) wrong.add('place', words.place);
  const errors = wrong.found();
  if (errors || !about || !date || !time || !way || !minutes) return { ok: false, errors: errors ?? {} };
  const where = place || appointmentWords(lang).ways[way];
  return { ok: true, value: { about, date: asLocalDate(date), time, place: where, way, minutes } };
}
