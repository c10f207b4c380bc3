import { AGES } from './ages.ts';
import type { Projection } from './project.ts';

/** A published total of residents from and until an age (`until` not included; 100 for no end) on 1 January of a year. */
export type PublishedTotal = {
  readonly year: number;
  readonly from: number;
  readonly until: number;
  readonly people: number;
};

/**
 * The same projection with its totals of the region brought to published ones: in a published year the ages of each
 * total are scaled alike; before it the scale grows evenly from 1 at the start (or from the published year before), and
 * after the last it stays. A choice for who must use the published numbers; by default nothing is aligned. Totals of one
 * year may not overlap; throws RangeError where they do, or where a year is outside the projection. `by`: the projection
 * whose own totals set the scale, so that the variants of a band are scaled alike and stay apart.
 */
export function aligned(projection: Projection, totals: readonly PublishedTotal[], by = projection): Projection {
  const scales = Array.from({ length: projection.people.length }, () => new Float64Array(AGES).fill(Number.NaN));
  scales[0]!.fill(1);
  for (const { year, from, until, people } of totals) {
    const index = year - projection.from;
    const municipalities = by.people[index];
    if (!municipalities || index === 0) throw new RangeError(`${year} is not a year that can be aligned`);
    let found = 0;
    for (const group of municipalities)
      for (let age = from; age < until; age++) found += group[age]! + group[AGES + age]!;
    for (let age = from; age < until; age++) {
      if (!Number.isNaN(scales[index]![age]!)) throw new RangeError(`totals of ${year} overlap at ${age}`);
      scales[index]![age] = people / found;
    }
  }
  for (let age = 0; age < AGES; age++) fill(scales, age);
  return {
    ...projection,
    people: projection.people.map((municipalities, index) =>
      municipalities.map((group) => group.map((count, at) => count * scales[index]![at % AGES]!)),
    ),
  };
}

/** Straight lines between the years that have a scale, level after the last. */
function fill(scales: readonly Float64Array[], age: number): void {
  let last = 0;
  for (let index = 1; index <= scales.length; index++) {
    const end = index === scales.length;
    if (!end && Number.isNaN(scales[index]![age]!)) continue;
    const [left, right] = [scales[last]![age]!, end ? scales[last]![age]! : scales[index]![age]!];
    for (let at = last + 1; at < index; at++) scales[at]![age] = left + ((right - left) * (at - last)) / (index - last);
    last = index;
  }
}
