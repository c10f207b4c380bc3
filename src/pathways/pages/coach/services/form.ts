import { LANGUAGES, type Need } from '../../../../content/index.ts';
import type { Language } from '../../../../ui/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import type { ProposalWish } from '../../../proposal.ts';
import { GIVEN_HOW, type GivenHow } from '../../../service/consent.ts';
import { codesOf, LONG_TEXT, mistakes, type Read } from '../../shared/index.ts';
import { serviceWords } from './words.ts';

/** How many places may be chosen. */
export const MOST_CHOICES = 5;

const TRAVELS = ['foot', 'bike', 'public-transport', 'car'] as const;

/** Name of the boxes of one group of needs; every group is a field of its own. */
export const needsField = (group: string): string => `needs-${group}`;

/** Every need that was ticked, over all groups. */
export function needsIn(posted: Posted, known: readonly Need[]): readonly string[] {
  const told = Object.keys(posted)
    .filter((name) => name === 'needs' || name.startsWith('needs-'))
    .flatMap((name) => codesOf(posted, name));
  return known.filter((need) => told.includes(need.id)).map((need) => need.id);
}

/** Reads what the resident seeks and can. `firstGroup`: where a mistake about needs is shown. */
export function readWish(
  posted: Posted,
  on: { readonly needs: readonly Need[]; readonly urgency: 'routine' | 'soon'; readonly firstGroup: string },
  lang: Language,
): Read<ProposalWish> {
  const words = serviceWords(lang).mistakes;
  const wrong = mistakes();
  const needs = needsIn(posted, on.needs);
  const languages = LANGUAGES.filter((code) => codesOf(posted, 'languages').includes(code));
  const travel = TRAVELS.find((one) => one === text(posted, 'travel'));
  const typed = text(posted, 'maxCost').replace(',', '.').replace(/^€\s*/, '');
  const maxCost = typed ? Number(typed) : undefined;
  if (needs.length === 0) wrong.add(needsField(on.firstGroup), words.needs);
  if (maxCost !== undefined && !(maxCost >= 0 && maxCost <= 10_000)) wrong.add('maxCost', words.budget);
  if (!travel) wrong.add('travel', words.travel);
  const errors = wrong.found();
  if (errors || !travel) return { ok: false, errors: errors ?? {} };
  return {
    ok: true,
    value: {
      needs,
      languages,
      ...(maxCost === undefined ? {} : { maxCostPerMonth: maxCost }),
      travel,
      urgency: on.urgency,
    },
  };
}

/** Name of the box in which a place gets its rank. */
export const rankField = (service: string): string => `rank-${service}`;

/** Reads the places in order of preference out of those that were shown. */
export function readChoice(posted: Posted, shown: readonly string[], lang: Language): Read<readonly string[]> {
  const words = serviceWords(lang).mistakes;
  const wrong = mistakes();
  const ranks = new Map<number, string>();
  for (const service of shown) {
    const rank = Number(text(posted, rankField(service)) || '0');
    if (!Number.isInteger(rank) || rank < 1 || rank > MOST_CHOICES) continue;
    if (ranks.has(rank)) wrong.add(rankField(service), words.twice);
    else ranks.set(rank, service);
  }
  if (ranks.size === 0 && shown[0]) wrong.add(rankField(shown[0]), words.rank);
  const errors = wrong.found();
  if (errors) return { ok: false, errors };
  return { ok: true, value: [...ranks].toSorted(([a], [b]) => a - b).map(([, service]) => service) };
}

/** Reads the last page: the note and the resident's yes. */
export function readSend(
  posted: Posted,
  lang: Language,
): Read<{ readonly note: string; readonly agreedHow: GivenHow }> {
  const words = serviceWords(lang).mistakes;
  const wrong = mistakes();
  const note = text(posted, 'note');
  if (note.length > LONG_TEXT) wrong.add('note', words.note({ most: LONG_TEXT }));
  if (text(posted, 'agreed') !== 'yes') wrong.add('agreed', words.agreed);
  const errors = wrong.found();
  // Where nothing is said it was in the conversation itself, as it mostly is.
  const agreedHow = GIVEN_HOW.find((how) => how === text(posted, 'agreedHow')) ?? 'spoken';
  return errors ? { ok: false, errors } : { ok: true, value: { note, agreedHow } };
}
