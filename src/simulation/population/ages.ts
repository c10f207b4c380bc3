/** Ages are whole years on 1 January; the last one is 99 and over. */
export const AGES = 100;
export const OLDEST = AGES - 1;
export const SEXES = ['men', 'women'] as const;
export type Sex = (typeof SEXES)[number];
/** Where men or women of an age stand in an array of `AGES * 2`. */
export const cell = (sex: number, age: number): number => sex * AGES + age;

/** `20-24` → 20 until 25; `95+` → 95 and no end. Throws RangeError for anything else. */
function bounds(group: string): { readonly from: number; readonly until: number | undefined } {
  const found = /^(\d+)(?:-(\d+)|\+)$/.exec(group);
  if (!found) throw new RangeError(`‘${group}’ is no age group`);
  return { from: Number(found[1]), until: found[2] === undefined ? undefined : Number(found[2]) + 1 };
}

/**
 * Spreads counts of age groups over single ages (`AGES` numbers, fractions of people). Closed groups follow a monotone
 * cubic through the running total, so that each group keeps its own total and no age falls below zero; the open group
 * follows the survivors of its death rates (`deathRate(age)`, deaths per person-year).
 * Fritsch and Carlson (1980), SIAM J. Numer. Anal. 17:238–246.
 */
export function singleAges(
  groups: readonly string[],
  counts: readonly number[],
  deathRate: (age: number) => number,
): Float64Array {
  const ages = new Float64Array(AGES);
  const knots: number[] = [];
  const totals = [0];
  for (const [index, group] of groups.entries()) {
    const { from, until } = bounds(group);
    knots.push(from);
    if (until === undefined) spreadOpen(ages, from, counts[index]!, deathRate);
    else totals.push(totals.at(-1)! + counts[index]!);
  }
  const at = monotone(knots, totals);
  for (let age = 0; age < knots.at(-1)!; age++) ages[age] = Math.max(0, at(age + 1) - at(age));
  return ages;
}

function spreadOpen(ages: Float64Array, from: number, count: number, deathRate: (age: number) => number): void {
  let alive = 1;
  const shares: number[] = [];
  // Until 110: whoever is older counts with 99 and over as well.
  for (let age = from; age < 110; age++) {
    shares.push(alive);
    alive *= Math.exp(-deathRate(age));
  }
  const whole = shares.reduce((sum, share) => sum + share, 0);
  shares.forEach((share, index) => {
    ages[Math.min(OLDEST, from + index)]! += (count * share) / whole;
  });
}

/** The monotone cubic through these points. */
export function monotone(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  const n = xs.length;
  const widths = xs.slice(1).map((x, i) => x - xs[i]!);
  const slopes = widths.map((width, i) => (ys[i + 1]! - ys[i]!) / width);
  const tangents = xs.map((_, i) => {
    if (i === 0) return slopes[0]!;
    if (i === n - 1) return slopes[n - 2]!;
    const [left, right] = [slopes[i - 1]!, slopes[i]!];
    if (left * right <= 0) return 0;
    const [a, b] = [2 * widths[i]! + widths[i - 1]!, widths[i]! + 2 * widths[i - 1]!];
    return (a + b) / (a / left + b / right);
  });
  return (x) => {
    let i = 0;
    while (i < n - 2 && x >= xs[i + 1]!) i++;
    const width = widths[i]!;
    const t = Math.min(1, Math.max(0, (x - xs[i]!) / width));
    const [t2, t3] = [t * t, t * t * t];
    return (
      (2 * t3 - 3 * t2 + 1) * ys[i]! +
      (t3 - 2 * t2 + t) * width * tangents[i]! +
      (3 * t2 - 2 * t3) * ys[i + 1]! +
      (t3 - t2) * width * tangents[i + 1]!
    );
  };
}
