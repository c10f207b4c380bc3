import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decision, draw, threefry, threshold, yearOf } from './random.ts';

const hex = (words: Int32Array) => [...words].map((word) => (word >>> 0).toString(16).padStart(8, '0'));
const key = (seed: number, person: number) => {
  const out = new Int32Array(2);
  threefry(seed, 0, person, 0, out);
  return out;
};
/** A draw as a number from 0 to 1. */
const part = (person: number, year: number, number: number, seed = 1) => {
  const [key0, key1] = key(seed, person);
  return (draw(yearOf(key0!, year), key1!, decision(number)) + 2147483648) / 4294967296;
};
const PEOPLE = 40_000;
const all = (of: (person: number) => number) => Float64Array.from({ length: PEOPLE }, (_, person) => of(person));
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
function correlation(a: Float64Array, b: Float64Array): number {
  const [ma, mb] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - ma) * (b[i]! - mb);
    aa += (a[i]! - ma) ** 2;
    bb += (b[i]! - mb) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

describe('random numbers by counter', () => {
  it('make the key of a person as Threefry was published (known answers of Random123)', () => {
    const out = new Int32Array(2);
    threefry(0, 0, 0, 0, out);
    assert.deepEqual(hex(out), ['6b200159', '99ba4efe']);
    threefry(-1, -1, -1, -1, out);
    assert.deepEqual(hex(out), ['1cb996fc', 'bb002be7']);
    threefry(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3 | 0, out);
    assert.deepEqual(hex(out), ['c4923a9c', '483df7a0']);
  });

  it('are even: χ² over 64 classes stays within what chance gives, for many decisions and years', () => {
    for (const [year, number] of [
      [0, 1],
      [1, 1],
      [16, 20],
      [7, 33],
      [-1, 4],
    ] as const) {
      const classes = new Float64Array(64);
      for (const value of all((person) => part(person, year, number))) classes[Math.floor(value * 64)]!++;
      const chi = classes.reduce((sum, count) => sum + (count - PEOPLE / 64) ** 2 / (PEOPLE / 64), 0);
      // 63 degrees of freedom: between 30 and 110 but for once in ten thousand times.
      assert.ok(chi > 30 && chi < 110, `year ${year}, decision ${number}: χ² ${chi}`);
    }
  });

  it('know nothing of one another: persons, years, decisions and seeds do not go together', () => {
    const base = all((person) => part(person, 3, 5));
    const others = {
      neighbour: all((person) => part(person + 1, 3, 5)),
      'next year': all((person) => part(person, 4, 5)),
      'next decision': all((person) => part(person, 3, 6)),
      'same place a year on': all((person) => part(person, 2, 5 + 32)),
      'other seed': all((person) => part(person, 3, 5, 2)),
    };
    for (const [what, values] of Object.entries(others)) {
      const found = correlation(base, values);
      assert.ok(Math.abs(found) < 4 / Math.sqrt(PEOPLE), `${what}: ${found}`);
    }
  });

  it('change half their bits when one bit of person, year or decision changes', () => {
    const bits = (x: number) => {
      let count = 0;
      for (let word = x >>> 0; word; word &= word - 1) count++;
      return count;
    };
    let [flipped, pairs] = [0, 0];
    for (let person = 0; person < 2000; person++) {
      const [key0, key1] = key(9, person);
      const one = draw(yearOf(key0!, 5), key1!, decision(7));
      const near = [
        draw(yearOf(key0!, 4), key1!, decision(7)),
        draw(yearOf(key0!, 5), key1!, decision(6)),
        draw(yearOf(key0!, 5), key1! ^ 1, decision(7)),
      ];
      for (const other of near) {
        flipped += bits(one ^ other);
        pairs++;
      }
    }
    assert.ok(Math.abs(flipped / pairs - 16) < 0.3, `${flipped / pairs} of 32`);
  });

  it('fall under a threshold as often as the chance says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.nat(1000), (chance, number) => {
        const limit = threshold(chance);
        const [key0, key1] = [Math.imul(number, 0x1234567), number];
        let hits = 0;
        for (let person = 0; person < 4000; person++)
          if (draw(key0 + Math.imul(person, 0x9e37), key1 ^ person, decision(3)) < limit) hits++;
        assert.ok(Math.abs(hits / 4000 - chance) < 5 * Math.sqrt((chance * (1 - chance)) / 4000) + 1e-3);
      }),
      { numRuns: 50 },
    );
    assert.equal(threshold(0), -2147483648);
    assert.equal(threshold(1), 2147483647);
  });
});
