import assert from 'node:assert/strict';
import { it } from 'node:test';
import { BOUNDARY_USAGE, boundaryCommand } from './boundary-commands.ts';
import { readConfig } from './platform/config/index.ts';

/** What is refused before anything is opened; a whole import is in test/journeys/region-in-figures.test.ts. */
it('who imports boundaries from nowhere, over http, or takes them away and over at once, is told what to do', async () => {
  const read = readConfig({});
  assert.ok(read.ok);
  const said = async (...given: readonly string[]) => {
    const { code, text } = await boundaryCommand(given, read.value);
    assert.equal(code, 1);
    return text;
  };
  assert.equal(await said(), BOUNDARY_USAGE);
  assert.equal(await said('--remove', 'grenzen.geojson'), BOUNDARY_USAGE);
  assert.match(await said('http://localhost:1/grenzen.geojson'), /begins with https:/);
  assert.match(await said('/er/is/niets.geojson'), /cannot be read/);
  assert.match(await said('https://localhost:1/grenzen.geojson'), /cannot be read/);
});
