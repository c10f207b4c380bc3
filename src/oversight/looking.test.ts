import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { actor } from '../../test/support/ground.ts';
import { personOfCase } from '../../test/support/need.ts';
import { PEOPLE } from '../../test/support/pathways.ts';
import { messagesOf, offeredCase, type PeopleWeb, peopleWeb, value } from '../../test/support/people.ts';
import { localDate } from '../platform/index.ts';
import { readResource } from '../record/index.ts';
import { addKnown, listKnown, removeKnown } from './service/known-people.ts';
import { homeKey, listFlags, settleFlag, watchDay, watchLooking } from './service/looking.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const { coach } = PEOPLE;

let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

describe('the watch over who looks', () => {
  it('finds planted looking in a day of the log, once, and the officer settles it once', async () => {
    const made = await offeredCase(web, { mail: 'anna@example.org' });
    const today = localDate(web.clock.now());
    await watchDay(web.pathways, today);
    assert.deepEqual(value(await listFlags(web.pathways, OFFICER, 'open', DOOR)).flags, [], 'an ordinary day');
    // The coach lives there, and the resident is known in the whole country.
    await web.pathways.pool.query(
      `insert into oversight.stated_home (person, hash, stated_at, stated_by) values ('Practitioner/coach', $1, now(), 'x')`,
      [homeKey(web.pathways, '7511 AB', '1')],
    );
    const identity = await personOfCase(web.pathways, made.resident);
    assert.ok(identity.by === 'name');
    value(await addKnown(web.pathways, OFFICER, { family: identity.family, birthDate: identity.birthDate }, DOOR));
    value(await readResource(web.pathways, coach, 'Patient', made.resident, DOOR));
    assert.equal(await watchDay(web.pathways, today), 2);
    assert.equal(await watchDay(web.pathways, today), 0, 'again: nothing more');
    const { flags } = value(await listFlags(web.pathways, OFFICER, 'open', DOOR));
    assert.deepEqual(flags.map((flag) => flag.rule).sort(), ['neighbour', 'well-known']);
    assert.ok(flags.every((flag) => flag.person === 'Practitioner/coach' && flag.resident === made.resident));
    const both = await Promise.all(
      (['explained', 'reported'] as const).map((state) =>
        settleFlag(web.pathways, OFFICER, flags[0]!.id, { state, note: 'Gevraagd' }, DOOR),
      ),
    );
    assert.equal(both.filter((one) => one.ok).length, 1);
    const { shares } = value(await listFlags(web.pathways, OFFICER, 'closed', DOOR));
    assert.equal(shares[0]?.reviewed, 1);
    const denied = await listFlags(web.pathways, coach, 'open', DOOR);
    assert.ok(!denied.ok && denied.problem.kind === 'absent');
    for (const message of await messagesOf(web, made.resident))
      assert.ok(!message.body.includes('coach Voorbeeld'), 'no worker is named in a mail');
  });

  it('looks at each whole day once, when it is over', async () => {
    assert.equal(await watchLooking(web.pathways), 0);
    web.clock.advance(86_400_000);
    await watchLooking(web.pathways);
    const { rows } = await web.pathways.pool.query('select day::text from oversight.looked_day order by day desc');
    assert.equal(rows[0].day, localDate(new Date(web.clock.now().getTime() - 86_400_000)));
  });

  it('keeps the list of well-known people for the officer, and shows it to nobody else', async () => {
    const list = value(await listKnown(web.pathways, OFFICER, DOOR));
    assert.equal(list.length, 1);
    const denied = await listKnown(web.pathways, coach, DOOR);
    assert.ok(!denied.ok && denied.problem.kind === 'absent');
    value(await removeKnown(web.pathways, OFFICER, list[0]!.id, DOOR));
    assert.deepEqual(value(await listKnown(web.pathways, OFFICER, DOOR)), []);
  });
});
