import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { madeUpBoundaries } from '../../../test/support/boundaries.ts';
import { closeBrowser } from '../../../test/support/browser.ts';
import { monitorWeb } from '../../../test/support/monitor.ts';
import { shippedRegion } from '../../../test/support/pathways.ts';
import { checkSent } from '../../../test/support/sent.ts';
import type { TestWeb } from '../../../test/support/web.ts';
import { drawn } from './draw.ts';
import { readBoundaries } from './geojson.ts';
import { importBoundaries, removeBoundaries } from './keep.ts';

const region = shippedRegion();
type Made = ReturnType<typeof madeUpBoundaries>;
const changed = (change: (made: Made) => void): string => {
  const made = madeUpBoundaries(region);
  change(made);
  return JSON.stringify(made);
};
const mistakesIn = (text: string): string => {
  const read = readBoundaries(text, region);
  return read.ok ? '' : read.mistakes.join('\n');
};

describe('who imports boundaries', () => {
  it('is told what is wrong with a file, each time with what to do', () => {
    const [first] = madeUpBoundaries(region).features;
    const cases: readonly (readonly [text: string, mistake: RegExp])[] = [
      ['niets', /is not JSON/],
      ['{"type":"Feature"}', /no GeoJSON FeatureCollection/],
      [changed(({ features }) => void features.shift()), /No feature has the CBS code .+\(GM\d{4}\)/],
      [changed(({ features }) => void features.push(first!)), /in the file twice/],
      [
        changed(
          ({ features }) => void Object.assign(features[0]!, { geometry: { type: 'Point', coordinates: [6, 52] } }),
        ),
        /no Polygon/,
      ],
      [
        changed(({ features }) => {
          features[0]!.geometry.coordinates = [
            [
              [250000, 480000],
              [251000, 480000],
              [251000, 481000],
              [250000, 480000],
            ],
          ];
        }),
        /not in the Netherlands.*EPSG:4326/,
      ],
      [
        changed(({ features }) => {
          features[0]!.geometry.coordinates = [
            [
              [6.5, 52.3],
              [6.6, 52.3],
              [6.6, 52.4],
              [6.5, 52.4],
            ],
          ];
        }),
        /not closed/,
      ],
    ];
    for (const [text, mistake] of cases) assert.match(mistakesIn(text), mistake);
    assert.equal(mistakesIn(changed(() => undefined)), '');
  });

  it('may name municipalities by name where there are no codes; the code of another is not gone past by a name', () => {
    const byName = changed(({ features }) => {
      for (const one of features) one.properties = { municipality: one.properties.statnaam };
    });
    assert.equal(mistakesIn(byName), '');
    const other = changed(({ features }) => void Object.assign(features[0]!.properties, { statcode: 'GM9998' }));
    assert.match(mistakesIn(other), /No feature has the CBS code/);
  });

  const published = join(import.meta.dirname, '../../../../shared/data/twente-municipalities.geojson');
  it('gets the boundaries as they are published drawn, each in a few kilobytes', {
    skip: !existsSync(published) && 'the reference data (../shared/data) are not on this machine',
  }, () => {
    const read = readBoundaries(readFileSync(published, 'utf8'), region);
    assert.ok(read.ok, JSON.stringify(read));
    const shapes = drawn(read.outlines);
    assert.deepEqual(
      shapes.map(({ municipality }) => municipality).sort(),
      region.municipalities.map(({ id }) => id).sort(),
    );
    for (const { municipality, path } of shapes) assert.ok(path.length > 200 && path.length < 6_000, municipality);
  });

  it('gets shapes that are thinned out, and neighbours that still touch', () => {
    const read = readBoundaries(
      changed(() => undefined),
      region,
    );
    assert.ok(read.ok);
    const shapes = drawn(read.outlines);
    assert.equal(shapes.length, region.municipalities.length);
    const pointsOf = (municipality: string) =>
      shapes
        .find((one) => one.municipality === municipality)!
        .path.split(/[MLZ]/)
        .filter((point) => point !== '');
    const byPlace = (column: number, row: number) =>
      region.monitor.tiles.find((tile) => tile.column === column && tile.row === row)?.municipality;
    const pair = region.monitor.tiles
      .map(({ municipality, column, row }) => [municipality, byPlace(column + 1, row)] as const)
      .find(([, next]) => next !== undefined)!;
    const right = new Set(pointsOf(pair[1]!));
    assert.ok(pointsOf(pair[0]).filter((point) => right.has(point)).length >= 2);
    assert.ok(Math.max(...shapes.map(({ path }) => path.length)) < 3_000);
  });
});

describe('the map with boundaries', { timeout: 300_000 }, () => {
  let web: TestWeb;
  const get = async (path: string) => (await web.visitor().get(path)).text();
  const AT = '/regiobeeld/aandeel-65?gebied=borne';
  before(async () => {
    web = await monitorWeb();
  });
  after(async () => {
    await closeBrowser();
    await web.stop();
  });

  it('is offered once boundaries were imported, beside the tiles, and goes when they are taken away', async () => {
    const unasked = await get(AT);
    assert.doesNotMatch(unasked, /Kaart met grenzen/);
    assert.match((await importBoundaries(web.ground, region, '{}')).join(), /FeatureCollection/);
    assert.equal(await get(AT), unasked, 'a wrong file changes nothing');
    // Twice: the second takes the place of the first.
    for (let n = 0; n < 2; n++)
      assert.deepEqual(
        await importBoundaries(
          web.ground,
          region,
          changed(() => undefined),
        ),
        [],
      );
    const tiles = await get(AT);
    assert.match(tiles, /href="\/regiobeeld\/aandeel-65\?gebied=borne&amp;kaart=grenzen"/);
    assert.doesNotMatch(tiles, /<path d="M\d+ \d+L/);
    const map = await get(`${AT}&kaart=grenzen`);
    assert.equal(map.match(/<path d="M\d+ \d+L/g)?.length, region.municipalities.length);
    assert.match(map, /aria-label="Borne: [\d,]+%"/);
    assert.match(map, /Kaart met tegels/);
    // Whichever way another area is chosen, the map stays as it was chosen.
    const chosen = map.match(/<input type="hidden" name="kaart" value="grenzen"[^>]*>/g);
    assert.equal(chosen?.length, 2, 'the list of areas and the search for one');
    for (const link of map.match(/href="\/regiobeeld\/aandeel-65\?gebied=(?!borne)[^"]*"/g) ?? [])
      assert.match(link, /&amp;kaart=grenzen"/);
    const found = await web.visitor().get('/regiobeeld/gebied?zoek=Hengelo&cijfer=aandeel-65&kaart=grenzen');
    assert.match(found.headers.get('location') ?? (await found.text()), /aandeel-65\?gebied=[^"]+kaart=grenzen/);
    await checkSent('figures-boundaries', map);
    await removeBoundaries(web.ground);
    assert.equal(await get(AT), unasked);
    assert.equal((await web.visitor().get(`${AT}&kaart=grenzen`)).status, 200, 'a link that was shared shows tiles');
  });
});
