/**
 * Rates by which what comes later counts less. `costs` and `effects`: Zorginstituut Nederland, guideline for economic
 * evaluations (2024). `society`: Dutch social cost–benefit analysis, real (working group on the discount rate, 2020).
 */
export const RATES = { costs: 0.03, effects: 0.015, society: 0.0225 } as const;

/** How much something of `year` counts now: (1 + rate)^−year. Year 0 counts whole. */
export function weightOf(rate: number, year: number): number {
  return (1 + rate) ** -year;
}

/**
 * What amounts of the years that follow one another are worth now. The first is of year 0 and counts whole, as the guideline
 * has it; with `from` 1 it is counted at the end of its year.
 */
export function presentValue(amounts: readonly number[], rate: number, from: 0 | 1 = 0): number {
  return amounts.reduce((sum, amount, index) => sum + amount * weightOf(rate, index + from), 0);
}
