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

/** How many people are in exactly these sets: bit n of `sets` for set n. */
export type Group = { readonly sets: number; readonly people: number };

/**
 * Makes the counts of several sets of the same people fit to be published together. A set is shown only where every
 * group that the shown sets tell apart (who is in this one and not in that one, and so on) is empty or at least 10:
 * whatever somebody adds up or takes away, no small group comes out. Sets that come first are shown first. Other people
 * than those in `groups` are not counted with them, so figures of different teams or months cannot be combined.
 */
export function publishSets(groups: readonly Group[], sets: number): readonly Published[] {
  let shown = 0;
  const published: Published[] = [];
  for (let index = 0; index < sets; index++) {
    const bit = 1 << index;
    const count = peopleIn(groups, bit);
    const fits = count >= SMALLEST_SHOWN && tellsNoSmallGroup(groups, shown | bit);
    if (fits) shown |= bit;
    published.push(fits ? Math.round(count / ROUNDED_TO) * ROUNDED_TO : null);
  }
  return published;
}

const peopleIn = (groups: readonly Group[], bit: number): number =>
  groups.reduce((sum, group) => sum + ((group.sets & bit) === 0 ? 0 : group.people), 0);

function tellsNoSmallGroup(groups: readonly Group[], shown: number): boolean {
  const apart = new Map<number, number>();
  for (const { sets, people } of groups) apart.set(sets & shown, (apart.get(sets & shown) ?? 0) + people);
  return [...apart].every(([pattern, people]) => pattern === 0 || people === 0 || people >= SMALLEST_SHOWN);
}
