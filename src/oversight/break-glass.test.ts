import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor } from '../../test/support/ground.ts';
import { holdConversation, personOfCase } from '../../test/support/need.ts';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { asResident, messagesOf, offeredCase, type PeopleWeb, peopleWeb, value } from '../../test/support/people.ts';
import type { Resource, ResourceType } from '../fhir/index.ts';
import { mergeRecords, sendMessage } from '../pathways/index.ts';
import { type Actor, partiesOf, type RoleCode, systemActor, withActor } from '../platform/index.ts';
import { createResource } from '../record/index.ts';
import {
  breakGlass,
  type Emergency,
  endEmergencies,
  listGlasses,
  readInNeed,
  reviewGlass,
} from './service/break-glass.ts';
import { tellResidents } from './service/tell.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const PARTNER: Actor = { ...systemActor('x'), person: 'Device/partner', name: 'Partner' };
const { otherNurse } = PEOPLE;

let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

/** Somebody with a case in which money and sleep were talked about, and who they are. */
async function someone() {
  const made = await offeredCase(web, { mail: 'anna@example.org' });
  await holdConversation(web.pathways, made);
  const identity = await personOfCase(web.pathways, made.resident);
  const emergency: Emergency = { identity, reason: 'acute', said: 'Ligt hier bewusteloos' };
  return { ...made, emergency };
}

/** A partner in care writes an allergy, a medicine and a condition. */
async function careWrote(resident: string): Promise<void> {
  const subject = { reference: `Patient/${resident}` };
  const clinicalStatus = (system: string) => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code: 'active' }],
  });
  const written: readonly Resource[] = [
    {
      resourceType: 'AllergyIntolerance',
      patient: subject,
      clinicalStatus: clinicalStatus('allergyintolerance-clinical'),
      code: { text: 'Penicilline' },
      reaction: [{ manifestation: [{ text: 'Benauwd' }] }],
    },
    {
      resourceType: 'MedicationStatement',
      subject,
      status: 'active',
      medicationCodeableConcept: { text: 'Acenocoumarol' },
      dosage: [{ text: 'Volgens doseerkaart' }],
    },
    {
      resourceType: 'Condition',
      subject,
      clinicalStatus: clinicalStatus('condition-clinical'),
      code: { text: 'Boezemfibrilleren' },
    },
  ];
  for (const resource of written)
    value(
      await createResource(
        web.pathways,
        PARTNER,
        resource.resourceType as ResourceType,
        { resource, text: JSON.stringify(resource) },
        { door: 'fhir' },
      ),
    );
}

describe('a practice nurse who treats somebody in need', () => {
  it('reads what care needs of somebody who is not hers, and nothing about money', async () => {
    const made = await someone();
    const key = value(await breakGlass(web.pathways, otherNurse, made.emergency, DOOR));
    const { overview, until } = value(await readInNeed(web.pathways, otherNurse, key, DOOR));
    assert.equal(until.getTime() - web.clock.now().getTime(), 24 * 3_600_000);
    const all = JSON.stringify(overview);
    assert.match(all, /Slaapt slecht/);
    assert.doesNotMatch(all, /Rekeningen blijven liggen/);
    assert.ok(overview.details?.name.startsWith('Anna'));
    assert.ok(overview.entries.some((entry) => entry.type === 'Communication'));
  });

  it('reads first what harms when it is not known, and not what the resident and the team wrote to each other', async () => {
    const made = await someone();
    await careWrote(made.resident);
    value(await sendMessage(web.pathways, PEOPLE.coach, { ...made, text: 'Tot morgen bij de koffie' }, DOOR));
    const key = value(await breakGlass(web.pathways, otherNurse, made.emergency, DOOR));
    const { overview } = value(await readInNeed(web.pathways, otherNurse, key, DOOR));
    assert.deepEqual(
      overview.entries.slice(0, 3).map((entry) => [entry.type, entry.title, entry.lines[0]]),
      [
        ['AllergyIntolerance', 'Penicilline', 'Benauwd'],
        ['MedicationStatement', 'Acenocoumarol', 'Volgens doseerkaart'],
        ['Condition', 'Boezemfibrilleren', undefined],
      ],
    );
    assert.doesNotMatch(JSON.stringify(overview), /koffie/);
  });

  it('reads both records of one person, and only as long as it lasts', async () => {
    const [ends, goesOn] = [await someone(), await someone()];
    await careWrote(ends.resident);
    value(await mergeRecords(web.pathways, PEOPLE.nurse, { ends, goesOn, checked: true }, DOOR));
    const key = value(await breakGlass(web.pathways, otherNurse, goesOn.emergency, DOOR));
    const { overview } = value(await readInNeed(web.pathways, otherNurse, key, DOOR));
    assert.ok(overview.entries.some((entry) => entry.title === 'Penicilline'));
    web.clock.advance(25 * 3_600_000);
    await endEmergencies(web.pathways);
    assert.ok(!(await readInNeed(web.pathways, otherNurse, key, DOOR)).ok);
  });

  it('gets the same page when she asks twice at once, and the resident is told once', async () => {
    const made = await someone();
    const both = await Promise.all([1, 2].map(() => breakGlass(web.pathways, otherNurse, made.emergency, DOOR)));
    assert.equal(value(both[0]!), value(both[1]!));
    await tellResidents(web.pathways, 'http://x');
    const told = (await messagesOf(web, made.resident)).filter((one) => one.subject.includes('noodtoegang'));
    assert.equal(told.length, 1);
    assert.ok(!told[0]!.body.includes('bewusteloos'), 'a mail says little');
  });

  it('hears the same of nobody, of a wrong postcode and of somebody with another birth date', async () => {
    const made = await someone();
    const { identity } = made.emergency;
    assert.ok(identity.by === 'name');
    const texts = new Set<string>();
    for (const other of [
      { ...identity, family: 'Niemandsdochter' },
      { ...identity, postcode: '7599ZZ' },
      { ...identity, birthDate: '1950-01-01' },
      { by: 'bsn', bsn: '999999990' } as const,
    ]) {
      const asked = await breakGlass(web.pathways, otherNurse, { ...made.emergency, identity: other }, DOOR);
      assert.ok(!asked.ok);
      texts.add(JSON.stringify(asked.problem));
    }
    assert.equal(texts.size, 1);
  });

  it('no longer reads it once the time is over, nor does the database let her', async () => {
    const made = await someone();
    const key = value(await breakGlass(web.pathways, otherNurse, made.emergency, DOOR));
    web.clock.advance(24 * 3_600_000);
    const late = await readInNeed(web.pathways, otherNurse, key, DOOR);
    assert.ok(!late.ok && late.problem.kind === 'absent');
    await endEmergencies(web.pathways);
    const rows = await withActor(
      web.pathways,
      { ...otherNurse, mode: 'emergency' },
      { kind: 'resident', resident: made.resident },
      async (trx) =>
        (await trx.query('select 1 from record.resource where resident_id = $1', [made.resident])).rowCount,
    );
    assert.equal(rows, 0);
  });

  it('sees nothing more by it at any other door than its one page, and writes nothing', async () => {
    const made = await someone();
    value(await breakGlass(web.pathways, otherNurse, made.emergency, DOOR));
    const seen = await withActor(
      web.pathways,
      otherNurse,
      { kind: 'resident', resident: made.resident },
      async (trx) =>
        (await trx.query('select 1 from record.resource where resident_id = $1', [made.resident])).rowCount,
    );
    assert.equal(seen, 0);
    for (const who of [otherNurse, { ...otherNurse, mode: 'emergency' } as Actor])
      await assert.rejects(
        withActor(web.pathways, who, { kind: 'act', resident: made.resident }, async (trx) => {
          if (who.mode) throw new Error(`the database lets in ${partiesOf(who)}: ${await count(trx)}`);
        }),
      );
  });

  it('is stopped after five times a day', async () => {
    const gp = { ...otherNurse, role: 'gp' as const, person: 'Practitioner/haastige-arts' };
    for (let index = 0; index < 5; index++)
      value(await breakGlass(web.pathways, gp, (await someone()).emergency, DOOR));
    const sixth = await breakGlass(web.pathways, gp, (await someone()).emergency, DOOR);
    assert.ok(!sixth.ok && sixth.problem.kind === 'too-many');
  });
});

const count = async (trx: { query: (text: string) => Promise<{ rowCount: number | null }> }) =>
  (await trx.query('select 1 from record.resource')).rowCount;

describe('break-glass', () => {
  it('is for nobody but who treats', async () => {
    const made = await someone();
    const roles: readonly RoleCode[] = [
      'welfare-coach',
      'coordinator',
      'provider',
      'debt-officer',
      'organisation-admin',
      'privacy-officer',
      'policy-adviser',
      'carer',
      'system',
    ];
    for (const role of roles) {
      const asked = await breakGlass(web.pathways, { ...otherNurse, role }, made.emergency, DOOR);
      assert.ok(!asked.ok && asked.problem.kind === 'absent', role);
    }
    const self = await breakGlass(web.pathways, residentActor(made.resident), made.emergency, DOOR);
    assert.ok(!self.ok && self.problem.kind === 'absent');
  });

  it('stands in the log with its purpose and ground, and the resident sees who and why', async () => {
    const made = await someone();
    const key = value(await breakGlass(web.pathways, otherNurse, made.emergency, DOOR));
    value(await readInNeed(web.pathways, otherNurse, key, DOOR));
    const lines = await withActor(web.pathways, systemActor('test'), { kind: 'region' }, async (trx) => {
      const { rows } = await trx.query(
        "select action, purpose, ground from platform.audit where resident_id = $1 and purpose = 'emergency' order by id",
        [made.resident],
      );
      return rows as { action: string; purpose: string; ground: string }[];
    });
    assert.deepEqual(
      lines.map((line) => line.action),
      ['looked-up', 'acted', 'opened'],
    );
    assert.match(lines.at(-1)!.ground, /9\(2\)\(c\)/);
    const resident = await asResident(web, made.resident);
    const looks = await (await resident.get('/mijn/inzage')).text();
    assert.match(looks, /noodtoegang: u had meteen zorg nodig/);
  });

  it('is reviewed by the privacy officer, once', async () => {
    const made = await someone();
    const key = value(await breakGlass(web.pathways, otherNurse, made.emergency, DOOR));
    const open = value(await listGlasses(web.pathways, OFFICER, 'open', DOOR));
    assert.ok(open.some((glass) => glass.resident === made.resident && glass.said === 'Ligt hier bewusteloos'));
    const both = await Promise.all(
      (['rightful', 'wrong'] as const).map((outcome) =>
        reviewGlass(web.pathways, OFFICER, key, { outcome, note: 'Gebeld' }, DOOR),
      ),
    );
    assert.equal(both.filter((one) => one.ok).length, 1);
    const denied = await reviewGlass(web.pathways, otherNurse, key, { outcome: 'rightful', note: 'x' }, DOOR);
    assert.ok(!denied.ok && denied.problem.kind === 'absent');
  });
});
