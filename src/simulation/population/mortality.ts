import { AGES, cell, monotone, OLDEST, SEXES } from './ages.ts';
import type { CountryRates, Variant } from './inputs.ts';

/** The death rate (deaths per person-year) of men (0) or women (1) at an exact age, in a year. */
export type DeathRate = (year: number, sex: number, age: number) => number;

/** The rates from which improvement of mortality is counted. */
const FROM = 2021;

/**
 * Death rates by exact age and year: between the middles of ages and periods the logarithm is taken straight, as is
 * usual; before the first and after the last period that period holds. With `variant.mortality` improvement since 2021
 * goes so many times as fast as published.
 */
export function deathRates(rates: CountryRates, variant: Variant): DeathRate {
  const { ages, periods } = rates.mortality;
  const middles = ages.map((from, index) => (from === 0 ? 0 : (from + (ages[index + 1] ?? from + 3)) / 2));
  const tables = SEXES.map((sex) =>
    periods.map((period) => {
      const log = monotone(
        middles,
        period[sex].map((rate) => Math.log(Math.max(rate, 1e-7))),
      );
      return Float64Array.from({ length: AGES + 1 }, (_, age) => log(age + 0.5));
    }),
  );
  // The first year of life is a rate of its own and is not smoothed into the next.
  tables.forEach((table, sex) => {
    table.forEach((logs, index) => {
      logs[0] = Math.log(periods[index]![SEXES[sex]!][0]!);
    });
  });
  const times = periods.map(({ from, until }) => (from + until) / 2);
  const logOf = (year: number, sex: number, age: number): number => {
    const when = year + 0.5;
    const table = tables[sex]!;
    let i = 0;
    while (i < times.length - 2 && when >= times[i + 1]!) i++;
    const t = Math.min(1, Math.max(0, (when - times[i]!) / (times[i + 1]! - times[i]!)));
    const at = Math.min(AGES, Math.floor(age));
    return table[i]![at]! * (1 - t) + table[i + 1]![at]! * t;
  };
  return (year, sex, age) => {
    const start = logOf(FROM, sex, age);
    return Math.exp(start + (logOf(year, sex, age) - start) * variant.mortality);
  };
}

/**
 * The hazard of dying in the calendar year (deaths per person-year) for who has an age on 1 January: over the year they
 * are half a year of that age and half a year of the next on average. `AGES * 2` numbers.
 */
export function hazards(rate: DeathRate, year: number): Float64Array {
  const made = new Float64Array(AGES * 2);
  for (let sex = 0; sex < 2; sex++)
    for (let age = 0; age < AGES; age++) {
      // 99 and over: on average about 101.
      const now = age === OLDEST ? rate(year, sex, 100) : rate(year, sex, age);
      const next = age === OLDEST ? now : rate(year, sex, age + 1);
      made[cell(sex, age)] = (now + next) / 2;
    }
  return made;
}

/** The chance that a child born in the year lives on 1 January: most deaths of the first year come in its first weeks. */
export function newbornSurvival(rate: DeathRate, year: number, sex: number): number {
  return Math.exp(-rate(year, sex, 0) * 0.85);
}
