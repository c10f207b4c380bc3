/** Counts of people under this are hidden, others are rounded (DESIGN, figures). */
const SMALLEST = 10;
const ROUNDED_TO = 5;

/** A count of people as it may be shown: rounded to 5, or null where it is under 10. */
export function publishedCount(count: number): number | null {
  return count < SMALLEST ? null : Math.round(count / ROUNDED_TO) * ROUNDED_TO;
}
