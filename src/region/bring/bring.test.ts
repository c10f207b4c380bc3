import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { asOwner } from '../../../test/security/world.ts';
import { type Cbs, cbsServer } from '../../../test/support/cbs.ts';
import { actor, testGround } from '../../../test/support/ground.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { type FixedClock, fixedClock, type Ground, type Result } from '../../platform/index.ts';
import { seedFigures } from '../index.ts';
import type { About, Picked, Row } from '../model/brought.ts';
import { figuresOf } from '../store/figures.ts';
import { bringIn, keepDraft, listLoads, openDraft, openLoad, undoLoad } from './bring.ts';
import { fetchDue, plannedFetches, stopFetch } from './fetch.ts';
import { DRAFT_DAYS, forgetDrafts } from './forgotten.ts';
import { fetchPicked } from './from-cbs.ts';
import { type OpenData, OpenDataFailure, openData } from './odata.ts';
import { bringOwn } from './own.ts';

const region = shippedRegion();
const DOOR = { door: 'page' } as const;
const officer = actor({
  role: 'policy-adviser',
  person: 'Practitioner/bregje',
  name: 'B. Voorbeeld',
  organisation: 'Organization/samentwente',
});
const colleague = { ...officer, person: 'Practitioner/ander', name: 'A. Proef' };
const enschede = { ...officer, person: 'Practitioner/marit', organisation: 'Organization/gemeente-enschede' };
const about: About = {
  name: 'Proefbron',
  kind: 'survey',
  source: 'Verzonnen monitor',
  date: '2024-12-31' as About['date'],
  definition: 'Verzonnen',
  differ: 'Deze bron telt anders.',
};

let ground: Ground;
let clock: FixedClock;
let stop: () => Promise<void>;
let ownerUrl: string;
let house: { readonly ground: Ground; readonly region: typeof region };
before(async () => {
  ({ ground, clock, stop, ownerUrl } = await testGround());
  await seedFigures(ground, region);
  house = { ground, region };
});
after(() => stop());

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
}
const row = (area: string, year: number, figure: number): Row => ({
  area,
  year,
  sex: 'all',
  age: 'all',
  value: figure,
  lower: null,
  upper: null,
});
async function drafted(rows: readonly Row[], who = officer, series = 'proefbron', picked: Picked | null = null) {
  const draft = {
    kind: 'csv',
    indicator: 'valrisico',
    series,
    about,
    rows,
    mistakes: [],
    file: 'proef.csv',
    digest: 'x',
  } as const;
  return value(await keepDraft(house, who, { ...draft, pick: picked }, DOOR)).id;
}
const stateFor = async (draft: string, who = officer) => value(await openDraft(house, who, draft, DOOR)).state;
const brought = async (rows: readonly Row[], series?: string) => {
  const draft = await drafted(rows, officer, series);
  return value(await bringIn(house, officer, { draft, state: await stateFor(draft) }, DOOR)).load;
};
const stands = async (series = 'proefbron') =>
  Object.fromEntries(
    (await figuresOf(ground, 'valrisico', ['borne', 'twente', 'hengelo']))
      .filter((one) => one.series === series)
      .map(({ area, year, value: figure }) => [`${area} ${year}`, figure]),
  );

describe('who brings figures in', () => {
  it('sees what is new, what changes and what is the same, before anything does', async () => {
    await brought([row('borne', 2023, 10), row('borne', 2024, 11)]);
    const draft = await drafted([row('borne', 2023, 10), row('borne', 2024, 12), row('hengelo', 2024, 13)]);
    const read = value(await openDraft(house, officer, draft, DOOR));
    assert.equal(read.same, 1);
    assert.deepEqual(
      read.differences.map(({ row: one, was }) => [one.area, was, one.value]),
      [
        ['borne', 11, 12],
        ['hengelo', undefined, 13],
      ],
    );
    assert.deepEqual(await stands(), { 'borne 2023': 10, 'borne 2024': 11 });
    assert.equal((await openDraft(house, colleague, draft, DOOR)).ok, false, 'a draft is its maker’s');
  });

  it('undoes a wrong load whole, and the earlier figures stand again; whichever is undone first', async () => {
    const before = await stands();
    const first = await brought([row('borne', 2024, 20), row('hengelo', 2024, 21)]);
    const second = await brought([row('borne', 2024, 30)]);
    assert.deepEqual(await stands(), { 'borne 2023': 10, 'borne 2024': 30, 'hengelo 2024': 21 });
    value(await undoLoad(house, officer, { load: first, why: 'verkeerd' }, DOOR));
    assert.deepEqual(await stands(), { 'borne 2023': 10, 'borne 2024': 30 }, 'what came over it stays');
    value(await undoLoad(house, officer, { load: second, why: 'verkeerd' }, DOOR));
    assert.deepEqual(await stands(), before, 'not what was undone comes back, but what stood before');
    value(await undoLoad(house, officer, { load: second, why: 'nog eens' }, DOOR));
    const { load } = value(await openLoad(house, officer, second, DOOR));
    assert.deepEqual([load.undone_by, load.undone_why], ['B. Voorbeeld', 'verkeerd'], 'twice is once');
  });

  it('stands above the content, also when that changes; undone, the content says it again', async () => {
    const load = await brought([row('twente', 2023, 44_000)], 'regioplan');
    assert.equal((await stands('regioplan'))['twente 2023'], 44_000);
    const changed = structuredClone(region) as typeof region;
    const series = changed.themes[0]!.indicators.find(({ id }) => id === 'valrisico')!.series[0]!;
    const content = series.id;
    (series.values as unknown as { value: number }[])[0]!.value = 40_000;
    await brought([row('twente', 2023, 45_000)], content);
    await seedFigures(ground, changed);
    assert.equal((await stands(content))['twente 2023'], 45_000);
    const { loads } = value(await listLoads(house, officer, undefined, DOOR));
    value(await undoLoad(house, officer, { load: loads.find((one) => one.series === content)!.id, why: 'fout' }, DOOR));
    assert.equal((await stands(content))['twente 2023'], 40_000);
    value(await undoLoad(house, officer, { load, why: 'fout' }, DOOR));
    assert.equal(
      (await undoLoad(house, officer, { load: loads.at(-1)!.id, why: 'fout' }, DOOR)).ok,
      false,
      'the content is not undone here',
    );
  });

  it('brings a draft in once, however often and by however many tabs it is sent', async () => {
    const draft = await drafted([row('borne', 2025, 1)]);
    const state = await stateFor(draft);
    const done = await Promise.all([1, 2, 3, 4].map(() => bringIn(house, officer, { draft, state }, DOOR)));
    assert.equal(new Set(done.map((one) => value(one).load)).size, 1);
    const { rows } = await ground.pool.query(
      "select count(*)::int as n from region.figure where series = 'proefbron' and year = 2025",
    );
    assert.equal(rows[0].n, 1);
  });

  it('who never brings in what was read in finds it for a month, and then it is gone; a load stays', async () => {
    const draft = await drafted([row('borne', 2025, 3)]);
    const loads = async () =>
      (await ground.pool.query('select count(*)::int as n from region.load')).rows[0].n as number;
    const before = await loads();
    const later = (days: number) => ({
      ...ground,
      clock: fixedClock(new Date(clock.now().getTime() + days * 86_400_000).toISOString()),
    });
    await forgetDrafts(later(DRAFT_DAYS - 1));
    assert.ok((await openDraft(house, officer, draft, DOOR)).ok);
    assert.ok((await forgetDrafts(later(DRAFT_DAYS + 1))) > 0);
    assert.equal((await openDraft(house, officer, draft, DOOR)).ok, false);
    assert.equal(await forgetDrafts(later(DRAFT_DAYS + 1)), 0);
    assert.equal(await loads(), before);
  });

  it('looks again when somebody else brought the same in meanwhile; of two at once one is first', async () => {
    const [mine, theirs] = [await drafted([row('borne', 2026, 1)]), await drafted([row('borne', 2026, 2)], colleague)];
    const [a, b] = [await stateFor(mine), await stateFor(theirs, colleague)];
    const done = await Promise.all([
      bringIn(house, officer, { draft: mine, state: a }, DOOR),
      bringIn(house, colleague, { draft: theirs, state: b }, DOOR),
    ]);
    assert.deepEqual(done.map(({ ok }) => ok).toSorted(), [false, true]);
    const lost = done[0]!.ok ? ([colleague, theirs] as const) : ([officer, mine] as const);
    const failed = done.find(({ ok }) => !ok)!;
    assert.equal(!failed.ok && failed.problem.kind, 'conflict');
    const [who, draft] = lost;
    const again = await bringIn(house, who, { draft, state: await stateFor(draft, who) }, DOOR);
    assert.equal(again.ok, true, 'having looked, they may');
  });

  it('is a policy adviser of an owner; one of a municipality undoes what it brought in itself', async () => {
    for (const nobody of [
      actor({ role: 'welfare-coach', organisation: 'Organization/samentwente' }),
      { ...officer, organisation: 'Organization/voorbeeld-welzijn-enschede' },
    ])
      assert.equal((await listLoads(house, nobody, undefined, DOOR)).ok, false);
    const theirs = await brought([row('hengelo', 2020, 5)]);
    assert.equal((await undoLoad(house, enschede, { load: theirs, why: 'fout' }, DOOR)).ok, false);
    assert.equal(value(await openLoad(house, enschede, theirs, DOOR)).mine, false);
    const [line] = await asOwner(
      ownerUrl,
      `select person, purpose from platform.audit where subject_type = 'FigureLoad' and action = 'created' and subject_id = '${theirs}'`,
    );
    assert.deepEqual(line, { person: officer.person, purpose: 'region-figures' });
  });
});

describe('what Omzien itself published', () => {
  it('becomes a figure of a year where all twelve months may be shown, once, and can be undone for good', async () => {
    await ground.pool.query(
      `insert into pathways.funnel (pathway, month, area, step, people, published_at)
       select 'welzijn-op-recept', make_date(2025, m, 1), area, 'signal', case when area = 'borne' and m = 7 then null else 15 end, now()
       from generate_series(1, 12) m, unnest(array['twente', 'borne']) area`,
    );
    const both = await Promise.all([bringOwn(ground, region), bringOwn(ground, region)]);
    assert.deepEqual(both.toSorted(), [0, 1]);
    const years = await figuresOf(ground, 'welzijn-op-recept-signalen', ['twente', 'borne']);
    assert.deepEqual(
      years.map(({ area, year, value: figure }) => [area, year, figure]),
      [['twente', 2025, 180]],
    );
    const { loads } = value(await listLoads(house, officer, undefined, DOOR));
    assert.equal(loads[0]?.kind, 'record');
    value(await undoLoad(house, officer, { load: loads[0]!.id, why: 'fout' }, DOOR));
    assert.equal(await bringOwn(ground, region), 0, 'what somebody undid does not come again by itself');
    assert.deepEqual(await figuresOf(ground, 'welzijn-op-recept-signalen', ['twente']), []);
  });
});

describe('open data of Statistics Netherlands', () => {
  let cbs: Cbs;
  let source: OpenData;
  const waited: number[] = [];
  const pick: Picked = {
    table: '99001NED',
    title: 'Valrisico',
    measure: 'M001',
    areaDimension: 'RegioS',
    timeDimension: 'Perioden',
    fixed: { Geslacht: 'T001038' },
    factor: 1000,
    every: 'week',
  };
  before(async () => {
    cbs = await cbsServer(region.municipalities.map(({ cbsCode }) => cbsCode));
    source = openData({ base: cbs.base, wait: async (milliseconds) => void waited.push(milliseconds) });
  });
  after(() => cbs.down());

  it('are found by word, with their columns and codes', async () => {
    assert.deepEqual(await source.tables('valrisico REGIO'), [
      { id: '99001NED', title: 'Valrisico; regio, geslacht', modified: '2026-10-01' },
    ]);
    const table = await source.table('99001NED');
    assert.deepEqual(
      table?.dimensions.map(({ id, kind, codes }) => [id, kind, codes.length]),
      [
        ['RegioS', 'GeoDimension', 14],
        ['Perioden', 'TimeDimension', 1],
        ['Geslacht', 'Dimension', 2],
      ],
    );
    assert.equal(await source.table('bestaatniet'), undefined);
  });

  it('are fetched page after page, by the codes of our municipalities, whole years only', async () => {
    const { rows, mistakes, left } = await fetchPicked(source, region, { unit: 'people' }, pick, undefined);
    assert.deepEqual(mistakes, []);
    assert.equal(rows.length, 2 * 15, '14 municipalities and the Netherlands, two years');
    assert.equal(left, 16 * 3 - 30);
    assert.deepEqual(rows.find(({ area, year }) => area === 'almelo' && year === 2024)?.value, 1200);
    assert.ok(cbs.asked.filter((path) => path.includes('Observations')).length >= 3);
  });

  it('are asked again when they are busy or break off, and given up after four times', async () => {
    waited.length = 0;
    cbs.trouble.push(503, 'cut', 429);
    assert.equal((await source.tables('')).length, 2);
    assert.deepEqual(waited, [1000, 2000, 1000], 'as long as it asks itself, else longer each time');
    cbs.trouble.push(500, 500, 500, 500);
    await assert.rejects(source.tables(''), OpenDataFailure);
    cbs.trouble.push(400);
    await assert.rejects(source.tables(''), /400/);
  });

  it('come in by themselves when they are due and say something new, and nothing happens when they do not', async () => {
    const rows = (await fetchPicked(source, region, { unit: 'people' }, pick, undefined)).rows;
    const draft = value(
      await keepDraft(
        house,
        officer,
        {
          kind: 'cbs',
          indicator: 'valrisico',
          series: 'cbs-val',
          about,
          rows,
          mistakes: [],
          file: 'CBS 99001NED',
          digest: 'y',
          source_version: '2026-10-01',
          pick,
        },
        DOOR,
      ),
    ).id;
    value(await bringIn(house, officer, { draft, state: await stateFor(draft) }, DOOR));
    assert.equal(await fetchDue(ground, region, source), 0, 'not before it is due');
    clock.advance(8 * 86_400_000);
    assert.equal(await fetchDue(ground, region, source), 0, 'nothing new');
    cbs.change(region.municipalities.find(({ id }) => id === 'borne')!.cbsCode, 2024, 99, '2026-12-01T02:00:00+01:00');
    clock.advance(8 * 86_400_000);
    const both = await Promise.all([fetchDue(ground, region, source), fetchDue(ground, region, source)]);
    assert.deepEqual(both.toSorted(), [0, 1], 'two sweeps bring it in once');
    assert.equal((await stands('cbs-val'))['borne 2024'], 99_000);
    const { loads } = value(await listLoads(house, officer, undefined, DOOR));
    assert.deepEqual(
      [loads[0]?.kind, loads[0]?.source_version, loads[0]?.by_name],
      ['cbs', '2026-12-01', 'B. Voorbeeld'],
    );
  });

  it('that fail are tried on the next day, and it is said; who planned it can stop it', async () => {
    clock.advance(8 * 86_400_000);
    cbs.trouble.push(500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500);
    assert.equal(await fetchDue(ground, region, source), 0);
    const [planned] = await plannedFetches(ground.pool);
    assert.equal(planned?.failures, 1);
    cbs.trouble.length = 0;
    value(await stopFetch(house, enschede, planned!.id, DOOR));
    assert.equal((await plannedFetches(ground.pool)).length, 1, 'of another municipality it is not theirs');
    value(await stopFetch(house, colleague, planned!.id, DOOR));
    assert.equal((await plannedFetches(ground.pool)).length, 0);
  });
});
