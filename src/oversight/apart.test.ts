import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor } from '../../test/support/ground.ts';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { type PeopleWeb, peopleWeb, spokenCase, value } from '../../test/support/people.ts';
import * as engine from '../pathways/index.ts';
import { addDays, localDate, systemActor, withActor } from '../platform/index.ts';
import { listMisplaced, listWithheld } from './service/kept-apart.ts';
import { dutyLetterPosted, dutyLetters, openDutyLetter } from './service/letters.ts';
import { makeRequest } from './service/own-requests.ts';
import { decideRequest } from './service/requests.ts';
import { tellResidents } from './service/tell.ts';
import { requestKey } from './store/requests.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const { coach, coordinator } = PEOPLE;
const SAYS = 'Buurvrouw hoort geschreeuw';

let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

const noted = async (made: { resident: string; caseId: string }) =>
  value(
    await engine.recordContact(web.pathways, coach, { ...made, kind: 'phone', outcome: 'spoken', note: SAYS }, DOOR),
  ).id;

describe('what is kept apart', () => {
  it('is listed for the privacy officer with case, reason, organisation and day, and nothing of what it says', async () => {
    const made = await spokenCase(web);
    const entry = await noted(made);
    const review = addDays(localDate(web.clock.now()), 30);
    value(await engine.withhold(web.pathways, coach, { ...made, entry, reason: 'violence', review }, DOOR));
    const now = value(await listWithheld(web.pathways, OFFICER, { which: 'now' }, DOOR));
    const [line] = now.lines;
    assert.deepEqual(
      [line?.numbers, line?.type, line?.reason, line?.review, line?.byName, line?.organisation],
      [made.number, 'Communication', 'violence', review, coach.name, coach.organisation],
    );
    assert.doesNotMatch(JSON.stringify(now), /geschreeuw/);
    value(await engine.liftWithheld(web.pathways, coach, { ...made, entry }, DOOR));
    assert.deepEqual(value(await listWithheld(web.pathways, OFFICER, { which: 'now' }, DOOR)).lines, []);
    const lifted = value(await listWithheld(web.pathways, OFFICER, { which: 'lifted' }, DOOR)).lines;
    assert.equal(lifted[0]?.liftedBy, coach.name);
  });

  it('has a list of what stood with the wrong resident, with who had seen it', async () => {
    const made = await spokenCase(web);
    const entry = await noted(made);
    value(await engine.openCase(web.pathways, coordinator, made, DOOR));
    value(await engine.undoMisplaced(web.pathways, coach, { ...made, entry }, DOOR));
    const found = value(await listMisplaced(web.pathways, OFFICER, {}, DOOR));
    const [line] = found.lines;
    assert.deepEqual([line?.numbers, line?.organisation, line?.moved], [made.number, coach.organisation, false]);
    assert.equal(line?.saw.length, 1);
    assert.doesNotMatch(JSON.stringify(found), /geschreeuw/);
    assert.ok(
      !value(await listWithheld(web.pathways, OFFICER, { which: 'now' }, DOOR)).lines.some(
        ({ reason }) => reason === 'wrong-person',
      ),
    );
  });

  it('is read page by page, each line once, also when one is lifted meanwhile', async () => {
    const { resident } = await spokenCase(web);
    const system = systemActor('test');
    await withActor(web.ground, system, { kind: 'region' }, async (trx) => {
      await trx.query(
        `insert into record.withheld (resident_id, id, resource_type, resource_id, reason, review, at, by_person, by_name, organisation)
         select $1, lpad(n::text, 26, '0'), 'Communication', 'entry-' || n, 'violence', date '2027-03-01' + n / 40, now(), 'p', 'n', 'o'
         from generate_series(1, 120) n`,
        [resident],
      );
    });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = value(await listWithheld(web.pathways, OFFICER, { which: 'now', after }, DOOR));
      seen.push(...page.lines.map(({ key }) => key));
      // The first that was shown goes; the next page begins where this one ended all the same.
      await withActor(web.ground, system, { kind: 'region' }, async (trx) => {
        await trx.query('update record.withheld set lifted_at = now() where resident_id = $1 and id = $2', [
          resident,
          page.lines[0]!.key.slice(37),
        ]);
      });
      after = page.next;
    } while (after);
    assert.equal(seen.length, 120);
    assert.equal(new Set(seen).size, 120);
    const strange = { which: 'now', after: 'bm9uc2Vucw' } as const;
    assert.equal(value(await listWithheld(web.pathways, OFFICER, strange, DOOR)).lines.length, 50);
  });

  it('is for nobody else', async () => {
    for (const who of [coach, coordinator, residentActor((await spokenCase(web)).resident)]) {
      assert.equal((await listWithheld(web.pathways, who, { which: 'now' }, DOOR)).ok, false);
      assert.equal((await listMisplaced(web.pathways, who, {}, DOOR)).ok, false);
      assert.equal((await dutyLetters(web.pathways, who, DOOR)).ok, false);
    }
  });
});

describe('somebody without mail', () => {
  it('gets the whole answer on paper, in their language, printed and posted by the officer once', async () => {
    const made = await spokenCase(web, { language: 'en' });
    const asked = value(
      await makeRequest(web.pathways, residentActor(made.resident), { kind: 'see', said: 'Alles graag' }, DOOR),
    );
    const told = 'You find everything with this letter.';
    const decision = { decision: 'granted', reasons: [], told, parts: [] } as const;
    value(await decideRequest(web.pathways, OFFICER, requestKey(asked), decision, DOOR));
    await tellResidents(web.pathways, 'http://x');
    const letters = value(await dutyLetters(web.pathways, OFFICER, DOOR)).filter(({ key }) =>
      key.startsWith(made.resident.replaceAll('-', '')),
    );
    const answer = letters.find(({ body }) => body.includes(told))!;
    assert.match(answer.recipient, /Voorbeeldstraat 1/);
    assert.equal(answer.language, 'en');
    value(await dutyLetterPosted(web.pathways, OFFICER, answer.key, DOOR));
    const first = value(await openDutyLetter(web.pathways, OFFICER, answer.key, DOOR)).sentAt;
    assert.ok(first);
    web.clock.advance(60_000);
    value(await dutyLetterPosted(web.pathways, OFFICER, answer.key, DOOR));
    assert.deepEqual(value(await openDutyLetter(web.pathways, OFFICER, answer.key, DOOR)).sentAt, first);
    assert.ok(!value(await dutyLetters(web.pathways, OFFICER, DOOR)).some(({ key }) => key === answer.key));
    assert.equal((await openDutyLetter(web.pathways, coach, answer.key, DOOR)).ok, false);
    assert.equal((await openDutyLetter(web.pathways, OFFICER, `${made.resident}-x`, DOOR)).ok, false);
  });
});
