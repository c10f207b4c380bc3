import type { Estimate } from './interval.ts';

/** A figure of one year. */
export type Point = Estimate & { readonly year: number };

/** How a figure moved over its last five valid years. */
export type Trend = {
  readonly direction: 'rising' | 'falling' | 'none';
  /** Units of the figure a year. */
  readonly slope: number;
  /** Of one degree of freedom, for a slope of zero. */
  readonly chiSquared: number;
  readonly from: number;
  readonly until: number;
};

const POINTS = 5;
/** p < 0.002 at one degree of freedom. */
export const SIGNIFICANT = 9.5495;
/** The width of a 95% interval in standard errors. */
const WIDTH = 3.92;

/**
 * The trend of the last five valid annual points, or undefined where there are fewer: a slope weighted by the inverse
 * variance of each point (standard error = width of the interval / 3.92). It rises or falls where χ² > 9.5495 and the
 * slope keeps its sign when any one of the five points is left out; otherwise there is no trend beyond chance. A point
 * without width says nothing of its own certainty and is not valid; of two points of one year the last is taken.
 * Method of the UK public-health profiles (recent trends).
 */
export function recentTrend(points: readonly Point[]): Trend | undefined {
  const valid = new Map(points.filter(isValid).map((point) => [point.year, point]));
  const last = [...valid.values()].sort((a, b) => a.year - b.year).slice(-POINTS);
  if (last.length < POINTS) return undefined;
  const { slope, chiSquared } = weightedSlope(last);
  const sign = Math.sign(slope);
  const holds =
    sign !== 0 && last.every((left) => Math.sign(weightedSlope(last.filter((point) => point !== left)).slope) === sign);
  const direction = !holds || chiSquared <= SIGNIFICANT ? 'none' : sign > 0 ? 'rising' : 'falling';
  return { direction, slope, chiSquared, from: last[0]!.year, until: last.at(-1)!.year };
}

function isValid({ value, lower, upper }: Point): boolean {
  return Number.isFinite(value) && Number.isFinite(upper - lower) && upper > lower;
}

function weightedSlope(points: readonly Point[]): { readonly slope: number; readonly chiSquared: number } {
  const weighed = points.map(({ year, value, lower, upper }) => ({
    year,
    value,
    weight: (WIDTH / (upper - lower)) ** 2,
  }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (point: (typeof weighed)[number]) => number) =>
    weighed.reduce((sum, point) => sum + point.weight * of(point), 0) / total;
  const [year, value] = [mean((point) => point.year), mean((point) => point.value)];
  const across = weighed.reduce((sum, point) => sum + point.weight * (point.year - year) ** 2, 0);
  const along = weighed.reduce((sum, point) => sum + point.weight * (point.year - year) * (point.value - value), 0);
  return { slope: along / across, chiSquared: along ** 2 / across };
}
