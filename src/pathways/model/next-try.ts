import type { Pathway } from '../../content/index.ts';
import { addWorkingDays, type Holidays, type LocalDate } from '../../platform/index.ts';

/** An attempt as far as the next one depends on it. */
export type Tried = { readonly kind: string; readonly outcome: string; readonly on: LocalDate };

/** What to try next. `again` by a day; `finish`: as often as the pathway asks, and a letter was sent. */
export type NextTry =
  | { readonly kind: 'first' }
  | { readonly kind: 'again'; readonly by: LocalDate }
  | { readonly kind: 'letter' }
  | { readonly kind: 'finish' };

/**
 * What to try next to reach somebody, by the attempts that a pathway asks for: call again on one of the next two working
 * days, write before giving up, and then it may end. Undefined once the resident was reached.
 */
export function nextTry(
  { contact }: Pick<Pathway, 'contact'>,
  tried: readonly Tried[],
  holidays: Holidays,
): NextTry | undefined {
  const reached = tried.some((one) => contact.outcomes.find(({ code }) => code === one.outcome)?.reached);
  if (reached) return undefined;
  const last = tried
    .map(({ on }) => on)
    .toSorted()
    .at(-1);
  if (!last) return { kind: 'first' };
  const wrote = tried.some(({ kind }) => kind === 'letter') || !contact.kinds.some(({ code }) => code === 'letter');
  if (tried.length >= contact.attempts) return wrote ? { kind: 'finish' } : { kind: 'letter' };
  return tried.length === contact.attempts - 1 && !wrote
    ? { kind: 'letter' }
    : { kind: 'again', by: addWorkingDays(last, 2, holidays) };
}
