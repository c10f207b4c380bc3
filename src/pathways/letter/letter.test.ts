import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Door, type Json, openDoor } from '../../../test/conformance/door.ts';
import { actor } from '../../../test/support/ground.ts';
import { PEOPLE, residentActor } from '../../../test/support/pathways.ts';
import { createTestEhr, type Ehr } from '../../demo/ehr/index.ts';
import { createEvents } from '../../platform/events/index.ts';
import { silentLog } from '../../platform/http/index.ts';
import { registerSite } from '../../platform/identity/index.ts';
import { type Result, withActor } from '../../platform/index.ts';
import * as engine from '../index.ts';

const DOOR = { door: 'page' } as const;
const BRINK = PEOPLE.nurse.organisation;
const { nurse, otherNurse, coach } = PEOPLE;

/** The practice's own system as a client of ours: what its people may, and no more. */
const partner = (organisation: string) =>
  actor({
    role: 'partner-system',
    person: `Device/his-${organisation.at(-1)}`,
    name: 'HIS',
    roleRef: '',
    organisation,
    scopes: ['system/*.rs'],
  });

let door: Door;
let ehr: Ehr;
/** While it is set the practice system is away. */
let away = false;

before(async () => {
  door = await openDoor();
  ehr = await createTestEhr({
    base: 'http://localhost:8080/demo/ehr',
    users: [],
    patients: [{ id: 'pat-1' }, { id: 'pat-2' }],
    client: { id: 'omzien', secret: 'woord', redirectUri: 'http://localhost:8080/launch/terug' },
  });
  await site({});
});
after(() => door.stop());

async function site(change: { readonly organisation?: string; readonly takesLetters?: boolean }): Promise<void> {
  value(
    await registerSite(
      door.ground.pool,
      door.ground.keys,
      {
        ...{ issuer: ehr.issuer, name: 'HIS', organisation: BRINK, organisationName: 'De Brink' },
        ...{ clientId: 'omzien', clientSecret: 'woord', takesLetters: true, ...change },
      },
      { at: door.clock.now(), signIn: '', loopback: true },
    ),
  );
}

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

let people = 0;

/** A resident who was referred, with the Task of the team. `from`: opened from the practice's system. */
async function referred(from?: string) {
  people += 1;
  const { resident } = value(
    await engine.registerResident(
      door.ground,
      nurse,
      {
        ...{ given: 'Anna <b>', family: `Voorbeeld${String.fromCharCode(96 + people)}`, birthDate: '1948-03-02' },
        ...{ gender: 'female', postcode: '7511 AB', city: 'Enschede', street: 'Geheimstraat 7' },
      },
      DOOR,
    ),
  );
  const asked = { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true };
  const made = value(
    await engine.refer(door.ground, nurse, { ...asked, ...(from ? { startedFrom: from } : {}) }, DOOR),
  );
  const list = value(await engine.worklist(door.ground, coach, { view: 'open', count: 100 }, DOOR));
  return { ...made, task: list.lines.find((line) => line.case_id === made.caseId)!.id };
}

async function finished(from?: string) {
  const made = await referred(from);
  const step = (to: 'accepted' | 'in-progress') =>
    engine.takeStep(door.ground, coach, { task: made.task, to }, DOOR).then(value);
  await step('accepted');
  value(await engine.recordContact(door.ground, coach, { ...made, kind: 'phone', outcome: 'spoken' }, DOOR));
  await step('in-progress').catch(() => undefined);
  value(
    await engine.takeStep(
      door.ground,
      coach,
      { task: made.task, to: 'completed', outcome: 'goal-reached', note: 'Eet nu elke week mee & kent buren.' },
      DOOR,
    ),
  );
  return made;
}

const lettersOf = async (resident: string, as = nurse) =>
  (await door.ask('GET', `/DocumentReference?patient=${resident}`, undefined, { as })).body.entry ?? [];

const textOf = (document: Json): string => {
  const [content] = document.content as readonly { readonly attachment: { readonly data: string } }[];
  return Buffer.from(content!.attachment.data, 'base64').toString('utf8');
};

const deliver = () =>
  createEvents({
    ground: door.ground,
    wall: door.clock,
    log: silentLog,
    subscribers: [
      ...(engine.letterRoom(door.ground, {
        fetch: (input, init) => (away ? Promise.reject(new TypeError('away')) : ehr.fetch(input, init)),
      }).subscribers ?? []),
    ],
  }).drain();

describe('who referred gets a letter back', () => {
  it('marked as a mistake when the referral it tells of should never have been, and kept', async () => {
    const { resident, caseId } = await finished();
    value(await engine.undoReferral(door.ground, nurse, { resident, caseId, reason: 'wrong-resident' }, DOOR));
    const [entry, ...others] = await lettersOf(resident, SYSTEM);
    assert.equal(others.length, 0);
    assert.equal(entry?.resource.status, 'entered-in-error');
    assert.match(textOf(entry.resource), /Eet nu elke week mee/);
  });

  it('with the outcome, as FHIR DocumentReference about the referral, in the same moment', async () => {
    const { resident, caseId, task } = await finished();
    const [entry, ...others] = await lettersOf(resident);
    assert.ok(entry);
    assert.equal(others.length, 0);
    const document = entry.resource;
    assert.equal(document.status, 'current');
    assert.deepEqual(document.identifier, [{ system: 'https://omzien.example/fhir/NamingSystem/letter', value: task }]);
    assert.deepEqual(document.context, { related: [{ reference: `ServiceRequest/${caseId}` }] });
    const html = textOf(document);
    for (const said of [
      'Eet nu elke week mee &amp; kent buren.',
      'Anna &lt;b&gt; Voorbeeld',
      '2 maart 1948',
      'Psychosociaal',
    ])
      assert.ok(html.includes(said), `${said} in ${html}`);
    assert.doesNotMatch(html, /Geheimstraat|7511|<script|style=/);
  });

  it('and so does who was told no, or that it stopped; nobody while the team is at work', async () => {
    const no = await referred();
    assert.equal((await lettersOf(no.resident)).length, 0);
    value(
      await engine.takeStep(
        door.ground,
        coach,
        { task: no.task, to: 'rejected', reason: 'not-our-offer', note: 'Past beter bij het wijkteam.' },
        DOOR,
      ),
    );
    const [letter] = await lettersOf(no.resident);
    assert.ok(letter);
    assert.match(textOf(letter.resource), /kunnen deze inwoner niet helpen[\s\S]*Past beter bij het wijkteam/);
  });

  it('which the practice, its system and the resident read, also after closing; another practice and its system do not', async () => {
    const { resident, caseId } = await finished();
    const [entry] = await lettersOf(resident);
    const path = `/DocumentReference/${entry!.resource.id}`;
    const read = async (as: typeof nurse) => (await door.ask('GET', path, undefined, { as })).status;
    const may = [nurse, partner(BRINK), residentActor(resident), coach];
    for (const as of may) assert.equal(await read(as), 200, as.person);
    for (const as of [otherNurse, partner(otherNurse.organisation), PEOPLE.otherCoach]) {
      assert.equal(await read(as), 404, as.person);
      assert.equal((await lettersOf(resident, as)).length, 0);
    }
    value(await engine.closeOwnRequest(door.ground, nurse, { resident, request: caseId }, DOOR));
    for (const as of [nurse, partner(BRINK)]) assert.equal(await read(as), 200, 'what was received stays readable');
  });
});

describe('a letter goes back to the system of the practice', () => {
  const from = (patient: string) => `${ehr.issuer}/Patient/${patient}`;

  it('where Omzien was opened from it: once, also when it is brought twice, and it is in the log', async () => {
    const { resident } = await finished(from('pat-1'));
    await deliver();
    const [letter, ...others] = ehr.lettersOf('pat-1');
    assert.ok(letter);
    assert.equal(others.length, 0);
    assert.deepEqual(letter.document.subject, { reference: 'Patient/pat-1' });
    assert.match(textOf(letter.document), /Eet nu elke week mee/);
    assert.doesNotMatch(JSON.stringify(letter.document), new RegExp(`${resident}|ServiceRequest`), 'no id of ours');
    await again(resident);
    await deliver();
    assert.equal(ehr.lettersOf('pat-1').length, 1);
    const { rows } = await asRegion(
      `select detail from platform.audit where resident_id = $1 and action = 'exported' order by at limit 1`,
      resident,
    );
    assert.match(String(rows[0]?.detail), /to HIS of Organization/);
  });

  it('later, when the system was away', async () => {
    const { resident } = await finished(from('pat-2'));
    away = true;
    await deliver();
    away = false;
    assert.equal(ehr.lettersOf('pat-2').length, 0);
    const { rows } = await asRegion(
      `select last_error from platform.outbox where resident_id = $1 and type = 'nl.omzien.DocumentReference.created'`,
      resident,
    );
    assert.doesNotMatch(String(rows[0]?.last_error), /Voorbeeld|pat-2/);
    door.clock.advance(3_600_000);
    await deliver();
    assert.equal(ehr.lettersOf('pat-2').length, 1);
  });

  it('to no other: not of another practice, not where it takes none, not to an address a request makes up', async () => {
    const before = ehr.lettersOf('pat-1').length;
    await site({ organisation: otherNurse.organisation });
    await finished(from('pat-1'));
    await deliver();
    await site({ takesLetters: false });
    await finished(from('pat-1'));
    await deliver();
    await site({});
    await finished('https://kwaad.example/fhir/Patient/pat-1');
    await finished(`${ehr.issuer}/Patient/../Group/1`);
    await deliver();
    assert.equal(ehr.lettersOf('pat-1').length, before);
    const { rows } = await asRegion('select count(*)::int as n from platform.outbox where delivered_at is null');
    assert.equal(rows[0]?.n, 0, 'and nothing waits for it');
  });
});

/** Lets the outbox think that the events of a resident were not brought yet. */
async function again(resident: string): Promise<void> {
  await withActor(door.ground, SYSTEM, { kind: 'region' }, (trx) =>
    trx.query('update platform.outbox set delivered_at = null where resident_id = $1', [resident]),
  );
}

const SYSTEM = actor({ role: 'system', person: 'Device/test', roleRef: '' });

async function asRegion(sql: string, ...values: readonly unknown[]) {
  return withActor(door.ground, SYSTEM, { kind: 'region' }, (trx) =>
    trx.query<Record<string, unknown>>(sql, [...values]),
  );
}
