/** Counts under this are hidden (DESIGN, figures). */
export const SMALLEST_SHOWN = 10;
/** Shown counts are rounded to this. */
export const ROUNDED_TO = 5;

/** A count as it may be published: rounded to 5, or null where it is hidden. */
export type Published = number | null;

/**
 * Makes counts fit to be published. `counts` are nested: each counts a part of the people of the one before it. A
 * count under 10 is hidden; and so is one that, taken from the count before it, would leave a group under 10.
 */
export function publishNested(counts: readonly number[]): readonly Published[] {
  const shown: Published[] = [];
  let last: number | undefined;
  for (const count of counts) {
    const small = count < SMALLEST_SHOWN;
    const tells = last !== undefined && last !== count && last - count < SMALLEST_SHOWN;
    shown.push(small || tells ? null : Math.round(count / ROUNDED_TO) * ROUNDED_TO);
    if (!small && !tells) last = count;
  }
  return shown;
}
