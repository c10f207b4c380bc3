import { type Published, ROUNDED_TO, SMALLEST_SHOWN } from './publish.ts';
import { type Bounds, membership, values } from './witness.ts';

/**
 * One count of people. `unshown`: it is never published, but follows from others (who fell away between two steps): when
 * it is small it is guarded as well.
 */
export type Cell = {
  readonly id: string;
  readonly count: number;
  readonly unshown?: boolean;
  /** It stands elsewhere as it is, such as the total of a municipality that its source gives: never hidden nor rounded. */
  readonly fixed?: boolean;
};
/** `total` counts exactly the people of all `parts` together. */
export type Sum = { readonly total: string; readonly parts: readonly string[] };

/** A hidden count may not be narrowed to fewer values than this. */
export const POSSIBLE_VALUES = 5;

/**
 * Makes a whole table of counts fit to be published, with its totals, at once for every door. Counts under 10 are hidden;
 * then others beside them, smallest first, until no small count can be narrowed to fewer than five values by who knows
 * everything that is shown, the sums, the rounding, these rules, and even of each hidden count whether it is hidden for
 * being small or for another's sake. What is shown is rounded to 5. Gives a value, or null, for each cell that may be
 * shown.
 *
 * That five values remain is shown by finding them: tables that fit all that is published, in which the count is one
 * more or one less (`witness.ts`). Hundepool et al. (2012), Statistical Disclosure Control, ch. 4. Figures of other days are
 * not in it: a table is published once a period, of whole periods. Throws RangeError where a total is not the sum of its
 * parts, or an id is not there.
 */
export function publishTable(cells: readonly Cell[], sums: readonly Sum[]): ReadonlyMap<string, Published> {
  const index = new Map(cells.map(({ id }, at) => [id, at]));
  const relations = sums.map(({ total, parts }) => [total, ...parts].map((id) => placeOf(index, id)));
  relations.forEach(([total, ...parts], at) => {
    const sum = parts.reduce((whole, part) => whole + cells[part]!.count, 0);
    if (sum !== cells[total!]!.count) throw new RangeError(`${sums[at]!.total} is not the sum of its parts`);
  });
  const counts = cells.map(({ count }) => count);
  const hidden = cells.map(({ count, unshown, fixed }) => !fixed && (unshown === true || count < SMALLEST_SHOWN));
  const guarded = cells.flatMap(({ count, fixed }, at) => (!fixed && count < SMALLEST_SHOWN ? [at] : []));
  const kept = new Set(cells.flatMap(({ fixed }, at) => (fixed ? [at] : [])));
  const within = membership(cells.length, relations);
  const bounds = cells.map((cell, at) => boundsOf(cell, hidden[at]!));
  // Hiding one more only widens what a count may be: the tables that were found for those before stay.
  for (let place = 0; place < guarded.length; place++) {
    const at = guarded[place]!;
    while (values(at, counts, bounds, relations, within, POSSIBLE_VALUES) < POSSIBLE_VALUES) {
      const beside = within[at]!.map((number) => relations[number]!);
      const next = nextToHide(at, counts, hidden, kept, beside, relations);
      if (next === undefined) break;
      hidden[next] = true;
      bounds[next] = boundsOf(cells[next]!, true);
      // What is hidden for another's sake is guarded too: it was not to be known either.
      guarded.push(next);
    }
  }
  return new Map(
    cells.flatMap(({ id, count, unshown, fixed }, at) =>
      unshown ? [] : [[id, hidden[at] ? null : fixed ? count : rounded(count)] as const],
    ),
  );
}

/** What anybody may know of a cell from how it is published. */
export function boundsOf({ count, unshown, fixed }: Cell, hidden: boolean): Bounds {
  if (fixed) return { low: count, high: count };
  if (!hidden) {
    const shown = rounded(count);
    return { low: Math.max(SMALLEST_SHOWN, shown - 2), high: shown + 2 };
  }
  if (unshown) return { low: 0, high: Number.POSITIVE_INFINITY };
  return count < SMALLEST_SHOWN
    ? { low: 0, high: SMALLEST_SHOWN - 1 }
    : { low: SMALLEST_SHOWN, high: Number.POSITIVE_INFINITY };
}

/** The smallest shown count in a sum with this one; where none is left, the smallest shown anywhere. */
function nextToHide(
  at: number,
  counts: readonly number[],
  hidden: readonly boolean[],
  kept: ReadonlySet<number>,
  near: readonly (readonly number[])[],
  all: readonly (readonly number[])[],
): number | undefined {
  const smallest = (relations: readonly (readonly number[])[]) =>
    [...new Set(relations.flat())]
      .filter((cell) => cell !== at && !hidden[cell] && !kept.has(cell))
      .sort((a, b) => counts[a]! - counts[b]! || a - b)[0];
  return smallest(near) ?? smallest(all);
}

const rounded = (count: number): number => Math.round(count / ROUNDED_TO) * ROUNDED_TO;

function placeOf(index: ReadonlyMap<string, number>, id: string): number {
  const at = index.get(id);
  if (at === undefined) throw new RangeError(`there is no count ‘${id}’`);
  return at;
}
