import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Partners, testPartners } from '../../test/support/partners.ts';
import { shippedRegion } from '../../test/support/pathways.ts';
import { seedFigures } from './index.ts';
import { loadsOf } from './store/loads.ts';

let house: Partners;
before(async () => {
  house = await testPartners();
  await seedFigures(house.ground, shippedRegion());
});
after(() => house.stop());

// biome-ignore lint/suspicious/noExplicitAny: answers are looked at as they come
type Any = any;
const ask = (path: string, headers: Record<string, string> = {}) =>
  house.ask(undefined, 'GET', path.startsWith('http') ? path : `/api/v1${path}`, undefined, { headers });
const all = async (first: string): Promise<Any[]> => {
  const found: Any[] = [];
  for (let path: string | undefined = first; path; ) {
    const { status, body, text } = await ask(path);
    assert.equal(status, 200, text);
    found.push(...(body.resultaten as Any[]));
    path = body.volgende as string | undefined;
  }
  return found;
};

describe('who works with the open figures', () => {
  it('finds every subject page by page, each with its sources and why they differ', async () => {
    const region = shippedRegion();
    const listed = await all('/indicatoren?aantal=3');
    const ids = region.themes.flatMap(({ indicators }) => indicators.map(({ id }) => id));
    assert.deepEqual(listed.map(({ id }) => id).toSorted(), ids.toSorted());
    const [theme] = region.themes;
    const some = await all(`/indicatoren?thema=${theme!.id}`);
    assert.equal(some.length, theme!.indicators.length);
    const { body } = (await ask('/indicatoren/chronisch-ziek')) as Any;
    assert.deepEqual(
      body.bronnen.map(({ id }: Any) => id),
      ['regio-deal-chronisch', 'woonzorgvisie'],
    );
    assert.ok(body.verschil.length > 0);
  });

  it('reads page by page exactly the figures that stand, and of one area and year only those', async () => {
    const { rows } = await house.ground.pool.query(
      `select area as gebied, series as bron, year as jaar, case sex when 'men' then 'mannen' when 'women' then 'vrouwen' else 'alle' end as geslacht,
         case age when 'all' then 'alle' else age end as leeftijd, value as waarde, lower as ondergrens, upper as bovengrens
       from region.figure where indicator = 'inwoners-65' and current order by series, area, year, sex, age`,
    );
    assert.ok(rows.length > 200);
    assert.deepEqual(await all('/indicatoren/inwoners-65/waarden?aantal=97'), rows);
    const borne = await all('/indicatoren/inwoners-65/waarden?gebied=borne&jaar=2021');
    assert.deepEqual(
      borne,
      rows.filter(({ gebied, jaar }) => gebied === 'borne' && jaar === 2021),
    );
  });

  it('reads postcode areas with their municipality, and of one its figures', async () => {
    const areas = await all('/gebieden');
    assert.deepEqual(
      areas.find(({ id }) => id === '7511'),
      { id: '7511', naam: '7511 Enschede', soort: 'postcodegebied', gemeente: 'enschede' },
    );
    const [one, ...others] = await all('/indicatoren/inwoners/waarden?gebied=7511');
    assert.deepEqual([one.waarde % 5, one.jaar, others.length], [0, 2021, 0]);
    assert.deepEqual(await all('/indicatoren/inwoners-85/waarden?gebied=7614'), []);
  });

  it('does not read twice what did not change, and reads anew what did', async () => {
    const path = '/indicatoren/aandeel-65/waarden';
    const first = await ask(path);
    assert.match(first.headers.get('cache-control') ?? '', /^public, max-age=\d+$/);
    const [tag, since] = [first.headers.get('etag')!, first.headers.get('last-modified')!];
    for (const headers of [
      { 'if-none-match': tag },
      { 'if-none-match': `"iets", W/${tag}` },
      { 'if-modified-since': since },
    ] as Record<string, string>[]) {
      const again = await ask(path, headers);
      assert.deepEqual([again.status, again.text], [304, ''], JSON.stringify(headers));
      assert.equal(again.headers.get('etag'), tag);
    }
    const [load] = await loadsOf(house.ground.pool, { count: 1 });
    await house.ground.pool.query('update region.figure set value = value + 1 where indicator = $1 and load = $2', [
      'aandeel-65',
      load!.id,
    ]);
    await house.ground.pool.query("update region.load set at = at + interval '1 hour' where id = $1", [load!.id]);
    for (const headers of [{ 'if-none-match': tag }, { 'if-modified-since': since }] as Record<string, string>[])
      assert.equal((await ask(path, headers)).status, 200, JSON.stringify(headers));
    // Whose mark is another one is not answered by the moment.
    assert.equal((await ask(path, { 'if-none-match': '"x"', 'if-modified-since': since })).status, 200);
  });

  it('sees of the funnel what was published, and what is hidden stays hidden', async () => {
    await house.ground.pool.query(
      `insert into pathways.funnel (pathway, month, area, step, people, in_time, days, published_at)
       select 'welzijn-op-recept', (date_trunc('month', timestamptz '${house.clock.now().toISOString()}') - interval '1 month')::date, area, 'signal',
         case when area = 'borne' then null else 15 end, null, null, now() from unnest(array['twente', 'borne']) area`,
    );
    const steps = await all('/ketenaanpakken/welzijn-op-recept/stappen');
    assert.deepEqual(
      steps.map(({ gebied, stap, mensen }) => [gebied, stap, mensen]),
      [
        ['borne', 'signaal', null],
        ['twente', 'signaal', 15],
      ],
    );
  });

  it('looks ahead with a band, for an area of the region only', async () => {
    const figures = await all('/vooruitzichten?gebied=borne');
    const older = figures.find(({ id }) => id === '65-plus');
    assert.deepEqual([older.eenheid, older.lijnen.length], ['mensen', 1]);
    const last = older.lijnen[0].jaren.at(-1);
    assert.equal(last.jaar, 2050);
    assert.ok(last.ondergrens < last.waarde && last.waarde < last.bovengrens);
    assert.notDeepEqual(await all('/vooruitzichten?gebied=borne&totalen=plannen'), figures);
    assert.equal((await ask('/vooruitzichten?gebied=nederland')).status, 404);
  });
});
