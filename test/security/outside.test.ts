import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { apiRoom } from '../../src/exchange/index.ts';
import { openFigures } from '../../src/region/index.ts';
import { shippedRegion } from '../support/pathways.ts';
import { EXPECTED } from './expected.ts';
import { buildHouse, type House } from './house.ts';
import { startWalk, unknownLabels, type Walk } from './walk.ts';
import { walkChains } from './walk-chains.ts';
import { walkExchange } from './walk-exchange.ts';
import { walkFiles } from './walk-files.ts';
import { walkChanges, walkConditions, walkWhole } from './walk-interactions.ts';
import { walkBsnKept, walkBsnShown, walkLists, walkOffers } from './walk-offers.ts';
import {
  walkAudit,
  walkByBsn,
  walkByCaseNumber,
  walkEntries,
  walkRegion,
  walkSearches,
  walkUnsupported,
} from './walk-reads.ts';
import { walkScopes } from './walk-scopes.ts';
import { walkCreates, walkOtherWrites, walkUpdates } from './walk-writes.ts';

let house: House;
before(async () => {
  house = await buildHouse((ground) => [apiRoom(ground, shippedRegion(), openFigures(ground, shippedRegion()))]);
});
after(() => house.stop());

/** Walks with everybody, and looks afterwards what the audit says of it. */
async function walked(...doors: readonly ((walk: Walk) => Promise<void>)[]): Promise<readonly string[]> {
  const walk = startWalk(house);
  for (const door of doors) await door(walk);
  await walk.checkAudit();
  return walk.failures;
}

describe('everybody of the demo, at every door of the FHIR API, with a token of their own', () => {
  it('finds the world as the expected answers name it', () => {
    assert.deepEqual(unknownLabels(house.world.entries), []);
    assert.ok(Object.keys(EXPECTED).length >= 20);
  });
  it('reads, in each version, what is theirs to know; the rest reads as if it never was; all of it is in the log', async () => {
    assert.deepEqual(await walked(walkEntries), []);
  });
  it('reads the file with an entry where they read the entry, as bytes and as FHIR', async () => {
    assert.deepEqual(await walked(walkFiles), []);
  });
  it('finds by searching what they may read, and nothing that hints at the rest', async () => {
    assert.deepEqual(await walked(walkSearches, walkByCaseNumber), []);
  });
  it('finds no more by what comes along, what is chained over, counted or sorted', async () => {
    assert.deepEqual(await walked(walkChains), []);
  });
  it('reads no more of a whole record, a compartment, a history or in a batch', async () => {
    assert.deepEqual(await walked(walkWhole), []);
  });
  it('is refused what is not supported, and learns nothing by it', async () => {
    assert.deepEqual(await walked(walkUnsupported), []);
  });
  it('looks somebody up by BSN only in the roles that may, and sees no more than a look-up shows', async () => {
    assert.deepEqual(await walked(walkByBsn), []);
  });
  it('reads the log of their own record, as privacy officer every log, and otherwise none', async () => {
    assert.deepEqual(await walked(walkAudit), []);
  });
  it('reads the social map when signed in, and nothing at all when not', async () => {
    assert.deepEqual(await walked(walkRegion), []);
  });
  it('sees of an offer a first name, an age, a postcode area and a need', async () => {
    assert.deepEqual(await walked(walkOffers), []);
  });
  it('has on their lists their own people only, and each list leaves its lines', async () => {
    assert.deepEqual(await walked(walkLists), []);
  });
  it('reads a BSN only where the law gives it one', async () => {
    assert.deepEqual(await walked(walkBsnShown), []);
  });
  it('is told of events, and reads cases by the plain API, only as a system, each its own', async () => {
    assert.deepEqual(await walked(walkExchange), []);
  });
  it('may with a token no more than it was asked for', async () => {
    assert.deepEqual(await walkScopes(house), []);
  });
  it('adds to a record what their role does, and nothing to the record of somebody else', async () => {
    assert.deepEqual(await walked(walkCreates), []);
  });
  it('changes what their role changes, on top of the version they saw', async () => {
    assert.deepEqual(await walked(walkUpdates), []);
  });
  it('patches and removes what their role changes, and nothing else is there for them', async () => {
    assert.deepEqual(await walked(walkChanges), []);
  });
  it('creates once what is sent twice under a condition, where they may create at all', async () => {
    assert.deepEqual(await walked(walkConditions), []);
  });
  it('registers, keeps the directory and sends transactions as their role may, whole or not at all', async () => {
    assert.deepEqual(await walked(walkOtherWrites), []);
  });
  it('never leaves a BSN in a log, a list, an event, a letter or an entry', async () => {
    assert.deepEqual(await walked(walkBsnKept), []);
  });
});
