import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { publishNested } from './publish.ts';

describe('figures that are published', () => {
  it('show nothing of fewer than ten people', () => {
    assert.deepEqual(publishNested([9, 3, 0]), [null, null, null]);
  });

  it('are rounded to five', () => {
    assert.deepEqual(publishNested([63, 41, 22]), [65, 40, 20]);
  });

  it('hide what would tell of a small group by taking one from the other', () => {
    assert.deepEqual(publishNested([25, 22, 12]), [25, null, 10]);
  });

  it('never let anyone learn that a group of one to nine people is there', () => {
    const nested = fc
      .array(fc.nat(500), { minLength: 1, maxLength: 6 })
      .map((counts) => counts.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(nested, (counts) => {
        const shown = publishNested(counts);
        const kept = counts.filter((_, index) => shown[index] !== null);
        assert.ok(kept.every((count) => count >= 10));
        assert.ok(shown.every((value) => value === null || value % 5 === 0));
        for (const [index, count] of kept.entries()) {
          const gap = index === 0 ? 0 : kept[index - 1]! - count;
          assert.ok(gap === 0 || gap >= 10);
        }
      }),
    );
  });
});
