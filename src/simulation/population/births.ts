import { AGES, cell } from './ages.ts';

/** Women have children from and until these ages here: children born in the years ahead have none themselves. */
export const FIRST_BIRTH = 17;
export const LAST_BIRTH = 49;
/** Mean age of mothers and its spread in years. Source: CBS StatLine 37201, 2021, all births (mean 31.8); spread: assumption. */
const MEAN_AGE = 31.8;
const SPREAD = 4.9;
/** Boys among newborns. Source: CBS StatLine 37422ned, 1,050 boys for 1,000 girls. */
export const BOYS = 0.512;

/** How births lie over the ages of mothers: a normal curve, one at its top. */
export const BIRTH_PATTERN: Float64Array = Float64Array.from({ length: AGES }, (_, age) =>
  age < FIRST_BIRTH || age > LAST_BIRTH ? 0 : Math.exp(-((age + 1 - MEAN_AGE) ** 2) / (2 * SPREAD ** 2)),
);

/** What the pattern would give for these residents (`AGES * 2`), of whom `leaving[age]` moves before there is a child. */
export function patternBirths(people: Float64Array, leaving: Float64Array): number {
  let births = 0;
  for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++)
    births += people[cell(1, age)]! * (1 - leaving[age]!) * BIRTH_PATTERN[age]!;
  return births;
}

/**
 * How many children women of a municipality have beside those of the country: children under 5 for the women who may
 * have had them, divided by the same of the country (the child-woman ratio, Shryock and Siegel).
 */
export function localFertility(people: Float64Array, country: Float64Array): number {
  const ratio = (of: Float64Array) => {
    let [children, expected] = [0, 0];
    for (let age = 0; age < 5; age++) {
      children += of[cell(0, age)]! + of[cell(1, age)]!;
      for (let at = FIRST_BIRTH; at <= LAST_BIRTH; at++) expected += of[cell(1, at + age + 1)]! * BIRTH_PATTERN[at]!;
    }
    return children / expected;
  };
  return ratio(people) / ratio(country);
}
