import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, testPathways } from '../../test/support/pathways.ts';
import { value } from '../../test/support/people.ts';
import { type FixedClock, type Result, systemActor, withActor } from '../platform/index.ts';
import { createResource, readResource } from '../record/index.ts';
import { teamOfArea } from './area.ts';
import * as engine from './index.ts';

const DOOR = { door: 'fhir' } as const;
const { nurse, coach } = PEOPLE;
const SYSTEM = { ...systemActor('x'), person: 'Device/demo-system' };
const NOORD = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
let ground: engine.PathwayGround;
let clock: FixedClock;
let stop: () => Promise<void>;

before(async () => {
  ({ ground, clock, stop } = await testPathways());
});
after(() => stop());

function problem(result: Result<unknown>): { kind: string } {
  assert.ok(!result.ok, 'should have been refused');
  return result.problem;
}
let people = 0;
async function somebody(postcode = '7511 AB', city = 'Enschede'): Promise<string> {
  people += 1;
  return value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Zelf',
        family: `Vrager${'abcdefghijklmnop'[people]}`,
        birthDate: '1950-01-01',
        gender: 'female',
        postcode,
        city,
        municipality: city,
      },
      DOOR,
    ),
  ).resident;
}
const WISH = { pathway: 'welzijn-op-recept', reasons: ['psychosocial'], note: 'Ik ben vaak alleen.' };
const taskOf = async (caseId: string) =>
  value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR)).lines.find(
    (line) => line.case_id === caseId,
  )!.id;

describe('a resident who asks for help themself', () => {
  it('reaches the team of where they live, as an offer like any other, without anybody’s consent', async () => {
    const resident = await somebody();
    const anna = residentActor(resident);
    const made = value(await engine.referSelf(ground, anna, WISH, DOOR));
    const line = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR)).lines.find(
      (one) => one.case_id === made.caseId,
    );
    assert.deepEqual([line?.label, line?.kind, line?.area], ['Zelf', 'offer', '7511'], 'no name before the yes');
    value(await engine.takeStep(ground, coach, { task: line!.id, to: 'accepted' }, DOOR));
    const view = value(await engine.openCase(ground, coach, { resident, caseId: made.caseId }, DOOR));
    assert.equal(view.first?.requester?.reference, `Patient/${resident}`);
    assert.equal(view.first?.priority, 'routine');
    assert.equal(view.first?.supportingInfo, undefined);
    assert.equal(
      (view.patient as { name?: { family: string }[] } | undefined)?.name?.[0]?.family.slice(0, 6),
      'Vrager',
    );
  });

  it('is not referred twice, not even in one moment; after the end they may ask again', async () => {
    const resident = await somebody();
    const anna = residentActor(resident);
    const both = await Promise.all([1, 2].map(() => engine.referSelf(ground, anna, WISH, DOOR)));
    assert.deepEqual(both.map((one) => one.ok).toSorted(), [false, true]);
    assert.equal(problem(both.find((one) => !one.ok)!).kind, 'conflict');
    const { caseId } = value(both.find((one) => one.ok)!);
    value(await engine.withdrawReferral(ground, anna, { resident, caseId, reason: '' }, DOOR));
    clock.advance(1000);
    value(await engine.referSelf(ground, anna, WISH, DOOR));
  });

  it('is told the end: a no, or the closing by the coach, closes the request at once', async () => {
    for (const how of ['rejected', 'finished'] as const) {
      const resident = await somebody();
      const anna = residentActor(resident);
      const { caseId } = value(await engine.referSelf(ground, anna, WISH, DOOR));
      const task = await taskOf(caseId);
      if (how === 'rejected')
        value(await engine.takeStep(ground, coach, { task, to: 'rejected', reason: 'needs-more' }, DOOR));
      else {
        value(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
        value(await engine.recordContact(ground, coach, { resident, caseId, kind: 'phone', outcome: 'spoken' }, DOOR));
        value(
          await engine.finishCase(
            ground,
            coach,
            { resident, caseId, outcome: 'goal-reached', summary: 'Klaar.' },
            DOOR,
          ),
        );
      }
      const view = value(await engine.openCase(ground, anna, { resident, caseId }, DOOR));
      assert.deepEqual([view.first?.status, view.row?.stage], ['completed', 'closed'], how);
      assert.ok(view.row?.closed_at);
      assert.equal(
        value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR)).lines.some(
          (line) => line.case_id === caseId,
        ),
        false,
      );
    }
  });

  it('who lives elsewhere is told what to do; who is looked after elsewhere in the region goes there', async () => {
    const far = residentActor(await somebody('1012 AB', 'Amsterdam'));
    assert.equal(problem(await engine.referSelf(ground, far, WISH, DOOR)).kind, 'conflict');
    assert.equal(teamOfArea(ground, { postcode: '7546 AA' }), 'voorbeeld-welzijn-enschede-zuid');
    assert.equal(teamOfArea(ground, { municipality: 'Hof van Twente' }), 'voorbeeld-welzijn-hof-van-twente-team');
  });

  it('may do the same through FHIR, and the server decides team, haste and requester', async () => {
    const resident = await somebody();
    const anna = residentActor(resident);
    const request = {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      priority: 'stat',
      instantiatesCanonical: ['https://omzien.example/fhir/PlanDefinition/welzijn-op-recept|1'],
      subject: { reference: `Patient/${resident}` },
      requester: { reference: 'PractitionerRole/nurse' },
      performer: [{ reference: 'HealthcareService/voorbeeld-welzijn-enschede-zuid' }],
      reasonCode: [{ coding: [{ system: 'https://omzien.example/fhir/CodeSystem/reason', code: 'money' }] }],
    };
    const send = (resource: object, who = anna) =>
      createResource(
        ground,
        who,
        (resource as { resourceType: 'ServiceRequest' }).resourceType,
        { resource: JSON.parse(JSON.stringify(resource)), text: JSON.stringify(resource) },
        DOOR,
      );
    const { id } = value(await send(request));
    const stored = JSON.parse(value(await readResource(ground, anna, 'ServiceRequest', id, DOOR)).text);
    assert.deepEqual(
      [stored.priority, stored.requester.reference, stored.performer[0].reference],
      ['routine', `Patient/${resident}`, NOORD],
    );
    const task = (owner: string) => ({
      resourceType: 'Task',
      status: 'requested',
      intent: 'order',
      focus: { reference: `ServiceRequest/${id}` },
      for: { reference: `Patient/${resident}` },
      owner: { reference: owner },
    });
    assert.equal(problem(await send(task('HealthcareService/voorbeeld-welzijn-enschede-zuid'))).kind, 'unprocessable');
    value(await send(task(NOORD)));
    assert.equal(problem(await send(request)).kind, 'conflict', 'a running case is not asked twice');
    const other = residentActor(await somebody());
    assert.equal(
      problem(await send({ ...request, subject: { reference: `Patient/${resident}` } }, other)).kind,
      'absent',
    );
    // A partner's system keeps the same wish under the same rules.
    const third = await somebody('7611 AA', 'Almelo');
    const kept = value(
      await send(
        {
          ...request,
          subject: { reference: `Patient/${third}` },
          requester: { reference: `Patient/${third}` },
        },
        SYSTEM as never,
      ),
    );
    const [row] = await withActor(ground, SYSTEM as never, { kind: 'region' }, async (trx) => {
      const { rows } = await trx.query('select practice from pathways."case" where id = $1', [kept.id]);
      return rows;
    });
    assert.equal(row.practice, `Patient/${third}`);
  });

  it('reads as it was when the read models are made anew', async () => {
    const all = () =>
      withActor(ground, SYSTEM as never, { kind: 'region' }, async (trx) => {
        const cases = await trx.query('select * from pathways."case" order by id');
        const lines = await trx.query('select * from pathways.worklist order by viewer, id');
        return { cases: cases.rows, lines: lines.rows };
      });
    const before = await all();
    await engine.rebuildReadModels(ground);
    assert.deepEqual(await all(), before);
  });
});
