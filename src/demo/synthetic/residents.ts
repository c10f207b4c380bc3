import type { Postcode, Region } from '../../content/index.ts';
import { addDays, addMonths, type LocalDate } from '../../platform/index.ts';
import { type Chance, chanceOf, oneOf, pick, type Weighted, weighted } from './chance.ts';
import { FAMILY_NAMES, GIVEN_NAMES } from './names.ts';
import { testBsn } from './test-bsn.ts';

/** Somebody who does not exist. Dates local, postcode with letters ("7511 AB"). */
export type SyntheticResident = {
  /** From 0 on; the same number is always the same resident. */
  readonly number: number;
  readonly id: string;
  readonly sex: 'female' | 'male';
  readonly birthDate: LocalDate;
  readonly given: string;
  readonly family: string;
  readonly municipality: string;
  readonly municipalityName: string;
  readonly place: string;
  readonly postcode: string;
  readonly street: string;
  readonly phone: string;
  readonly mail: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly bsn: string | undefined;
};

/** Which residents to make. `from`: the number of the first (0 unless told); `today`: the day on which their ages hold. */
export type SyntheticAsk = {
  readonly count: number;
  readonly seed: string;
  readonly region: Region;
  readonly today: LocalDate;
  readonly from?: number;
};

/** People of one sex in one age group of one municipality. */
type Cell = {
  readonly municipality: string;
  readonly sex: 'female' | 'male';
  readonly youngest: number;
  readonly oldest: number;
};

const ADULT = 18;
/** The open last group (95+) is drawn up to this age. */
const OLDEST = 104;
/** Fractions of this rise evenly through [0, 1): every run of residents, short or long, follows the shares (Weyl). */
const GOLDEN = 0.618_033_988_749_894_9;

/**
 * Synthetic residents of 18 and over, true to age, sex and municipality of the region's open data, and to its residents
 * per postcode. Resident n is the same whatever the count, for one seed, region and day. Of the group 15–19 the
 * ages 18 and 19 are taken, two fifths of it. Languages and mail addresses are rough guesses, not from any source.
 */
export function* syntheticResidents(ask: SyntheticAsk): Generator<SyntheticResident> {
  const { count, seed, region, today, from = 0 } = ask;
  const cells = weighted(adultCells(region));
  const postcodes = new Map(
    region.municipalities.map(({ id }) => [
      id,
      weighted(region.postcodes.filter((one) => one.municipality === id).map((one) => [one, one.residents] as const)),
    ]),
  );
  const names = new Map(region.municipalities.map(({ id, name }) => [id, name]));
  const start = chanceOf(seed, -1).next();
  for (let number = from; number < from + count; number++) {
    const cell = pick(cells, (start + number * GOLDEN) % 1);
    const postcode = postcodes.get(cell.municipality);
    if (!postcode) throw new Error(`No postcodes in ${cell.municipality}`);
    yield resident(number, chanceOf(seed, number), cell, postcode, names.get(cell.municipality) ?? '', today);
  }
}

/** How many adults the open data counts in each cell; the weights of the draw. */
export function adultCells(region: Region): readonly (readonly [Cell, number])[] {
  const { ageGroups, municipalities } = region.population;
  return municipalities.flatMap(({ municipality, men, women }) =>
    ageGroups.flatMap((group, index) => {
      const { youngest, oldest } = boundsOf(group);
      if (oldest < ADULT) return [];
      const adults = Math.max(youngest, ADULT);
      const part = (oldest - adults + 1) / (oldest - youngest + 1);
      const cell = { municipality, youngest: adults, oldest };
      return [
        [{ ...cell, sex: 'male' as const }, (men[index] ?? 0) * part] as const,
        [{ ...cell, sex: 'female' as const }, (women[index] ?? 0) * part] as const,
      ];
    }),
  );
}

function boundsOf(group: string): { readonly youngest: number; readonly oldest: number } {
  const [youngest = 0, oldest = OLDEST] = group.replace('+', '').split('-').map(Number);
  return { youngest, oldest };
}

function resident(
  number: number,
  { uuid, next }: Chance,
  cell: Cell,
  postcodes: Weighted<Postcode>,
  municipalityName: string,
  today: LocalDate,
): SyntheticResident {
  const span = cell.oldest - cell.youngest + 1;
  // In the open last group the young outnumber the old.
  const age = cell.youngest + Math.floor((cell.oldest === OLDEST ? next() ** 3 : next()) * span);
  const birthDate = bornBefore(today, age, next());
  const given = oneOf(GIVEN_NAMES[cell.sex], next());
  const family = oneOf(FAMILY_NAMES, next());
  const postcode = pick(postcodes, next());
  return {
    number,
    id: uuid,
    sex: cell.sex,
    birthDate,
    given,
    family,
    municipality: cell.municipality,
    municipalityName,
    place: postcode.place,
    postcode: `${postcode.code} ${oneOf(LETTERS, next())}${oneOf(LETTERS, next())}`,
    street: `Voorbeeldstraat ${1 + Math.floor(next() * 240)}`,
    phone: `085 000 ${String(1000 + Math.floor(next() * 9000))}`,
    mail: next() < mailShare(age) ? mailOf(given, family, number) : undefined,
    language: pick(LANGUAGES, next()),
    bsn: testBsn(number),
  };
}

/** A day on which somebody who is `age` on `today` may be born, evenly over that year. */
function bornBefore(today: LocalDate, age: number, at: number): LocalDate {
  const last = addMonths(today, -12 * age);
  const first = addDays(addMonths(today, -12 * (age + 1)), 1);
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  return addDays(first, Math.floor(at * days));
}

/** Letters that a postcode may end in. */
const LETTERS = [...'ABCDEGHJKLMNPRTVWXZ'];

/** A guess. */
const LANGUAGES = weighted([
  ['nl', 91],
  ['tr', 2.5],
  ['de', 1.5],
  ['ar', 1.5],
  ['en', 1.5],
  ['pl', 1],
  ['uk', 0.6],
  ['ti', 0.4],
]);

/** The share of people of an age who gave a mail address; a guess. */
function mailShare(age: number): number {
  if (age < 65) return 0.92;
  if (age < 75) return 0.85;
  if (age < 85) return 0.65;
  return 0.4;
}

function mailOf(given: string, family: string, number: number): string {
  return `${given}.${family}.${number}`.toLowerCase().replaceAll(' ', '-').concat('@example.org');
}
