import { type Estimate, events } from './interval.ts';

/** One age band: events among these person-years, and the weight of the band in the standard population. */
export type Band = { readonly events: number; readonly personYears: number; readonly weight: number };

/**
 * A directly standardised rate per `per` person-years, with Dobson's 95% interval (Byar's limits of all events, exact
 * under 10, scaled by the variances). Without any event the value is 0 and so are both limits: what is not seen cannot
 * be weighed. Throws RangeError where a band with weight has no person-years, or no band has weight.
 * Dobson, Kuulasmaa, Eberle and Scherer (1991), Statistics in Medicine 10:457–462.
 */
export function standardisedRate(bands: readonly Band[], per = 1): Estimate {
  const used = bands.filter(({ weight }) => weight > 0);
  if (used.length === 0) throw new RangeError('a standard population has people');
  if (used.some(({ personYears }) => !(personYears > 0))) throw new RangeError('an age band has no person-years');
  const weights = used.reduce((sum, { weight }) => sum + weight, 0);
  const count = used.reduce((sum, band) => sum + band.events, 0);
  const value = used.reduce((sum, band) => sum + (band.weight * band.events) / band.personYears, 0) / weights;
  if (count === 0) return { value: 0, lower: 0, upper: 0 };
  const variance =
    used.reduce((sum, band) => sum + (band.weight ** 2 * band.events) / band.personYears ** 2, 0) / weights ** 2;
  const scale = Math.sqrt(variance / count);
  const limits = events(count);
  return {
    value: value * per,
    lower: Math.max(0, (value + scale * (limits.lower - count)) * per),
    upper: (value + scale * (limits.upper - count)) * per,
  };
}
