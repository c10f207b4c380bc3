import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { withMadeUp } from './made-up.ts';

const seriesOf = (region: ReturnType<typeof shippedRegion>) =>
  region.themes.flatMap(({ indicators }) => indicators.flatMap(({ series }) => series));

describe('a demo says which figures are real', () => {
  const region = shippedRegion();

  it('what Omzien counts itself is made up; what a source stands with is left as it is', () => {
    const marked = seriesOf(withMadeUp(region, 'nl'));
    assert.deepEqual(
      marked.filter(({ own }) => !own),
      seriesOf(region).filter(({ own }) => !own),
    );
    const own = marked.filter(({ own: counted }) => counted);
    assert.ok(own.length >= 2);
    for (const { name, source, caveat } of own) {
      assert.match(name, /, verzonnen$/);
      assert.match(source, /, verzonnen$/);
      assert.match(caveat!, /^In deze oefenomgeving/);
    }
    assert.match(seriesOf(withMadeUp(region, 'en')).find(({ own: counted }) => counted)!.name, /, made up$/);
  });
});
