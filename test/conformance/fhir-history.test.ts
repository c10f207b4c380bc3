import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { validate } from '../../src/fhir/index.ts';
import { CATEGORIES, ulid, withActor } from '../../src/platform/index.ts';
import { SYSTEM } from '../support/ground.ts';
import { PEOPLE } from '../support/pathways.ts';
import { type Door, type Json, nextOf, openDoor, type Told } from './door.ts';
import { ABOUT, PATIENT } from './examples.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.stop());

type Entry = {
  readonly resource?: Json;
  readonly request: { readonly method: string; readonly url: string };
  readonly response: { readonly etag: string };
};
const entriesOf = (told: Told): readonly Entry[] => (told.body.entry ?? []) as unknown as readonly Entry[];
const told = (one: Entry): string => `${one.request.method} ${one.response.etag}`;
const newPatient = async () => String((await door.ask('POST', '/Patient', PATIENT)).body.id);
const newGoal = async (patient: string) => String((await door.ask('POST', '/Goal', ABOUT.Goal!(patient, ''))).body.id);

async function pages(path: string, between: () => Promise<unknown> = async () => {}): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (let next: string | undefined = path; next; ) {
    const page = await door.ask('GET', next);
    assert.equal(page.status, 200, page.text);
    assert.equal(validate(page.body as never), undefined);
    found.push(...entriesOf(page));
    next = nextOf(page);
    if (next) await between();
  }
  return found;
}

describe('the history of a type', () => {
  it('shows every version latest first, what was removed too, in pages that stay while others write', async () => {
    for (const [type, example] of [
      ['Goal', ABOUT.Goal!(await newPatient(), '')],
      ['Organization', { resourceType: 'Organization', name: 'x' }],
    ] as const) {
      const since = encodeURIComponent(door.clock.now().toISOString());
      const ids: string[] = [];
      for (let n = 0; n < 5; n++) {
        door.clock.advance(1000);
        const made = await door.ask('POST', `/${type}`, example);
        ids.push(String(made.body.id));
        door.clock.advance(1000);
        await door.ask('PUT', `/${type}/${made.body.id}`, { ...made.body, language: 'nl' });
      }
      door.clock.advance(1000);
      await door.ask('DELETE', `/${type}/${ids[0]}`);
      const all = await pages(`/${type}/_history?_since=${since}`);
      assert.deepEqual(all.map(told), ['DELETE W/"3"', ...Array(5).fill(['PUT W/"2"', 'POST W/"1"']).flat()], type);
      assert.equal(all[0]!.resource, undefined);
      const write = async () => {
        door.clock.advance(1000);
        const goal = (await door.ask('GET', `/${type}/${ids[3]}`)).body;
        await door.ask('PUT', `/${type}/${ids[3]}`, { ...goal, language: 'en' });
      };
      const paged = await pages(`/${type}/_history?_since=${since}&_count=3`, write);
      assert.deepEqual(paged, all, `${type}: the pages are the whole, whatever is written meanwhile`);
      const last = encodeURIComponent(door.clock.now().toISOString());
      assert.equal((await pages(`/${type}/_history?_since=${last}`)).length, 1);
    }
  });

  it('of one resource goes by pages and since a moment too', async () => {
    const id = await newGoal(await newPatient());
    for (let n = 0; n < 4; n++) {
      door.clock.advance(1000);
      const goal = (await door.ask('GET', `/Goal/${id}`)).body;
      await door.ask('PUT', `/Goal/${id}`, { ...goal, language: `nl-x-${n}` });
    }
    const all = await pages(`/Goal/${id}/_history`);
    assert.deepEqual(all.map(told), ['PUT W/"5"', 'PUT W/"4"', 'PUT W/"3"', 'PUT W/"2"', 'POST W/"1"']);
    assert.deepEqual(await pages(`/Goal/${id}/_history?_count=2`), all);
    const since = encodeURIComponent(new Date(door.clock.now().getTime() - 1000).toISOString());
    assert.deepEqual((await pages(`/Goal/${id}/_history?_since=${since}`)).map(told), ['PUT W/"5"', 'PUT W/"4"']);
  });

  it('shows somebody what they may see, in each version as it was guarded then', async () => {
    const [theirs, other] = [await newPatient(), await newPatient()];
    const goals = [await newGoal(theirs), await newGoal(other)];
    await withActor(door.ground, SYSTEM, { kind: 'act', resident: theirs }, (trx) =>
      trx.query(
        "select platform.give($1, $2, $3, 'case-team', $4, '{identity,conversation}', '{}', 'support-referral', 'proef', $5, null)",
        [theirs, ulid(door.clock), PEOPLE.coach.services[0], CATEGORIES, door.clock.now()],
      ),
    );
    const seen = await door.ask('GET', '/Goal/_history', undefined, { as: PEOPLE.coach });
    assert.deepEqual(
      entriesOf(seen).map((one) => one.resource?.id),
      [goals[0]],
    );
    const nothing = await door.ask('GET', '/Goal/_history', undefined, { as: PEOPLE.otherCoach });
    assert.deepEqual([nothing.status, entriesOf(nothing)], [200, []]);
    assert.doesNotMatch(nothing.text, /total|next/);
  });

  it('is refused where it is asked what is not understood', async () => {
    for (const query of ['_since=gisteren', '_count=0', '_count=500', '_after=x', 'status=active', '_list=1'])
      assert.equal((await door.ask('GET', `/Goal/_history?${query}`)).status, 400, query);
    assert.equal((await door.ask('GET', '/AuditEvent/_history')).status, 404);
    assert.equal((await door.ask('GET', '/_history')).status, 404, 'of the whole server there is none');
  });
});
