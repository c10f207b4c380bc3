import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { monitorWeb } from '../../../../test/support/monitor.ts';
import { shippedRegion } from '../../../../test/support/pathways.ts';
import type { TestWeb } from '../../../../test/support/web.ts';

let web: TestWeb;
before(async () => {
  web = await monitorWeb();
});
after(() => web.stop());

const get = async (path: string) => {
  const answer = await web.visitor().get(path);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer());
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text };
};
/** What a page says, without its marks. */
const said = async (path: string) => (await get(path)).text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const rowsOf = (csv: string) =>
  csv
    .slice(1)
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

describe('a policy adviser who looks ahead', () => {
  it('reads 65 and over and the old-age ratio of 2030 beside the figures of the plans, and neither is made the same', async () => {
    const text = await said('/regiobeeld/vooruit');
    assert.match(text, /Inwoners van 65 jaar en ouder 2030 157\.490 \( ?155\.240 tot 159\.700 ?\) 155\.000 Regio Deal/);
    assert.match(text, /Grijze druk 2030 43% \( ?42% tot 45% ?\) 40% Woonzorgvisie/);
    assert.match(text, /Grijze druk 2030 43% \( ?42% tot 45% ?\) 42% Regio Deal/);
    assert.match(text, /De berekening is niet bijgesteld naar de plannen/);
  });

  it('sees carers for each resident of 85 and over in both definitions, and which one the plan seems to use', async () => {
    const wide = await said('/regiobeeld/vooruit/mantelzorgers-50-75');
    assert.match(wide, /2023 13,2 \([^)]*\) 8,7 Woonzorgvisie/);
    const narrow = await said('/regiobeeld/vooruit/mantelzorgers-50-65');
    assert.match(narrow, /2040 3,6 \([^)]*\) 3,6 Woonzorgvisie/);
    assert.match(narrow, /De leeftijd boven de tabel lijkt dus niet te kloppen/);
  });

  it('sees growth beside growth: dementia in ten years, home nursing until 2040, people in care', async () => {
    const text = await said('/regiobeeld/vooruit');
    assert.match(text, /Mensen met dementie, verandering sinds 2023 2033 \+33% \([^)]*\) \+39%/);
    assert.match(text, /Mensen met wijkverpleging, verandering sinds 2023 2040 \+53% \([^)]*\) \+54,6%/);
    assert.match(text, /Mensen die in de zorg werken, verandering sinds 2023 2033 −3% \([^)]*\) −4%/);
  });

  it('reads how many people in care are needed beside how many there are', async () => {
    const text = await said('/regiobeeld/vooruit/zorgmedewerkers');
    assert.match(text, /in 2040 zijn er ongeveer 66\.270 mensen nodig en zijn er 51\.230\. Dat is 15\.050 te weinig/);
    assert.match(text, /Geen bron zegt welk deel voor ouderen werkt/);
  });

  it('may choose a municipality and how it may go; the parts are the whole', async () => {
    const whole = rowsOf((await get('/regiobeeld/vooruit.csv?variant=hoog')).text);
    const over65 = (rows: string[][]) => Number(rows.find((row) => row[3] === 'over-65' && row[5] === '2040')![6]);
    let sum = 0;
    for (const { id } of shippedRegion().municipalities)
      sum += over65(rowsOf((await get(`/regiobeeld/vooruit.csv?variant=hoog&gebied=${id}`)).text));
    assert.ok(Math.abs(sum / over65(whole) - 1) < 1e-6, `${sum} beside ${over65(whole)}`);
    assert.match(await said('/regiobeeld/vooruit?gebied=tubbergen'), /noemen hiervan geen getal voor dit gebied/);
  });

  it('may have totals brought to those of the plans, is told so, and still sees a band', async () => {
    const rows = rowsOf((await get('/regiobeeld/vooruit/65-plus.csv?totalen=plannen')).text);
    const [, , , , , , value, lower, upper] = rows.find((row) => row[5] === '2030')!;
    assert.equal(Number(value), 155_000);
    assert.ok(Number(lower) < 155_000 && Number(upper) > 155_000);
    assert.match(await said('/regiobeeld/vooruit?totalen=plannen'), /is dan vanzelf gelijk/);
  });

  it('takes along the figures, the picture, and every age of every year', async () => {
    const people = rowsOf((await get('/regiobeeld/vooruit/inwoners-per-leeftijd.csv')).text);
    const year = (wanted: string) =>
      people.filter(([, , one]) => one === wanted).reduce((sum, [, , , , , count]) => sum + Number(count), 0);
    assert.equal(people.length, 1 + 30 * 200);
    assert.ok(Math.abs(year('2021') - 631_660) < 5);
    const json = JSON.parse((await get('/regiobeeld/vooruit.json')).text);
    assert.equal(json.figures.length, 10);
    assert.ok(json.sources.every(({ name, date }: { name: string; date: string }) => name && date));
    assert.ok(json.figures.find(({ id }: { id: string }) => id === 'at-risk').plans[0].plan === 43_134);
    const svg = await get('/regiobeeld/vooruit/dementie.svg?gebied=borne');
    assert.match(svg.type, /^image\/svg\+xml/);
    assert.match(svg.text, /^<\?xml[^>]*>\n<svg [\s\S]*<title[\s\S]*dementie, Borne[\s\S]*Berekening[\s\S]*<\/svg>\n$/);
    assert.equal((await get('/regiobeeld/vooruit/dementie.png?gebied=borne')).type, 'image/png');
  });

  it('finds nothing at an area, a way or a figure that is none', async () => {
    for (const path of [
      '/regiobeeld/vooruit?gebied=nederland',
      '/regiobeeld/vooruit?variant=roze',
      '/regiobeeld/vooruit/bestaat-niet',
      '/regiobeeld/vooruit/bestaat-niet.svg',
      '/regiobeeld/vooruit/inwoners-per-leeftijd',
      '/regiobeeld/vooruit.csv?gebied=atlantis',
    ])
      assert.equal((await get(path)).status, 404, path);
  });
});
