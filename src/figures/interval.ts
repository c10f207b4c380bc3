/** A value with its 95% interval, in the unit of the value: `lower` ≤ `value` ≤ `upper`. */
export type Estimate = { readonly value: number; readonly lower: number; readonly upper: number };

/** The 97.5th percentile of the standard normal distribution: a 95% interval on two sides. */
export const Z95 = 1.959963984540054;
/** Under this count Byar's approximation is too coarse, and the exact limits are used. */
const EXACT_UNDER = 10;

/**
 * A proportion with Wilson's score interval, 95%. `part` of `whole` people, both whole numbers, `part` ≤ `whole` and
 * `whole` > 0; throws RangeError otherwise.
 * Wilson (1927), JASA 22:209–212; as in the technical guidance of the UK public-health profiles.
 */
export function proportion(part: number, whole: number): Estimate {
  if (!(whole > 0) || part < 0 || part > whole) throw new RangeError(`${part} of ${whole} is no proportion`);
  const value = part / whole;
  const z2 = Z95 * Z95;
  const middle = 2 * part + z2;
  const spread = Z95 * Math.sqrt(z2 + 4 * part * (1 - value));
  const under = 2 * (whole + z2);
  return {
    value,
    lower: part === 0 ? 0 : Math.max(0, (middle - spread) / under),
    upper: part === whole ? 1 : Math.min(1, (middle + spread) / under),
  };
}

/**
 * A count of events with its 95% interval: Byar's approximation, exact Poisson limits under 10. `count` is a whole
 * number of 0 or more; throws RangeError otherwise.
 * Breslow and Day (1987), Statistical Methods in Cancer Research II, p. 69; Ulm (1990) for the exact limits.
 */
export function events(count: number): Estimate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no count of events`);
  return count < EXACT_UNDER ? exactPoisson(count) : byar(count);
}

/** Events per `per` person-years: the interval of the count over the person-years. Throws RangeError without any. */
export function rate(count: number, personYears: number, per = 1): Estimate {
  if (!(personYears > 0)) throw new RangeError('a rate needs person-years');
  const { lower, upper } = events(count);
  const times = per / personYears;
  return { value: count * times, lower: lower * times, upper: upper * times };
}

/** Byar's approximation to the Poisson limits of a count. */
export function byar(count: number): Estimate {
  const limit = (n: number, side: 1 | -1) =>
    n === 0 ? 0 : n * (1 - 1 / (9 * n) + (side * Z95) / (3 * Math.sqrt(n))) ** 3;
  return { value: count, lower: limit(count, -1), upper: limit(count + 1, 1) };
}

/** The limits for which a count as high, or as low, as this one has a chance of 2.5%. */
export function exactPoisson(count: number): Estimate {
  const lower = count === 0 ? 0 : meanWhere((mean) => 1 - poissonUpTo(count - 1, mean) - 0.025);
  const upper = meanWhere((mean) => 0.025 - poissonUpTo(count, mean));
  return { value: count, lower, upper };
}

/** The chance of at most `count` events where `mean` are expected. */
function poissonUpTo(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = term;
  for (let n = 1; n <= count; n++) {
    term *= mean / n;
    sum += term;
  }
  return sum;
}

/** Where a rising function of the mean passes zero. Counts are under 10 here, so the mean is under 100. */
function meanWhere(over: (mean: number) => number): number {
  let [low, high] = [0, 100];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (over(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
