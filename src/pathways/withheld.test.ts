import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, testPathways } from '../../test/support/pathways.ts';
import { type Resource, type ResourceType, readSearch } from '../fhir/index.ts';
import {
  type Actor,
  addDays,
  type FixedClock,
  localDate,
  type Result,
  systemActor,
  type Trx,
  withActor,
} from '../platform/index.ts';
import {
  createResource,
  isWithheld,
  readResource,
  readVersions,
  searchAudit,
  searchResources,
  updateResource,
  withheldOf,
  withLabel,
} from '../record/index.ts';
import * as engine from './index.ts';
import { everythingAbout } from './read/everything.ts';

const DOOR = { door: 'page' } as const;
const searchOf = (type: ResourceType, query: Record<string, string>) =>
  value(readSearch(type, new URLSearchParams(query), { posted: false, strict: true }));
const { nurse, coach, colleague, coordinator, otherCoach } = PEOPLE;
const PARTNER: Actor = { ...systemActor('x'), person: 'Device/partner', name: 'Partner' };
const OFFICER: Actor = {
  ...systemActor('x'),
  person: 'Practitioner/privacy',
  name: 'Functionaris',
  role: 'privacy-officer',
};
const DAY = 86_400_000;
const SECRET = 'Buurvrouw hoort geschreeuw';
let ground: engine.PathwayGround;
let clock: FixedClock;
let stop: () => Promise<void>;
before(async () => {
  ({ ground, clock, stop } = await testPathways());
});
after(() => stop());

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}
const inDays = (days: number) => addDays(localDate(clock.now()), days);

let people = 0;
/** A case with a note about a worry; gives its contact. */
async function worried() {
  people += 1;
  const { resident } = value(
    await engine.registerResident(
      ground,
      nurse,
      {
        given: 'Anna',
        family: `Zorg${'abcdefghijklmnopqrstuvwxyz'[people]}`,
        birthDate: '1948-03-02',
        gender: 'female',
        postcode: '7511 AB',
        city: 'Enschede',
      },
      DOOR,
    ),
  );
  const made = value(
    await engine.refer(
      ground,
      nurse,
      { resident, pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true },
      DOOR,
    ),
  );
  const list = value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR));
  const task = list.lines.find((line) => line.case_id === made.caseId)!.id;
  value(await engine.takeStep(ground, coach, { task, to: 'accepted' }, DOOR));
  const contact = { ...made, kind: 'phone', outcome: 'spoken', note: SECRET };
  const { id } = value(await engine.recordContact(ground, coach, contact, DOOR));
  return { ...made, entry: id };
}

/** Everything a resident can reach of one entry, by every door; true where it shows. */
async function reaches(actor: Actor, made: { resident: string; caseId: string; entry: string }) {
  const fhir = { door: 'fhir' } as const;
  const page = await engine.openCase(ground, actor, made, DOOR);
  const search = value(
    await searchResources(ground, actor, searchOf('Communication', { patient: made.resident }), fhir),
  );
  const log = value(await searchAudit(ground, actor, made.resident, { count: 500, after: undefined }, fhir));
  const rows = (sql: string) =>
    withActor(ground, actor, { kind: 'resident', resident: made.resident }, async (trx: Trx) =>
      Boolean((await trx.query(sql, [made.resident, made.entry])).rowCount),
    );
  return {
    page: page.ok && JSON.stringify(page.value).includes(SECRET),
    mark: page.ok && page.value.withheld.length > 0,
    read: (await readResource(ground, actor, 'Communication', made.entry, fhir)).ok,
    history: (await readVersions(ground, actor, 'Communication', made.entry, fhir)).ok,
    search: search.entries.some((entry) => entry.id === made.entry),
    timeline: await rows('select 1 from record.timeline where resident_id = $1 and resource_id = $2'),
    database: await rows('select 1 from record.resource where resident_id = $1 and id = $2'),
    oldVersions: await rows('select 1 from record.history where resident_id = $1 and id = $2'),
    audit: log.entries.some((entry) => entry.text.includes(made.entry)),
    table: await rows('select 1 from record.withheld where resident_id = $1 and $2::text is not null'),
  };
}
const NOTHING = {
  page: false,
  mark: false,
  read: false,
  history: false,
  search: false,
  timeline: false,
  database: false,
  oldVersions: false,
  audit: false,
  table: false,
};

/** The same entry kept away by the coach's page, and by a label through FHIR. */
const doors: Readonly<Record<string, (made: { resident: string; caseId: string; entry: string }) => Promise<void>>> = {
  'the coach': async (made) => {
    value(await engine.withhold(ground, coach, { ...made, reason: 'violence', review: inDays(30) }, DOOR));
  },
  'a label through FHIR': async (made) => {
    const read = value(await readResource(ground, PARTNER, 'Communication', made.entry, { door: 'fhir' }));
    const resource = withLabel(JSON.parse(read.text) as Resource, true);
    const sent = { resource, text: JSON.stringify(resource) };
    value(await updateResource(ground, PARTNER, 'Communication', made.entry, sent, undefined, { door: 'fhir' }));
  },
};

for (const [by, keepAway] of Object.entries(doors))
  describe(`an entry withheld by ${by}`, () => {
    it('reaches its resident by no door: page, FHIR, history, search, timeline, log, or the database itself', async () => {
      const made = await worried();
      const own = residentActor(made.resident);
      const before = await reaches(own, made);
      assert.ok(before.page && before.read && before.search && before.timeline && before.audit, 'it was there');
      await keepAway(made);
      assert.deepEqual(await reaches(own, made), NOTHING);
      for (const actor of [own, coach]) {
        const paper = value(await everythingAbout(ground, actor, made.resident, DOOR));
        assert.ok(!JSON.stringify(paper.texts).includes(SECRET), `what ${actor.role} takes along for the resident`);
      }
    });

    it('is there for the team, with a clear mark, and for nobody else', async () => {
      const made = await worried();
      await keepAway(made);
      for (const actor of [coach, colleague, coordinator]) {
        const seen = await reaches(actor, made);
        assert.ok(seen.page && seen.mark && seen.read && seen.search, actor.name);
      }
      const text = value(await readResource(ground, coach, 'Communication', made.entry, { door: 'fhir' })).text;
      assert.ok(isWithheld(JSON.parse(text)));
      assert.ok(!(await engine.openCase(ground, otherCoach, made, DOOR)).ok);
    });

    it('is shown again as easily', async () => {
      const made = await worried();
      await keepAway(made);
      value(await engine.liftWithheld(ground, coach, made, DOOR));
      const seen = await reaches(residentActor(made.resident), made);
      assert.ok(seen.page && seen.read && seen.history && seen.search && seen.timeline && seen.audit);
      assert.equal(seen.mark, false);
    });
  });

describe('what is withheld', () => {
  it('comes on the worklist of the team on its day, and not before', async () => {
    const made = await worried();
    value(await engine.withhold(ground, coach, { ...made, reason: 'violence', review: inDays(10) }, DOOR));
    const reviews = async () =>
      value(await engine.worklist(ground, coach, { view: 'open', count: 100 }, DOOR)).lines.filter(
        (line) => line.kind === 'review' && line.case_id === made.caseId,
      ).length;
    assert.equal(await reviews(), 0);
    clock.advance(10 * DAY);
    assert.equal(await reviews(), 1);
    value(await engine.liftWithheld(ground, coach, made, DOOR));
    assert.equal(await reviews(), 0);
  });

  it('is known to the privacy officer: that it is, why, and until when; never what it says', async () => {
    const made = await worried();
    value(await engine.withhold(ground, coach, { ...made, reason: 'child-abuse', review: inDays(30) }, DOOR));
    const rows = await withActor(ground, OFFICER, { kind: 'duty' }, (trx) => withheldOf(trx, made.resident));
    assert.deepEqual(
      rows.map((row) => [row.resource_type, row.reason, row.review]),
      [['Communication', 'child-abuse', inDays(30)]],
    );
    assert.ok(!JSON.stringify(rows).includes(SECRET));
    assert.ok(!(await readResource(ground, OFFICER, 'Communication', made.entry, { door: 'fhir' })).ok);
  });

  it('takes what was measured with an answer along', async () => {
    const made = await worried();
    value(
      await engine.holdConversation(
        ground,
        coach,
        { ...made, answers: { mind: 2, 'mind-note': SECRET, body: 7, 'daily-life': 6 } },
        DOOR,
      ),
    );
    const own = residentActor(made.resident);
    const opened = value(await engine.openCase(ground, coach, made, DOOR));
    const answers = opened.responses.find((one) => JSON.stringify(one).includes(SECRET))!;
    const numbers = async () =>
      value(
        await searchResources(ground, own, searchOf('Observation', { patient: made.resident }), { door: 'fhir' }),
      ).entries.map(
        (entry) => (JSON.parse(entry.text) as { code: { coding: { code: string }[] } }).code.coding[0]!.code,
      );
    assert.ok((await numbers()).includes('broad-conversation.mind'));
    value(
      await engine.withhold(
        ground,
        coach,
        { ...made, entry: answers.id!, reason: 'violence', review: inDays(9) },
        DOOR,
      ),
    );
    const left = await numbers();
    assert.ok(!left.includes('broad-conversation.mind') && left.includes('broad-conversation.body'), left.join());
    assert.ok(!JSON.stringify(value(await engine.openCase(ground, own, made, DOOR))).includes('"mind"'));
  });

  it('asks a reason and a day within a year, and is not for who is not of the team', async () => {
    const made = await worried();
    for (const wrong of [
      { reason: '', review: inDays(9) },
      { reason: 'violence', review: inDays(0) },
      { reason: 'violence', review: inDays(900) },
    ]) {
      const done = await engine.withhold(ground, coach, { ...made, ...wrong }, DOOR);
      assert.ok(!done.ok && done.problem.kind === 'unprocessable');
    }
    for (const actor of [nurse, otherCoach, residentActor(made.resident)]) {
      const done = await engine.withhold(ground, actor, { ...made, reason: 'violence', review: inDays(9) }, DOOR);
      assert.ok(!done.ok && done.problem.kind === 'absent', actor.name);
    }
  });

  it('is withheld once when two do it at the same moment', async () => {
    const made = await worried();
    const both = await Promise.all(
      [coach, coordinator].map((actor) =>
        engine.withhold(ground, actor, { ...made, reason: 'violence', review: inDays(9) }, DOOR),
      ),
    );
    assert.ok(both.every((one) => one.ok));
    const rows = await withActor(ground, coach, { kind: 'resident', resident: made.resident }, (trx) =>
      withheldOf(trx, made.resident),
    );
    assert.equal(rows.length, 1);
  });

  it('nobody sends an entry of a resident’s own that is withheld from them', async () => {
    const made = await worried();
    const resource = {
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'NOPAT' }] },
      subject: { reference: `Patient/${made.resident}` },
    };
    const sent = { resource, text: JSON.stringify(resource) };
    const own = residentActor(made.resident);
    const done = await createResource(ground, own, 'QuestionnaireResponse', sent, { door: 'fhir' });
    assert.ok(!done.ok && done.problem.kind === 'unprocessable');
  });
});
