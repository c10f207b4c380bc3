import type { Model } from '../model/model.ts';
import { ADULT, ALONE, ELDER, ELDER_STATES, GIVER, OVERWEIGHT, SUITABLE } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { draw, threefry, threshold, yearOf } from './random.ts';

/**
 * People as typed arrays, one place a person: age and sex in `at` (`cell(sex, age)`), `municipality`, and `state` (condition,
 * frailty, dementia, household, home, care, overweight, caring; `model/states.ts`). The key words make every draw of a
 * person. May lie in memory that workers share.
 */
export type People = {
  readonly count: number;
  readonly at: Uint8Array;
  readonly municipality: Uint8Array;
  readonly state: Uint16Array;
  readonly key0: Int32Array;
  readonly key1: Int32Array;
};

/** Bytes of one person. */
const SIZE = 4 + 4 + 2 + 1 + 1;

/** Room for so many people in one piece of memory, so that it can be sent or shared as it is. */
export function peopleIn(memory: ArrayBufferLike, count: number): People {
  return {
    count,
    key0: new Int32Array(memory, 0, count),
    key1: new Int32Array(memory, count * 4, count),
    state: new Uint16Array(memory, count * 8, count),
    at: new Uint8Array(memory, count * 10, count),
    municipality: new Uint8Array(memory, count * 11, count),
  };
}
export const bytesFor = (count: number): number => count * SIZE;

/** Whole people for fractions of them: the running total is rounded, so that no more than one is gained or lost in all. */
export function wholePeople(counts: readonly Float64Array[]): readonly Uint32Array[] {
  let [total, rounded] = [0, 0];
  return counts.map((ages) =>
    Uint32Array.from(ages, (count) => {
      total += count;
      const whole = Math.round(total) - rounded;
      rounded += whole;
      return whole;
    }),
  );
}

/** Draws the state in which somebody begins, as the states of their age and sex lie in the first year. */
export type Beginning = (at: number, key0: number, key1: number) => number;

/** Beginnings have a year of their own among the draws of a person, before the first. */
const BEGINNING = -1;

export function beginnings(model: Model): Beginning {
  const { settled } = model;
  const sums = Array.from({ length: AGES * 2 }, (_, at) => {
    let sum = 0;
    const shares = at % AGES < ELDER ? settled.young[at]! : settled.old[at]!;
    return Int32Array.from(shares, (share) => {
      sum += share;
      return threshold(sum);
    });
  });
  const shareOf = [settled.alone, settled.suitable, settled.giver].map(({ share }) =>
    Int32Array.from(share, threshold),
  );
  const [alone, suitable, giver] = shareOf as [Int32Array, Int32Array, Int32Array];
  return (at, key0, key1) => {
    const start = yearOf(key0, BEGINNING);
    const age = at % AGES;
    const drawn = draw(start, key1, 1);
    const ranks = sums[at]!;
    let state = 0;
    const last = age < ELDER ? 3 : ELDER_STATES - 1;
    while (state < last && drawn >= ranks[state]!) state++;
    if (age < ELDER) {
      state = (state & 1) | (state & 2 ? OVERWEIGHT : 0);
      if (draw(start, key1, 2) < alone[at]!) state |= ALONE;
      if (draw(start, key1, 3) < suitable[at]!) state |= SUITABLE;
    }
    return age >= ADULT && draw(start, key1, 4) < giver[at]! ? state | GIVER : state;
  };
}

/** The residents of the first year. Their number is their place; with the seed it makes their key. */
export function residentsOf(model: Model, seed: number, memoryFor: (bytes: number) => ArrayBufferLike): People {
  const whole = wholePeople(model.start);
  const count = whole.reduce((sum, ages) => sum + ages.reduce((a, b) => a + b, 0), 0);
  const people = peopleIn(memoryFor(bytesFor(count)), count);
  const begin = beginnings(model);
  const key = new Int32Array(2);
  let i = 0;
  whole.forEach((ages, municipality) => {
    for (let at = 0; at < AGES * 2; at++)
      for (let n = 0; n < ages[at]!; n++) {
        threefry(seed | 0, 0, i, 0, key);
        people.at[i] = at;
        people.municipality[i] = municipality;
        people.key0[i] = key[0]!;
        people.key1[i] = key[1]!;
        people.state[i] = begin(at, key[0]!, key[1]!);
        i++;
      }
  });
  return people;
}
