import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { frontier, icer, type Option, presentValue, RATES, weightOf } from './index.ts';

const near = (value: number | undefined, wanted: number, within: number) =>
  assert.ok(value !== undefined && Math.abs(value - wanted) <= within, `${value} is not ${wanted}`);
const options = (list: readonly (readonly [string, number, number])[]): readonly Option[] =>
  list.map(([id, cost, effect]) => ({ id, cost, effect }));
const told = (list: readonly Option[]) =>
  Object.fromEntries(frontier(list).map(({ id, standing, ratio }) => [id, ratio ?? standing]));

describe('what comes later', () => {
  it('counts less: 20,000 in 20 years at 3% is 11,074 now', () => {
    near(20_000 * weightOf(RATES.costs, 20), 11_074, 0.5);
    near(presentValue([...Array<number>(20).fill(0), 20_000], RATES.costs), 11_074, 0.5);
  });

  it('the first year counts whole, or at its end where that is asked', () => {
    near(presentValue([100, 100], 0.03), 100 + 100 / 1.03, 1e-9);
    near(presentValue([100, 100], 0.03, 1), 100 / 1.03 + 100 / 1.03 ** 2, 1e-9);
    assert.equal(presentValue([1, 2, 3], 0), 6);
  });
});

describe('one option beside another', () => {
  it('two treatments of HIV over 20 years (Briggs, Claxton and Sculpher, example 2.5)', () => {
    const counts = [
      [1251, 350, 116, 17],
      [0, 731, 512, 15],
      [0, 0, 1312, 437],
    ];
    const chances = counts.map((row) => row.map((count) => count / row.reduce((a, b) => a + b, 0)));
    const state = [2756, 3052, 9007];
    const [one, other, cycles, withOther, risk] = [2278, 2086.5, 20, 2, 0.509];
    const arm = (both: boolean) => {
      let alive = [1, 0, 0];
      const [costs, years]: [number[], number[]] = [[], []];
      for (let cycle = 0; cycle < cycles; cycle++) {
        const treated = both && cycle < withOther;
        const next = [0, 0, 0];
        for (const [from, row] of chances.entries()) {
          let left = 1;
          for (let to = from + 1; to < 4; to++) {
            const chance = row[to]! * (treated ? risk : 1);
            left -= chance;
            if (to < 3) next[to]! += alive[from]! * chance;
          }
          next[from]! += alive[from]! * left;
        }
        alive = next;
        const living = alive.reduce((a, b) => a + b, 0);
        costs.push(
          alive.reduce((sum, share, at) => sum + share * state[at]!, 0) + living * (one + (treated ? other : 0)),
        );
        years.push(living);
      }
      return { cost: presentValue(costs, 0.06, 1), effect: presentValue(years, 0) };
    };
    const [alone, both] = [arm(false), arm(true)];
    near(alone.cost, 44_663.4536, 5e-5);
    near(both.cost, 50_601.6513, 5e-5);
    near(alone.effect, 7.9912066, 5e-8);
    near(both.effect, 8.9373889, 5e-8);
    near(icer(alone, both), 6_275.9556, 5e-5);
  });

  it('more of them have a frontier: what is beaten by another, or by a mix of two, is not on it', () => {
    const found = told(
      options([
        ['UC', 5000, 1],
        ['A', 12_000, 1.5],
        ['B', 10_000, 2],
        ['C', 25_000, 3],
        ['D', 35_000, 4],
        ['E', 55_000, 5],
      ]),
    );
    assert.deepEqual(found, {
      UC: 'frontier',
      A: 'dominated',
      B: 5000,
      C: 'extendedly-dominated',
      D: 12_500,
      E: 20_000,
    });
  });

  it('how often to test (Paltiel 2006), in euros a quality-adjusted year', () => {
    const months = options([
      ['never', 26_000, 277.25],
      ['once', 27_000, 277.57],
      ['every five', 28_020, 277.78],
      ['every three', 28_440, 277.83],
      ['every year', 29_440, 277.76],
    ]);
    const placed = frontier(months);
    const year = (id: string) => placed.find((one) => one.id === id)!.ratio! * 12;
    near(year('once'), 37_500, 0.5);
    near(year('every five'), 58_285.71, 0.5);
    near(year('every three'), 100_800, 0.5);
    assert.equal(placed.find(({ id }) => id === 'every year')!.standing, 'dominated');
  });

  it('of two that are the same the first stays, and without effect there is no ratio', () => {
    assert.deepEqual(
      told(
        options([
          ['a', 1, 1],
          ['b', 1, 1],
        ]),
      ),
      { a: 'frontier', b: 'dominated' },
    );
    assert.equal(icer({ cost: 1, effect: 1 }, { cost: 5, effect: 1 }), undefined);
  });

  it('whatever the options: ratios rise along the frontier, and nothing off it is better than a mix of what is on it', () => {
    const amount = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.record({ cost: amount, effect: amount }), { minLength: 1, maxLength: 12 }), (drawn) => {
        const placed = frontier(drawn.map((one, at) => ({ id: String(at), ...one })));
        const on = placed.filter(({ standing }) => standing === 'frontier');
        assert.ok(on.length > 0);
        const ratios = on.flatMap(({ ratio }) => ratio ?? []);
        assert.equal(ratios.length, on.length - 1);
        for (const [at, ratio] of ratios.entries()) assert.ok(at === 0 || ratio > ratios[at - 1]!);
        for (const one of placed) {
          const after = on.findIndex(({ effect }) => effect >= one.effect);
          assert.ok(after >= 0, 'the most effect is always on it');
          const [left, right] = [on[after - 1], on[after]!];
          const share = left ? (one.effect - left.effect) / (right.effect - left.effect) : 1;
          const mixed = left ? left.cost + share * (right.cost - left.cost) : right.cost;
          assert.ok(one.cost >= mixed - 1e-9);
        }
      }),
    );
  });
});
