import type { Estimate } from './interval.ts';

/** Which way is good: more, less, or neither (a fact without judgement). */
export type Polarity = 'more-is-better' | 'less-is-better' | 'neutral';

/** An area beside a reference: what may be said beyond chance. */
export type Comparison = 'better' | 'worse' | 'higher' | 'lower' | 'similar';

/**
 * Compares an area with a reference value (the region, the Netherlands, a target): the reference outside the area's 95%
 * interval is a difference beyond chance. Without polarity it is only higher or lower, never better or worse.
 */
export function compared(area: Estimate, reference: number, polarity: Polarity): Comparison {
  if (reference >= area.lower && reference <= area.upper) return 'similar';
  const higher = area.lower > reference;
  if (polarity === 'neutral') return higher ? 'higher' : 'lower';
  return higher === (polarity === 'more-is-better') ? 'better' : 'worse';
}
