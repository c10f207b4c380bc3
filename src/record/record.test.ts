import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor, SYSTEM, testGround } from '../../test/support/ground.ts';
import { BSN_SYSTEM, readSearch, readSent, reindex } from '../fhir/index.ts';
import { withActor } from '../platform/index.ts';
import {
  createResource,
  type RecordGround,
  readResource,
  readVersions,
  searchResources,
  updateResource,
} from './index.ts';

const DOOR = { door: 'fhir' } as const;
let ground: RecordGround;
let stop: () => Promise<void>;
let ownerUrl: string;

before(async () => {
  const made = await testGround();
  ground = { ...made.ground, ports: [] };
  stop = made.stop;
  ownerUrl = made.ownerUrl;
});
after(() => stop());

function patient(family: string, bsn?: string): string {
  return JSON.stringify({
    resourceType: 'Patient',
    ...(bsn ? { identifier: [{ use: 'official', system: BSN_SYSTEM, value: bsn, period: { start: '2020' } }] } : {}),
    name: [{ family, given: ['Anna'] }],
    birthDate: '1948-03-02',
    gender: 'female',
  });
}

async function create(body: string, who = SYSTEM) {
  const type = (JSON.parse(body) as { resourceType: 'Patient' }).resourceType;
  const sent = readSent(type, body);
  assert.ok(sent.ok);
  return createResource(ground, who, type, sent.value, DOOR);
}

describe('the record', () => {
  it('gives back what was written, decimals, extensions and all', async () => {
    const made = await create(patient('Voorbeeld'));
    assert.ok(made.ok);
    const text = `{"resourceType":"Observation","status":"final","code":{"text":"x"},"subject":{"reference":"Patient/${made.value.id}"},"valueQuantity":{"value":1.10,"unit":"m"},"extension":[{"url":"https://example.org/e","valueDecimal":12345678901234567890.10}],"_status":{"extension":[{"url":"https://example.org/p","valueString":"é"}]}}`;
    const observation = await create(text);
    assert.ok(observation.ok);
    const read = await readResource(ground, SYSTEM, 'Observation', observation.value.id, DOOR);
    assert.ok(read.ok);
    assert.match(read.value.text, /"value":1\.10,/);
    assert.match(read.value.text, /12345678901234567890\.10/);
    const { id, meta, ...rest } = JSON.parse(read.value.text);
    assert.equal(id, observation.value.id);
    assert.equal(meta.versionId, '1');
    assert.deepEqual(rest, JSON.parse(text));
  });

  it('keeps a BSN sealed, also in history, and gives it only to who the law gives it', async () => {
    const made = await create(patient('Verzegeld', '999990019'));
    assert.ok(made.ok);
    assert.match(made.value.text, /999990019/);
    const { Client } = (await import('pg')).default;
    const client = new Client(ownerUrl);
    await client.connect();
    const { rows } = await client.query(
      'select content from record.resource union all select data::text from platform.outbox union all select coalesce(detail, subject_id) from platform.audit',
    );
    await client.end();
    assert.ok(rows.length > 2);
    assert.ok(!JSON.stringify(rows).includes('999990019'));
    const read = await readResource(ground, SYSTEM, 'Patient', made.value.id, DOOR);
    assert.ok(read.ok && read.value.text.includes('"value":"999990019"'));
    const again = await create(patient('Ander', '999990019'));
    assert.ok(!again.ok);
    assert.equal(again.problem.kind, 'conflict');
    assert.ok(!JSON.stringify(again.problem).includes('Verzegeld'));
  });

  it('finds a person by BSN through a body, and refuses a BSN in an address', async () => {
    const made = await create(patient('Gevonden', '999990021'));
    assert.ok(!made.ok, 'does not pass the eleven test');
    const good = await create(patient('Gevonden', '999990032'));
    assert.ok(good.ok);
    const inUrl = readSearch('Patient', new URLSearchParams({ identifier: `${BSN_SYSTEM}|999990032` }), {
      posted: false,
      strict: true,
    });
    assert.ok(!inUrl.ok);
    const posted = readSearch('Patient', new URLSearchParams({ identifier: `${BSN_SYSTEM}|999990032` }), {
      posted: true,
      strict: true,
    });
    assert.ok(posted.ok);
    const nurse = actor({ role: 'practice-nurse', person: 'Practitioner/n', organisation: 'Organization/praktijk' });
    const found = await searchResources(ground, nurse, posted.value, DOOR);
    assert.ok(found.ok);
    assert.equal(found.value.entries.length, 1);
    const seen = JSON.parse(found.value.entries[0]!.text);
    assert.deepEqual(Object.keys(seen).sort(), ['birthDate', 'id', 'meta', 'name', 'resourceType']);
  });

  it('shows nothing to who has no relation, and cannot be told from absent', async () => {
    const made = await create(patient('Dicht'));
    assert.ok(made.ok);
    for (const role of [
      'practice-nurse',
      'gp',
      'welfare-coach',
      'provider',
      'coordinator',
      'debt-officer',
      'organisation-admin',
      'privacy-officer',
      'policy-adviser',
      'resident',
    ] as const) {
      const who = actor({
        role,
        organisation: 'Organization/x',
        services: ['HealthcareService/x'],
        ...(role === 'resident'
          ? {
              residentId: '11111111-1111-4111-8111-111111111111',
              person: 'Patient/11111111-1111-4111-8111-111111111111',
            }
          : {}),
      });
      const denied = await readResource(ground, who, 'Patient', made.value.id, DOOR);
      const absent = await readResource(ground, who, 'Patient', '22222222-2222-4222-8222-222222222222', DOOR);
      assert.ok(!denied.ok && !absent.ok, role);
      assert.deepEqual(denied.problem, absent.problem);
    }
  });

  it('keeps every version, and refuses an update on a version that is not the present one', async () => {
    const made = await create(patient('Versie'));
    assert.ok(made.ok);
    const next = readSent('Patient', JSON.stringify({ ...JSON.parse(made.value.text), birthDate: '1948-03-03' }));
    assert.ok(next.ok);
    const updated = await updateResource(ground, SYSTEM, 'Patient', made.value.id, next.value, 1, DOOR);
    assert.ok(updated.ok);
    const stale = await updateResource(ground, SYSTEM, 'Patient', made.value.id, next.value, 1, DOOR);
    assert.ok(!stale.ok);
    assert.equal(stale.problem.kind, 'stale');
    const both = await Promise.all(
      [2, 2].map((version) => updateResource(ground, SYSTEM, 'Patient', made.value.id, next.value, version, DOOR)),
    );
    assert.deepEqual(both.map((one) => one.ok).sort(), [false, true]);
    const versions = await readVersions(ground, SYSTEM, 'Patient', made.value.id, DOOR);
    assert.ok(versions.ok);
    assert.deepEqual(
      versions.value.map((version) => version.version),
      [3, 2, 1],
    );
  });

  it('says which element is wrong: structure, cardinality and required codes', async () => {
    const wrong = await create(JSON.stringify({ resourceType: 'Patient', gender: 'vrouw', name: [{ family: 'X' }] }));
    assert.ok(!wrong.ok);
    assert.deepEqual(
      wrong.problem.at?.map((place) => place.place),
      ['Patient.gender'],
    );
    const extra = await create(JSON.stringify({ resourceType: 'Patient', lievelingskleur: 'paars' }));
    assert.ok(!extra.ok);
    assert.equal(extra.problem.at?.[0]?.place, 'Patient.lievelingskleur');
  });

  it('is found again after an upgrade that empties the index, and indexing twice does nothing', async () => {
    const made = await create(patient('Herindexeerd'));
    assert.ok(made.ok);
    const found = async () => {
      const search = readSearch('Patient', new URLSearchParams({ family: 'herindex' }), {
        posted: false,
        strict: true,
      });
      assert.ok(search.ok);
      const page = await searchResources(ground, SYSTEM, search.value, DOOR);
      assert.ok(page.ok);
      return page.value.entries.map((entry) => entry.id);
    };
    assert.deepEqual(await found(), [made.value.id]);
    await withActor(ground, SYSTEM, { kind: 'region' }, (trx) =>
      trx.query("update record.resource set terms = null, tokens = '{}', refs = '{}' where id = $1", [made.value.id]),
    );
    assert.deepEqual(await found(), []);
    assert.equal(await reindex(ground), 1);
    assert.deepEqual(await found(), [made.value.id]);
    assert.equal(await reindex(ground), 0);
  });

  it('pages without skipping or repeating, while others write', async () => {
    const made = await create(patient('Bladeren'));
    assert.ok(made.ok);
    const ids = new Set<string>();
    for (let i = 0; i < 23; i++) {
      const one = await create(
        JSON.stringify({
          resourceType: 'Goal',
          lifecycleStatus: 'active',
          description: { text: `${i}` },
          subject: { reference: `Patient/${made.value.id}` },
        }),
      );
      assert.ok(one.ok);
      ids.add(one.value.id);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ patient: made.value.id, _count: '5', ...(after ? { _after: after } : {}) });
      const search = readSearch('Goal', query, { posted: false, strict: true });
      assert.ok(search.ok);
      const page = await searchResources(ground, SYSTEM, search.value, DOOR);
      assert.ok(page.ok);
      seen.push(...page.value.entries.map((entry) => entry.id));
      after = page.value.next;
    } while (after);
    assert.deepEqual(seen, [...ids].sort());
  });
});
