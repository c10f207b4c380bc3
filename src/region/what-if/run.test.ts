import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { twente } from '../../../test/support/region.ts';
import { finding, OUTCOMES, type Scenario } from '../../simulation/index.ts';
import { openPreviewer } from './preview.ts';
import { runWhole } from './run.ts';
import type { Order } from './simulator.ts';

const { population, demography } = twente();
const small = {
  ...population,
  municipalities: population.municipalities.slice(0, 3).map(({ municipality, men, women }) => ({
    municipality,
    men: men.map((count) => count / 5),
    women: women.map((count) => count / 5),
  })),
};
const order: Order = { residents: small, country: demography, from: 2023, until: 2027, seed: 5 };
const scenario: Scenario = { approaches: [{ name: 'falls', reach: 0.5, start: 2024 }] };

describe('somebody who moves a scenario', () => {
  const previewer = openPreviewer(order, 8);
  after(() => previewer.close());

  it('sees at once what is expected, and then how far it may lie; the same again is not reckoned twice', async () => {
    const [first, same] = [previewer.of(scenario), previewer.of({ ...scenario })];
    assert.equal(first, same);
    const { middle, baseline, spread } = await first;
    const { low, high } = await spread;
    assert.ok(finding(baseline, 'falls') > 1000);
    for (const name of OUTCOMES) assert.ok(finding(low, name) <= finding(high, name), name);
    assert.ok(finding(low, 'falls') < finding(middle, 'falls') && finding(middle, 'falls') < finding(high, 'falls'));
    const years = [0, 1, 2, 3].reduce((sum, year) => sum + finding(middle, 'falls', undefined, year), 0);
    const areas = [0, 1, 2].reduce((sum, area) => sum + finding(middle, 'falls', area), 0);
    assert.ok(Math.abs(years - finding(middle, 'falls')) < 1e-6 && Math.abs(areas - years) < 1e-6);
    assert.equal(finding(middle, 'falls', undefined, 0), 0, 'nothing before it begins');
  });

  it('is told that it is busy when very many wait, and is helped when they have gone', async () => {
    const many = Array.from({ length: 40 }, (_, n) =>
      previewer.of({ approaches: [{ name: 'falls', reach: n / 40, start: 2025 }] }),
    );
    const ends = await Promise.allSettled(many);
    assert.ok(ends.some(({ status }) => status === 'rejected'));
    await Promise.all(ends.flatMap((end) => (end.status === 'fulfilled' ? [end.value.spread] : [])));
    assert.ok(await previewer.of({ approaches: [{ name: 'weight', reach: 0.1, start: 2024 }] }));
  });
});

describe('somebody who has a scenario run whole', () => {
  it('gets the same people again by seed, near what was expected, with chance apart from what is not known', async () => {
    const ids = ['fallsEffect', 'atRisk', 'fallEmergency', 'fallsCost', 'weightLoss', 'carerHour'] as const;
    const whole = { order, scenario, draws: 6, ids };
    const [first, again] = await Promise.all([runWhole({ ...whole, workers: 2 }), runWhole({ ...whole, workers: 1 })]);
    assert.deepEqual(again, first);
    const other = await runWhole({ ...whole, order: { ...order, seed: 6 }, workers: 1 });
    assert.notEqual(other.mark, first.mark);
    const previewer = openPreviewer(order, 1);
    const { middle } = await previewer.of(scenario);
    await previewer.close();
    const [lived, meant, by] = [first.difference, middle, first.chance].map((each) => finding(each, 'falls'));
    assert.ok(Math.abs(lived! - meant!) < 2 * by!, `${lived} lived, ${meant} expected, chance ${by}`);
    for (const name of OUTCOMES) assert.ok(finding(first.chance, name) >= 0, name);
    const at = OUTCOMES.indexOf('falls');
    const widest = first.tornado.toSorted(
      (a, b) => Math.abs(b.high[at]! - b.low[at]!) - Math.abs(a.high[at]! - a.low[at]!),
    );
    assert.equal(widest[0]!.id, 'fallsEffect');
    assert.ok(!first.tornado.some(({ id }) => id === 'weightLoss'));
  });

  it('is told what went wrong', async () => {
    const twice: Scenario = { approaches: [...scenario.approaches, ...scenario.approaches] };
    await assert.rejects(runWhole({ order, scenario: twice, draws: 2, workers: 1 }), /chosen twice/);
  });
});
