import { AGES, cell, monotone } from './ages.ts';

/** Moves within the country change the shape of a municipality most between these ages. */
const YOUNG = { from: 16, until: 34 };
const GROUP = 5;

/**
 * Net moves within the country a year, per resident, by age and sex (`AGES * 2`). There are no open figures by age in
 * the sources of the region, so they are read from the shape of 2021: the share of the country's people of an age that
 * lives here rises where people come to study and falls where they leave, and each generation is taken to go the same
 * way. Only from 16 to 34; before and after, nothing.
 *
 * Assumption: the shape of 2021 is that of one generation going through its ages (the method of Hamilton and Perry on one
 * census). A municipality where fewer children were born than before looks as if people came to live there.
 */
export function internalMigration(people: Float64Array, country: Float64Array): Float64Array {
  const made = new Float64Array(AGES * 2);
  for (let sex = 0; sex < 2; sex++) {
    const middles: number[] = [];
    const logs: number[] = [];
    for (let from = 5; from < 50; from += GROUP) {
      let [here, there] = [0, 0];
      for (let age = from; age < from + GROUP; age++) {
        here += people[cell(sex, age)]!;
        there += country[cell(sex, age)]!;
      }
      middles.push(from + GROUP / 2);
      logs.push(Math.log(Math.max(here, 1) / there));
    }
    const share = monotone(middles, logs);
    for (let age = YOUNG.from; age <= YOUNG.until; age++)
      made[cell(sex, age)] = Math.exp(share(age + 1.5) - share(age + 0.5)) - 1;
  }
  return made;
}

/** How net migration across the border lies over ages: most are young adults. Assumption after Rogers and Castro (1981). */
const FOREIGN_PATTERN: Float64Array = Float64Array.from({ length: AGES }, (_, age) =>
  age < 18 ? 0.35 : 0.12 + 1.4 * Math.exp(-((age - 26) ** 2) / (2 * 7 ** 2)),
);

/** Net migration across the border per resident by age and sex, so that the whole country (`people`) gains `net` people. */
export function foreignMigration(people: Float64Array, net: number): Float64Array {
  let weight = 0;
  for (let age = 0; age < AGES; age++)
    weight += (people[cell(0, age)]! + people[cell(1, age)]!) * FOREIGN_PATTERN[age]!;
  return Float64Array.from({ length: AGES * 2 }, (_, at) => (net * FOREIGN_PATTERN[at % AGES]!) / weight);
}

/**
 * The share of residents of an age that leaves in a year where as many come: 2% of children, 9% in the early twenties,
 * falling to 0.6% of people over 65. Assumption, from the shape of moves between municipalities (CBS StatLine 60048ned).
 */
export const LEAVING: Float64Array = Float64Array.from({ length: AGES }, (_, age) => {
  if (age < 17) return 0.018;
  const young = 0.075 * Math.exp(-((age - 23) ** 2) / (2 * 5 ** 2));
  return young + (age < 65 ? 0.015 : 0.006);
});
