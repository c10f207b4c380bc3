import type { Resource } from '../../../../fhir/index.ts';
import { ABSENT, asLocalDate, localDate, localTime, residentOf } from '../../../../platform/index.ts';
import { datePartsOf, formatDate, formatDateTime, formatTime, type Language } from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import {
  type Clash,
  cancelAppointment,
  changeAppointment,
  OFF_REASONS,
  planConversation,
  settleAppointment,
} from '../../../service/appointment.ts';
import { codesIn, OMZIEN_MEETING } from '../../../shapes.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import type { CoachParts, OpenedCase } from '../parts.ts';
import { type AppointmentForm, readAppointment } from './form.ts';
import { appointmentPage, offPage } from './view.tsx';
import { appointmentWords } from './words.ts';

const FIELDS = ['date', 'time', 'minutes', 'way', 'place', 'about'];

/** GET /werk/zaak/:case/afspraak */
export async function showAppointment(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(parts, ask, (on, shown) => appointmentPage(ask.context, on, undefined, shown), form);
}

/** POST /werk/zaak/:case/afspraak */
export async function addAppointment(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const again = (errors: Readonly<Record<string, string>>) =>
    showAppointment(parts, ask, { values: ask.posted, errors });
  const read = readAppointment(ask.posted, ask.context.lang);
  if (!read.ok) return again(read.errors);
  const done = await planConversation(parts.ground, ask.actor, { resident, caseId, ...read.value }, ask.door);
  if (!done.ok) return refused(ask, done.problem, FIELDS, again);
  const { lang } = ask.context;
  return told(caseId, appointmentWords(lang).done({ when: whenOf(read.value, lang) }), done.value.clashes, lang);
}

/** GET /werk/zaak/:case/afspraak/:appointment/wijzigen */
export async function showChange(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(
    parts,
    ask,
    (on, shown) => {
      const meeting = openMeeting(on, ask.param('appointment'));
      if (!meeting) return appointmentPage(ask.context, on, undefined, shown);
      const values = shown.values && Object.keys(shown.values).length > 0 ? shown.values : valuesOf(meeting);
      return appointmentPage(ask.context, on, ask.param('appointment'), { ...shown, values });
    },
    form,
  );
}

/** POST /werk/zaak/:case/afspraak/:appointment/wijzigen */
export async function change(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const [caseId, appointment] = [ask.param('case'), ask.param('appointment')];
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const again = (errors: Readonly<Record<string, string>>) => showChange(parts, ask, { values: ask.posted, errors });
  const read = readAppointment({ about: 'conversation', ...ask.posted }, ask.context.lang);
  if (!read.ok) return again(read.errors);
  const { about: _about, ...where } = read.value;
  const done = await changeAppointment(parts.ground, ask.actor, { resident, caseId, appointment, ...where }, ask.door);
  if (!done.ok) return refused(ask, done.problem, FIELDS, again);
  const { lang } = ask.context;
  const said = appointmentWords(lang).change.done({ when: whenOf(read.value, lang) });
  return told(caseId, said, done.value.clashes, lang);
}

/** GET /werk/zaak/:case/afspraak/:appointment/afzeggen */
export async function showOff(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(
    parts,
    ask,
    (on, shown) => {
      const meeting = openMeeting(on, ask.param('appointment'));
      const when = formatDateTime(
        String(meeting?.start ?? parts.ground.clock.now().toISOString()),
        'long',
        ask.context.lang,
      );
      return offPage(ask.context, on, { appointment: ask.param('appointment'), when }, shown);
    },
    form,
  );
}

/** POST /werk/zaak/:case/afspraak/:appointment/afzeggen */
export async function callOff(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = appointmentWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showOff(parts, ask, { values: ask.posted, errors });
  const reason = OFF_REASONS.find((one) => one === text(ask.posted, 'reason'));
  if (!reason) return again({ reason: words.mistakes.reason });
  const what = { resident, appointment: ask.param('appointment'), reason };
  const done = await cancelAppointment(parts.ground, ask.actor, what, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['reason'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: words.off.done } };
}

/** POST /werk/zaak/:case/afspraak/:appointment/geweest: how it went. */
export async function settle(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = appointmentWords(ask.context.lang);
  const came = text(ask.posted, 'came') !== 'no';
  const what = { resident, caseId, appointment: ask.param('appointment'), came };
  const done = await settleAppointment(parts.ground, ask.actor, what, ask.door);
  if (!done.ok) return { problem: done.problem, action: { href: paths.case(caseId), label: words.title } };
  return { to: paths.case(caseId), flash: { kind: 'good', text: came ? words.settled.came : words.settled.noShow } };
}

function openMeeting(on: OpenedCase, id: string): Resource | undefined {
  return on.view.appointments.find((one) => one.id === id && one.status === 'booked');
}

/** What stands now, as the form has it. */
function valuesOf(meeting: Resource): NonNullable<Shown['values']> {
  const start = new Date(String(meeting.start));
  const { day, month, year } = datePartsOf(localDate(start));
  const type = meeting.appointmentType as { readonly coding?: readonly { readonly code?: string }[] } | undefined;
  return {
    'date-day': day ?? '',
    'date-month': month ?? '',
    'date-year': year ?? '',
    time: localTime(start),
    minutes: String(meeting.minutesDuration ?? 60),
    way: codesIn(type ? [type as never] : [], OMZIEN_MEETING)[0] ?? '',
    place: String(meeting.description ?? ''),
  };
}

const whenOf = ({ date, time }: AppointmentForm, lang: Language) =>
  `${formatDate(asLocalDate(date), 'weekday', lang)}, ${time}`;

function told(caseId: string, said: string, clashes: readonly Clash[], lang: Language): Answer {
  const times = clashes.map((one) => `${formatTime(one.start, lang)}–${formatTime(one.end, lang)}`).join(', ');
  const warned = clashes.length > 0 ? appointmentWords(lang).clash({ times }) : '';
  return { to: paths.case(caseId), flash: { kind: 'good', text: `${said}${warned}` } };
}
