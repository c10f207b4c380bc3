import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor, SYSTEM, testGround } from '../../../test/support/ground.ts';
import { readSearch } from '../../fhir/index.ts';
import { type Actor, type Trx, withActor } from '../../platform/index.ts';
import { createResource, type RecordGround, searchResources } from '../index.ts';

const DOOR = { door: 'fhir' } as const;
let ground: RecordGround;
let stop: () => Promise<void>;
const residents: string[] = [];

before(async () => {
  const made = await testGround();
  ground = { ...made.ground, ports: [] };
  stop = made.stop;
  for (const family of ['Zijlstra', 'Zonder', 'Aalders']) {
    const patient = await write('Patient', { name: [{ family }], birthDate: '1950-01-01' });
    residents.push(patient);
    for (const code of ['a', 'b'])
      await write('Observation', {
        ...{ status: 'final', code: { coding: [{ system: 'urn:codes', code }] } },
        subject: { reference: `Patient/${patient}` },
      });
  }
});
after(() => stop());

async function write(type: 'Patient' | 'Observation', resource: object): Promise<string> {
  const text = JSON.stringify({ resourceType: type, ...resource });
  const made = await createResource(ground, SYSTEM, type, { resource: JSON.parse(text), text }, DOOR);
  assert.ok(made.ok);
  return made.value.id;
}

const ledTo = (who: Actor, kind: 'region' | 'none', tokens: readonly string[], most: number) =>
  withActor(ground, who, { kind }, async (trx) => {
    const { rows } = await trx.query<{ ids: string[] | null }>('select record.led_to($1, $2, $3, $4) as ids', [
      ...['Observation', JSON.stringify([tokens]), '[]', most],
    ]);
    return rows[0]!.ids;
  });

describe('what the indexes find for who looks at the whole region', () => {
  it('is the ids that hold the key; nothing is told to anybody else', async () => {
    assert.equal((await ledTo(SYSTEM, 'region', ['code|urn:codes|a'], 10))?.length, 3);
    const nurse = actor({ role: 'practice-nurse', person: 'Practitioner/n', organisation: 'Organization/p' });
    assert.equal(await ledTo(nurse, 'none', ['code|urn:codes|a'], 10), null);
  });

  it('is left aside where it is too much, so that a page is walked in its order', async () => {
    assert.equal(await ledTo(SYSTEM, 'region', ['code|urn:codes|a'], 2), null);
  });

  it('gives the same answers as looking at every row, chains and several names among them', async () => {
    const ask = async (type: 'Patient' | 'Observation', query: string) => {
      const search = readSearch(type, new URLSearchParams(query), { posted: false, strict: true });
      assert.ok(search.ok);
      const found = await searchResources(ground, SYSTEM, search.value, DOOR);
      assert.ok(found.ok);
      return found.value.entries.map(({ id }) => id);
    };
    assert.deepEqual(new Set(await ask('Patient', 'family=zij,aal')), new Set([residents[0], residents[2]]));
    assert.deepEqual(await ask('Patient', 'family=z&family=zon'), [residents[1]]);
    assert.deepEqual(await ask('Patient', 'family=zijlstraat'), []);
    const of = await ask('Observation', 'patient.family=zijlstra&code=urn:codes|a');
    assert.deepEqual([of.length, of[0]?.slice(0, 8)], [1, residents[0]!.slice(0, 8)]);
    assert.deepEqual(await ask('Observation', 'patient.family=niemand'), []);
    assert.equal((await ask('Observation', 'code=urn:codes|a,urn:codes|b')).length, 6);
    assert.equal((await ask('Observation', 'code:not=urn:codes|a')).length, 3);
  });
});

describe('pages of a type', () => {
  const plan = (sql: string) =>
    withActor(ground, SYSTEM, { kind: 'region' }, async (trx: Trx) => {
      // Of few rows any plan will do; what is asked here is whether the index gives the order by itself.
      await trx.query('set local enable_sort = off');
      await trx.query('set local enable_seqscan = off');
      await trx.query('set local enable_bitmapscan = off');
      const { rows } = await trx.query<{ 'QUERY PLAN': string }>(`explain ${sql}`);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });

  it('of a history, latest first, come from an index, also without _since', async () => {
    for (const table of ['resource', 'history']) {
      const told = await plan(
        `select id from record.${table} where type = 'Task' order by last_updated desc, id collate "C" desc, version desc limit 51`,
      );
      assert.match(told, new RegExp(`Index (Only )?Scan using ${table}_by_time`));
      assert.doesNotMatch(told, /Sort/);
    }
  });

  it('of a search come from an index in the order of their ids', async () => {
    const told = await plan(
      "select content from record.resource where type = 'Task' order by resident_id, id limit 21",
    );
    assert.match(told, /Index Scan using resource_in_order/);
    assert.doesNotMatch(told, /Sort/);
  });
});
