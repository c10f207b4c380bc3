import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { actor, testGround } from '../../../test/support/ground.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import type { Ground, Result } from '../../platform/index.ts';
import { fairShare, type HomeNumber, KEY_PARTS, keyParts, PHASES, progressOf, shownCounts } from '../model/homes.ts';
import { keepDecision, keepPlan, type PlanChange, removePlan, supplyNumbers } from './keep.ts';
import { decidedShares, numbersOf, numbersState, planById, plansOf } from './store.ts';

const region = shippedRegion();
const ids = region.municipalities.map(({ id }) => id);

describe('the task for homes', () => {
  it('is that of the housing-and-care vision in both scenarios, and no municipality has a part of it by itself', () => {
    assert.deepEqual(
      region.housing?.scenarios.map(({ homes }) => Object.values(homes)),
      [
        [4500, 2000, 1560],
        [2710, 5310, 1100],
      ],
    );
  });

  it('is followed year by year: what was decided counts, an idea does not yet', () => {
    const plans = [
      { homes: 100, phase: 'done', year: 2024 },
      { homes: 50, phase: 'permit', year: 2027 },
      { homes: 70, phase: 'idea', year: 2028 },
    ] as const;
    const years = progressOf({ from: 2023, until: 2030 }, 700, plans);
    assert.deepEqual(years[0], { year: 2024, needed: 100, done: 100, expected: 100, possible: 100, shortfall: 0 });
    assert.deepEqual(years.at(-1), {
      year: 2030,
      needed: 700,
      done: 100,
      expected: 150,
      possible: 220,
      shortfall: 550,
    });
  });

  it('never has less in a later year, nor more expected than possible', () => {
    const plan = fc.record({
      homes: fc.nat(500),
      phase: fc.constantFrom(...PHASES),
      year: fc.integer({ min: 2015, max: 2040 }),
    });
    fc.assert(
      fc.property(fc.nat(9000), fc.array(plan), (target, plans) => {
        const years = progressOf({ from: 2023, until: 2030 }, target, plans);
        assert.equal(years.at(-1)?.needed, target);
        years.forEach((one, at) => {
          assert.ok(one.done <= one.expected && one.expected <= one.possible && one.shortfall >= 0);
          const before = years[at - 1];
          if (before) assert.ok(one.expected >= before.expected && one.needed >= before.needed);
        });
      }),
    );
  });
});

describe('a fair share', () => {
  const weight = fc.integer({ min: 0, max: 100 });
  const weights = fc.record({ residents: weight, stock: weight, need: weight, capacity: weight });

  it('gives out every home once, whatever the weights; none below nought', () => {
    fc.assert(
      fc.property(fc.nat(9000), weights, (total, given) => {
        const shares = fairShare(total, ids, keyParts(region, []), given);
        assert.equal(
          [...shares.values()].reduce((sum, one) => sum + one, 0),
          total,
        );
        for (const one of shares.values()) assert.ok(Number.isInteger(one) && one >= 0);
      }),
    );
  });

  it('moves with the weights: who has more people of 75 and older gets more when need counts more', () => {
    const parts = keyParts(region, []);
    const by = (residents: number, need: number) =>
      fairShare(4500, ids, parts, { residents, need, stock: 0, capacity: 0 }).get('haaksbergen')!;
    assert.ok(by(0, 100) > by(50, 50) && by(50, 50) > by(100, 0), 'Haaksbergen is older than the region');
    assert.equal(by(0, 0), by(1, 0), 'without any weight by residents');
  });

  it('counts stock and capacity only once every municipality supplied them', () => {
    const numbers = ids.map(
      (municipality): HomeNumber => ({ municipality, kind: 'key', year: 2030, part: 'stock', value: 10 }),
    );
    assert.deepEqual(Object.keys(keyParts(region, numbers.slice(1))).toSorted(), ['need', 'residents']);
    assert.deepEqual(Object.keys(keyParts(region, numbers)).toSorted(), ['need', 'residents', 'stock']);
    assert.equal(KEY_PARTS.length, 4);
  });
});

describe('people whom municipalities housed', () => {
  it('are shown rounded, and small counts are hidden, also by what is left', () => {
    const of = (municipality: string, part: string, value: number): HomeNumber => ({
      municipality,
      kind: 'urgency',
      year: 2025,
      part,
      value,
    });
    const numbers = [
      of('enschede', 'asked', 210),
      of('enschede', 'granted', 140),
      of('enschede', 'housed', 137),
      of('borne', 'asked', 18),
      of('borne', 'granted', 4),
      of('borne', 'housed', 0),
    ];
    const shown = shownCounts('twente', numbers, ['asked', 'granted', 'housed'], true);
    const value = (place: string, part: string) =>
      shown.find((one) => one.municipality === place && one.part === part)?.value;
    assert.equal(value('borne', 'granted'), null);
    assert.equal(value('enschede', 'asked'), 210);
    for (const one of shown) assert.ok(one.value === null || (one.value >= 10 && one.value % 5 === 0));
  });
});

describe('who keeps the homes of a municipality', () => {
  const DOOR = { door: 'page' } as const;
  const adviser = actor({ role: 'policy-adviser', organisation: 'Organization/samentwente', name: 'B. Voorbeeld' });
  const enschede = { ...adviser, person: 'Practitioner/marit', organisation: 'Organization/gemeente-enschede' };
  const hengelo = { ...adviser, person: 'Practitioner/joost', organisation: 'Organization/gemeente-hengelo' };
  const change: PlanChange = {
    name: 'Voorbeeldhof',
    place: 'Enschede',
    type: 'geclusterd',
    tenure: 'social',
    homes: 40,
    phase: 'idea',
    year: 2028,
    partners: '',
    funding: '',
    obstacles: '',
  };
  let ground: Ground;
  let stop: () => Promise<void>;
  let house: { readonly ground: Ground; readonly region: typeof region };
  before(async () => {
    ({ ground, stop } = await testGround());
    house = { ground, region };
  });
  after(() => stop());
  const value = <T>(result: Result<T>): T => {
    assert.ok(result.ok, JSON.stringify(result));
    return result.value;
  };

  it('keeps their own plans and no others’; of two who change one at once the second looks again', async () => {
    const { id } = value(await keepPlan(house, enschede, { municipality: 'enschede', change }, DOOR));
    for (const other of [hengelo, actor({ role: 'welfare-coach', organisation: 'Organization/gemeente-enschede' })])
      for (const done of [
        await keepPlan(house, other, { municipality: 'enschede', change }, DOOR),
        await removePlan(house, other, { municipality: 'enschede', plan: id }, DOOR),
      ])
        assert.equal(!done.ok && done.problem.kind, 'absent');
    const hijack = await keepPlan(house, hengelo, { municipality: 'hengelo', plan: { id, version: 1 }, change }, DOOR);
    assert.equal(!hijack.ok && hijack.problem.kind, 'absent', 'a plan does not move to another municipality');
    const plan = { id, version: 1 };
    const both = await Promise.all(
      [50, 60].map((homes) =>
        keepPlan(house, enschede, { municipality: 'enschede', plan, change: { ...change, homes } }, DOOR),
      ),
    );
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
    assert.equal((await planById(ground.pool, id))?.version, 2);
    value(await removePlan(house, enschede, { municipality: 'enschede', plan: id }, DOOR));
    assert.deepEqual(await plansOf(ground.pool), []);
  });

  it('supplies numbers together, takes one back by leaving it empty, and nothing is overwritten', async () => {
    const asked = { municipality: 'enschede', kind: 'key', year: 2030 } as const;
    const supply = async (state: string, values: Readonly<Record<string, number | undefined>>) =>
      supplyNumbers(house, enschede, { ...asked, state, values }, DOOR);
    value(await supply('0', { stock: 900, capacity: 100 }));
    const state = await numbersState(ground.pool, 'enschede', 'key', 2030);
    const both = await Promise.all([
      supply(state, { stock: 950, capacity: undefined }),
      supply(state, { stock: 1, capacity: 1 }),
    ]);
    assert.deepEqual(both.map(({ ok }) => ok).toSorted(), [false, true]);
    const now = await numbersOf(ground.pool, 'key');
    assert.ok(now.length === 1 ? now[0]?.value === 950 : now.every((one) => one.value === 1));
    const { rows } = await ground.pool.query("select count(*)::int as n from region.home_number where part = 'stock'");
    assert.equal(rows[0].n, 2, 'the earlier one is its history');
  });

  it('a decision of the owners is recorded by who works for the region, and stays as it was', async () => {
    const asked = {
      name: 'Voorbeeldbesluit',
      decided_on: '2026-11-01',
      scenario: 'basis',
      type: 'nultreden',
      total: 4500,
      weights: { residents: 50, stock: 0, need: 50, capacity: 0 },
    };
    assert.equal((await keepDecision(house, enschede, asked, DOOR)).ok, false);
    value(await keepDecision(house, adviser, asked, DOOR));
    const [decided] = await decidedShares(ground.pool);
    assert.equal(decided?.decided_on, '2026-11-01');
    assert.equal(
      Object.values(decided?.shares ?? {}).reduce((sum, one) => sum + one, 0),
      4500,
    );
  });
});
