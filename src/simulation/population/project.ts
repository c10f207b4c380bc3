import { AGES, cell, OLDEST, singleAges } from './ages.ts';
import { BIRTH_PATTERN, BOYS, localFertility, patternBirths } from './births.ts';
import { type CountryRates, MIDDLE, type Residents, type Variant } from './inputs.ts';
import { foreignMigration, internalMigration, LEAVING } from './migration.ts';
import { type DeathRate, deathRates, hazards, newbornSurvival } from './mortality.ts';

/** What happened in one municipality in one year, in people. `net`: internal and foreign migration together. */
export type Flows = {
  readonly births: number;
  readonly deaths: number;
  readonly internal: number;
  readonly foreign: number;
};

/** The rates of one year that everybody shares, and of each municipality; arrays are `AGES * 2`. */
export type YearRates = {
  readonly year: number;
  /** Deaths per person-year for who has an age on 1 January. */
  readonly hazard: Float64Array;
  readonly newborn: readonly [number, number];
  /** Births in the year per woman of an age, where fertility is that of the country. */
  readonly births: Float64Array;
  readonly local: readonly { readonly leave: Float64Array; readonly come: Float64Array; readonly fertility: number }[];
};

/** Residents per municipality on 1 January of each year, with how they came about. */
export type Projection = {
  readonly from: number;
  readonly until: number;
  readonly municipalities: readonly string[];
  readonly variant: Variant;
  /** [year − from][municipality], each `AGES * 2`: men from 0 to 99 and over, then women. */
  readonly people: readonly (readonly Float64Array[])[];
  /** [year − from][municipality], of the year that begins there. */
  readonly flows: readonly (readonly Flows[])[];
  readonly rates: readonly YearRates[];
};

/**
 * Projects residents by municipality, age and sex with cohort components: each year some leave, some die, those who
 * stay grow a year older, some come, and children are born. From 1 January of the year of the counts until 1 January
 * `until`. Births in the country follow the published number, spread over women by age and by municipality; deaths follow
 * the published rates; migration across the border the published balance; moves within the country the shape of 2021.
 * Throws RangeError where the published years do not reach.
 * Method: Preston, Heuveline and Guillot (2001), Demography, ch. 6.
 */
export function project(
  residents: Residents,
  rates: CountryRates,
  until: number,
  variant: Variant = MIDDLE,
): Projection {
  const from = Number(residents.date.slice(0, 4));
  const rate = deathRates(rates, variant);
  const start = (men: readonly number[], women: readonly number[], groups: readonly string[]) =>
    startOf(from, rate, groups, men, women);
  const { country } = rates;
  const nation = walk(from, until, [start(country.men, country.women, country.ageGroups)], (year, [all]) => {
    const { births, netMigration } = publishedYear(rates, year);
    const size = all!.reduce((sum, count) => sum + count, 0);
    const foreign = foreignMigration(all!, (netMigration / 1000) * size * variant.migration);
    const level = (births * 1000 * variant.fertility) / patternBirths(all!, LEAVING);
    return yearRates(rate, year, level, [{ fertility: 1, internal: new Float64Array(AGES * 2), foreign }]);
  });
  const local = residents.municipalities.map(({ men, women }) => start(men, women, residents.ageGroups));
  const shapes = local.map((people) => ({
    internal: internalMigration(people, nation.people[0]![0]!),
    fertility: localFertility(people, nation.people[0]![0]!),
  }));
  const made = walk(from, until, local, (year) => {
    const whole = nation.rates[year - from]!;
    const foreign = nation.net[year - from]!;
    return yearRates(
      rate,
      year,
      whole.births[FERTILE]! / BIRTH_PATTERN[FERTILE]!,
      shapes.map((shape) => ({ ...shape, foreign })),
    );
  });
  const { people, flows, rates: yearly } = made;
  return {
    from,
    until,
    municipalities: residents.municipalities.map(({ municipality }) => municipality),
    variant,
    people,
    flows,
    rates: yearly,
  };
}

/** An age at which the pattern of births is not zero. */
const FERTILE = 30;

function startOf(
  year: number,
  rate: DeathRate,
  groups: readonly string[],
  men: readonly number[],
  women: readonly number[],
): Float64Array {
  const both = [men, women].map((counts, sex) => singleAges(groups, counts, (age) => rate(year, sex, age)));
  return Float64Array.of(...both[0]!, ...both[1]!);
}

function publishedYear(rates: CountryRates, year: number): CountryRates['years'][number] {
  const found = rates.years.find((row) => row.year === year);
  if (!found) throw new RangeError(`there are no published births of ${year}`);
  return found;
}

type Shape = { readonly fertility: number; readonly internal: Float64Array; readonly foreign: Float64Array };
type Walked = Pick<Projection, 'people' | 'flows' | 'rates'> & { readonly net: readonly Float64Array[] };

function yearRates(
  rate: DeathRate,
  year: number,
  level: number,
  shapes: readonly Shape[],
): YearRates & { readonly shapes: readonly Shape[] } {
  const local = shapes.map(({ internal, foreign, fertility }) => {
    const net = internal.map((moved, at) => moved + foreign[at]!);
    return {
      fertility,
      leave: net.map((each, at) => LEAVING[at % AGES]! + Math.max(0, -each)),
      come: net.map((each, at) => LEAVING[at % AGES]! + Math.max(0, each)),
    };
  });
  const newborn = [newbornSurvival(rate, year, 0), newbornSurvival(rate, year, 1)] as const;
  return {
    year,
    hazard: hazards(rate, year),
    newborn,
    births: BIRTH_PATTERN.map((share) => share * level),
    local,
    shapes,
  };
}

function walk(
  from: number,
  until: number,
  start: readonly Float64Array[],
  ratesOf: (year: number, people: readonly Float64Array[]) => ReturnType<typeof yearRates>,
): Walked {
  const people: (readonly Float64Array[])[] = [start];
  const flows: (readonly Flows[])[] = [];
  const rates: YearRates[] = [];
  const net: Float64Array[] = [];
  for (let year = from; year < until; year++) {
    const { shapes, ...now } = ratesOf(year, people.at(-1)!);
    const next = people.at(-1)!.map((group, index) => oneYear(group, now, index, shapes[index]!));
    people.push(next.map(({ after }) => after));
    flows.push(next.map(({ flows: each }) => each));
    rates.push(now);
    net.push(shapes[0]!.foreign);
  }
  return { people, flows, rates, net };
}

/** One year of one municipality, in the order of the simulation: leave, be born, die, grow older, come. */
function oneYear(
  before: Float64Array,
  rates: YearRates,
  index: number,
  shape: Shape,
): { readonly after: Float64Array; readonly flows: Flows } {
  const { leave, come, fertility } = rates.local[index]!;
  const after = new Float64Array(AGES * 2);
  let [births, deaths, internal, foreign] = [0, 0, 0, 0];
  for (let sex = 0; sex < 2; sex++)
    for (let age = 0; age < AGES; age++) {
      const at = cell(sex, age);
      const stay = before[at]! * (1 - leave[at]!);
      if (sex === 1) births += stay * rates.births[age]! * fertility;
      const alive = stay * Math.exp(-rates.hazard[at]!);
      deaths += stay - alive;
      after[cell(sex, Math.min(OLDEST, age + 1))]! += alive + before[at]! * come[at]!;
      internal += before[at]! * shape.internal[at]!;
      foreign += before[at]! * shape.foreign[at]!;
    }
  after[cell(0, 0)]! += births * BOYS * rates.newborn[0];
  after[cell(1, 0)]! += births * (1 - BOYS) * rates.newborn[1];
  deaths += births * (BOYS * (1 - rates.newborn[0]) + (1 - BOYS) * (1 - rates.newborn[1]));
  return { after, flows: { births, deaths, internal, foreign } };
}
