import { type Estimate, proportion, rate } from './interval.ts';
import type { Published } from './publish.ts';

/**
 * A proportion of two published counts, with Wilson's interval; null where either is hidden. It is computed from the
 * rounded counts, so that it tells no more than they do; a part that was rounded above its whole is the whole.
 */
export function publishedProportion(part: Published, whole: Published): Estimate | null {
  if (part === null || whole === null || whole === 0) return null;
  return proportion(Math.min(part, whole), whole);
}

/** A rate of a published count per `per` person-years that are known to all; null where the count is hidden. */
export function publishedRate(count: Published, personYears: number, per = 1): Estimate | null {
  return count === null ? null : rate(count, personYears, per);
}
