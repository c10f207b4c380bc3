import type { Pathway } from '../../../../content/index.ts';
import type { Language } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import { LONG_TEXT, mistakes, type Read } from '../../shared/index.ts';
import { contactWords } from './words.ts';

/** An attempt as it was filled in. `reached`: whether its outcome means contact. */
export type ContactForm = {
  readonly kind: string;
  readonly outcome: string;
  readonly note: string;
  readonly reached: boolean;
};

/** Reads one attempt to reach the resident. */
export function readContact(posted: Posted, { contact }: Pathway, lang: Language): Read<ContactForm> {
  const words = contactWords(lang).mistakes;
  const wrong = mistakes();
  const kind = contact.kinds.find((one) => one.code === text(posted, 'kind'));
  const outcome = contact.outcomes.find((one) => one.code === text(posted, 'outcome'));
  const note = text(posted, 'note');
  if (!kind) wrong.add('kind', words.kind);
  if (!outcome) wrong.add('outcome', words.outcome);
  if (note.length > LONG_TEXT) wrong.add('note', words.note({ most: LONG_TEXT }));
  const errors = wrong.found();
  if (errors || !kind || !outcome) return { ok: false, errors: errors ?? {} };
  return { ok: true, value: { kind: kind.code, outcome: outcome.code, note, reached: outcome.reached } };
}
