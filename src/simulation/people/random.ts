/**
 * Random numbers by counter: each is a pure function of a seed, a person, a year and a decision. Nothing is drawn "next",
 * so a decision that is added, a person who is left out or a worker that goes first changes no other number.
 *
 * A person's key is Threefry-2x32 with 20 rounds of seed and number (Salmon, Moraes, Dror and Shaw 2011, "Parallel random
 * numbers: as easy as 1, 2, 3"; tested with its published answers). Within a person a decision is one step of a Weyl
 * sequence, hashed with the second half of the key in its middle (multiplications and shifts as in the finalisers of
 * MurmurHash3, with the constants that Wellons found to be least biased).
 */
/** How lives are drawn. Raised when the same seed gives other lives; part of the mark of a run. */
export const DRAWN_AS = 2;

const PARITY = 0x1bd11bda;
const TURNS = [13, 15, 26, 6, 17, 29, 16, 24] as const;

/** Threefry-2x32-20. Writes two 32-bit words of `key` and `counter` to `out`. */
export function threefry(key0: number, key1: number, counter0: number, counter1: number, out: Int32Array): void {
  const keys = [key0, key1, PARITY ^ key0 ^ key1];
  let x = (counter0 + key0) | 0;
  let y = (counter1 + key1) | 0;
  for (let round = 0; round < 20; round++) {
    const turn = TURNS[round % 8]!;
    x = (x + y) | 0;
    y = ((y << turn) | (y >>> (32 - turn))) ^ x;
    if (round % 4 === 3) {
      const injection = (round + 1) / 4;
      x = (x + keys[injection % 3]!) | 0;
      y = (y + keys[(injection + 1) % 3]! + injection) | 0;
    }
  }
  out[0] = x;
  out[1] = y;
}

const GOLDEN = 0x9e3779b9;
/** Decisions a year; numbers of decisions are below it. */
const DECISIONS = 64;
/** What a decision adds to the counter of a year. */
export const decision = (number: number): number => Math.imul(number, GOLDEN);
/** Where the decisions of a year begin for a person with key words `key0`. */
export const yearOf = (key0: number, year: number): number => (key0 + Math.imul(year * DECISIONS, GOLDEN)) | 0;

/** The number of a decision, −2³¹ ≤ number < 2³¹. `start`: of the year; `offset`: of the decision. */
export function draw(start: number, key1: number, offset: number): number {
  let x = (start + offset) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15) ^ key1, 0x735a2d97);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/**
 * 1 where a number falls under a threshold, else 0. What is a toss-up is added up with this rather than asked with `if`: a
 * processor that guesses wrong loses more time than a number takes.
 */
export const falls = (number: number, limit: number): number => Number(number < limit);

const HALF = 2147483648;
/** The threshold under which a draw falls with this chance; a chance of 1 is missed once in 2³² times. */
export const threshold = (chance: number): number =>
  Math.min(HALF - 1, Math.max(-HALF, Math.round(chance * 2 * HALF - HALF)));
/** The threshold of a chance that is `ratio` times as high. */
export const times = (limit: number, ratio: number): number => (limit + HALF) * ratio - HALF;
/** The threshold of a chance of which the rest is `part` smaller: 1 − (1 − chance)(1 − part). */
export const closer = (limit: number, part: number): number => limit + (HALF - limit) * part;
