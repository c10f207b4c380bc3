import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { messagesOf, type PeopleWeb, peopleWeb, spokenCase, value } from '../../test/support/people.ts';
import { type Actor, systemActor, withActor } from '../platform/index.ts';
import { readVersions } from '../record/index.ts';
import * as engine from './index.ts';

const DOOR = { door: 'page' } as const;
const OFFICER: Actor = {
  ...systemActor('x'),
  person: 'Practitioner/privacy',
  name: 'Functionaris',
  role: 'privacy-officer',
};
const { nurse, coach, colleague, otherCoach } = PEOPLE;
const SAYS = 'Heeft een nieuwe heup en woont nu bij haar zus.';
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

/** A note about one resident, written on the case of another, and read by a colleague. */
async function mixedUp() {
  const [wrong, right] = [await spokenCase(web, { mail: 'anna@example.org' }), await spokenCase(web)];
  web.clock.advance(60_000);
  const contact = { ...wrong, kind: 'phone', outcome: 'spoken', note: SAYS };
  const { id } = value(await engine.recordContact(web.pathways, coach, contact, DOOR));
  web.clock.advance(60_000);
  value(await engine.openCase(web.pathways, colleague, wrong, DOOR));
  return { wrong, right, entry: id };
}
const read = async (actor: Actor, made: { resident: string; caseId: string }) =>
  JSON.stringify(value(await engine.openCase(web.pathways, actor, made, DOOR)).contacts);

describe('a note that was written on the wrong resident', () => {
  it('is taken away and moved to the right one, with where it came from', async () => {
    const { wrong, right, entry } = await mixedUp();
    const done = value(await engine.undoMisplaced(web.pathways, coach, { ...wrong, entry, to: right }, DOOR));
    assert.equal(done.moved, true);
    assert.doesNotMatch(await read(coach, wrong), /heup/);
    assert.match(await read(coach, right), /heup/);
    const trail = await withActor(web.ground, systemActor('test'), { kind: 'region' }, async (trx) =>
      (
        await trx.query<{ content: string }>(
          "select content from record.resource where resident_id = $1 and type = 'Provenance'",
          [right.resident],
        )
      ).rows.map((row) => row.content),
    );
    assert.equal(trail.length, 1);
    assert.doesNotMatch(trail.join(), new RegExp(wrong.resident), 'it does not say from whom');
  });

  it('is read by its wrong resident in no version any more, and they are told that it was there', async () => {
    const { wrong, entry } = await mixedUp();
    const own = residentActor(wrong.resident);
    assert.match(await read(own, wrong), /heup/);
    value(await engine.undoMisplaced(web.pathways, coach, { ...wrong, entry }, DOOR));
    assert.doesNotMatch(await read(own, wrong), /heup/);
    assert.ok(!(await readVersions(web.pathways, own, 'Communication', entry, { door: 'fhir' })).ok);
    await web.whole.events.drain();
    const mails = await messagesOf(web, wrong.resident);
    assert.ok(mails.some((one) => one.recipient_kind === 'resident' && /vergissing/.test(one.subject)));
    assert.ok(mails.some((one) => one.recipient_kind === 'team' && /verkeerde inwoner/.test(one.subject)));
  });

  it('names who read it, and leaves a row for the privacy officer', async () => {
    const { wrong, entry } = await mixedUp();
    const { saw } = value(await engine.undoMisplaced(web.pathways, coach, { ...wrong, entry }, DOOR));
    assert.deepEqual(saw, ['colleague Voorbeeld (welfare-coach)']);
    const rows = await withActor(
      web.ground,
      OFFICER,
      { kind: 'duty' },
      async (trx) => (await trx.query('select * from record.misplaced where resident_id = $1', [wrong.resident])).rows,
    );
    assert.equal(rows.length, 1);
    assert.doesNotMatch(JSON.stringify(rows), /heup/);
  });

  it('is undone once, by the team that has the case, and not moved to a case that is not theirs', async () => {
    const { wrong, right, entry } = await mixedUp();
    for (const actor of [nurse, otherCoach, residentActor(wrong.resident)])
      assert.ok(!(await engine.undoMisplaced(web.pathways, actor, { ...wrong, entry }, DOOR)).ok, actor.name);
    value(await engine.undoMisplaced(web.pathways, coach, { ...wrong, entry }, DOOR));
    const again = await engine.undoMisplaced(web.pathways, coach, { ...wrong, entry, to: right }, DOOR);
    assert.ok(!again.ok && again.problem.kind === 'conflict');
  });
});
