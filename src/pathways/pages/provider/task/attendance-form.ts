import { dateOfParts, readDateParts } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { ATTENDANCE } from '../../../service/contact.ts';
import type { ProviderWords } from '../words.ts';

export type AttendanceField = 'date' | 'time' | 'attended' | 'note';

/** One session as it was filled in, or every mistake in it. */
export type AttendanceForm =
  | {
      readonly ok: true;
      readonly value: {
        readonly date: string;
        readonly time?: string;
        readonly attended: string;
        readonly note: string;
      };
    }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<AttendanceField, string>>> };

/** Characters a note may have. */
export const NOTE_LIMIT = 2000;

/** Reads the form of one session. */
export function readAttendance(posted: Posted, words: ProviderWords['errors']): AttendanceForm {
  const date = dateOfParts(readDateParts(posted, 'date'));
  const time = text(posted, 'time').replace('.', ':');
  const attended = text(posted, 'attended');
  const note = text(posted, 'note');
  const known = ATTENDANCE.some((one) => one.code === attended);
  const wrongTime = time !== '' && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(time);
  if (!date || wrongTime || !known || note.length > NOTE_LIMIT)
    return {
      ok: false,
      errors: {
        ...(date ? {} : { date: words.date }),
        ...(wrongTime ? { time: words.time } : {}),
        ...(known ? {} : { attended: words.attended }),
        ...(note.length > NOTE_LIMIT ? { note: words.tooLong } : {}),
      },
    };
  return { ok: true, value: { date, attended, note, ...(time === '' ? {} : { time: time.padStart(5, '0') }) } };
}
