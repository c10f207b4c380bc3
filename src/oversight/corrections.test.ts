import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor } from '../../test/support/ground.ts';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { type PeopleWeb, peopleWeb, spokenCase, value } from '../../test/support/people.ts';
import type { Resource } from '../fhir/index.ts';
import * as engine from '../pathways/index.ts';
import { addDays, localDate } from '../platform/index.ts';
import { readResource, readVersions } from '../record/index.ts';
import { makeRequest, ownRequest } from './service/own-requests.ts';
import { type Decided, decideRequest, finishCorrections } from './service/requests.ts';
import { requestKey } from './store/requests.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const { coach, otherCoach, nurse } = PEOPLE;
const WRONG = 'Rookt twee pakjes per dag.';
const RIGHT = 'Rookt niet, en heeft nooit gerookt.';

let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

async function asked() {
  const made = await spokenCase(web);
  const own = residentActor(made.resident);
  web.clock.advance(60_000);
  const contact = { ...made, kind: 'phone', outcome: 'spoken', note: WRONG };
  const { id: entry } = value(await engine.recordContact(web.pathways, coach, contact, DOOR));
  const request = value(await makeRequest(web.pathways, own, { kind: 'correct', said: 'Dit klopt niet' }, DOOR));
  const key = requestKey(request);
  const decide = (more: Partial<Decided>) =>
    decideRequest(
      web.pathways,
      OFFICER,
      key,
      { decision: 'granted', reasons: [], told: 'U heeft gelijk.', parts: [], ...more },
      DOOR,
    );
  const seen = async () => value(await ownRequest(web.pathways, own, key, DOOR));
  return { made, own, entry, key, decide, seen };
}
const type = 'Communication';

describe('a correction that was granted', () => {
  it('changes the resident’s own details in the act of the decision, and the request is done', async () => {
    const { made, own, decide, seen } = await asked();
    const details = { given: 'Ánna Maria', family: 'Voorbeeld-Jansen', birthDate: '1949-03-02', mail: 'a@example.org' };
    value(await decide({ details }));
    const patient = value(await readResource(web.pathways, own, 'Patient', made.resident, DOOR)).text;
    const { name, birthDate, telecom } = JSON.parse(patient) as Resource & {
      name: { given: string[]; family: string }[];
      telecom: { system: string; value: string }[];
    };
    assert.deepEqual(
      [name[0]?.given, name[0]?.family, birthDate],
      [['Ánna', 'Maria'], 'Voorbeeld-Jansen', '1949-03-02'],
    );
    assert.ok(telecom.some((one) => one.value === 'a@example.org') && telecom.some((one) => one.system === 'phone'));
    assert.equal((await seen()).request.state, 'done');
    const line = value(await engine.worklist(web.pathways, coach, { view: 'open', count: 100 }, DOOR)).lines;
    assert.ok(
      line.some(({ label }) => label.includes('Voorbeeld-Jansen')),
      'the team reads the new name at once',
    );
  });

  it('is decided about nothing where the record does not take it', async () => {
    const { decide, seen } = await asked();
    const refused = await decide({ details: { birthDate: '2020-01-01' } });
    assert.equal(refused.ok, false);
    assert.equal((await seen()).request.state, 'open');
  });

  it('waits with the team of the entry, with a day, and the resident sees it until it is done', async () => {
    const { made, entry, decide, seen } = await asked();
    value(await decide({ entry: { type, id: entry, wish: RIGHT } }));
    const { request, corrections } = await seen();
    assert.equal(request.state, 'decided');
    const due = addDays(localDate(web.clock.now()), 14);
    assert.deepEqual(
      corrections.map((one) => [one.wish, one.due, one.doneAt]),
      [[RIGHT, due, null]],
    );
    const list = value(await engine.worklist(web.pathways, coach, { view: 'open', count: 100 }, DOOR)).lines;
    const line = list.find((one) => one.case_id === made.caseId && one.kind === 'correct');
    assert.equal(line?.due, due);
    assert.equal(await finishCorrections(web.pathways), 0, 'nothing is done yet');

    const correction = corrections[0]!.id;
    const what = { ...made, correction, how: 'corrected', text: RIGHT };
    for (const who of [otherCoach, nurse])
      assert.equal((await engine.carryOutCorrection(web.pathways, who, what, DOOR)).ok, false);
    assert.equal((await engine.carryOutCorrection(web.pathways, coach, { ...what, text: ' ' }, DOOR)).ok, false);
    const both = await Promise.all([1, 2].map(() => engine.carryOutCorrection(web.pathways, coach, what, DOOR)));
    assert.equal(both.filter((one) => one.ok).length, 1, 'twice is once');
    const says = value(await readResource(web.pathways, coach, type, entry, DOOR)).text;
    assert.ok(says.includes(RIGHT) && says.includes(WRONG), 'what is right stands beside it');
    assert.equal(await finishCorrections(web.pathways), 1);
    assert.equal(await finishCorrections(web.pathways), 0);
    const after = await seen();
    assert.equal(after.request.state, 'done');
    assert.deepEqual([after.corrections[0]?.how, after.corrections[0]?.doneBy], ['corrected', coach.name]);
    const left = value(await engine.worklist(web.pathways, coach, { view: 'open', count: 100 }, DOOR)).lines;
    assert.ok(!left.some((one) => one.case_id === made.caseId && one.kind === 'correct'));
  });

  it('may say that an entry was a mistake, with the reason; what stood there stays in the old version', async () => {
    const { made, entry, decide, seen } = await asked();
    value(await decide({ entry: { type, id: entry, wish: 'Hoort hier niet' } }));
    const correction = (await seen()).corrections[0]!.id;
    const what = { ...made, correction, how: 'entered-in-error', text: 'Ging over iemand anders' };
    value(await engine.carryOutCorrection(web.pathways, coach, what, DOOR));
    const now = JSON.parse(value(await readResource(web.pathways, coach, type, entry, DOOR)).text) as Resource;
    assert.equal(now.status, 'entered-in-error');
    const old = value(await readVersions(web.pathways, coach, type, entry, { door: 'fhir' }));
    assert.ok(JSON.stringify(old).includes('pakjes'));
    assert.equal(await finishCorrections(web.pathways), 1);
  });

  it('is done at once where the case is closed already, and by Omzien where it closes meanwhile', async () => {
    for (const closed of ['before', 'after']) {
      const { made, own, entry, decide, seen } = await asked();
      const stop = { ...made, reason: 'changed-mind' };
      const close = async () => value(await engine.withdrawReferral(web.pathways, own, stop, DOOR));
      if (closed === 'before') await close();
      value(await decide({ entry: { type, id: entry, wish: RIGHT } }));
      if (closed === 'after') {
        await close();
        assert.equal(await engine.sweepCorrections(web.pathways), 1);
        assert.equal(await finishCorrections(web.pathways), 1);
      }
      assert.equal((await seen()).request.state, 'done');
      assert.equal((await seen()).corrections[0]?.how, 'corrected');
    }
  });
});
