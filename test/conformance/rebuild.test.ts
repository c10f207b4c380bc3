import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import * as engine from '../../src/pathways/index.ts';
import { type FixedClock, localDate, type Result, withActor } from '../../src/platform/index.ts';
import { createResource } from '../../src/record/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE, residentActor, staffOf, testPathways } from '../support/pathways.ts';

const { nurse, coach, colleague, coordinator } = PEOPLE;
const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;

let ground: engine.PathwayGround;
let clock: FixedClock;
let owner: Client;
let stop: () => Promise<void>;
before(async () => {
  const made = await testPathways();
  ({ ground, clock, stop } = made);
  owner = new Client({ connectionString: made.ownerUrl });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await stop();
});

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

/** Time goes on a little between acts, as it does. */
const later = (milliseconds = 61_000): void => clock.advance(milliseconds);

let people = 0;
async function referred(): Promise<{ readonly resident: string; readonly caseId: string; readonly task: string }> {
  people += 1;
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna',
        family: `Proef${'abcdefghij'[people]}`,
        birthDate: '1948-03-02',
        gender: 'female',
        postcode: '7511 AB',
        city: 'Enschede',
        mail: 'anna@voorbeeld.example',
      },
      DOOR,
    ),
  );
  later();
  const urgency = people % 2 === 0 ? 'soon' : 'routine';
  const { caseId } = value(
    await engine.refer(
      ground,
      nurse,
      { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial', 'money'], urgency, agreed: true },
      DOOR,
    ),
  );
  later();
  const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
  return { resident, caseId, task: list.lines.find((line) => line.case_id === caseId)!.id };
}

async function accepted() {
  const made = await referred();
  value(await engine.takeStep(ground, coach, { task: made.task, to: 'accepted' }, DOOR));
  later();
  return made;
}

async function offered() {
  const made = await accepted();
  value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'no-answer' }, DOOR));
  later();
  value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'spoken' }, DOOR));
  later();
  value(
    await engine.holdConversation(
      ground,
      coach,
      {
        ...made,
        answers: {
          body: 6,
          mind: 4,
          meaning: 7,
          'quality-of-life': 5,
          'taking-part': 3,
          'daily-life': 6,
          goal: ['Samen eten'],
        },
        measure: { satisfied: 5, worthwhile: 6, happy: 4, anxious: 6 },
      },
      DOOR,
    ),
  );
  later();
  const services = ground.definitions.region.services
    .filter((service) => service.municipality === 'enschede' && service.needs.includes('loneliness'))
    .map((service) => service.id);
  value(
    await engine.referOn(
      ground,
      coach,
      { ...made, needs: ['loneliness'], candidates: services.slice(0, 3), agreed: true },
      DOOR,
    ),
  );
  later();
  const offerAt = async (service: string) =>
    value(await engine.worklist(ground, staffOf(service), { view: 'open', count: 100 }, DOOR)).lines.find(
      (line) => line.case_id === made.caseId,
    )!.id;
  return { ...made, services, offerAt };
}

/** A small town in every stage: each case is left at another point of the pathway. */
async function aTown(): Promise<void> {
  await referred();
  const wrong = await accepted();
  value(
    await engine.undoReferral(
      ground,
      nurse,
      { resident: wrong.resident, caseId: wrong.caseId, reason: 'wrong-resident' },
      DOOR,
    ),
  );
  later();
  const handed = await accepted();
  value(
    await engine.assign(
      ground,
      coordinator,
      { ...handed, to: { person: colleague.person, name: colleague.name } },
      DOOR,
    ),
  );
  value(await engine.pauseCase(ground, coach, { ...handed, reason: 'Op vakantie' }, DOOR));
  later(2 * DAY);
  value(await engine.resumeCase(ground, coach, handed, DOOR));
  const mind = await offered();
  value(
    await engine.withdrawReferral(
      ground,
      residentActor(mind.resident),
      { resident: mind.resident, caseId: mind.caseId, reason: 'changed-mind' },
      DOOR,
    ),
  );
  const declined = await offered();
  value(
    await engine.takeStep(
      ground,
      staffOf(declined.services[0]!),
      { task: await declined.offerAt(declined.services[0]!), to: 'rejected', reason: 'full' },
      DOOR,
    ),
  );
  later();
  const done = await offered();
  const staff = staffOf(done.services[0]!);
  const offer = await done.offerAt(done.services[0]!);
  for (const step of [
    { to: 'accepted' },
    { to: 'on-hold', reason: 'no-group' },
    { to: 'in-progress' },
    { to: 'on-hold', reason: 'resident-ill' },
    { to: 'in-progress' },
  ] as const) {
    value(await engine.takeStep(ground, staff, { task: offer, ...step }, DOOR));
    later();
  }
  value(
    await engine.recordAttendance(
      ground,
      staff,
      { task: offer, date: localDate(new Date(clock.now().getTime() - DAY)), attended: 'attended' },
      DOOR,
    ),
  );
  value(await engine.takeStep(ground, staff, { task: offer, to: 'completed', outcome: 'goal-reached' }, DOOR));
  later();
  const { token } = value(await engine.inviteFollowUp(ground, coach, done, DOOR));
  value(
    await engine.answerInvitation(
      ground,
      token,
      { 'well-being': { satisfied: 7, worthwhile: 7, happy: 7, anxious: 3 } },
      DOOR,
    ),
  );
  later();
  value(await engine.finishCase(ground, coach, { ...done, outcome: 'goal-reached', summary: 'Goed.' }, DOOR));
  later();
  value(await engine.closeOwnRequest(ground, nurse, { resident: done.resident, request: done.caseId }, DOOR));
  await offered();
  const outside = {
    resourceType: 'ServiceRequest',
    status: 'active',
    intent: 'order',
    subject: { reference: `Patient/${done.resident}` },
  };
  value(
    await createResource(
      ground,
      SYSTEM,
      'ServiceRequest',
      { resource: outside, text: JSON.stringify(outside) },
      { door: 'fhir' },
    ),
  );
  later(9 * DAY);
  await engine.sweepClocks(ground);
  await engine.sweepClocks(ground);
}

const MODELS = [
  'record.person',
  'record.timeline',
  'pathways."case"',
  'pathways.happening',
  'pathways.clock',
  'pathways.worklist',
] as const;

type Rows = readonly Record<string, unknown>[];
async function models(): Promise<Readonly<Record<string, Rows>>> {
  const found: Record<string, Rows> = {};
  for (const table of MODELS) {
    const { rows } = await inRegion(`select to_jsonb(t) as row from ${table} t`);
    found[table] = rows
      .map(({ row }) => row as Record<string, unknown>)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  return found;
}

/** As a system does it: what nobody owns a gate to, its owner does not see either. */
const inRegion = (sql: string) => withActor(ground, SYSTEM, { kind: 'region' }, (trx) => trx.query(sql));

async function lose(...tables: readonly string[]): Promise<void> {
  await owner.query('begin');
  for (const table of tables) await owner.query(`delete from ${table}`);
  await owner.query('commit');
  await inRegion('delete from record.timeline');
}

/** Parties apart: who was let in to a request later is named on its older rows as well, once these are made anew. */
function apartFrom(rows: Rows, ...keys: readonly string[]): Rows {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key))));
}

describe('the read models', () => {
  it('are the same in every row when they are made anew from the record', async () => {
    await aTown();
    const before = await models();
    for (const table of MODELS) assert.ok(before[table]!.length >= 7, `${table} has rows`);
    assert.ok(
      before['pathways.clock']!.some((row) => row.told_late_at !== null),
      'a late clock was told',
    );
    const begun = before['pathways.happening']!.filter((row) => row.event === 'support-started');
    assert.equal(begun.length, 1, 'support put on hold before it began, begins once');
    const pauses = (await owner.query('select * from pathways.pause')).rows;
    const invitations = (await owner.query('select * from pathways.invitation')).rows;
    await lose('pathways.worklist', 'pathways.clock', 'pathways.happening', 'record.person');
    await owner.query(`update pathways."case" set number = 'x', pathway_version = 99, stage = 'x', urgency = 'x', reasons = '{}', categories = '{}', practice = 'x',
      requester_name = 'x', team = 'x', assignee = 'x', assignee_name = 'x', opened_at = now(), closed_at = now()`);
    const rebuilt = await engine.rebuildReadModels(ground);
    assert.deepEqual(rebuilt, { residents: before['record.person']!.length, cases: before['pathways."case"']!.length });
    const after = await models();
    for (const table of MODELS) if (table !== 'record.timeline') assert.deepEqual(after[table], before[table], table);
    assert.deepEqual(apartFrom(after['record.timeline']!, 'parties'), apartFrom(before['record.timeline']!, 'parties'));
    const kept = new Map(after['record.timeline']!.map((row) => [row.id, row.parties as readonly string[]]));
    for (const row of before['record.timeline']!)
      assert.ok(
        (row.parties as readonly string[]).every((party) => kept.get(row.id)?.includes(party)),
        'nobody is shut out',
      );
    assert.deepEqual((await owner.query('select * from pathways.pause')).rows, pauses);
    assert.deepEqual((await owner.query('select * from pathways.invitation')).rows, invitations);
  });

  it('can be made anew from nothing but the record, cases and all, and again', async () => {
    const before = await models();
    await lose(
      'pathways.pause',
      'pathways.invitation',
      ...MODELS.filter((table) => table !== 'record.timeline').toReversed(),
    );
    await engine.rebuildReadModels(ground);
    const once = await models();
    for (const table of ['record.person', 'record.timeline', 'pathways.happening'] as const)
      assert.equal(once[table]!.length, before[table]!.length, table);
    assert.deepEqual(
      once['pathways."case"']!.map((row) => [row.number, row.stage, row.team, row.assignee, row.closed_at]),
      before['pathways."case"']!.map((row) => [row.number, row.stage, row.team, row.assignee, row.closed_at]),
    );
    await engine.rebuildReadModels(ground);
    assert.deepEqual(await models(), once);
  });

  it('leave what people see as it was', async () => {
    const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
    assert.ok(list.lines.length > 0);
    await engine.rebuildReadModels(ground);
    assert.deepEqual(value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR)), list);
  });

  it('are kept by a system of Omzien, and the log says so', async () => {
    const { rows } = await owner.query(
      "select person, detail from platform.audit where person = 'Device/omzien-rebuild'",
    );
    assert.equal(rows.length, 4);
    assert.match(rows[0].detail, /read models of \d+ residents rebuilt/);
  });
});

describe('a norm that passed', () => {
  it('is told also where somebody was at work in the case before the sweep came by', async () => {
    const made = await accepted();
    clock.advance(12 * DAY);
    value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'no-answer' }, DOOR));
    const told = async () =>
      (
        await owner.query("select 1 from platform.outbox where type = 'nl.omzien.norm.passed' and subject = $1", [
          `ServiceRequest/${made.caseId}`,
        ])
      ).rowCount;
    assert.equal(await told(), 0);
    await engine.sweepClocks(ground);
    const first = await told();
    assert.ok(first! > 0);
    await engine.sweepClocks(ground);
    assert.equal(await told(), first, 'and once');
  });
});
