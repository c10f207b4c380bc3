import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shippedRegion } from '../../../test/support/pathways.ts';
import type { Region } from '../../content/index.ts';
import { MOST, partOf } from './part.tsx';

const shipped = shippedRegion();
const indicator = shipped.themes[0]!.indicators[0]!;
const regionWith = (sizes: readonly number[]): Region => ({
  ...shipped,
  themes: sizes.map((size, theme) => ({
    ...shipped.themes[0]!,
    id: `t${theme}`,
    indicators: Array.from({ length: size }, (_, n) => ({ ...indicator, id: `i${theme}-${n}` })),
  })),
});

describe('a region with many figures', () => {
  it('shows each figure on one page, at most so many at a time, in the order of the themes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 6 }), (sizes) => {
        const region = regionWith(sizes);
        const first = partOf(region, undefined, undefined)!;
        const pages = Array.from({ length: first.pages }, (_, n) => partOf(region, undefined, String(n + 1))!);
        assert.deepEqual(
          pages.flatMap(({ ids }) => ids),
          region.themes.flatMap(({ indicators }) => indicators.map(({ id }) => id)),
        );
        for (const { ids } of pages) assert.ok(ids.length >= 1 && ids.length <= MOST);
        assert.equal(partOf(region, undefined, String(first.pages + 1)), undefined);
      }),
    );
  });

  it('shows one theme by itself, and nothing of a theme or page that is none', () => {
    const region = regionWith([3, 60]);
    assert.deepEqual(partOf(region, 't0', undefined)!.ids, ['i0-0', 'i0-1', 'i0-2']);
    assert.equal(partOf(region, 't1', '2')!.ids.length, 10);
    for (const [theme, page] of [
      ['t9', undefined],
      ['t0', '2'],
      ['t1', '0'],
      ['t1', 'x'],
    ] as const)
      assert.equal(partOf(region, theme, page), undefined);
  });

  it('keeps on one page what is shipped', () => {
    assert.equal(partOf(shipped, undefined, undefined)!.pages, 1);
  });
});
