import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { LOCKS } from './expected-locks.ts';
import { buildHouse, type House } from './house.ts';
import { fillTables } from './lock-rows.ts';
import { contextFailures } from './walk-contexts.ts';
import { catalogueFailures, lockFailures } from './walk-locks.ts';

let house: House;
before(async () => {
  house = await buildHouse();
  await fillTables(house);
});
after(() => house.stop());

describe('the second lock, in the database itself', () => {
  it('is on, and forced, for every table that names a resident; the application owns nothing', async () => {
    assert.deepEqual(await catalogueFailures(house), []);
  });

  for (const table of Object.keys(LOCKS))
    it(`lets nobody past in ${table} but who a context is for`, async () => {
      assert.deepEqual(await lockFailures(house, [table]), []);
    });

  it('keeps the log as it is, gives no rights outside an act, and shows on a page each resident by their own grants', async () => {
    assert.deepEqual(await contextFailures(house), []);
  });
});
