import type { Scenario } from '../model/approaches.ts';
import { AT, type Counts, emptyCounts, MEASURE_COUNT, rowOf } from '../model/measures.ts';
import type { Model } from '../model/model.ts';
import { STATE_BITS } from '../model/states.ts';
import { AGES, cell, OLDEST } from '../population/ages.ts';
import { GONE, lives, MOTHER, TOUCHED } from './life.ts';
import { beginnings, type People, wholePeople } from './people.ts';
import { draw, threefry, yearOf } from './random.ts';
import { tables } from './tables.ts';

/**
 * What lives added up to. `difference`: scenario less baseline; `squares`: the sum of the squares of each person's
 * difference in a municipality, year and measure, and `totalSquares` ([municipality × measure]) of the difference over all
 * years: persons are independent of one another, so these are the variances by chance. `touched`: people in whose life
 * something may differ; `mark`: a sum over all people of how they ended, the same for the same people in any order.
 */
export type Simulated = {
  readonly baseline: Counts;
  readonly difference: Counts;
  readonly squares: Counts;
  readonly totalSquares: Float64Array;
  readonly people: number;
  readonly personYears: number;
  readonly touched: number;
  readonly mark: number;
};

/** Which share of the people: part 0 of 1 is everybody. */
export type Part = { readonly part: number; readonly parts: number };
const ALL: Part = { part: 0, parts: 1 };

/**
 * Lives the years of the model for every resident of the first year, whoever comes and whoever is born: once as it is,
 * and, from the first year in which somebody would take part in an approach, once more with it. Whom no approach touches
 * is the same in both, to the person. The same model, scenario, people and seed give the same counts for any division in
 * parts, when the parts are added up with `added`.
 */
export function simulate(
  model: Model,
  scenario: Scenario,
  people: People,
  seed: number,
  { part, parts }: Part = ALL,
): Simulated {
  const t = tables(model, scenario);
  const year = lives(model, t);
  const begin = beginnings(model);
  const { years } = model;
  const size = model.municipalities.length;
  const counts = () => emptyCounts(size, years);
  const [baseline, difference, squares] = [counts(), counts(), counts()];
  const totalSquares = new Float64Array(size * MEASURE_COUNT);
  const cells = baseline.cells;
  const without = new Float64Array(MEASURE_COUNT);
  const with_ = new Float64Array(MEASURE_COUNT);
  const total = new Float64Array(MEASURE_COUNT);
  const key = new Int32Array(2);
  const waiting: number[] = [];
  let lived = 0;
  let personYears = 0;
  let touched = 0;
  let mark = 0;

  /** Adds the difference of one year of one person; `squared` where it is a person of both. */
  function differs(m: number, y: number, sign: number, squared: boolean): void {
    const row = rowOf(years, m, y);
    for (let k = 0; k < MEASURE_COUNT; k++) {
      const d = sign * (with_[k]! - without[k]!);
      if (d === 0) continue;
      difference.cells[row + k]! += d;
      if (!squared) continue;
      squares.cells[row + k]! += d * d;
      total[k]! += d;
    }
  }

  /** The whole life of a child that is only in one of both: with the approaches and added, or without and taken off. */
  function onlyOnce(
    from: number,
    at: number,
    m: number,
    state: number,
    key0: number,
    key1: number,
    sign: number,
  ): void {
    without.fill(0);
    for (let y = from; y < years; y++) {
      with_.fill(0);
      const after = year(state, at, y, m, yearOf(key0, y), key1, 1, with_, 0);
      differs(m, y, sign, false);
      if (after & GONE) return;
      state = after & STATE_BITS;
      at = older(at);
    }
  }

  /**
   * One year of somebody in whose life something may differ: once more as it is (`base`, −1 when gone) and with the
   * approaches (`other`, −1 when gone). Gives the state with the approaches at the end of the year, or −1.
   */
  function twice(base: number, other: number, at: number, y: number, m: number, key0: number, key1: number): number {
    const start = yearOf(key0, y);
    without.fill(0);
    with_.fill(0);
    const before = base < 0 ? 0 : year(base, at, y, m, start, key1, 0, without, 0);
    const after = other < 0 ? 0 : year(other, at, y, m, start, key1, 1, with_, 0);
    differs(m, y, 1, true);
    // A child that is born to who lives longer, or is not born: its life is only in one of both.
    const sign = ((after & MOTHER) - (before & MOTHER)) / MOTHER;
    if (sign !== 0) {
      const child = bornTo(key0, key1, y, m, difference.cells, sign);
      if (child >= 0 && y + 1 < years)
        onlyOnce(y + 1, child, m, begin(child, key[0]!, key[1]!), key[0]!, key[1]!, sign);
    }
    return other < 0 || after & GONE ? -1 : after & STATE_BITS;
  }

  /** Makes the key of a child; gives its `at`, or −1 where it does not live until 1 January, which is then counted. */
  function bornTo(key0: number, key1: number, y: number, m: number, out: Float64Array, sign: number): number {
    threefry(key0, key1, y, CHILD, key);
    const start = yearOf(key[0]!, y);
    const sex = draw(start, key[1]!, 1) < t.boys ? 0 : 1;
    if (draw(start, key[1]!, 2) < t.newborn[y]![sex]!) return cell(sex, 0);
    out[rowOf(years, m, y) + AT.deaths]! += sign;
    return -1;
  }

  function live(from: number, at: number, m: number, state: number, key0: number, key1: number): void {
    lived++;
    // The state with the approaches, as long as it is another; −1 when gone.
    let other = state;
    let differed = false;
    let y = from;
    for (; y < years; y++) {
      const after = state < 0 ? GONE : year(state, at, y, m, yearOf(key0, y), key1, 0, cells, rowOf(years, m, y));
      if (state >= 0) personYears++;
      const next = after & GONE ? -1 : after & STATE_BITS;
      if (state !== other || after & TOUCHED) {
        if (!differed) total.fill(0);
        differed = true;
        other = twice(state, other, at, y, m, key0, key1);
      } else other = next;
      if (after & MOTHER) {
        const child = bornTo(key0, key1, y, m, cells, 1);
        if (child >= 0 && y + 1 < years)
          waiting.push(y + 1, child, m, begin(child, key[0]!, key[1]!), key[0]!, key[1]!);
      }
      if (state >= 0) mark = next < 0 ? marked(after & STATE_BITS, key0, key1, y) : mark;
      state = next;
      if (state < 0 && other < 0) break;
      at = older(at);
    }
    if (state >= 0) mark = marked(state, key0, key1, y);
    if (!differed) return;
    touched++;
    for (let k = 0; k < MEASURE_COUNT; k++) totalSquares[m * MEASURE_COUNT + k]! += total[k]! * total[k]!;
  }

  /** How somebody ended, added to the mark of all. */
  function marked(state: number, key0: number, key1: number, y: number): number {
    return (mark + draw(key0 ^ Math.imul(state + 1, 0x2c1b3c6d), key1, y + 1)) >>> 0;
  }

  function andChildren(): void {
    while (waiting.length > 0) {
      const key1 = waiting.pop()!;
      const key0 = waiting.pop()!;
      const state = waiting.pop()!;
      const m = waiting.pop()!;
      const at = waiting.pop()!;
      live(waiting.pop()!, at, m, state, key0, key1);
    }
  }

  const until = Math.floor(((part + 1) * people.count) / parts);
  for (let i = Math.floor((part * people.count) / parts); i < until; i++) {
    live(0, people.at[i]!, people.municipality[i]!, people.state[i]!, people.key0[i]!, people.key1[i]!);
    if (waiting.length > 0) andChildren();
  }
  for (let y = 0; y < years - 1; y++) {
    const whole = wholePeople(model.coming[y]!);
    for (let m = 0; m < size; m++)
      for (let before = part; before < AGES * 2; before += parts)
        for (let n = 0; n < whole[m]![before]!; n++) {
          threefry(seed | 0, 1 + (y * size + m) * AGES * 2 + before, n, 0, key);
          const at = older(before);
          live(y + 1, at, m, begin(at, key[0]!, key[1]!), key[0]!, key[1]!);
          if (waiting.length > 0) andChildren();
        }
  }
  return { baseline, difference, squares, totalSquares, people: lived, personYears, touched, mark };
}

const CHILD = 0x6368_696c;
const older = (at: number): number => (at % AGES === OLDEST ? at : at + 1);

/** The parts of one simulation together. Whole numbers, so their order makes no difference. */
export function added(parts: readonly Simulated[]): Simulated {
  const sum = (of: (part: Simulated) => Float64Array) => {
    const cells = new Float64Array(of(parts[0]!).length);
    for (const part of parts)
      of(part).forEach((count, at) => {
        cells[at]! += count;
      });
    return cells;
  };
  const counts = (of: (part: Simulated) => Counts): Counts => ({
    ...of(parts[0]!),
    cells: sum((part) => of(part).cells),
  });
  const count = (of: (part: Simulated) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    baseline: counts((part) => part.baseline),
    difference: counts((part) => part.difference),
    squares: counts((part) => part.squares),
    totalSquares: sum((part) => part.totalSquares),
    people: count((part) => part.people),
    personYears: count((part) => part.personYears),
    touched: count((part) => part.touched),
    mark: count((part) => part.mark) % 4294967296,
  };
}
