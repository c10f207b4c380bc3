import type { Numbers } from '../parameters/index.ts';
import { AGES } from '../population/ages.ts';
import type { Projection, YearRates } from '../population/project.ts';
import { type Constants, constants } from './constants.ts';
import { otherHazard, type Settled, settle } from './settle.ts';
import { ELDER, INSTITUTION } from './states.ts';

/** Everything that a simulation needs and no scenario changes. Years count from 0 at `from`. */
export type Model = {
  readonly from: number;
  readonly years: number;
  readonly municipalities: readonly string[];
  readonly numbers: Numbers;
  readonly constants: Constants;
  readonly settled: Settled;
  readonly rates: readonly YearRates[];
  /** Residents on 1 January of the first year, by municipality (`AGES * 2`, fractions of people). */
  readonly start: readonly Float64Array[];
  /** Who comes in a year, [year][municipality], by their age on 1 January before (`AGES * 2`). */
  readonly coming: readonly (readonly Float64Array[])[];
  /** Chance of an emergency visit and an admission, not after a fall, by cell and with a condition (1) or not (0). */
  readonly emergency: readonly [Float64Array, Float64Array];
  readonly admission: readonly [Float64Array, Float64Array];
  /** Chance of dying in a year, not by a fall: at `deathAt(year, at) + deathKey(state)`. */
  readonly death: Float64Array;
};

/** Deaths hang on a condition, frailty, dementia and a nursing home: 16 keys a cell. Under 65 on the first only. */
export const DEATH_KEYS = 16;
export const deathAt = (year: number, at: number): number => (year * AGES * 2 + at) * DEATH_KEYS;
export const deathKey = (state: number): number => (state & 7) | ((state & INSTITUTION) >>> 3);

/** Who has a condition goes to hospital this many times as often. Assumption; the level stays that of the curves. */
const CHRONIC_USE = 2;

/** Prepares the model for the years `from` until `until` (not included) of a projection. About 30 ms. */
export function prepare(projection: Projection, numbers: Numbers, from: number, until: number): Model {
  const first = from - projection.from;
  const years = until - from;
  if (first < 0 || !projection.people[first + years])
    throw new RangeError(`${from} until ${until} is outside the projection`);
  const rates = projection.rates.slice(first, first + years);
  const k = constants(numbers);
  const settled = settle(numbers, k, rates[0]!.hazard);
  return {
    from,
    years,
    municipalities: projection.municipalities,
    numbers,
    constants: k,
    settled,
    rates,
    start: projection.people[first]!,
    coming: rates.map(({ local }, year) =>
      local.map(({ come }, municipality) =>
        projection.people[first + year]![municipality]!.map((count, at) => count * come[at]!),
      ),
    ),
    emergency: withAndWithout(numbers.by('emergency'), settled),
    admission: withAndWithout(numbers.by('admission'), settled),
    death: deaths(rates, settled, k),
  };
}

/**
 * The same model with other numbers of what people use, what it costs or what approaches do: none of these change who
 * gets what, so nothing is settled anew.
 */
export const withUse = (model: Model, numbers: Numbers): Model => ({
  ...model,
  numbers,
  constants: constants(numbers),
});

function withAndWithout(curve: Float64Array, settled: Settled): readonly [Float64Array, Float64Array] {
  const without = curve.map((chance, at) => chance / (1 + chronicShare(settled, at) * (CHRONIC_USE - 1)));
  return [without, without.map((chance) => Math.min(1, chance * CHRONIC_USE))];
}

function chronicShare({ young, old }: Settled, at: number): number {
  const mass = at % AGES < ELDER ? young[at]! : old[at]!;
  return mass.reduce((sum, share, state) => sum + (state & 1 ? share : 0), 0);
}

function deaths(rates: readonly YearRates[], settled: Settled, k: Constants): Float64Array {
  const made = new Float64Array(rates.length * AGES * 2 * DEATH_KEYS);
  for (const [year, { hazard }] of rates.entries())
    for (let at = 0; at < AGES * 2; at++) {
      const old = at % AGES >= ELDER;
      const left = (old ? otherHazard(hazard[at]!, settled.fallHazard[at]!) : hazard[at]!) / settled.deathMean[at]!;
      for (let key = 0; key < DEATH_KEYS; key++) {
        const state = (key & 7) | (key & 8 ? INSTITUTION : 0);
        const ratio = old ? k.deathRatio[state]! : state & 1 ? k.chronicDeathYoung : 1;
        made[deathAt(year, at) + key] = 1 - Math.exp(-left * ratio);
      }
    }
  return made;
}
