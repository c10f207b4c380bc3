import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { actor } from '../../test/support/ground.ts';
import { PEOPLE, residentActor, staffOf, testPathways } from '../../test/support/pathways.ts';
import { offeredCase, PLACES, spokenCase, value } from '../../test/support/people.ts';
import type { Resource } from '../fhir/index.ts';
import { readSearch } from '../fhir/index.ts';
import { type Actor, type FixedClock, type Result, systemActor, withActor } from '../platform/index.ts';
import { createResource, readResource, readVersions, searchResources, updateResource } from '../record/index.ts';
import * as engine from './index.ts';
import { MESSAGE_LENGTH, type Told, threadsOf } from './model/index.ts';

const DOOR = { door: 'page' } as const;
const { coach, otherCoach, coordinator } = PEOPLE;
const officer = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'P. Privacy', roleRef: '' });
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
const unread = async (who: Actor) => (await engine.atAGlance(ground, who)).unread;
const sent = (resource: Resource) => ({ resource, text: JSON.stringify(resource) });
const messageOf = (made: { resident: string; caseId: string }, more: object = {}): Resource => ({
  resourceType: 'Communication',
  status: 'completed',
  category: [{ coding: [{ system: 'https://omzien.example/fhir/CodeSystem/message-kind', code: 'message' }] }],
  subject: { reference: `Patient/${made.resident}` },
  basedOn: [{ reference: `ServiceRequest/${made.caseId}` }],
  payload: [{ contentString: 'Dag!' }],
  ...more,
});

describe('messages between a resident and the team', () => {
  it('go to and fro in one exchange; each side sees what it has not read, and reading is noted', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    value(await engine.sendMessage(ground, anna, { ...made, text: 'Mag mijn dochter mee?' }, DOOR));
    assert.equal(await unread(coach), 1);
    assert.equal(await unread(otherCoach), 0);
    clock.advance(60_000);
    const seen = value(await engine.openCaseThread(ground, coach, made, DOOR));
    assert.deepEqual(
      seen?.messages.map((one) => [one.by, one.text, one.received]),
      [['resident', 'Mag mijn dochter mee?', undefined]],
    );
    value(await engine.markRead(ground, coach, { thread: seen!.thread.id }, DOOR));
    assert.equal(await unread(coach), 0);
    value(await engine.sendMessage(ground, coach, { ...made, text: 'Ja, graag.' }, DOOR));
    assert.equal(await unread(anna), 1);
    const own = value(await engine.openCaseThread(ground, anna, made, DOOR));
    assert.equal(own?.messages.length, 2);
    assert.ok(own?.messages[0]?.received, 'the resident sees that it was read');
    assert.equal(own?.messages[1]?.name, coach.name);
    assert.equal(value(await engine.ownThreads(ground, anna, DOOR)).length, 1, 'one exchange for one case');
  });

  it('a provider in support, another team and another resident read nothing of it, by any door', async () => {
    const made = await offeredCase({ pathways: ground });
    const provider = staffOf(PLACES[0]);
    value(await engine.takeStep(ground, provider, { task: made.offer, to: 'accepted' }, DOOR));
    const anna = residentActor(made.resident);
    const { id } = value(
      await engine.sendMessage(ground, anna, { ...made, text: 'Over mijn geldzorgen.', service: PLACES[0] }, DOOR),
    );
    const other = residentActor((await spokenCase({ pathways: ground })).resident);
    for (const who of [provider, otherCoach, other, officer]) {
      assert.equal(problem(await readResource(ground, who, 'Communication', id, DOOR)).kind, 'absent');
      assert.equal(problem(await readVersions(ground, who, 'Communication', id, DOOR)).kind, 'absent');
      assert.equal(problem(await engine.openCaseThread(ground, who, made, DOOR)).kind, 'absent');
      assert.equal(problem(await engine.sendMessage(ground, who, { ...made, text: 'Dag' }, DOOR)).kind, 'absent');
      const asked = new URLSearchParams({ patient: made.resident });
      const search = value(readSearch('Communication', asked, { posted: false, strict: true }));
      const found = await searchResources(ground, who, search, DOOR);
      assert.ok(!found.ok || found.value.entries.length === 0);
    }
    assert.ok((await readResource(ground, coach, 'Communication', id, DOOR)).ok);
    const shown = value(await engine.openCaseThread(ground, coordinator, made, DOOR));
    assert.equal(shown?.messages[0]?.service?.id, PLACES[0], 'the coach reads which service it is about');
  });

  it('closes with the case: nobody writes any more, and the resident still reads', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    value(await engine.sendMessage(ground, anna, { ...made, text: 'Ik stop ermee.' }, DOOR));
    const waiting = await unread(coach);
    value(await engine.withdrawReferral(ground, anna, { ...made, reason: '' }, DOOR));
    assert.equal(await unread(coach), waiting - 1, 'nobody is counted what they may not open');
    assert.equal(
      problem(await engine.sendMessage(ground, anna, { ...made, text: 'Toch niet?' }, DOOR)).kind,
      'conflict',
    );
    assert.equal(
      problem(await createResource(ground, anna, 'Communication', sent(messageOf(made)), DOOR)).kind,
      'conflict',
    );
    const own = value(await engine.openCaseThread(ground, anna, made, DOOR));
    assert.deepEqual([own?.thread.closed, own?.messages.length], [true, 1]);
  });

  it('through FHIR the server says who wrote it, when and to whom; it names no provider and does not change', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    const forged = messageOf(made, {
      sender: { reference: 'PractitionerRole/coach' },
      sent: '2001-01-01T00:00:00Z',
      received: '2001-01-01T00:00:00Z',
    });
    const { id } = value(await createResource(ground, anna, 'Communication', sent(forged), DOOR));
    const stored = JSON.parse(value(await readResource(ground, anna, 'Communication', id, DOOR)).text);
    assert.equal(stored.sender.reference, `Patient/${made.resident}`);
    assert.equal(stored.sent, clock.now().toISOString());
    assert.equal(stored.received, undefined);
    assert.equal(
      problem(
        await createResource(
          ground,
          coach,
          'Communication',
          sent(messageOf(made, { note: [{ authorReference: { reference: 'Organization/voorbeeld-x' }, text: 'x' }] })),
          DOOR,
        ),
      ).kind,
      'unprocessable',
    );
    for (const payload of [[], [{ contentString: ' ' }], [{ contentString: 'a'.repeat(MESSAGE_LENGTH + 1) }]])
      assert.equal(
        problem(await createResource(ground, anna, 'Communication', sent(messageOf(made, { payload })), DOOR)).kind,
        'unprocessable',
      );
    const other = { ...stored, payload: [{ contentString: 'Iets anders' }] };
    for (const who of [anna, coach])
      assert.equal(
        problem(await updateResource(ground, who, 'Communication', id, sent(other), undefined, DOOR)).kind,
        'unprocessable',
      );
    const read = { ...stored, received: '2001-01-01T00:00:00Z' };
    value(await updateResource(ground, anna, 'Communication', id, sent(read), undefined, DOOR));
    assert.equal(
      JSON.parse(value(await readResource(ground, anna, 'Communication', id, DOOR)).text).received,
      undefined,
      'who wrote it does not read it for the other',
    );
    value(await updateResource(ground, coach, 'Communication', id, sent(read), undefined, DOOR));
    assert.equal(
      JSON.parse(value(await readResource(ground, anna, 'Communication', id, DOOR)).text).received,
      clock.now().toISOString(),
    );
    const log = { ...messageOf(made), category: undefined };
    assert.equal(
      problem(await createResource(ground, anna, 'Communication', sent(JSON.parse(JSON.stringify(log))), DOOR)).kind,
      'absent',
      'the contact log is the team’s',
    );
  });

  it('the same moment from two sides makes one exchange, and nothing is lost', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    const all = await Promise.all(
      [anna, coach, anna, coach].map((who, index) =>
        engine.sendMessage(ground, who, { ...made, text: `Bericht ${index}` }, DOOR),
      ),
    );
    for (const one of all) value(one);
    const own = value(await engine.openCaseThread(ground, anna, made, DOOR));
    assert.equal(own?.messages.length, 4);
    assert.deepEqual([own?.thread.unread_resident, own?.thread.unread_other], [2, 2]);
  });
});

describe('the exchanges as a read model', () => {
  it('count what each side has not read, whatever the order they are told in', () => {
    const told = fc.array(
      fc.record({
        root: fc.constantFrom('a', 'b'),
        by: fc.constantFrom('resident' as const, 'other' as const),
        minute: fc.nat(1000),
        read: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(told, (list) => {
        const messages: Told[] = list.map((one, index) => ({
          id: `m${index}`,
          root: one.root,
          caseId: 'c',
          by: one.by,
          at: new Date(one.minute * 60_000),
          read: one.read,
        }));
        const threads = threadsOf(messages);
        assert.deepEqual(
          threadsOf(messages.toReversed()),
          threads.toSorted(() => 0),
        );
        const unread = messages.filter((one) => !one.read).length;
        assert.equal(
          threads.reduce((sum, one) => sum + one.unreadOther + one.unreadResident, 0),
          unread,
        );
      }),
    );
  });

  it('are made anew as they were', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    value(await engine.sendMessage(ground, anna, { ...made, text: 'Dag' }, DOOR));
    const all = () =>
      withActor(ground, systemActor('test'), { kind: 'region' }, async (trx) => {
        const { rows } = await trx.query('select * from pathways.thread order by resident_id, id');
        return rows;
      });
    const before = await all();
    await engine.rebuildReadModels(ground);
    assert.deepEqual(await all(), before);
  });
});
