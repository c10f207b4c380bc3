import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withstands } from '../../test/support/attack.ts';
import { shippedRegion } from '../../test/support/pathways.ts';
import type { ResidentsByPostcode } from '../content/index.ts';
import { publishTable } from '../figures/index.ts';
import { type Ages, publishedByPostcode, tableOf } from './model/by-postcode.ts';
import { figuresOfContent } from './model/count.ts';

const region = shippedRegion();
const RANGES: readonly Ages[] = [{ from: 0 }, { from: 65 }, { from: 75 }, { from: 20, to: 64 }];
const GROUPS = ['0-19', '20-64', '65-74', '75+'];

/** A municipality of a few areas, one of them large: of one small area alone its total would tell everything. */
const municipality = fc
  .array(fc.array(fc.oneof(fc.nat(14), fc.nat(60)), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 4 })
  .map((small) =>
    [...small, [90, 200, 80, 70]].map(
      (men, nth): ResidentsByPostcode => ({ code: `${7500 + nth}`, men, women: men.map(() => 0) }),
    ),
  );

describe('figures of postcode areas', () => {
  it('withstand who takes them from the total of their municipality, and the ages from one another', () => {
    fc.assert(
      fc.property(municipality, (areas) => withstands(tableOf(GROUPS, RANGES, areas))),
      { numRuns: 12 },
    );
  });

  it('leave the totals of the municipality as its source gives them', () => {
    fc.assert(
      fc.property(municipality, (areas) => {
        const { cells, sums } = tableOf(GROUPS, RANGES, areas);
        const shown = publishTable(cells, sums);
        for (const { id, count, fixed } of cells) if (fixed) assert.equal(shown.get(id), count);
      }),
      { numRuns: 60 },
    );
  });

  it('of the region as it is withstand the same in every municipality, and are nearly all shown', () => {
    for (const { id } of region.municipalities) {
      const codes = new Set(region.postcodes.filter((one) => one.municipality === id).map(({ code }) => code));
      const areas = region.populationByPostcode!.filter(({ code }) => codes.has(code));
      withstands(tableOf(region.population.ageGroups, RANGES, areas));
    }
    const counts = publishedByPostcode(region);
    const hidden = (ages: Ages) => region.postcodes.filter(({ code }) => counts(code, ages) === null).length;
    assert.deepEqual([hidden({ from: 0 }), hidden({ from: 65 }), hidden({ from: 85 })], [0, 2, 15]);
  });

  it('are never of fewer than ten people, and a part of an area only where both counts are shown', () => {
    const places = new Set(region.postcodes.map(({ code }) => code));
    const figures = figuresOfContent(region).filter(({ area }) => places.has(area));
    assert.ok(figures.length > 500);
    for (const { indicator, area, sex, age, value } of figures) {
      assert.deepEqual([sex, age], ['all', 'all']);
      if (indicator.startsWith('inwoners')) assert.ok(value >= 10 && value % 5 === 0, `${indicator} ${area}`);
    }
    const of = (indicator: string, area: string) =>
      figures.find((one) => one.indicator === indicator && one.area === area)?.value;
    assert.equal(of('inwoners-65', '7472'), undefined);
    assert.equal(of('aandeel-65', '7472'), undefined);
    assert.equal(of('inwoners', '7472'), 35);
    assert.equal(of('inwoners-85', '7614'), undefined);
  });
});
