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
    assert.equal((await get('/regiobeeld/roken.svg')).status, 404, 'one year is no line');
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
