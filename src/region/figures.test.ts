import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { testGround } from '../../test/support/ground.ts';
import { shippedRegion } from '../../test/support/pathways.ts';
import type { Region } from '../content/index.ts';
import type { Ground } from '../platform/index.ts';
import { seedFigures } from './index.ts';
import { figuresOfContent } from './model/count.ts';
import { classesOf } from './pages/indicator/chart.tsx';
import { headline, shownValue } from './pages/present.ts';
import { figuresOf, newestAcross, newestIn } from './store/figures.ts';

const region = shippedRegion();
const figures = figuresOfContent(region);
const figure = (indicator: string, area: string, series: string, year: number) => {
  const found = figures.find(
    (one) =>
      one.indicator === indicator &&
      one.area === area &&
      one.series === series &&
      one.year === year &&
      one.sex === 'all' &&
      one.age === 'all',
  );
  assert.ok(found, `${indicator} ${area} ${series} ${year}`);
  return found;
};

describe('figures that are counted from residents by age', () => {
  it('agree with what the counts of 2021 are known to give', () => {
    assert.equal(Math.round(figure('inwoners-65', 'twente', 'cbs-bevolking', 2021).value / 100) * 100, 130_700);
    assert.equal(Math.round(figure('grijze-druk', 'twente', 'cbs-bevolking', 2021).value), 36);
    assert.equal(figure('mantelzorgers-per-85', 'twente', 'cbs-50-75', 2021).value.toFixed(1), '13.9');
    assert.equal(figure('mantelzorgers-per-85', 'twente', 'cbs-50-65', 2021).value.toFixed(1), '9.0');
  });

  it('of the region are the sum of those of its municipalities, by sex and age too', () => {
    const people = figures.filter(({ indicator, series }) => indicator === 'inwoners-65' && series === 'cbs-bevolking');
    for (const whole of people.filter(({ area }) => area === region.id)) {
      const own = new Set(region.municipalities.map(({ id }) => id));
      const parts = people.filter(({ area, sex, age }) => own.has(area) && sex === whole.sex && age === whole.age);
      assert.equal(parts.length, 14);
      assert.equal(
        parts.reduce((sum, { value }) => sum + value, 0),
        whole.value,
      );
    }
    const ages = people.filter(({ area, sex, age }) => area === region.id && sex === 'all' && age !== 'all');
    const [total] = people.filter(({ area, sex, age }) => area === region.id && sex === 'all' && age === 'all');
    assert.equal(
      ages.reduce((sum, { value }) => sum + value, 0),
      total?.value,
    );
  });

  it('have an interval where they are a part of the people counted, and none where they are not', () => {
    const part = figure('aandeel-65', 'borne', 'cbs-bevolking', 2021);
    assert.ok(part.lower !== null && part.upper !== null && part.lower < part.value && part.value < part.upper);
    assert.equal(figure('grijze-druk', 'borne', 'cbs-bevolking', 2021).lower, null);
  });
});

describe('the figure to begin with', () => {
  const indicator = region.themes.flatMap(({ indicators }) => indicators).find(({ id }) => id === 'grijze-druk')!;
  const own = figures.filter((one) => one.indicator === 'grijze-druk' && one.area === 'twente' && one.sex === 'all');

  it('is a count rather than what a plan says, and never of a year to come when there is another', () => {
    assert.deepEqual(
      [headline(indicator, own, 2026)?.series, headline(indicator, own, 2026)?.year],
      ['cbs-bevolking', 2021],
    );
    const plans = own.filter(({ series }) => series !== 'cbs-bevolking');
    assert.equal(headline(indicator, plans, 2026)?.year, 2023);
    assert.equal(headline(indicator, plans, 2022)?.year, 2023, 'the first to come, when all are');
    assert.equal(headline(indicator, [], 2026), undefined);
  });

  it('is written in its unit, in either language', () => {
    assert.equal(shownValue({ unit: 'people', decimals: 0 }, 43134, 'nl'), '43.134');
    assert.equal(shownValue({ unit: 'change', decimals: 1 }, 54.6, 'nl'), '+54,6%');
    assert.equal(shownValue({ unit: 'change', decimals: 0 }, -30, 'en'), '−30%');
    assert.equal(shownValue({ unit: 'hours', decimals: 1 }, 10.9, 'nl'), '10,9 uur');
  });
});

describe('the classes of the map', () => {
  it('hold every value once, from low to high, whatever the values are', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }), (values) => {
        const { levelOf, bounds } = classesOf(values);
        const sorted = values.toSorted((a, b) => a - b);
        const levels = sorted.map(levelOf);
        assert.deepEqual(
          levels,
          levels.toSorted((a, b) => a - b),
        );
        assert.equal(bounds[0]![0], sorted[0]);
        if (bounds.length > 1) {
          assert.equal(levelOf(sorted[0]!), 1);
          assert.equal(levelOf(sorted.at(-1)!), 5);
        }
      }),
    );
  });
});

describe('figures in the database', () => {
  let ground: Ground;
  let stop: () => Promise<void>;
  before(async () => {
    ({ ground, stop } = await testGround());
    await seedFigures(ground, region);
  });
  after(() => stop());

  it('are there after the first start, and a second start changes nothing', async () => {
    const { rows } = await ground.pool.query('select count(*)::int as n from region.figure where current');
    assert.equal(rows[0].n, figures.length);
    assert.deepEqual(await seedFigures(ground, region), { changed: 0 });
  });

  it('are read for an area over all years, for all municipalities in one, and for one area over all subjects', async () => {
    const years = await figuresOf(ground, 'grijze-druk', ['twente', 'overijssel']);
    assert.deepEqual(
      years.filter(({ series, area }) => series === 'woonzorgvisie' && area === 'twente').map(({ value }) => value),
      [33, 40, 48],
    );
    const across = await newestAcross(
      ground,
      'grijze-druk',
      'cbs-bevolking',
      region.municipalities.map(({ id }) => id),
      2026,
    );
    assert.equal(across.length, 14);
    const now = await newestIn(ground, 'twente', ['grijze-druk', 'groei-wijkverpleging'], 2026);
    assert.deepEqual(
      now.map(({ series, year }) => [series, year]),
      [
        ['cbs-bevolking', 2021],
        ['regio-deal-ouderen', 2030],
        ['woonzorgvisie', 2023],
        ['twentse-koers', 2040],
      ],
    );
  });

  it('are replaced whole when the content says something else; what stood before is kept with its load', async () => {
    const changed: Region = structuredClone(region) as Region;
    const series = changed.themes[0]!.indicators.find(({ id }) => id === 'valrisico')!.series[0]!;
    (series.values as unknown as { value: number }[])[0]!.value = 40_000;
    assert.equal((await seedFigures(ground, changed)).changed, figures.length);
    const [now] = await figuresOf(ground, 'valrisico', ['twente']);
    assert.equal(now?.value, 40_000);
    const { rows } = await ground.pool.query(
      "select value from region.figure where indicator = 'valrisico' and not current",
    );
    assert.deepEqual(rows, [{ value: 43_134 }]);
    const { rows: loads } = await ground.pool.query('select count(*)::int as n from region.load');
    assert.equal(loads[0].n, 2);
    await seedFigures(ground, region);
  });
});
