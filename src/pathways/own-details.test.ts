import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf, testPathways } from '../../test/support/pathways.ts';
import { offeredCase, PLACES, spokenCase, value } from '../../test/support/people.ts';
import { type Resource, type ResourceType, readSearch } from '../fhir/index.ts';
import { type Actor, type FixedClock, type Result, systemActor, withActor } from '../platform/index.ts';
import { createResource, readResource, readVersions, searchResources, updateResource } from '../record/index.ts';
import * as engine from './index.ts';
import { sentencesOf } from './messages/compose.ts';
import { residentDoor } from './messages/recipients.ts';
import { EASY_READ, INTERPRETER, wishesOf, withWishes } from './model/index.ts';
import { asBundle, everythingAbout } from './read/everything.ts';
import { openLetter, waitingLetters } from './read/letters.ts';

const DOOR = { door: 'page' } as const;
const { coach, otherCoach, coordinator } = PEOPLE;
const SYSTEM: Actor = { ...systemActor('x'), person: 'Device/demo-system' };
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
const sent = (resource: object) => ({
  resource: JSON.parse(JSON.stringify(resource)) as Resource,
  text: JSON.stringify(resource),
});
const searchFor = (who: Actor, type: ResourceType, resident: string) => {
  const asked = value(readSearch(type, new URLSearchParams({ patient: resident }), { posted: true, strict: true }));
  return searchResources(ground, who, asked, DOOR);
};
const patientFor = async (who: Actor, resident: string) =>
  JSON.parse(value(await readResource(ground, who, 'Patient', resident, DOOR)).text) as Resource;
const DETAILS = {
  phone: '06 00000001',
  mail: 'nieuw@example.org',
  street: 'Nieuweweg 2',
  postcode: '7511 AB',
  city: 'Enschede',
  municipality: 'Enschede',
};

describe('a resident’s own details', () => {
  it('are corrected with a Provenance, keep the rest of the Patient, and are new for the team at once', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    const before = await patientFor(SYSTEM, made.resident);
    const { moved } = value(
      await engine.correctDetails(ground, anna, { resident: made.resident, details: DETAILS }, DOOR),
    );
    assert.equal(moved, false);
    const after = await patientFor(coach, made.resident);
    assert.match(JSON.stringify(after.telecom), /06 00000001/);
    assert.deepEqual(after.name, before.name);
    const trail = value(await searchFor(anna, 'Provenance', made.resident));
    assert.equal(trail.entries.length, 1);
    const far = { ...DETAILS, postcode: '7551 AA', city: 'Hengelo', municipality: 'Hengelo' };
    assert.equal(
      value(await engine.correctDetails(ground, anna, { resident: made.resident, details: far }, DOOR)).moved,
      true,
    );
  });

  it('through FHIR they change how they are reached, and not who they are; nobody else does it for them', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    const patient = await patientFor(anna, made.resident);
    const put = (who: Actor, next: object) =>
      updateResource(ground, who, 'Patient', made.resident, sent(next), undefined, DOOR);
    value(await put(anna, { ...patient, telecom: [{ system: 'phone', value: '053 1' }] }));
    for (const change of [{ birthDate: '1990-01-01' }, { name: [{ family: 'Ander' }] }, { gender: 'male' }])
      assert.equal(problem(await put(anna, { ...patient, ...change })).kind, 'unprocessable');
    for (const who of [coach, otherCoach, coordinator]) assert.equal(problem(await put(who, patient)).kind, 'absent');
  });

  it('a wish is kept as FHIR, honoured in letters, and shown to a provider after a yes; the code word is not', async () => {
    const made = await offeredCase({ pathways: ground }, { mail: 'anna@example.org' });
    const anna = residentActor(made.resident);
    const wishes = { way: 'letter', language: 'tr', interpreter: true, easyRead: true } as const;
    value(await engine.setWishes(ground, anna, { resident: made.resident, wishes }, DOOR));
    value(await engine.setCodeWord(ground, anna, { resident: made.resident, word: 'Tulp' }, DOOR));
    const provider = staffOf(PLACES[0]);
    assert.equal(problem(await readResource(ground, provider, 'Patient', made.resident, DOOR)).kind, 'absent');
    value(await engine.takeStep(ground, provider, { task: made.offer, to: 'accepted' }, DOOR));
    const seen = await patientFor(provider, made.resident);
    assert.ok(JSON.stringify(seen).includes(INTERPRETER));
    assert.ok(!JSON.stringify(seen).includes('Tulp'));
    const word = (who: Actor) => engine.readCodeWord(ground, who, made, DOOR);
    assert.equal(value(await word(coach)).word, 'Tulp');
    for (const who of [provider, otherCoach, PEOPLE.nurse]) assert.equal(problem(await word(who)).kind, 'absent');
    assert.equal(await engine.codeWordSince(ground, provider, made.resident), undefined);
    const bare = await withActor(ground, SYSTEM, { kind: 'region' }, async (trx) => {
      const { rows } = await trx.query('select code_word from pathways.preference where resident_id = $1', [
        made.resident,
      ]);
      return Buffer.from(rows[0].code_word).toString('latin1');
    });
    assert.ok(!bare.includes('Tulp'), 'it is encrypted');
    const door = await withActor(ground, SYSTEM, { kind: 'act', resident: made.resident }, (trx) =>
      residentDoor(ground, trx, made.resident),
    );
    assert.deepEqual([door?.mail, door?.easyRead], [undefined, true]);
    assert.equal((await engine.atAGlance(ground, anna)).large, true);
  });

  it('what is not about wishes stays as it was, and wishes read as they were written', () => {
    const patient: Resource = {
      resourceType: 'Patient',
      extension: [{ url: 'http://partner.example/own', valueString: 'x' }],
      communication: [{ language: { coding: [{ code: 'nl' }] }, preferred: true }, { language: { text: 'Twents' } }],
    };
    const next = withWishes(patient, { way: 'phone', language: 'ar', interpreter: true, easyRead: true });
    assert.deepEqual(wishesOf(next), {
      way: 'phone',
      letters: true,
      language: 'ar',
      interpreter: true,
      easyRead: true,
    });
    assert.match(JSON.stringify(next), /partner\.example/);
    assert.match(JSON.stringify(next), /Twents/);
    const back = withWishes(next, { way: 'mail', language: 'nl', interpreter: false, easyRead: false });
    assert.ok(!JSON.stringify(back).includes(EASY_READ));
    assert.match(JSON.stringify(back), /partner\.example/);
  });

  it('easy to read is one sentence a line, and loses nothing', () => {
    const body = 'U wilde iets niet meer. Vanaf nu stopt het. Bel op 3 maart. Wilt u iets weten?';
    assert.deepEqual(sentencesOf(body), [
      'U wilde iets niet meer.',
      'Vanaf nu stopt het.',
      'Bel op 3 maart.',
      'Wilt u iets weten?',
    ]);
    assert.equal(sentencesOf(body).join(' '), body);
  });
});

describe('a goal of one’s own', () => {
  it('is seen by the team; the resident says how it goes, and does not rewrite what was agreed', async () => {
    const made = await spokenCase({ pathways: ground });
    const anna = residentActor(made.resident);
    const { id } = value(await engine.addOwnGoal(ground, anna, 'Elke dag naar buiten', DOOR));
    const told = { goal: id, progress: 'achieved', note: 'Het lukte.' } as const;
    value(await engine.sayHowGoalGoes(ground, anna, told, DOOR));
    const goal = JSON.parse(value(await readResource(ground, coach, 'Goal', id, DOOR)).text);
    assert.deepEqual([goal.lifecycleStatus, goal.achievementStatus.coding[0].code], ['completed', 'achieved']);
    const put = { ...goal, description: { text: 'Iets anders' } };
    assert.equal(
      problem(await updateResource(ground, anna, 'Goal', id, sent(put), undefined, DOOR)).kind,
      'unprocessable',
    );
    const other = residentActor((await spokenCase({ pathways: ground })).resident);
    assert.equal(problem(await engine.sayHowGoalGoes(ground, other, told, DOOR)).kind, 'absent');
    const long = { ...goal, id: undefined, description: { text: 'x'.repeat(501) } };
    assert.equal(problem(await createResource(ground, anna, 'Goal', sent(long), DOOR)).kind, 'unprocessable');
  });
});

describe('no, and yes again', () => {
  it('what is withdrawn is closed at the very next request, by every door, for who lost it', async () => {
    const made = await offeredCase({ pathways: ground });
    const provider = staffOf(PLACES[0]);
    value(await engine.takeStep(ground, provider, { task: made.offer, to: 'accepted' }, DOOR));
    const anna = residentActor(made.resident);
    const view = value(await engine.openCase(ground, anna, made, DOOR));
    const consent = view.consents.find((one) => JSON.stringify(one.category).includes('gdpr-6-9'))!.id!;
    clock.advance(60_000);
    value(await engine.withdrawConsent(ground, anna, { resident: made.resident, consent }, DOOR));
    clock.advance(60_000);
    value(await engine.correctDetails(ground, anna, { resident: made.resident, details: DETAILS }, DOOR));
    const later = value(
      await engine.planConversation(
        ground,
        coach,
        { ...made, date: '2027-01-11' as never, time: '10:00', place: 'Geheime plek', about: 'conversation' },
        DOOR,
      ),
    ).id;
    // FHIR: read and history give what was received, a search gives nothing of now.
    const read = value(await readResource(ground, provider, 'Patient', made.resident, DOOR));
    assert.ok(!read.text.includes(DETAILS.phone));
    const all = value(await readVersions(ground, provider, 'Patient', made.resident, DOOR));
    assert.ok(!all.some(({ text }) => text.includes(DETAILS.phone)));
    const found = value(await searchFor(provider, 'Appointment', made.resident));
    assert.ok(!found.entries.some(({ id }) => id === later));
    assert.equal(problem(await readResource(ground, provider, 'Appointment', later, DOOR)).kind, 'absent');
    // The page, and what it could do.
    const page = await engine.openTask(ground, provider, made.offer, DOOR);
    assert.ok(!page.ok || !JSON.stringify(page.value).includes(DETAILS.phone));
    assert.ok(!(await engine.takeStep(ground, provider, { task: made.offer, to: 'in-progress' }, DOOR)).ok);
    // Letters and messages.
    assert.deepEqual(value(await waitingLetters(ground, provider, DOOR)), []);
    const letters = value(await waitingLetters(ground, coach, DOOR));
    for (const letter of letters.slice(0, 1))
      assert.ok(
        !(await openLetter(ground, provider, `${letter.resident_id.replaceAll('-', '')}-${letter.id}`, DOOR)).ok,
      );
    assert.equal(problem(await engine.openCaseThread(ground, provider, made, DOOR)).kind, 'absent');
    assert.equal(problem(await everythingAbout(ground, provider, made.resident, DOOR)).kind, 'absent');
    // A yes again is one more agreement, and opens nothing by itself.
    const again = { resident: made.resident, consent };
    const both = await Promise.all([1, 2].map(() => engine.giveConsentAgain(ground, anna, again, DOOR)));
    assert.deepEqual(both.map((one) => one.ok).toSorted(), [false, true], 'not twice in one moment');
    assert.ok(
      !value(await readResource(ground, provider, 'Patient', made.resident, DOOR)).text.includes(DETAILS.phone),
    );
    assert.equal(problem(await engine.giveConsentAgain(ground, otherCoach, again, DOOR)).kind, 'absent');
  });
});

describe('everything about me', () => {
  it('holds the whole record, who looked, and only what this reader may see; 500 resources go', async () => {
    const made = await offeredCase({ pathways: ground });
    const anna = residentActor(made.resident);
    for (let index = 0; index < 500; index++)
      await createResource(
        ground,
        SYSTEM,
        'Observation',
        sent({
          resourceType: 'Observation',
          status: 'final',
          code: { text: `Meting ${index}` },
          subject: { reference: `Patient/${made.resident}` },
          valueQuantity: { value: 1 },
          effectiveDateTime: '2026-11-01',
        }),
        DOOR,
      );
    const whole = value(await everythingAbout(ground, anna, made.resident, DOOR));
    const bundle = JSON.parse([...asBundle(whole, 'http://localhost/fhir/r4', clock.now())].join('')) as {
      type: string;
      entry: { fullUrl: string; resource: Resource }[];
    };
    const types = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
    assert.equal(bundle.type, 'collection');
    assert.ok(types.has('AuditEvent') && types.has('Consent') && types.has('Task'));
    assert.equal(bundle.entry.filter(({ resource }) => resource.resourceType === 'Observation').length >= 500, true);
    assert.equal(new Set(bundle.entry.map(({ fullUrl }) => fullUrl)).size, bundle.entry.length);
    const paper = value(await everythingAbout(ground, coach, made.resident, DOOR));
    assert.deepEqual(paper.log, [], 'the team does not see who looked');
    assert.ok(!paper.texts.some(({ type }) => type === 'Provenance'));
    for (const who of [otherCoach, residentActor((await spokenCase({ pathways: ground })).resident)])
      assert.equal(problem(await everythingAbout(ground, who, made.resident, DOOR)).kind, 'absent');
    const lines = await withActor(ground, SYSTEM, { kind: 'region' }, async (trx) => {
      const { rows } = await trx.query(
        "select person, allowed from platform.audit where resident_id = $1 and action = 'exported' order by id",
        [made.resident],
      );
      return rows;
    });
    assert.deepEqual(
      lines.map((line) => [line.person, line.allowed]),
      [
        [anna.person, true],
        [coach.person, true],
      ],
    );
  });
});

describe('a text that somebody said yes to, in a higher version', () => {
  it('is asked anew: the yes holds until then, nothing stops, once is enough, and the old stays in its version', async () => {
    const made = await offeredCase({ pathways: ground });
    const anna = residentActor(made.resident);
    const consents = async () =>
      value(await searchFor(anna, 'Consent', made.resident)).entries.map((one) => JSON.parse(one.text) as Resource);
    const of = (all: readonly Resource[]) =>
      all.find((one) => (one.policyRule as { text: string }).text.startsWith('passing-on-to-provider'))!;
    const before = of(await consents());
    const what = { resident: made.resident, consent: before.id! };
    const same = await engine.renewConsent(ground, anna, what, DOOR);
    assert.equal(problem(same).kind, 'conflict', 'nothing changed yet');
    const text = ground.definitions.consentText('passing-on-to-provider') as { version: number };
    text.version += 1;
    try {
      const both = await Promise.all([1, 2].map(() => engine.renewConsent(ground, anna, what, DOOR)));
      assert.equal(both.filter((one) => one.ok).length, 1);
      assert.equal((await engine.renewConsent(ground, otherCoach, what, DOOR)).ok, false);
      const after = of(await consents());
      assert.deepEqual(
        [after.id, after.status, (after.policyRule as { text: string }).text],
        [before.id, 'active', `passing-on-to-provider|${text.version}`],
      );
      const offer = value(await engine.openTask(ground, staffOf(PLACES[0]), made.offer, DOOR));
      assert.equal(offer.task.status, 'requested', 'what was asked goes on');
      const old = value(await readVersions(ground, anna, 'Consent', before.id!, { door: 'fhir' }));
      assert.match(JSON.stringify(old), /passing-on-to-provider\|1/);
    } finally {
      text.version -= 1;
    }
  });
});
