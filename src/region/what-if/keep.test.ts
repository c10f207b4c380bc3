import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { monitorWeb } from '../../../test/support/monitor.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import type { TestWeb } from '../../../test/support/web.ts';
import type { Actor } from '../../platform/index.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { APPROACH_NAMES, findingsOf, numbers } from '../../simulation/index.ts';
import { resultOf, scenarioFor, TRIES } from '../store/scenarios.ts';
import {
  askForRun,
  fromKept,
  keepScenario,
  listScenarios,
  MOST_KEPT,
  MOST_WAITING,
  openScenario,
  removeScenario,
  shareScenario,
} from './keep.ts';
import { doRuns, type Runner, readResult, sweepRuns } from './queue.ts';

const DOOR = { door: 'page' } as const;
const region = shippedRegion();
let web: TestWeb;
before(async () => {
  web = await monitorWeb();
  await installJobs(web);
});
after(() => web.stop());
beforeEach(async () => {
  await web.ground.pool.query('delete from region.scenario');
});

const adviser = (person: string): Actor => ({
  person: `Practitioner/${person}`,
  name: 'Bregje Voorbeeldkamp',
  role: 'policy-adviser',
  roleRef: 'PractitionerRole/x',
  organisation: 'Organization/voorbeeld',
  organisationName: 'Voorbeeld',
  services: [],
});
const bregje = adviser('bregje');
const joris = adviser('joris');
const falls = [{ name: APPROACH_NAMES[0], reach: 0.2, start: 2027, municipalities: ['borne', 'nergens'] }] as const;
const kept = async (who: Actor, name = 'Vallen in Borne') => {
  const saved = await keepScenario(web.ground, who, { name, approaches: falls }, DOOR);
  assert.ok(saved.ok);
  return saved.value;
};
const statusOf = async (id: string) => (await scenarioFor(web.ground.pool, bregje.person, id))!.status;
/** A run that says what it was given, at once. */
const quick: Runner = async ({ order, scenario }) => {
  const none = findingsOf(
    { municipalities: 14, years: 18, cells: new Float64Array(14 * 18 * 26) },
    scenario,
    numbers(),
  );
  const same = { difference: none, baseline: none, chance: none, low: none, high: none, tornado: [] };
  return { ...same, people: 1, personYears: 1, touched: 0, mark: order.seed };
};

describe('a policy adviser who keeps a scenario', () => {
  it('finds it again, with its seed and municipalities by id; one that is no more is left out', async () => {
    const id = await kept(bregje);
    const found = await openScenario(web.ground, bregje, id, DOOR);
    assert.ok(found.ok);
    assert.ok(found.value.seed > 0);
    assert.deepEqual(found.value.approaches, falls);
    const [borne] = fromKept(region, found.value.approaches).approaches[0]!.municipalities!;
    assert.equal(region.population.municipalities[borne!]!.municipality, 'borne');
  });

  it('reads what a colleague shares, changes none of it, and of what is not shared nothing is there', async () => {
    const id = await kept(bregje);
    assert.equal((await openScenario(web.ground, joris, id, DOOR)).ok, false);
    assert.deepEqual(await listScenarios(web.ground, joris, DOOR), []);
    assert.ok((await shareScenario(web.ground, bregje, { id, shared: true }, DOOR)).ok);
    assert.ok((await openScenario(web.ground, joris, id, DOOR)).ok);
    for (const denied of [
      await removeScenario(web.ground, joris, id, DOOR),
      await shareScenario(web.ground, joris, { id, shared: false }, DOOR),
      await askForRun(web.ground, joris, id, DOOR),
    ])
      assert.equal(denied.ok || denied.problem.kind, 'absent');
  });

  it('nobody of another role keeps or reads one', async () => {
    const id = await kept(bregje);
    await shareScenario(web.ground, bregje, { id, shared: true }, DOOR);
    const coach: Actor = { ...joris, role: 'welfare-coach' };
    assert.equal((await openScenario(web.ground, coach, id, DOOR)).ok, false);
    assert.equal((await keepScenario(web.ground, coach, { name: 'x', approaches: falls }, DOOR)).ok, false);
  });

  it('keeps no more than there is use for, also when everything is pressed at once', async () => {
    const pressed = await Promise.all(
      Array.from({ length: MOST_KEPT + 4 }, (_, n) =>
        keepScenario(web.ground, bregje, { name: `nr ${n}`, approaches: falls }, DOOR),
      ),
    );
    assert.equal(pressed.filter(({ ok }) => ok).length, MOST_KEPT);
  });
});

describe('a run that is asked for', () => {
  it('is done once when two press at once, by seed, and stays with the scenario', async () => {
    const id = await kept(bregje);
    const asked = await Promise.all([1, 2, 3].map(() => askForRun(web.ground, bregje, id, DOOR)));
    assert.deepEqual(asked.map((one) => one.ok && one.value).toSorted(), [false, false, true]);
    let runs = 0;
    const counting: Runner = (order) => {
      runs++;
      return quick(order);
    };
    await Promise.all([doRuns(web.ground, region, counting), doRuns(web.ground, region, counting)]);
    assert.equal(runs, 1);
    const scenario = await scenarioFor(web.ground.pool, bregje.person, id);
    assert.equal(scenario!.status, 'done');
    assert.equal(readResult(await resultOf(web.ground.pool, id))?.mark, scenario!.seed);
  });

  it('waits in a row that has an end, and who comes then is told so', async () => {
    const ids = [];
    for (let n = 0; n <= MOST_WAITING; n++) ids.push(await kept(bregje, `nr ${n}`));
    const asked = await Promise.all(ids.map((id) => askForRun(web.ground, bregje, id, DOOR)));
    assert.equal(asked.filter(({ ok }) => ok).length, MOST_WAITING);
    const refused = asked.find(({ ok }) => !ok)!;
    assert.ok(!refused.ok && refused.problem.kind === 'conflict');
    await doRuns(web.ground, region, quick);
    const { rows } = await web.ground.pool.query("select from region.scenario_run where status = 'done'");
    assert.equal(rows.length, MOST_WAITING, 'one after the other, until none waits');
  });

  it('is done anew when the process died half-way, told to have failed after the third time, and may be asked again', async () => {
    const id = await kept(bregje);
    await askForRun(web.ground, bregje, id, DOOR);
    const late = Promise.withResolvers<never>();
    const lost: Promise<void>[] = [];
    for (let n = 1; n <= TRIES; n++) {
      // A process that takes it and gives no sign of life any more.
      lost.push(doRuns(web.ground, region, () => late.promise));
      while ((await statusOf(id)) !== 'running') await new Promise(setImmediate);
      await web.ground.pool.query("update region.scenario_run set beat_at = beat_at - interval '2 minutes'");
      await sweepRuns(web.ground);
      assert.equal(await statusOf(id), n < TRIES ? 'waiting' : 'failed');
    }
    const again = await askForRun(web.ground, bregje, id, DOOR);
    assert.ok(again.ok && again.value);
    await doRuns(web.ground, region, quick);
    assert.equal(await statusOf(id), 'done');
    // The first ones come back after all: what they bring is too late to count.
    late.reject(new Error('too late'));
    await Promise.all(lost);
    assert.equal(await statusOf(id), 'done');
  });

  it('is told to have failed when it cannot be done, and holds up nobody', async () => {
    const [bad, good] = [await kept(bregje, 'fout'), await kept(bregje, 'goed')];
    await askForRun(web.ground, bregje, bad, DOOR);
    await askForRun(web.ground, bregje, good, DOOR);
    let first = true;
    await doRuns(web.ground, region, (order) => {
      if (!first) return quick(order);
      first = false;
      return Promise.reject(new Error('no'));
    });
    assert.deepEqual([await statusOf(bad), await statusOf(good)], ['failed', 'done']);
  });
});
