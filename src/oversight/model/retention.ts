import type { Organisation, Retention } from '../../content/index.ts';
import { addMonths, type LocalDate } from '../../platform/index.ts';

/** A part of a record that is kept by one term: by the law of who wrote it, or everything at once. */
export const REGIMES = ['care-record', 'youth-record', 'wmo-record', 'welfare-record'] as const;
export type Regime = (typeof REGIMES)[number];
export type Part = Regime | 'all';
export const isPart = (text: string): text is Part => text === 'all' || REGIMES.includes(text as Regime);

const BY_KIND: Readonly<Record<Organisation['kind'], Regime>> = {
  'gp-practice': 'care-record',
  welfare: 'welfare-record',
  provider: 'welfare-record',
  'municipality-debt-help': 'wmo-record',
};

/**
 * By which term something is kept that this author wrote. An author whom the region's content does not know (a system
 * of a partner, somebody who left) is kept by the longest: nothing goes too early.
 */
export function regimeOf(
  author: string,
  organisations: readonly Organisation[],
  serviceOwner: (id: string) => string | undefined,
): Regime {
  const id = author.slice(author.indexOf('/') + 1);
  const found = organisations.find(
    (one) => one.id === id || one.id === serviceOwner(id) || one.teams.some((team) => team.id === id),
  );
  return found ? BY_KIND[found.kind] : 'care-record';
}

/** What was written about one resident, by author. */
export type Written = { readonly regime: Regime; readonly last: LocalDate };

export type DuePart = { readonly part: Part; readonly dueOn: LocalDate; readonly since: LocalDate };

/**
 * The parts whose term has passed on a day. While a case is open nothing is due: care and support go on. When every part
 * is due the whole record is, on the day the last of them fell due. Who it is goes with the last part.
 */
export function dueParts(
  written: readonly Written[],
  terms: readonly Retention[],
  facts: { readonly today: LocalDate; readonly openCase: boolean; readonly supportEnded: LocalDate | undefined },
): readonly DuePart[] {
  if (facts.openCase || written.length === 0) return [];
  const parts = REGIMES.flatMap((regime) => {
    const mine = written.filter((one) => one.regime === regime);
    const term = terms.find((one) => one.id === regime);
    if (mine.length === 0 || !term) return [];
    const last = mine
      .map((one) => one.last)
      .toSorted()
      .at(-1)!;
    // Welfare counts from the end of the support; what is written later counts from there.
    const since =
      regime === 'welfare-record' && facts.supportEnded && facts.supportEnded > last ? facts.supportEnded : last;
    return [{ part: regime, since, dueOn: addMonths(since, term.amount) } satisfies DuePart];
  });
  const due = parts.filter((one) => one.dueOn <= facts.today);
  if (parts.length > 0 && due.length === parts.length) {
    const latest = due.reduce((a, b) => (a.dueOn > b.dueOn ? a : b));
    return [{ ...latest, part: 'all' }];
  }
  return due;
}
