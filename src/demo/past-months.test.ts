import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { shippedRegion, testPathways } from '../../test/support/pathways.ts';
import { FUNNEL_STEPS, funnelOf, type PathwayGround } from '../pathways/index.ts';
import { drawnMonth, seedPastMonths } from './past-months.ts';

const region = shippedRegion();
let ground: PathwayGround;
let stop: () => Promise<void>;
before(async () => {
  ({ ground, stop } = await testPathways());
});
after(() => stop());

describe('the months before the demo began', () => {
  const [pathway] = region.pathways;
  const month = drawnMonth(region, pathway!, '2026-09-01', 1);

  it('go down from step to step, in every municipality, and sum to the region', () => {
    for (const { id } of [...region.municipalities, region]) {
      const people = FUNNEL_STEPS.map(({ step }) => month.find((one) => one.place === id && one.step === step)!.people);
      assert.deepEqual(
        people,
        people.toSorted((a, b) => b - a),
        id,
      );
    }
    const of = (places: readonly string[]) =>
      month
        .filter((one) => one.step === 'signal' && places.includes(one.place))
        .reduce((sum, one) => sum + one.people, 0);
    assert.equal(of(region.municipalities.map(({ id }) => id)), of([region.id]));
    assert.ok(month.every(({ people, in_time }) => in_time <= people));
  });

  it('are the same whoever draws them', () => {
    assert.deepEqual(drawnMonth(region, pathway!, '2026-09-01', 1), month);
    assert.notDeepEqual(drawnMonth(region, pathway!, '2026-10-01', 1), month);
  });

  it('are published once, with small counts hidden', async () => {
    assert.ok((await seedPastMonths(ground, region)) >= 24);
    assert.equal(await seedPastMonths(ground, region), 0);
    const figures = await funnelOf(ground, pathway!.id);
    const shown = (area: string) => figures.filter((one) => one.area === area && one.people !== null).length;
    assert.equal(shown(region.id), figures.filter((one) => one.area === region.id).length, 'the region is all shown');
    assert.ok(shown('enschede') > shown('borne'));
    assert.ok(figures.some(({ people }) => people === null));
    assert.ok(figures.every(({ people }) => people === null || people >= 10));
  });
});
