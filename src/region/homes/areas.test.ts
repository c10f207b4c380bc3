import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { testGround } from '../../../test/support/ground.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { seedDirectory, type Visited } from '../../directory/index.ts';
import { distanceKm, type Ground } from '../../platform/index.ts';
import type { Plan } from '../model/homes.ts';
import { CRITERIA, type FitWeights, fitsOf, neighbourhoods, standingOf } from '../model/neighbourhood.ts';
import { CIRCLES, KINDS, nearestOf, shareWithin } from '../model/reach.ts';
import { growingOf } from './growing.ts';
import { keepReach, reachOf } from './reach.ts';

const region = shippedRegion();
const growing = growingOf(region);
const spots = region.services
  .filter(({ delivery }) => delivery === 'on-site')
  .map(({ id, domain, location: { lat, lon } }): Visited => ({ id, domain, residentsOf: null, lat, lon }));
const areas = neighbourhoods(region, nearestOf(region.postcodes, spots), (id) => growing.get(id));
const WEIGHTS: FitWeights = { need: 40, growth: 20, near: 20, plans: 20 };
const type = region.housing!.types.find(({ smallCircle }) => smallCircle)!.id;
const plan = (change: Partial<Plan>): Plan => ({
  id: 'p',
  municipality: 'losser',
  version: 1,
  name: 'Voorbeeldhof',
  place: 'Overdinkel',
  type,
  tenure: 'social',
  homes: 40,
  phase: 'decided',
  year: 2028,
  partners: '',
  funding: '',
  obstacles: '',
  ...change,
});

describe('circles of reachability', () => {
  it('are drawn from the nearest service of each kind, and never to one for residents of another municipality', () => {
    const own = { ...spots[0]!, id: 'own', residentsOf: 'enschede' };
    const all = [...spots, own];
    for (const { postcode, kind, service, km } of nearestOf(region.postcodes, all)) {
      const area = region.postcodes.find(({ code }) => code === postcode)!;
      const open = all.filter(
        (one) => one.domain === kind && (one.residentsOf === null || one.residentsOf === area.municipality),
      );
      assert.equal(km, Math.min(...open.map((one) => distanceKm(area, one))));
      assert.ok(service !== 'own' || area.municipality === 'enschede');
    }
  });

  it('hold more people the wider they are, and all of them at last', () => {
    const place = fc.record({
      people: fc.nat(900),
      km: fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const shares = CIRCLES.map((km) => shareWithin(places, km));
        if (shares[0] === undefined) return;
        assert.deepEqual(
          shares,
          shares.toSorted((a, b) => a! - b!),
        );
        const reached = places.filter(({ km }) => km !== undefined).reduce((sum, { people }) => sum + people, 0);
        const all = places.reduce((sum, { people }) => sum + people, 0);
        assert.ok(Math.abs(shareWithin(places, 100)! - reached / all) < 1e-12);
      }),
    );
  });

  describe('as they are kept', () => {
    let ground: Ground;
    let stop: () => Promise<void>;
    before(async () => {
      ({ ground, stop } = await testGround());
      await seedDirectory(ground, region);
    });
    after(() => stop());

    it('change with the directory only: a service that is withdrawn is near to nobody', async () => {
      assert.equal(await reachOf(ground), undefined);
      assert.equal(await keepReach(ground, region), true);
      assert.equal(await keepReach(ground, region), false);
      const first = (await reachOf(ground))!;
      assert.equal(first.nearest.length, region.postcodes.length * KINDS.length);
      assert.deepEqual(first.at, ground.clock.now());
      const { service } = first.nearest.find(({ postcode, kind }) => postcode === '7511' && kind === 'care')!;
      await ground.pool.query('update directory.service set active = false, changed_at = now() where id = $1', [
        service,
      ]);
      assert.equal(await keepReach(ground, region), true);
      const then = (await reachOf(ground))!;
      assert.equal(then.services, first.services - 1);
      assert.ok(then.nearest.every((one) => one.service !== service));
    });

    it('change too when a postcode area lies somewhere else', async () => {
      const [first, ...others] = region.postcodes;
      const moved = { ...region, postcodes: [{ ...first!, lat: first!.lat + 0.01 }, ...others] };
      assert.equal(await keepReach(ground, moved), true);
      assert.equal(await keepReach(ground, region), true);
    });

    it('leave out what comes to the home, and what takes nobody of 75', async () => {
      const { rows } = await ground.pool.query<{ id: string }>(
        `select id from directory.service where detail ->> 'delivery' <> 'on-site' or max_age < 75`,
      );
      assert.ok(rows.length > 10);
      const left = new Set(rows.map(({ id }) => id));
      assert.ok((await reachOf(ground))!.nearest.every(({ service }) => !left.has(service)));
    });
  });
});

describe('load and strength of a neighbourhood', () => {
  it('are told from counts that are shown, and not of an area that is hidden', () => {
    const of = (code: string) => areas.find((one) => one.code === code)!;
    assert.deepEqual(
      [of('7614').over75, of('7614').share75, of('7614').over85, of('7614').carers],
      [null, null, null, null],
    );
    for (const { share75, over75, residents } of areas)
      if (share75) {
        assert.ok(share75.lower < share75.value && share75.value < share75.upper);
        assert.ok(Math.abs(share75.value * residents! - over75!) < 1e-9);
      }
  });

  it('grow as their municipality is expected to, within the band of all variants', () => {
    for (const { more75, over75 } of areas)
      if (more75 && over75) assert.ok(more75.lower <= more75.value && more75.value <= more75.upper);
    const sum = (of: (one: (typeof areas)[number]) => number) => areas.reduce((total, one) => total + of(one), 0);
    const growth = sum(({ more75 }) => more75?.value ?? 0) / sum(({ over75, more75 }) => (more75 ? (over75 ?? 0) : 0));
    assert.ok(growth > 0.2 && growth < 0.6, `those of 75 and over grow by ${growth}`);
  });

  it('stand among all areas that have a value', () => {
    assert.deepEqual(standingOf(3, [1, 3, null, 5, 2]), { below: 2, of: 3 });
    assert.equal(standingOf(null, [1]), undefined);
  });
});

describe('where homes would fit', () => {
  it('is the order of one criterion where only that one weighs, and no order where none does', () => {
    const only = (one: keyof FitWeights) =>
      fitsOf(areas, [], type, { need: 0, growth: 0, near: 0, plans: 0, [one]: 100 });
    const byNeed = only('need').filter(({ score }) => score !== null);
    assert.deepEqual(
      byNeed.map(({ area }) => area.over75),
      byNeed.map(({ area }) => area.over75).toSorted((a, b) => b! - a!),
    );
    assert.ok(fitsOf(areas, [], type, { need: 0, growth: 0, near: 0, plans: 0 }).every(({ score }) => score === null));
  });

  it('counts off what was decided in the place, and not what is an idea or of another type', () => {
    const scoreOf = (plans: readonly Plan[]) =>
      fitsOf(areas, plans, type, WEIGHTS).find(({ area }) => area.place === 'Overdinkel')!;
    const before = scoreOf([]);
    assert.ok(scoreOf([plan({})]).score! < before.score!);
    assert.equal(scoreOf([plan({ place: ' overdinkel ' })]).planned, 40);
    for (const other of [{ phase: 'idea' }, { type: 'nultreden' }, { municipality: 'borne' }] as const)
      assert.equal(scoreOf([plan(other)]).score, before.score);
  });

  it('gives points from 0 to 100 whatever the weights, and none to an area that is hidden', () => {
    const weight = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.record({ need: weight, growth: weight, near: weight, plans: weight }), (weights) => {
        for (const { area, score, parts } of fitsOf(areas, [plan({})], type, weights)) {
          if (area.over75 === null) assert.equal(score, null);
          assert.ok(score === null || (score >= 0 && score <= 100));
          for (const one of CRITERIA) assert.ok(parts[one] === null || (parts[one] >= 0 && parts[one] <= 100));
        }
      }),
      { numRuns: 20 },
    );
  });
});
