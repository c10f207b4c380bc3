import { AT, type Counts, MEASURE_COUNT, type Measure } from '../model/measures.ts';
import type { Model } from '../model/model.ts';
import { ADULT, CHRONIC, DEMENTIA, FRAIL, INSTITUTION, NURSING, OVERWEIGHT } from '../model/states.ts';
import { AGES } from '../population/ages.ts';

/**
 * How a life is counted. What is the same for everybody in one state is not counted measure by measure, but as one more
 * person of a class; what that means in visits, hours and years is multiplied in at the end (`measuresOf`). A tally is a
 * row of whole numbers: first the measures, for what befalls single persons, then the classes.
 */
export const NO_CLASS = MEASURE_COUNT;
/** Under 65: by condition, overweight and caring; children apart. */
const YOUNG = NO_CLASS + 1;
const YOUNG_CLASSES = 16;
const GROWN = 8;
/** From 65 on, once condition and household of the year are known: by state, and caring for somebody. */
const SETTLED = YOUNG + YOUNG_CLASSES;
/** The 96 states that occur stand first (`states.ts`). */
const STATES = NURSING + INSTITUTION;
/** From 65 on, by state when the hours of the year are known. */
const CARED = SETTLED + 2 * STATES;
/** Died in the year, other than by a fall, by state. */
const DIED = CARED + STATES;
/** Numbers in a row. */
export const TALLY = DIED + STATES;

/** Where the class of somebody under 65 begins, by age. */
const FROM_AGE = Int32Array.from({ length: AGES * 2 }, (_, at) => YOUNG + (at % AGES >= ADULT ? GROWN : 0));
export const youngClass = (at: number, state: number): number => FROM_AGE[at]! + ((state & 1) | ((state >> 6) & 6));
export const settledClass = (state: number): number => SETTLED + (state & 127) + (state & 256 ? STATES : 0);
export const caredClass = (state: number): number => CARED + (state & 127);
export const diedClass = (state: number): number => DIED + (state & 127);

/** What one person of each class adds to the measures: [class × MEASURE_COUNT + measure]; nothing for a measure itself. */
export function weightsOf({ constants: k }: Model): Float64Array {
  const weights = new Float64Array(TALLY * MEASURE_COUNT);
  const is = (what: number) => (what ? 1 : 0);
  const put = (row: number, gives: Readonly<Partial<Record<Measure, number>>>) => {
    for (const [measure, value] of Object.entries(gives)) weights[row * MEASURE_COUNT + AT[measure as Measure]] = value;
  };
  for (let n = 0; n < YOUNG_CLASSES; n++) {
    const grown = is(n & GROWN);
    const sick = n & CHRONIC;
    put(YOUNG + n, {
      residents: 1,
      gpVisits: k.gp[sick]!,
      healthyYears: k.healthy[sick]!,
      overweight: is(n & (OVERWEIGHT >> 6)),
      adults: grown,
      chronic: grown * sick,
      givers: grown * is(n & 4),
    });
  }
  for (let state = 0; state < STATES; state++) {
    for (const cares of [0, 1])
      put(SETTLED + state + cares * STATES, {
        residents: 1,
        adults: 1,
        givers: cares,
        chronic: state & CHRONIC,
        frail: is(state & FRAIL),
        dementia: is(state & DEMENTIA),
        nursingClients: is(state & NURSING),
      });
    put(CARED + state, {
      nursingHours: k.nursingHours[state]!,
      carerHours: k.carerHours[state]!,
      householdHelpHours: state & INSTITUTION ? 0 : k.helpHours[state]!,
      nursingHomeYears: state & INSTITUTION ? 2 : 0,
      gpVisits: k.gp[state]!,
      healthyYears: k.healthy[state]!,
    });
    // Who dies is there for half of the year.
    put(DIED + state, {
      deaths: 1,
      healthyYears: -k.healthy[state]! / 2,
      nursingHomeYears: state & INSTITUTION ? -1 : 0,
    });
  }
  return weights;
}

/** Adds one row of a tally to the measures of `into` from `to` on. */
export function measuresOf(
  tally: Int32Array,
  row: number,
  weights: Float64Array,
  into: Float64Array,
  to: number,
): void {
  for (let k = 0; k < MEASURE_COUNT; k++) into[to + k]! += tally[row + k]!;
  for (let n = NO_CLASS + 1; n < TALLY; n++) {
    const people = tally[row + n]!;
    if (people === 0) continue;
    for (let k = 0; k < MEASURE_COUNT; k++) into[to + k]! += people * weights[n * MEASURE_COUNT + k]!;
  }
}

/** The measures of all rows: one of each municipality and year. */
export function countsOf(tally: Int32Array, weights: Float64Array, counts: Counts): void {
  for (let row = 0; row < counts.municipalities * counts.years; row++)
    measuresOf(tally, row * TALLY, weights, counts.cells, row * MEASURE_COUNT);
}
