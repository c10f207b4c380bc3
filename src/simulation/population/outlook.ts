import type { Numbers } from '../parameters/index.ts';
import { AGES, OLDEST } from './ages.ts';
import type { Projection } from './project.ts';

/** What follows from how many people of an age there are. */
export const OUTLOOK = [
  'residents',
  'over65',
  'oldAgeRatio',
  'carersTo75',
  'carersTo65',
  'dementia',
  'frail',
  'atRisk',
  'homeNursing',
  'careWorkersNeeded',
  'careWorkersAvailable',
] as const;
export type OutlookName = (typeof OUTLOOK)[number];
export type Outlook = Readonly<Record<OutlookName, number>>;

/**
 * Workers in care and welfare in the region at the start, and how many of them care for older people rather than others:
 * need follows home nursing clients and nursing home residents for that part and all residents for the rest; supply
 * follows residents from 20 until 65. Nothing is assumed of wages, schooling or hours.
 */
export type Workforce = { readonly year: number; readonly workers: number; readonly forOlderPeople: number };

/**
 * The outlook of one municipality (`which`), or of all together, on 1 January of a year: people by the share of their
 * age that has something today (the method of published projections of care), and ratios. `oldAgeRatio`: 65 and over for
 * each resident from 20 until 65. Carers for each resident of 85 and over in both definitions of the sources: people from
 * 50 until 75, and from 50 until 65.
 */
export function outlook(
  projection: Projection,
  numbers: Numbers,
  workforce: Workforce,
  year: number,
  which?: number,
): Outlook {
  const people = peopleIn(projection, year, which);
  const start = peopleIn(projection, workforce.year, undefined);
  const startHere = peopleIn(projection, workforce.year, which);
  const workers = workforce.workers * (between(startHere, 20, 65) / between(start, 20, 65));
  const care = (group: Float64Array) =>
    having(group, numbers.by('homeNursing')) + having(group, numbers.by('nursingHome'));
  const older = care(people) / care(startHere);
  const others = between(people, 0, AGES) / between(startHere, 0, AGES);
  const oldest = between(people, 85, AGES);
  return {
    residents: between(people, 0, AGES),
    over65: between(people, 65, AGES),
    oldAgeRatio: between(people, 65, AGES) / between(people, 20, 65),
    carersTo75: between(people, 50, 75) / oldest,
    carersTo65: between(people, 50, 65) / oldest,
    dementia: having(people, numbers.by('dementia'), 60),
    frail: having(people, numbers.by('frail')),
    atRisk: having(people, numbers.by('atRisk')),
    homeNursing: having(people, numbers.by('homeNursing')),
    careWorkersNeeded: workers * (workforce.forOlderPeople * older + (1 - workforce.forOlderPeople) * others),
    careWorkersAvailable: workers * (between(people, 20, 65) / between(startHere, 20, 65)),
  };
}

/** The lowest and highest of the same figure over several variants of the projection. */
export function band(name: OutlookName, variants: readonly Outlook[]): { readonly low: number; readonly high: number } {
  const values = variants.map((each) => each[name]);
  return { low: Math.min(...values), high: Math.max(...values) };
}

function peopleIn(projection: Projection, year: number, which: number | undefined): Float64Array {
  const municipalities = projection.people[year - projection.from];
  if (!municipalities) throw new RangeError(`${year} is outside the projection`);
  if (which !== undefined) return municipalities[which]!;
  return municipalities.reduce((sum, group) => sum.map((count, at) => count + group[at]!), new Float64Array(AGES * 2));
}

/** Residents from and until an age. */
export function between(people: Float64Array, from: number, until: number): number {
  let sum = 0;
  for (let age = from; age < Math.min(until, OLDEST + 1); age++) sum += people[age]! + people[AGES + age]!;
  return sum;
}

/** People who have something, by the share of their age and sex; counted from 65 unless said otherwise. */
function having(people: Float64Array, share: Float64Array, from = 65): number {
  let sum = 0;
  for (let age = from; age < AGES; age++) sum += people[age]! * share[age]! + people[AGES + age]! * share[AGES + age]!;
  return sum;
}
