import { AGES } from '../population/ages.ts';
import type { Highest } from './chances.ts';
import { decision, draw, falls } from './random.ts';

/**
 * What may happen in a year, drawn together. Most of it is rare, and in most years of somebody under 65 nothing happens at
 * all: one number says so. Where something may happen, the same number says what is the first of it in the order below,
 * and the next number what is the next (the chances of independent events, multiplied in a row; nothing is approximated).
 * The chances in the row are the highest of the age and sex, so that the row is the same with and without an approach; a
 * further number of its own decides whether it does happen to this person (thinning; Lewis and Shedler 1979). Household,
 * home and caring hang on nothing that an approach moves: those have their own chances in the row.
 */
const ORDER = [
  'leave',
  'birth',
  'alone',
  'suitable',
  'weight',
  'chronic',
  'death',
  'giver',
  'frail',
  'dementia',
] as const satisfies readonly (keyof Highest)[];

export const MAY_LEAVE = 1 << 1;
export const MAY_BIRTH = 1 << 2;
/** These three are the bits of the state that turn over (`states.ts`). */
export const TURNS = (1 << 3) | (1 << 4) | (1 << 8);
export const MAY_WEIGHT = 1 << 5;
export const MAY_CHRONIC = 1 << 6;
export const MAY_DEATH = 1 << 7;
export const MAY_FRAIL = 1 << 9;
export const MAY_DEMENTIA = 1 << 10;

/** Places in a row: 1 before the first, then the chance that nothing has happened until and with each. */
const PLACES = ORDER.length + 1;
const LAST = ORDER.length;
/** A row for every sex, age, and household, home and caring. */
export const KINDS = 8;
export const kindOf = (state: number): number => ((state >> 3) & 3) | ((state >> 6) & 4);

/** [(at × KINDS + kind) × PLACES + place] */
export function chainOf(highest: Highest): Float64Array {
  const chain = new Float64Array(AGES * 2 * KINDS * PLACES);
  for (let at = 0; at < AGES * 2; at++)
    for (let kind = 0; kind < KINDS; kind++) {
      const row = (at * KINDS + kind) * PLACES;
      const having = { alone: kind & 1, suitable: (kind >> 1) & 1, giver: kind >> 2 };
      let none = 1;
      chain[row] = none;
      ORDER.forEach((name, index) => {
        const chance =
          name === 'alone' || name === 'suitable' || name === 'giver'
            ? highest[name][having[name]]![at]!
            : highest[name][at]!;
        none *= 1 - chance;
        chain[row + index + 1] = none;
      });
    }
  return chain;
}

/** The threshold under which nothing happens at all, by `at × KINDS + kind`. */
export const quietOf = (chain: Float64Array): Int32Array =>
  Int32Array.from({ length: AGES * 2 * KINDS }, (_, row) => Math.ceil(chain[row * PLACES + LAST]! * WHOLE - HALF));

const HALF = 2147483648;
const WHOLE = 4294967296;
/** The first number of a row; the next ones follow it by place. */
export const D_FIRST = decision(40);
const D_NEXT = Int32Array.from({ length: PLACES }, (_, place) => decision(40 + place));

/** What may happen in a year as bits, given the first number of the row (`D_FIRST`). */
export function mayHappen(
  chain: Float64Array,
  at: number,
  state: number,
  first: number,
  start: number,
  key1: number,
): number {
  const row = (at * KINDS + kindOf(state)) * PLACES;
  const nothing = chain[row + LAST]!;
  let found = 0;
  let x = (first + HALF) / WHOLE;
  while (x >= nothing) {
    // The first place that is not above x; the last one is not.
    const place =
      1 +
      falls(x, chain[row + 1]!) +
      falls(x, chain[row + 2]!) +
      falls(x, chain[row + 3]!) +
      falls(x, chain[row + 4]!) +
      falls(x, chain[row + 5]!) +
      falls(x, chain[row + 6]!) +
      falls(x, chain[row + 7]!) +
      falls(x, chain[row + 8]!) +
      falls(x, chain[row + 9]!);
    found |= 1 << place;
    if (place === LAST) break;
    x = ((draw(start, key1, D_NEXT[place]!) + HALF) / WHOLE) * chain[row + place]!;
  }
  return found;
}
