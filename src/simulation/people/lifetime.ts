import type { Scenario } from '../model/approaches.ts';
import { AT, emptyCounts, MEASURE_COUNT, rowOf } from '../model/measures.ts';
import type { Model } from '../model/model.ts';
import { STATE_BITS } from '../model/states.ts';
import { AGES, cell, OLDEST } from '../population/ages.ts';
import { D_FIRST, KINDS, kindOf } from './chain.ts';
import { NO_CLASS, TALLY, weightsOf, youngClass } from './classes.ts';
import { hospital, year } from './life.ts';
import { beginnings } from './people.ts';
import { draw, threefry, yearOf } from './random.ts';
import { tables } from './tables.ts';
import { GONE, MOTHER, TOUCHED } from './year.ts';

/** Everything that is needed and counted while lives are lived. */
export type Run = ReturnType<typeof runOf>;

export function runOf(model: Model, scenario: Scenario) {
  const { years } = model;
  const size = model.municipalities.length;
  return {
    t: tables(model, scenario),
    weights: weightsOf(model),
    begin: beginnings(model),
    years,
    baseline: emptyCounts(size, years),
    difference: emptyCounts(size, years),
    squares: emptyCounts(size, years),
    totalSquares: new Float64Array(size * MEASURE_COUNT),
    /** The baseline as it is counted (`classes.ts`), a row for every municipality and year. */
    tally: new Int32Array(size * years * TALLY),
    /** One person's year without and with the approaches, and the difference over the years. */
    without: new Int32Array(MEASURE_COUNT),
    with: new Int32Array(MEASURE_COUNT),
    byClass: new Float64Array(MEASURE_COUNT),
    total: new Float64Array(MEASURE_COUNT),
    key: new Int32Array(2),
    /** Children whose lives are still to be lived. */
    waiting: [] as number[],
    lived: 0,
    personYears: 0,
    touched: 0,
    mark: 0,
  };
}

/** The life of one person from year `from` on, as it is and, where an approach touches it, with the approaches. */
export function live(run: Run, from: number, at: number, m: number, state: number, key0: number, key1: number): void {
  const { t, tally, years } = run;
  const { quiet, noted } = t;
  run.lived++;
  // The state with the approaches, as long as it is another; −1 when gone.
  let other = state;
  let differed = false;
  let y = from;
  for (; y < years; y++) {
    const start = yearOf(key0, y);
    const row = (m * years + y) * TALLY;
    const first = draw(start, key1, D_FIRST);
    // Most years of most people: nothing happens to them, in both, but for a visit to the hospital.
    if (state === other && first < quiet[at * KINDS + kindOf(state)]!) {
      hospital(t, state, at, start, key1, tally, row);
      tally[row + youngClass(at, state)]!++;
      at++;
      continue;
    }
    let after = GONE;
    if (state >= 0) {
      after = year(t, state, at, y, m, start, key1, first, 0, tally, row);
      tally[row + noted[0]!]!++;
      tally[row + noted[1]!]!++;
      tally[row + noted[2]!]!++;
    }
    const next = after & GONE ? -1 : after & STATE_BITS;
    if (state !== other || after & TOUCHED) {
      if (!differed) run.total.fill(0);
      differed = true;
      other = twice(run, state, other, at, y, m, key0, key1);
    } else other = next;
    if (after & MOTHER) birth(run, key0, key1, y, m, row);
    if (state >= 0 && next < 0) ended(run, after & STATE_BITS, key0, key1, y, y + 1 - from);
    state = next;
    if (state < 0 && other < 0) break;
    at = older(at);
  }
  if (state >= 0) ended(run, state, key0, key1, y, y - from);
  if (!differed) return;
  run.touched++;
  for (let k = 0; k < MEASURE_COUNT; k++) run.totalSquares[m * MEASURE_COUNT + k]! += run.total[k]! * run.total[k]!;
}

/** Lives the lives of the children that were born, and of theirs. */
export function andChildren(run: Run): void {
  const { waiting } = run;
  while (waiting.length > 0) {
    const key1 = waiting.pop()!;
    const key0 = waiting.pop()!;
    const state = waiting.pop()!;
    const m = waiting.pop()!;
    const at = waiting.pop()!;
    live(run, waiting.pop()!, at, m, state, key0, key1);
  }
}

export const older = (at: number): number => (at % AGES === OLDEST ? at : at + 1);

/** How somebody ended, added to the mark of all. */
function ended(run: Run, state: number, key0: number, key1: number, y: number, years: number): void {
  run.personYears += years;
  run.mark = (run.mark + draw(key0 ^ Math.imul(state + 1, 0x2c1b3c6d), key1, y + 1)) >>> 0;
}

const CHILD = 0x6368_696c;
/** Makes the key of a child in `run.key`; gives its `at`, or −1 where it does not live until 1 January. */
function bornTo({ t, key }: Run, key0: number, key1: number, y: number): number {
  threefry(key0, key1, y, CHILD, key);
  const start = yearOf(key[0]!, y);
  const sex = draw(start, key[1]!, 1) < t.boys ? 0 : 1;
  return draw(start, key[1]!, 2) < t.newborn[y]![sex]! ? cell(sex, 0) : -1;
}

function birth(run: Run, key0: number, key1: number, y: number, m: number, row: number): void {
  const { key, waiting } = run;
  const child = bornTo(run, key0, key1, y);
  if (child < 0) run.tally[row + AT.deaths]!++;
  else if (y + 1 < run.years) waiting.push(y + 1, child, m, run.begin(child, key[0]!, key[1]!), key[0]!, key[1]!);
}

/**
 * One year of somebody in whose life something may differ: once more as it is (`base`, −1 when gone) and with the
 * approaches (`other`, −1 when gone). Gives the state with the approaches at the end of the year, or −1.
 */
function twice(
  run: Run,
  base: number,
  other: number,
  at: number,
  y: number,
  m: number,
  key0: number,
  key1: number,
): number {
  const { key, t } = run;
  const start = yearOf(key0, y);
  const before = alone(run, base, at, y, m, start, key1, 0, run.without);
  const [first, second, third] = [t.noted[0]!, t.noted[1]!, t.noted[2]!];
  const after = alone(run, other, at, y, m, start, key1, 1, run.with);
  if (first !== t.noted[0] || second !== t.noted[1] || third !== t.noted[2]) {
    inClass(run, -1, first, second, third);
    inClass(run, 1, t.noted[0]!, t.noted[1]!, t.noted[2]!);
  }
  differs(run, m, y, 1, true);
  // A child that is born to who lives longer, or is not born: its life is only in one of both.
  const sign = ((after & MOTHER) - (before & MOTHER)) / MOTHER;
  if (sign !== 0) {
    const child = bornTo(run, key0, key1, y);
    if (child < 0) run.difference.cells[rowOf(run.years, m, y) + AT.deaths]! += sign;
    else if (y + 1 < run.years)
      onlyOnce(run, y + 1, child, m, run.begin(child, key[0]!, key[1]!), key[0]!, key[1]!, sign);
  }
  return after & GONE ? -1 : after & STATE_BITS;
}

/** Lives one year of one person into a tally of their own, which was empty; who is gone is in no class. */
function alone(
  { t }: Run,
  state: number,
  at: number,
  y: number,
  m: number,
  start: number,
  key1: number,
  applies: number,
  into: Int32Array,
): number {
  if (state >= 0) return year(t, state, at, y, m, start, key1, draw(start, key1, D_FIRST), applies, into, 0);
  t.noted[0] = t.noted[1] = t.noted[2] = NO_CLASS;
  return GONE;
}

/** Adds what the classes of one year of one person give, or takes it off, to the difference by class. */
function inClass({ weights, byClass }: Run, sign: number, first: number, second: number, third: number): void {
  for (let k = 0; k < MEASURE_COUNT; k++)
    byClass[k]! +=
      sign *
      (weights[first * MEASURE_COUNT + k]! +
        weights[second * MEASURE_COUNT + k]! +
        weights[third * MEASURE_COUNT + k]!);
}

/** Adds the difference of one year of one person and empties their tallies; `squared` where it is a person of both. */
function differs(run: Run, m: number, y: number, sign: number, squared: boolean): void {
  const { with: with_, without, byClass, difference, squares, total } = run;
  const row = rowOf(run.years, m, y);
  for (let k = 0; k < MEASURE_COUNT; k++) {
    const d = sign * (with_[k]! - without[k]! + byClass[k]!);
    with_[k] = without[k] = byClass[k] = 0;
    if (d === 0) continue;
    difference.cells[row + k]! += d;
    if (!squared) continue;
    squares.cells[row + k]! += d * d;
    total[k]! += d;
  }
}

/** The whole life of a child that is only in one of both: with the approaches and added, or without and taken off. */
function onlyOnce(
  run: Run,
  from: number,
  at: number,
  m: number,
  state: number,
  key0: number,
  key1: number,
  sign: number,
): void {
  for (let y = from; y < run.years; y++) {
    const after = alone(run, state, at, y, m, yearOf(key0, y), key1, 1, run.with);
    inClass(run, 1, run.t.noted[0]!, run.t.noted[1]!, run.t.noted[2]!);
    differs(run, m, y, sign, false);
    if (after & GONE) return;
    state = after & STATE_BITS;
    at = older(at);
  }
}
