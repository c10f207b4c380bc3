import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { monitorWeb } from '../../../test/support/monitor.ts';
import type { TestWeb } from '../../../test/support/web.ts';

let web: TestWeb;
before(async () => {
  web = await monitorWeb();
});
after(() => web.stop());

const get = async (path: string) => {
  const answer = await web.visitor().get(path);
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer()),
  };
};

describe('who takes a figure along', () => {
  it('gets every figure as CSV with a point for decimals, and a mark so that Excel reads it rightly', async () => {
    const { status, type, text } = await get('/regiobeeld/grijze-druk.csv');
    assert.equal(status, 200);
    assert.match(type, /^text\/csv/);
    assert.ok(text.startsWith('\uFEFFindicator,area,series,year,sex,age,value,lower,upper\r\n'));
    assert.match(text, /\r\ngrijze-druk,twente,woonzorgvisie,2040,all,all,48,,\r\n/);
  });

  it('gets the same as JSON, with definitions and sources', async () => {
    const { text } = await get('/regiobeeld/chronisch-ziek.json');
    const read = JSON.parse(text);
    assert.deepEqual(
      read.series.map(({ id, source }: { id: string; source: string }) => [id, source.length > 0]),
      [
        ['regio-deal-chronisch', true],
        ['woonzorgvisie', true],
      ],
    );
    assert.deepEqual(
      read.figures
        .filter(({ area }: { area: string }) => area === 'twente')
        .map(({ value }: { value: number }) => value),
      [52, 32],
    );
  });

  it('gets the chart as a picture that stands by itself', async () => {
    const { status, type, text } = await get('/regiobeeld/grijze-druk.svg');
    assert.equal(status, 200);
    assert.match(type, /^image\/svg\+xml/);
    assert.match(text, /^<\?xml[^>]*>\n<svg [\s\S]*<style>[\s\S]*<title[\s\S]*Woonzorgvisie[\s\S]*<\/svg>\n$/);
    assert.doesNotMatch(text, /var\(--/);
    assert.match(
      text,
      /omzien-lines__credit[\s\S]*Bron: CBS StatLine, tabel 83502NED/,
      'where it comes from goes with it',
    );
    assert.equal((await get('/regiobeeld/roken.svg')).status, 404, 'one year is no line');
    const png = await get('/regiobeeld/grijze-druk.png?gebied=borne');
    assert.deepEqual([png.status, png.type], [200, 'image/png']);
    assert.equal((await get('/regiobeeld/roken.png')).status, 404);
  });

  it('gets the map as a picture, with its classes in it and nothing to click', async () => {
    const map = await get('/regiobeeld/aandeel-65.svg?beeld=kaart');
    assert.equal(map.status, 200);
    assert.match(map.text, /Hof van|Tubbergen/);
    assert.match(map.text, /omzien-tiles__class[\s\S]*even grote stappen[\s\S]*Bron: CBS/);
    assert.doesNotMatch(map.text, /<a /);
    assert.equal((await get('/regiobeeld/aandeel-65.png?beeld=kaart&gebied=borne')).type, 'image/png');
    assert.equal((await get('/regiobeeld/roken.svg?beeld=kaart')).status, 404, 'no figures per municipality');
  });

  it('finds nothing under a name or area that is none', async () => {
    for (const path of [
      '/regiobeeld/bestaat-niet',
      '/regiobeeld/bestaat-niet.csv',
      '/regiobeeld/bestaat-niet.json',
      '/regiobeeld/grijze-druk?gebied=atlantis',
      '/regiobeeld/gebied/twente',
      '/regiobeeld/gebied/atlantis',
    ])
      assert.equal((await get(path)).status, 404, path);
  });
});

describe('from signal to better', () => {
  before(async () => {
    const months = [1, 2].map(
      (back) =>
        `(date_trunc('month', timestamptz '${web.clock.now().toISOString()}') - interval '${back} months')::date`,
    );
    for (const month of months)
      await web.ground.pool.query(
        `insert into pathways.funnel (pathway, month, area, step, people, in_time, days, published_at)
         select 'welzijn-op-recept', ${month}, area, step, case when area = 'twente' then 45 when area = 'borne' then null else 15 end,
           case when area = 'twente' then 40 end, 4, now()
         from unnest(array['twente', 'enschede', 'borne']) area, unnest(array['signal', 'reached', 'conversation', 'referred', 'accepted', 'completed', 'better']) step`,
      );
  });

  it('says the same on the page, as CSV and as JSON, and hides the same', async () => {
    const page = await get('/regiobeeld/trechter?gebied=borne');
    assert.match(page.text, /afgeschermd/);
    const whole = await get('/regiobeeld/trechter');
    assert.match(whole.text, /<td[^>]*>(?:<[^>]*>)*45/);
    assert.match(whole.text, /89% \(77% tot 95%\)/, '40 of 45, from the rounded counts');
    assert.match(whole.text, /90/, 'two months together');
    const json = JSON.parse((await get('/regiobeeld/trechter.json')).text);
    const csv = (await get('/regiobeeld/trechter.csv')).text.trim().split('\r\n').slice(1);
    assert.equal(csv.length, json.figures.length);
    assert.equal(csv.length, 2 * 3 * 7);
    for (const one of json.figures) {
      assert.equal(one.people, one.area === 'twente' ? 45 : one.area === 'borne' ? null : 15);
      assert.ok(
        csv.includes(
          [one.pathway, one.month, one.area, one.step, one.people ?? '', one.in_time ?? '', one.days ?? ''].join(','),
        ),
      );
    }
  });

  it('shows the size of the task beside it, also of an approach that is not followed yet', async () => {
    const { text } = await get('/regiobeeld/trechter?keten=valpreventie');
    assert.match(text, /43\.134/);
    assert.match(text, /volgt deze ketenaanpak nog niet/);
    for (const path of ['?keten=bestaat-niet', '?gebied=atlantis', '?maand=1999-01'])
      assert.equal((await get(`/regiobeeld/trechter${path}`)).status, 404, path);
  });
});

describe('who looks for a postcode area', () => {
  const to = async (typed: string) => {
    const answer = await web.visitor().get(`/regiobeeld/gebied?cijfer=aandeel-75&zoek=${encodeURIComponent(typed)}`);
    return answer.headers.get('location') ?? (await answer.text());
  };

  it('comes to it by four digits, a whole postcode, a place, also with a typing error', async () => {
    for (const typed of ['7511', '7511 AB', ' 7511ab'])
      assert.equal(await to(typed), '/regiobeeld/aandeel-75?gebied=7511', typed);
    assert.equal(await to('Enter'), '/regiobeeld/aandeel-75?gebied=7468');
    assert.equal(await to('Markelloo'), '/regiobeeld/aandeel-75?gebied=7475');
  });

  it('chooses where a name means several, and is told of one that is not known here', async () => {
    const several = await to('Enschede');
    for (const area of ['enschede', '7511', '7548'])
      assert.ok(several.includes(`/regiobeeld/aandeel-75?gebied=${area}"`), area);
    const haarle = await to('Haarle');
    for (const area of ['7448', '7668']) assert.ok(haarle.includes(`?gebied=${area}"`), area);
    assert.ok(!haarle.includes('?gebied=7442"'));
    for (const typed of ['1012 AB', 'Atlantis']) assert.match(await to(typed), /kennen wij niet in Twente/);
    assert.match(await to(''), /kies eerst een gemeente/);
  });

  it('sees its figure beside its municipality, the region and the country, with an interval', async () => {
    const { text } = await get('/regiobeeld/aandeel-75?gebied=7443');
    assert.match(text, /7443 Nijverdal: [\d,]+% in 2021/);
    for (const area of ['Hellendoorn', 'Twente', 'Nederland']) assert.match(text, new RegExp(`In ${area} is het`));
    assert.match(text, /Postcodegebieden in Hellendoorn, 2021/);
    assert.ok(!text.includes('7511 Enschede'), 'of one municipality at a time');
  });

  it('does not see a small count by any door, and is told that it is hidden', async () => {
    const page = await get('/regiobeeld/inwoners-85?gebied=7614');
    assert.match(page.text, /Voor 7614 Mariaparochie laten wij dit getal niet zien/);
    assert.match(page.text, /Afgeschermd: 7614 Mariaparochie/);
    const csv = (await get('/regiobeeld/inwoners-85.csv')).text;
    assert.match(csv, /inwoners-85,7511,cbs-bevolking,2021,all,all,\d+,,/);
    assert.ok(!csv.includes('inwoners-85,7614,'));
    const { figures } = JSON.parse((await get('/regiobeeld/aandeel-85.json')).text);
    assert.ok(!figures.some(({ area }: { area: string }) => area === '7614'));
    assert.match((await get('/regiobeeld/gebied/7614')).text, /Inwoners/);
  });
});

describe('who takes the neighbourhoods along', () => {
  it('gets each on one line, with what is hidden left empty', async () => {
    const { type, text } = await get('/regiobeeld/wonen/buurten.csv');
    assert.match(type, /^text\/csv/);
    const lines = text.trim().split('\r\n');
    assert.equal(lines.length, 1 + 122);
    const of = (code: string) => lines.find((line) => line.startsWith(`${code},`))!.split(',');
    assert.deepEqual(of('7511').slice(0, 4), ['7511', 'Enschede', 'enschede', '9695']);
    assert.deepEqual(of('7614').slice(4, 6), ['', '']);
  });

  it('finds no neighbourhood of another region, and none of a municipality that is not there', async () => {
    for (const path of ['buurten/1012', 'buurten?gemeente=atlantis', 'buurten?dienst=winkel'])
      assert.equal((await get(`/regiobeeld/wonen/${path}`)).status, 404, path);
  });
});

describe('the sheet of a municipality', () => {
  it('says which targets are reached, in the municipality or else the region', async () => {
    const { text } = await get('/regiobeeld/gebied/borne');
    assert.match(text, /Doelen: op koers of niet/);
    assert.match(text, /Twente: \d+%, 20\d\d/);
    assert.match(text, /Nog niet gehaald|Gehaald/);
  });

  it('says that a figure rises only where five years with a margin say so beyond chance', async () => {
    const { rows } = await web.ground.pool.query<{ area: string; year: number; value: number }>(
      `select area, year, value from region.figure
       where indicator = 'aandeel-65' and series = 'cbs-bevolking' and sex = 'all' and age = 'all' and current
         and area in ('wierden', 'borne', 'losser')`,
    );
    assert.equal(rows.length, 3, 'the content gives one year of each');
    const before: Readonly<Record<string, readonly number[]>> = {
      wierden: [-8, -6, -4, -2],
      borne: [2, -2, 2, -2],
      losser: [8, 6, 4, 2],
    };
    for (const { area, year, value } of rows)
      for (const [index, change] of before[area]!.entries())
        await web.ground.pool.query(
          `insert into region.figure (indicator, area, series, year, value, lower, upper, load)
           values ('aandeel-65', $1, 'cbs-bevolking', $2, $3, $4, $5, (select max(id) from region.load))`,
          [area, year - 4 + index, value + change, value + change - 0.5, value + change + 0.5],
        );
    const said = async (area: string) => {
      const { text } = await get(`/regiobeeld/gebied/${area}`);
      const row = text.split('</tr>').find((one) => one.includes(`/regiobeeld/aandeel-65?gebied=${area}`));
      return row?.match(/stijgt|daalt|geen duidelijke richting/g)?.join() ?? 'nothing';
    };
    assert.deepEqual(await Promise.all(['wierden', 'borne', 'losser', 'almelo'].map(said)), [
      'stijgt',
      'geen duidelijke richting',
      'daalt',
      'nothing',
    ]);
  });
});

describe('what a page says of a figure', () => {
  it('shows both sources where two disagree, and why', async () => {
    const { text } = await get('/regiobeeld/chronisch-ziek');
    for (const words of [
      '52%',
      '32%',
      'Regio Deal, chronische ziekten',
      'Woonzorgvisie',
      'Waarom de bronnen verschillen',
    ])
      assert.ok(text.includes(words), words);
  });

  it('says that a difference is more than chance only where there is an interval', async () => {
    assert.match(
      (await get('/regiobeeld/aandeel-65?gebied=tubbergen')).text,
      /Dat is lager, en het verschil is groter dan toeval/,
    );
    assert.match(
      (await get('/regiobeeld/ervaren-gezondheid')).text,
      /De bron noemt geen marge. Of het verschil toeval is, weten we niet/,
    );
  });

  it('says so when there is no figure for a municipality, rather than to guess', async () => {
    const { text } = await get('/regiobeeld/eenzaamheid?gebied=borne');
    assert.match(text, /Voor Borne is er geen cijfer in onze bronnen/);
    assert.match(text, /geen cijfers per gemeente/);
  });
});
