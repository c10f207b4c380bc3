import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PEOPLE, residentActor, staffOf } from '../../test/support/pathways.ts';
import {
  asResident,
  messagesOf,
  offeredCase,
  type PeopleWeb,
  PLACES,
  peopleWeb,
  value,
} from '../../test/support/people.ts';
import { type Resource, type ResourceType, readSearch } from '../fhir/index.ts';
import { type Actor, systemActor, withActor } from '../platform/index.ts';
import { lookUp, readResource, readVersions, searchResources, updateResource, withSecret } from '../record/index.ts';
import * as engine from './index.ts';

const DOOR = { door: 'page' } as const;
const searchOf = (type: ResourceType, query: Record<string, string>) =>
  value(readSearch(type, new URLSearchParams(query), { posted: false, strict: true }));
const FHIR = { door: 'fhir' } as const;
const PARTNER: Actor = { ...systemActor('x'), person: 'Device/partner', name: 'Partner' };
const { nurse, otherNurse, coach, coordinator } = PEOPLE;
/** What must not be found anywhere: street, postcode, its area, town, telephone. */
const TRACES = /Voorbeeldstraat|7511|085 ?000 ?00 ?00/;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

/** Somebody whom a place supports, and whose letters lie ready. */
async function supported() {
  const made = await offeredCase(web);
  value(await engine.takeStep(web.pathways, staffOf(PLACES[0]), { task: made.offer, to: 'accepted' }, DOOR));
  await web.whole.events.drain();
  return made;
}
type Made = Awaited<ReturnType<typeof supported>>;

const doors: Readonly<Record<string, (made: Made) => Promise<void>>> = {
  'the practice': async (made) => {
    value(await engine.keepAddress(web.pathways, nurse, { ...made, secret: true, reason: 'threat' }, DOOR));
  },
  'the coach': async (made) => {
    value(await engine.keepAddress(web.pathways, coach, { ...made, secret: true, reason: 'shelter' }, DOOR));
  },
  'a label through FHIR': async ({ resident }) => {
    const read = value(await readResource(web.pathways, PARTNER, 'Patient', resident, FHIR));
    const resource = withSecret(JSON.parse(read.text) as Resource, true);
    const sent = { resource, text: JSON.stringify(resource) };
    value(await updateResource(web.pathways, PARTNER, 'Patient', resident, sent, undefined, FHIR));
  },
};

for (const [by, hide] of Object.entries(doors))
  describe(`an address kept secret by ${by}`, () => {
    it('is on no list, offer, page, letter, FHIR read, old version or search of the team and the provider', async () => {
      const made = await supported();
      const staff = staffOf(PLACES[0]);
      const lists = async (actor: Actor) =>
        JSON.stringify(
          value(await engine.worklist(web.pathways, actor, { view: 'open', count: 100 }, DOOR)).lines.filter(
            (line) => line.case_id === made.caseId,
          ),
        );
      assert.match(await lists(coach), /Enschede/);
      await hide(made);
      for (const actor of [coach, coordinator, staff]) {
        const about = actor.role;
        assert.doesNotMatch(await lists(actor), /Enschede|7511/, `${about}: list`);
        const search = value(
          await searchResources(web.pathways, actor, searchOf('Patient', { _id: made.resident }), FHIR),
        );
        assert.equal(search.entries.length, 1);
        const texts = [
          value(await readResource(web.pathways, actor, 'Patient', made.resident, FHIR)).text,
          ...value(await readVersions(web.pathways, actor, 'Patient', made.resident, FHIR)).map((one) => one.text),
          ...search.entries.map((one) => one.text),
        ];
        for (const text of texts) {
          assert.doesNotMatch(text, TRACES, `${about}: ${text}`);
          assert.doesNotMatch(text, /"city"|"district"/);
        }
      }
      const page = value(await engine.openCase(web.pathways, coach, made, DOOR));
      assert.doesNotMatch(JSON.stringify(page.patient), TRACES);
      const place = await web.signIn('first-place');
      const html = await (await place.get(`/aanbod/aanmelding/${made.offer}`)).text();
      assert.doesNotMatch(html, TRACES);
      assert.match(html, /Contact gaat via de welzijnscoach/);
      const letters = (await messagesOf(web, made.resident)).filter((one) => one.kind === 'letter');
      assert.ok(letters.length > 0);
      for (const letter of letters) assert.doesNotMatch(`${letter.recipient} ${letter.body}`, /Voorbeeldstraat|7511/);
      const columns = await withActor(
        web.ground,
        staff,
        { kind: 'resident', resident: made.resident },
        async (trx) => (await trx.query('select * from record.person where resident_id = $1', [made.resident])).rows,
      );
      assert.doesNotMatch(JSON.stringify(columns), /7511|Enschede/);
    });

    it('is still there for the resident, the practice and a system under its agreement', async () => {
      const made = await supported();
      await hide(made);
      for (const actor of [residentActor(made.resident), nurse, PARTNER])
        assert.match(value(await readResource(web.pathways, actor, 'Patient', made.resident, FHIR)).text, TRACES);
    });
  });

describe('a secret address', () => {
  it('is not confirmed by a look-up with a postcode, right or wrong, and not shown by one', async () => {
    const made = await supported();
    const opened = value(await engine.openCase(web.pathways, coach, made, DOOR));
    const [{ family }] = opened.patient!.name as [{ family: string }];
    value(await engine.keepAddress(web.pathways, nurse, { ...made, secret: true, reason: 'threat' }, DOOR));
    const ask = (postcode: string) =>
      lookUp(web.pathways, otherNurse, { by: 'name', family, birthDate: '1948-03-02', postcode }, DOOR);
    const [right, wrong] = [value(await ask('7511AB')), value(await ask('9999ZZ'))];
    assert.deepEqual(right, wrong);
    assert.equal(right?.postcode, undefined);
  });

  it('is shown to the team when it asks with a reason, and the resident sees that it was', async () => {
    const made = await supported();
    value(await engine.keepAddress(web.pathways, coach, { ...made, secret: true, reason: 'threat' }, DOOR));
    const none = await engine.askAddress(web.pathways, coach, { ...made, reason: '' }, DOOR);
    assert.ok(!none.ok && none.problem.kind === 'unprocessable');
    const shown = value(await engine.askAddress(web.pathways, coach, { ...made, reason: 'visit' }, DOOR));
    assert.match(shown.address.join(), /Voorbeeldstraat/);
    const line = await withActor(
      web.ground,
      residentActor(made.resident),
      { kind: 'resident', resident: made.resident },
      async (trx) =>
        (
          await trx.query(
            "select action, detail from platform.audit where resident_id = $1 and detail like 'secret address%'",
            [made.resident],
          )
        ).rows,
    );
    assert.deepEqual(line, [{ action: 'opened', detail: 'secret address: visit' }]);
    for (const actor of [staffOf(PLACES[0]), otherNurse])
      assert.ok(!(await engine.askAddress(web.pathways, actor, { ...made, reason: 'visit' }, DOOR)).ok);
    const own = await asResident(web, made.resident);
    assert.equal((await own.get('/mijn')).status, 200);
  });

  it('gives no distance, and its services are proposed without one', async () => {
    const made = await supported();
    const wish = { ...made, needs: ['loneliness'], languages: [], travel: 'bike' as const, urgency: 'routine' };
    value(await engine.keepAddress(web.pathways, coach, { ...made, secret: true, reason: 'threat' }, DOOR));
    const found = value(await engine.propose(web.pathways, coach, wish as never, DOOR));
    assert.doesNotMatch(JSON.stringify(found), /"km":[0-9]/);
  });

  it('is an ordinary one again when the resident wants that', async () => {
    const made = await supported();
    value(await engine.keepAddress(web.pathways, coach, { ...made, secret: true, reason: 'asked' }, DOOR));
    const twice = await engine.keepAddress(web.pathways, nurse, { ...made, secret: true, reason: 'asked' }, DOOR);
    assert.ok(!twice.ok && twice.problem.kind === 'conflict');
    value(await engine.keepAddress(web.pathways, coach, { ...made, secret: false, reason: '' }, DOOR));
    assert.match(value(await readResource(web.pathways, coach, 'Patient', made.resident, FHIR)).text, TRACES);
    const list = value(await engine.worklist(web.pathways, coach, { view: 'open', count: 100 }, DOOR));
    assert.match(JSON.stringify(list.lines.find((line) => line.case_id === made.caseId)), /Enschede/);
  });
});
