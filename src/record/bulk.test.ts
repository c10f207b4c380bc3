import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { testAdminUrl } from '../../test/support/database.ts';
import { actor, SYSTEM, testGround } from '../../test/support/ground.ts';
import { BSN_SYSTEM, readSent } from '../fhir/index.ts';
import { fail, newResidentId, ok, Refusal } from '../platform/index.ts';
import { BATCH, createManyPatients, type PatientToLoad } from './bulk.ts';
import { createResource, lookUp, type RecordGround, readResource, type WritePort } from './index.ts';

const DOOR = { door: 'bulk' } as const;
let ground: RecordGround;
let stop: () => Promise<void>;
let owner: pg.Client;

before(async () => {
  const made = await testGround();
  ground = { ...made.ground, ports: [] };
  // Behind every lock, the owner's too: who forgets a table here is found.
  const database = new URL(made.ownerUrl).pathname;
  owner = new pg.Client((await testAdminUrl()).replace(/\/[^/]*$/, database));
  await owner.connect();
  stop = async () => {
    await owner.end();
    await made.stop();
  };
});
after(() => stop());

function patient(family: string, bsn?: string, id = newResidentId()): PatientToLoad {
  return {
    resourceType: 'Patient',
    id,
    ...(bsn ? { identifier: [{ use: 'official', system: BSN_SYSTEM, value: bsn }] } : {}),
    active: true,
    name: [{ use: 'official', family, given: ['Anna', 'Maria'] }],
    telecom: [{ system: 'email', value: 'anna@example.org' }],
    gender: 'female',
    birthDate: '1948-03-02',
    address: [{ line: ['Voorbeeldstraat 1'], city: 'Enschede', district: 'Enschede', postalCode: '7511 AB' }],
  };
}

/** Every table of the house in which this resident stands. */
async function tablesOf(resident: string): Promise<Record<string, Record<string, unknown>[]>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'resident_id' and table_schema in ('platform', 'record', 'pathways') order by 1`,
  );
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { name } of tables) {
    const { rows } = await owner.query(`select * from ${name} where resident_id = $1`, [resident]);
    if (rows.length > 0) found[name] = rows;
  }
  return found;
}

/** The same with ids, moments and ciphers (a fresh nonce each) made alike; events of a load count as delivered. */
function alike(tables: Record<string, Record<string, unknown>[]>, resident: string): unknown {
  const even = (value: unknown): unknown => {
    if (value instanceof Date) return 'a moment';
    if (Buffer.isBuffer(value)) return `${value.length} bytes`;
    if (typeof value === 'string')
      return value
        .replaceAll(resident, 'this resident')
        .replace(/^[0-9a-z]{26}$/, 'a ulid')
        .replace(/"lastUpdated":"[^"]*"/, '"lastUpdated":"a moment"');
    return value;
  };
  return Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([column]) => column !== 'delivered_at')
            .map(([column, value]) => [column, even(value)]),
        ),
      ),
    ]),
  );
}

async function single(one: PatientToLoad, on = ground): Promise<string> {
  const { id: _id, ...body } = one;
  const sent = readSent('Patient', JSON.stringify(body));
  assert.ok(sent.ok);
  const made = await createResource(on, SYSTEM, 'Patient', sent.value, DOOR);
  assert.ok(made.ok);
  return made.value.id;
}

describe('residents who are loaded in bulk', () => {
  it('leave in every table what one who is registered alone leaves, ids and moments apart', async () => {
    const alone = await single(patient('Voorbeeld', '999990019'));
    const loaded = [patient('Voorbeeld', '999990032'), patient('Voorbeeld', '999990044')];
    const done = await createManyPatients(ground, SYSTEM, loaded, DOOR);
    assert.deepEqual(done, { created: 2, present: 0, refused: [] });
    const expected = await tablesOf(alone);
    assert.deepEqual(Object.keys(expected), [
      'platform."grant"',
      'platform.audit',
      'platform.outbox',
      'record.identity',
      'record.person',
      'record.resident',
      'record.resource',
      'record.timeline',
    ]);
    for (const { id } of loaded) assert.deepEqual(alike(await tablesOf(id), id), alike(expected, alone));
  });

  it('are told to nobody: their events count as delivered, that of one who is registered alone does not', async () => {
    const alone = await single(patient('Alleen'));
    const one = patient('Samen');
    await createManyPatients(ground, SYSTEM, [one], DOOR);
    const delivered = async (id: string) =>
      (await owner.query('select delivered_at from platform.outbox where resident_id = $1', [id])).rows[0].delivered_at;
    assert.equal(await delivered(alone), null);
    assert.notEqual(await delivered(one.id), null);
  });

  it('pass the rules of the rooms above as one who is registered alone does', async () => {
    const seen: string[] = [];
    const port: WritePort = {
      name: 'test',
      types: ['Patient'],
      settle: async (_ground, trx, change) => {
        const name = (change.after.name as readonly { family: string }[])[0]?.family;
        if (name === 'Geweigerd') return fail('unprocessable', 'Niet deze.');
        await trx.query('select 1');
        return ok({ parties: ['Organization/port'] });
      },
      follow: async (_ground, trx, change) => {
        const { rows } = await trx.query('select family from record.person where resident_id = $1', [change.resident]);
        seen.push(rows[0]?.family);
      },
    };
    const on = { ...ground, ports: [port] };
    const alone = await single(patient('Regels'), on);
    const loaded = [patient('Regels'), patient('Geweigerd'), patient('Regels')];
    const done = await createManyPatients(on, SYSTEM, loaded, DOOR);
    assert.equal(done.created, 2);
    assert.deepEqual(
      done.refused.map(({ id, problem }) => [id, problem.text]),
      [[loaded[1]?.id, 'Niet deze.']],
    );
    assert.deepEqual(seen, ['Regels', 'Regels', 'Regels']);
    const expected = alike(await tablesOf(alone), alone);
    for (const { id } of [loaded[0]!, loaded[2]!]) assert.deepEqual(alike(await tablesOf(id), id), expected);
    assert.deepEqual(await tablesOf(loaded[1]!.id), {});
    const { rows } = await owner.query(
      'select from platform.outbox where resident_id = any ($1) and delivered_at is null',
      [loaded.map(({ id }) => id)],
    );
    assert.equal(rows.length, 0);
  });

  it('who do not fit FHIR, or have no valid BSN, are left out and named; the others are written', async () => {
    const good = patient('Goed');
    const wrong = { ...patient('Fout'), gender: 'vrouw' };
    const bsn = patient('Fout', '999990021');
    const id = { ...patient('Fout'), id: 'not-a-uuid' };
    const done = await createManyPatients(ground, SYSTEM, [wrong, good, bsn, id], DOOR);
    assert.equal(done.created, 1);
    assert.deepEqual(
      done.refused.map((one) => [one.id, one.problem.at?.[0]?.place]),
      [
        [wrong.id, 'Patient.gender'],
        [bsn.id, 'Patient.identifier[0].value'],
        ['not-a-uuid', undefined],
      ],
    );
    assert.ok((await readResource(ground, SYSTEM, 'Patient', good.id, DOOR)).ok);
    assert.deepEqual(await tablesOf(wrong.id), {});
  });

  it('whose BSN somebody else has are left out whole, also within one load', async () => {
    await single(patient('Eerder', '999990056'));
    const held = {
      ...patient('Later'),
      identifier: ['999990068', '999990056'].map((value) => ({ system: BSN_SYSTEM, value })),
    };
    const twins = [patient('Tweeling', '999990111'), patient('Tweeling', '999990111')];
    const other = patient('Anders', '999990081');
    const done = await createManyPatients(ground, SYSTEM, [held, ...twins, other], DOOR);
    assert.equal(done.created, 2);
    assert.deepEqual(
      done.refused.map((one) => [one.id, one.problem.kind]),
      [
        [held.id, 'conflict'],
        [twins[1]?.id, 'conflict'],
      ],
    );
    assert.deepEqual(await tablesOf(held.id), {}, 'the BSN that was claimed is free again');
    await single(patient('Weer vrij', '999990068'));
  });

  it('are found, and their BSN is sealed', async () => {
    const one = patient('Vindbaar', '999990093');
    await createManyPatients(ground, SYSTEM, [one], DOOR);
    const nurse = actor({ role: 'practice-nurse', organisation: 'Organization/praktijk' });
    const found = await lookUp(ground, nurse, { by: 'bsn', bsn: '999990093' }, DOOR);
    assert.ok(found.ok && found.value?.resident === one.id);
    const { rows } = await owner.query('select content from record.resource where resident_id = $1', [one.id]);
    assert.ok(!rows[0].content.includes('999990093'));
    const read = await readResource(ground, SYSTEM, 'Patient', one.id, DOOR);
    assert.ok(read.ok && read.value.text.includes('"value":"999990093"'));
  });

  it('are loaded once: the same load again, or a longer one, adds only who is new', async () => {
    const people = Array.from({ length: BATCH + 20 }, (_, index) => patient(`Lading ${index}`));
    const first = await createManyPatients(ground, SYSTEM, people.slice(0, BATCH - 10), DOOR);
    assert.equal(first.created, BATCH - 10);
    const again = await createManyPatients(ground, SYSTEM, [...people, people[0]!], DOOR);
    assert.deepEqual(again, { created: 30, present: BATCH - 9, refused: [] });
    assert.deepEqual(await createManyPatients(ground, SYSTEM, people, DOOR), {
      created: 0,
      present: people.length,
      refused: [],
    });
  });

  it('come in batches that stand on their own: what was committed stays when a later batch breaks', async () => {
    const people = Array.from({ length: BATCH + 1 }, (_, index) => patient(`Breuk ${index}`));
    const last = people[BATCH]!;
    const port: WritePort = {
      name: 'breaks',
      types: ['Patient'],
      settle: async (_ground, _trx, change) => {
        if (change.resident === last.id) throw new Error('the power failed');
        return ok({});
      },
    };
    await assert.rejects(createManyPatients({ ...ground, ports: [port] }, SYSTEM, people, DOOR), /the power failed/);
    const done = await createManyPatients(ground, SYSTEM, people, DOOR);
    assert.deepEqual(done, { created: 1, present: BATCH, refused: [] });
  });

  it('cannot be loaded by somebody at work', async () => {
    for (const role of ['practice-nurse', 'welfare-coach', 'privacy-officer'] as const) {
      const who = actor({ role, organisation: 'Organization/praktijk' });
      await assert.rejects(createManyPatients(ground, who, [patient('Nooit')], DOOR), Refusal);
    }
  });
});
