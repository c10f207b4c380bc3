/** What a count may be: both included. */
export type Bounds = { readonly low: number; readonly high: number };
/** A sum by the places of its cells: the total first, then its parts. */
type Relation = readonly number[];

/** Steps that are tried before it is taken that there is no other table. Too few hides more, never less. */
const TRIES = 400;

/** Of each cell the numbers of the relations it is in. */
export function membership(cells: number, relations: readonly Relation[]): readonly (readonly number[])[] {
  const within: number[][] = Array.from({ length: cells }, () => []);
  for (const [number, relation] of relations.entries())
    for (const cell of new Set(relation)) within[cell]!.push(number);
  return within;
}

/**
 * How many values a cell may have for all that is known, as far as is found, and no more than `enough`: it is moved up and
 * down by one, and with it other cells within their bounds, so that every sum fits again. Each table that is found is a
 * proof; one that is not found is none, so the answer is never too high. `within`: see `membership`.
 */
export function values(
  at: number,
  counts: readonly number[],
  bounds: readonly Bounds[],
  relations: readonly Relation[],
  within: readonly (readonly number[])[],
  enough: number,
): number {
  let found = 1;
  for (const step of [1, -1]) {
    const table = [...counts];
    while (found < enough && moved(table, at, step, bounds, relations, within)) found++;
  }
  return found;
}

/** Moves one cell by a step and mends all sums; leaves the table as it was where that is not found. */
function moved(
  table: number[],
  at: number,
  step: number,
  bounds: readonly Bounds[],
  relations: readonly Relation[],
  within: readonly (readonly number[])[],
): boolean {
  const off = new Map<number, number>();
  let tries = TRIES;
  /** Changes a cell, and by how much the sums it is in are off. A total counts up, its parts down. */
  const change = (cell: number, by: number) => {
    table[cell]! += by;
    for (const number of within[cell]!) {
      const sign = relations[number]![0] === cell ? 1 : -1;
      const now = (off.get(number) ?? 0) + sign * by;
      if (now === 0) off.delete(number);
      else off.set(number, now);
    }
  };
  const fits = (cell: number, by: number) => {
    const value = table[cell]! + by;
    return value >= bounds[cell]!.low && value <= bounds[cell]!.high;
  };
  /** `used`: cells of this move; one is not moved back and forth. */
  const mend = (used: ReadonlySet<number>): boolean => {
    const first = off.entries().next();
    if (first.done) return true;
    if (--tries < 0) return false;
    const [number, residue] = first.value;
    const relation = relations[number]!;
    const direction = Math.sign(residue);
    const choices = relation
      .map((cell, place) => ({ cell, by: place === 0 ? -direction : direction }))
      .filter(({ cell, by }) => !used.has(cell) && fits(cell, by))
      .map((choice) => ({ ...choice, mends: mendedBy(choice.cell, choice.by) }))
      .sort(
        (a, b) => b.mends - a.mends || room(b.cell) - room(a.cell) || within[a.cell]!.length - within[b.cell]!.length,
      );
    for (const { cell, by } of choices) {
      change(cell, by);
      if (mend(new Set([...used, cell]))) return true;
      change(cell, -by);
    }
    return false;
  };
  /** How many sums fit again by this change, less how many no longer fit. */
  const mendedBy = (cell: number, by: number): number =>
    within[cell]!.reduce((sum, number) => {
      const now = off.get(number) ?? 0;
      const then = now + (relations[number]![0] === cell ? by : -by);
      return sum + Math.abs(now) - Math.abs(then);
    }, 0);
  const room = (cell: number) => Math.min(100, bounds[cell]!.high - bounds[cell]!.low);
  if (!fits(at, step)) return false;
  change(at, step);
  if (mend(new Set([at]))) return true;
  change(at, -step);
  return false;
}
