import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  byar,
  compared,
  type Estimate,
  events,
  exactPoisson,
  type Point,
  proportion,
  rate,
  recentTrend,
  standardisedRate,
} from './index.ts';

const rounded = ({ lower, upper }: Estimate, digits: number) =>
  [lower, upper].map((limit) => Number(limit.toFixed(digits)));
const holds = ({ value, lower, upper }: Estimate) => lower <= value + 1e-12 && value <= upper + 1e-12;

describe('somebody who reads a figure sees how sure it is', () => {
  it('a proportion has the interval of Wilson', () => {
    assert.deepEqual(rounded(proportion(15, 50), 4), [0.191, 0.4375]);
    assert.throws(() => proportion(3, 2), RangeError);
    assert.throws(() => proportion(0, 0), RangeError);
  });

  it('a count has the interval of Byar, and the exact one under ten', () => {
    assert.deepEqual(rounded(events(20), 2), [12.21, 30.89]);
    assert.deepEqual(rounded(events(5), 4), [1.6235, 11.6683]);
    assert.deepEqual(events(9), exactPoisson(9));
    assert.deepEqual(events(10), byar(10));
    assert.deepEqual(rounded(events(0), 4), [0, 3.6889]);
    assert.throws(() => events(1.5), RangeError);
  });

  it('an interval holds its value, stays where values can be, and narrows with more people', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 400 }), (part, more) => {
        const [one, ten] = [proportion(part, part + more), proportion(part * 10, (part + more) * 10)];
        assert.ok(holds(one) && one.lower >= 0 && one.upper <= 1);
        assert.ok(ten.upper - ten.lower < one.upper - one.lower);
        assert.ok(holds(events(part)) && holds(rate(part, more, 1000)));
        // What is so for part of the people is so, turned round, for the rest.
        const rest = proportion(more, part + more);
        assert.ok(Math.abs(rest.lower - (1 - one.upper)) < 1e-9);
      }),
    );
  });

  it('the limits of Byar lie close to the exact ones from ten on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), (count) => {
        const [near, exact] = [byar(count), exactPoisson(count)];
        assert.ok(Math.abs(near.lower - exact.lower) < 0.05 && Math.abs(near.upper - exact.upper) < 0.05);
      }),
    );
  });
});

describe('a rate that is standardised', () => {
  const band = fc.record({
    events: fc.nat(80),
    personYears: fc.integer({ min: 500, max: 9000 }),
    weight: fc.integer({ min: 1, max: 9000 }),
  });

  it('is the plain rate with its own interval where there is one age band', () => {
    const [own, plain] = [
      standardisedRate([{ events: 20, personYears: 4000, weight: 5500 }], 1000),
      rate(20, 4000, 1000),
    ];
    for (const key of ['value', 'lower', 'upper'] as const) assert.ok(Math.abs(own[key] - plain[key]) < 1e-9, key);
  });

  it('has the interval of Dobson', () => {
    // By hand: value (0.6·10/1000 + 0.4·30/800); its variance 0.36·10/10⁶ + 0.16·30/64·10⁴; Byar of 40 is 28.58–54.47.
    const made = standardisedRate(
      [
        { events: 10, personYears: 1000, weight: 60 },
        { events: 30, personYears: 800, weight: 40 },
      ],
      1000,
    );
    const scale = Math.sqrt((0.36 * 10) / 1e6 + (0.16 * 30) / 64e4) / Math.sqrt(40);
    assert.ok(Math.abs(made.value - 21) < 1e-9);
    assert.ok(Math.abs(made.lower - (0.021 + scale * (28.5759 - 40)) * 1000) < 0.002);
    assert.ok(Math.abs(made.upper - (0.021 + scale * (54.469 - 40)) * 1000) < 0.002);
  });

  it('holds its value, grows with the unit, and does not mind how large the standard population is', () => {
    fc.assert(
      fc.property(fc.array(band, { minLength: 1, maxLength: 8 }), (bands) => {
        const [one, per] = [standardisedRate(bands), standardisedRate(bands, 1000)];
        assert.ok(holds(one));
        assert.ok(Math.abs(per.upper - one.upper * 1000) < 1e-6);
        const twice = standardisedRate(bands.map((each) => ({ ...each, weight: each.weight * 2 })));
        assert.ok(Math.abs(twice.lower - one.lower) < 1e-12);
      }),
    );
    assert.throws(() => standardisedRate([{ events: 1, personYears: 0, weight: 1 }]), RangeError);
  });
});

describe('a trend', () => {
  const points = (values: readonly number[], width = 2): readonly Point[] =>
    values.map((value, index) => ({ year: 2019 + index, value, lower: value - width / 2, upper: value + width / 2 }));

  it('is seen where five years move one way beyond chance, and of the last five only', () => {
    const trend = recentTrend(points([90, 10, 12, 14, 16, 18]));
    assert.equal(trend?.direction, 'rising');
    assert.deepEqual([trend?.from, trend?.until], [2020, 2024]);
    assert.ok(Math.abs(trend!.slope - 2) < 1e-9);
    // Equal weights (3.92/2)² = 3.8416; across 10 years²: χ² = 3.8416 · 10 · 2².
    assert.ok(Math.abs(trend!.chiSquared - 153.664) < 1e-6);
  });

  it('is not seen with fewer than five valid years; a year without an interval is none', () => {
    assert.equal(recentTrend(points([1, 2, 3, 4])), undefined);
    const sure = points([1, 2, 3, 4, 5]).map((point) =>
      point.year === 2021 ? { ...point, lower: 3, upper: 3 } : point,
    );
    assert.equal(recentTrend(sure), undefined);
  });

  it('counts from χ² 9.5495 on and no sooner', () => {
    const chiOf = (width: number) => recentTrend(points([10, 11, 12, 13, 14], width))!;
    // χ² = (3.92/width)² · 10
    const edge = 3.92 / Math.sqrt(0.95495);
    assert.equal(chiOf(edge * 0.999).direction, 'rising');
    assert.equal(chiOf(edge * 1.001).direction, 'none');
  });

  it('does not hang on one year: leaving out any of the five must keep its sign', () => {
    const hangs = recentTrend(points([10, 9.9, 9.8, 9.7, 20], 1))!;
    assert.ok(hangs.chiSquared > 9.5495);
    assert.equal(hangs.direction, 'none');
  });

  it('turns round when the figures do, and does not change when the unit does', () => {
    const values = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 5, maxLength: 9 });
    const mirror = { rising: 'falling', falling: 'rising', none: 'none' } as const;
    fc.assert(
      fc.property(values, (made) => {
        const trend = recentTrend(points(made))!;
        assert.equal(recentTrend(points(made.map((value) => -value)))!.direction, mirror[trend.direction]);
        const scaled = points(made).map((p) => ({ ...p, value: p.value * 4, lower: p.lower * 4, upper: p.upper * 4 }));
        assert.equal(recentTrend(scaled)!.direction, trend.direction);
      }),
    );
  });
});

describe('an area beside a reference', () => {
  const area = { value: 30, lower: 25, upper: 35 };

  it('differs only where the reference lies outside its interval', () => {
    assert.equal(compared(area, 35, 'more-is-better'), 'similar');
    assert.equal(compared(area, 36, 'more-is-better'), 'worse');
    assert.equal(compared(area, 36, 'less-is-better'), 'better');
    assert.equal(compared(area, 20, 'less-is-better'), 'worse');
    assert.equal(compared(area, 20, 'neutral'), 'higher');
    assert.equal(compared(area, 40, 'neutral'), 'lower');
  });
});
