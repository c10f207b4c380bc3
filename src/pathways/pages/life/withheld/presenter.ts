import type { Resource } from '../../../../fhir/index.ts';
import { isWithheld } from '../../../../record/index.ts';
import { formatDateTime, type Language } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { questionnaireOf } from '../../../happenings.ts';
import type { CaseView } from '../../../read/case.ts';
import { withheldWords } from './words.ts';

/** One entry that may be kept from the resident, named by what it is and when; `words`: the beginning of what it says. */
export type EntryRow = {
  readonly id: string;
  readonly what: string;
  readonly words: string;
  readonly withheld: boolean;
};

type Entry = Resource & {
  readonly sent?: string;
  readonly authored?: string;
  readonly start?: string;
  readonly medium?: readonly { readonly text?: string }[];
  readonly note?: readonly { readonly text?: string }[];
  readonly comment?: string;
  readonly questionnaire?: string;
  readonly item?: readonly unknown[];
};

/** Contacts, answers and meetings of a case, latest first. An appointment that is still to come is the resident's to know. */
export function entryRows(view: CaseView, definitions: Definitions, lang: Language): readonly EntryRow[] {
  const entries = [
    ...view.contacts,
    ...view.responses,
    ...view.appointments.filter((one) => one.status !== 'booked'),
  ] as readonly Entry[];
  return entries
    .filter((one) => one.status !== 'entered-in-error')
    .map((one) => ({ one, at: one.sent ?? one.authored ?? one.start ?? '' }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ one, at }) => ({
      id: one.id ?? '',
      what: [nameOf(one, definitions, lang), at ? formatDateTime(at, 'short', lang) : ''].filter(Boolean).join(', '),
      words: short(one.note?.map((note) => note.text).join(' ') ?? one.comment ?? answered(one)),
      withheld: isWithheld(one),
    }));
}

function nameOf(one: Entry, definitions: Definitions, lang: Language): string {
  const kinds: Readonly<Record<string, string>> = withheldWords(lang).kinds;
  const about = one.medium?.[0]?.text ?? questionnaireOf(definitions, one.questionnaire)?.title;
  return [kinds[one.resourceType], about].filter(Boolean).join(': ');
}

/** The texts among the answers: a mark says nothing by itself. */
function answered(one: Entry): string {
  return [...JSON.stringify(one.item ?? []).matchAll(/"valueString":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text]) => JSON.parse(`"${text}"`) as string)
    .join(' · ');
}

const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 117)}…` : text);
