import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelExtension, type Partners, SYSTEMS, subscriptionOf } from '../../test/support/partners.ts';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { spokenCase, value } from '../../test/support/people.ts';
import { type Got, type TestReceiver, told } from '../../test/support/receiver.ts';
import { SUBSCRIPTIONS as FHIR, subscribing } from '../../test/support/subscribing.ts';
import { validate } from '../fhir/index.ts';
import * as engine from '../pathways/index.ts';
import { withActor } from '../platform/index.ts';

const { regional, other, municipal } = SYSTEMS;
const DOOR = { door: 'page' } as const;
const MINUTE = 60_000;

let house: Partners;
let receiver: TestReceiver;
const { subscribe, statusOf, notified, focuses, later } = subscribing((started) => {
  ({ house, receiver } = started);
});

const idsOf = (text: string): readonly unknown[] =>
  ((JSON.parse(text).entry ?? []) as { resource: { id: string } }[]).map((entry) => entry.resource.id);

describe('a system that asks to be told', () => {
  it('shakes hands first, and is then told of what happens: numbers and ids, nothing of anybody', async () => {
    const resident = await house.resident();
    const id = await subscribe('Observation', { header: ['Authorization: Bearer geheim-123'] });
    assert.deepEqual([told(receiver.got[0]!).kind, told(receiver.got[0]!).status], ['handshake', 'requested']);
    assert.equal(await statusOf(id), 'active');
    const [first, second] = [await house.happens(resident), await house.happens(resident)];
    await house.happens(resident, 'Goal');
    await house.deliver();
    assert.deepEqual(
      notified().flatMap((got) => told(got).events),
      [
        [1, `Observation/${first}`],
        [2, `Observation/${second}`],
      ],
    );
    for (const got of receiver.got) {
      assert.equal(validate(got.body), undefined, got.text);
      assert.equal(got.headers.authorization, 'Bearer geheim-123');
      assert.equal(got.headers['content-type'], 'application/fhir+json; charset=utf-8');
      assert.equal(got.body.type, 'history');
      assert.ok(!got.text.includes('Bloeddruk') && !got.text.includes('Voorbeeld'));
    }
  });

  it('is never shown the secret of its header again, and keeps it by sending back what it read', async () => {
    const id = await subscribe('Observation', { header: ['X-Sleutel: geheim-456'] });
    const read = await house.ask(regional, 'GET', `${FHIR}/${id}`);
    for (const path of [`${FHIR}/${id}`, `${FHIR}/${id}/_history`, `${FHIR}?_id=${id}`, `${FHIR}/$status?id=${id}`])
      assert.ok(!(await house.ask(regional, 'GET', path)).text.includes('geheim-456'), path);
    const again = await house.ask(regional, 'PUT', `${FHIR}/${id}`, { ...read.body, reason: 'Anders' });
    assert.equal(again.status, 200, again.text);
    await house.happens(await house.resident());
    await house.deliver();
    assert.equal(notified()[0]?.headers['x-sleutel'], 'geheim-456');
    const stored = await house.ground.pool.query(
      'select r::text, s::text from exchange.receiver r join exchange.subscription s using (id) where id = $1',
      [id],
    );
    assert.ok(!JSON.stringify(stored.rows).includes('geheim'));
  });

  it('is alone with its subscriptions: to other systems and to people they are not there', async () => {
    const id = await subscribe('Observation');
    for (const who of [other, municipal, 'coach']) {
      for (const [method, path] of [
        ['GET', `${FHIR}/${id}`],
        ['GET', `${FHIR}/${id}/_history`],
        ['GET', `${FHIR}/${id}/$status`],
        ['GET', `${FHIR}/${id}/$events`],
      ] as const)
        assert.equal((await house.ask(who, method, path)).status, 404, `${who} ${path}`);
      assert.deepEqual(idsOf((await house.ask(who, 'GET', FHIR)).text), [], who);
      const body = { ...subscriptionOf('Observation', receiver.url), id };
      assert.equal((await house.ask(who, 'PUT', `${FHIR}/${id}`, body)).status, 404, who);
    }
    assert.equal((await house.ask('coach', 'POST', FHIR, subscriptionOf('Observation', receiver.url))).status, 404);
    assert.equal((await house.ask(undefined, 'GET', `${FHIR}/${id}/$events`)).status, 401);
  });

  it('hears at once what cannot be: another topic, another channel, whole resources, a filter on a person', async () => {
    const good = subscriptionOf('Task', receiver.url) as Record<string, Record<string, unknown>>;
    const url = 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition';
    const wrong: readonly (readonly [place: string, body: object])[] = [
      ['Subscription.criteria', { ...good, criteria: 'Task?status=requested' }],
      ['Subscription.criteria', { ...good, criteria: 'https://omzien.example/fhir/SubscriptionTopic/AuditEvent' }],
      ['Subscription.channel.type', { ...good, channel: { ...good.channel, type: 'email' } }],
      [
        'Subscription.channel.payload.extension',
        {
          ...good,
          channel: {
            ...good.channel,
            _payload: { extension: [{ url: `${url}/backport-payload-content`, valueCode: 'full-resource' }] },
          },
        },
      ],
      ['Subscription.criteria.extension', subscriptionOf('Task', receiver.url, { filter: 'Task?patient=Patient/1' })],
      ['Subscription.criteria.extension', subscriptionOf('Task', receiver.url, { filter: 'Goal?status=x' })],
      ['Subscription.channel.header', subscriptionOf('Task', receiver.url, { header: ['Host: elders'] })],
      [
        'Subscription.channel.extension',
        subscriptionOf('Task', receiver.url, { channel: [channelExtension('timeout', 300)] }),
      ],
      ['Subscription.channel.endpoint', subscriptionOf('Task', 'https://elders.example.org/x')],
      ['Subscription.channel.endpoint', subscriptionOf('Task', receiver.url.replace('localhost', '127.0.0.1'))],
      ['Subscription.channel.endpoint', subscriptionOf('Task', receiver.url.replace('//', '//naam:wachtwoord@'))],
    ];
    for (const [place, body] of wrong) {
      const answer = await house.ask(regional, 'POST', FHIR, body);
      assert.equal(answer.status, 422, `${place}: ${answer.text}`);
      assert.ok(answer.text.includes(`"${place}"`), answer.text);
    }
    const narrow = await house.ask(regional, 'POST', FHIR, good, { scope: 'system/Subscription.cruds' });
    assert.equal(narrow.status, 403, 'a token that may not read Tasks is not told of them');
    assert.equal(receiver.got.length, 0);
  });

  it('is told only of what it filters on: a status, or who it names', async () => {
    await subscribe('Task', {
      filter: 'Task?status=accepted&owner=HealthcareService/voorbeeld-welzijn-enschede-noord',
    });
    const elsewhere = await house.receiver();
    await subscribe('Task', { to: elsewhere, filter: 'owner=HealthcareService/ergens-anders' });
    const { task } = await spokenCase(house);
    await house.deliver();
    assert.deepEqual(focuses(notified()), [`Task/${task}`]);
    assert.deepEqual(notified(elsewhere), []);
    await elsewhere.down();
  });

  it('catches up by the number of an event, and reads how it stands', async () => {
    const resident = await house.resident();
    const id = await subscribe('Observation');
    receiver.answers = () => 503;
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push(await house.happens(resident));
    await house.deliver();
    const asked = await house.ask(regional, 'GET', `${FHIR}/${id}/$events?eventsSinceNumber=2&eventsUntilNumber=4`);
    assert.equal(asked.status, 200, asked.text);
    assert.equal(validate(asked.body as never), undefined);
    const events = told({ body: asked.body } as Got);
    assert.deepEqual(
      [events.kind, events.count, events.events],
      ['query-event', 5, [2, 3, 4].map((number) => [number, `Observation/${ids[number - 1]}`])],
    );
    const posted = await house.ask(regional, 'POST', `${FHIR}/${id}/$events`, {
      resourceType: 'Parameters',
      parameter: [{ name: 'eventsSinceNumber', valueString: '5' }],
    });
    assert.deepEqual(told({ body: posted.body } as Got).events, [[5, `Observation/${ids[4]}`]]);
    const status = await house.ask(regional, 'GET', `${FHIR}/${id}/$status`);
    assert.equal(validate(status.body as never), undefined);
    assert.deepEqual(
      [told({ body: status.body } as Got).kind, told({ body: status.body } as Got).count],
      ['query-status', 5],
    );
    assert.equal((await house.ask(regional, 'GET', `${FHIR}/${id}/$events?eventsSinceNumber=een`)).status, 400);
  });

  it('gets a sign of life when nothing happened for as long as it asked', async () => {
    await subscribe('Observation', { channel: [channelExtension('heartbeat-period', 600)] });
    receiver.got.length = 0;
    await later(9 * MINUTE);
    assert.equal(receiver.got.length, 0);
    await later(MINUTE);
    assert.deepEqual(
      receiver.got.map((got) => told(got).kind),
      ['heartbeat'],
    );
  });
});

describe('a system of one organisation', () => {
  it('is told of the referrals of its own teams, and of nothing else', async () => {
    await subscribe('Task', { who: municipal });
    await subscribe('Patient', { who: municipal });
    const { task } = await spokenCase(house);
    await house.happens(await house.resident());
    await house.deliver();
    const found = focuses(notified());
    assert.ok(found.length > 0);
    assert.deepEqual([...new Set(found)], [`Task/${task}`]);
  });

  it('hears nothing any more of somebody whose relation ended, not even of what waited to be sent', async () => {
    const id = await subscribe('Task', { who: municipal });
    receiver.answers = () => 503;
    const made = await spokenCase(house);
    const stays = await spokenCase(house);
    await house.deliver();
    const asked = async () =>
      told({ body: (await house.ask(municipal, 'GET', `${FHIR}/${id}/$events`)).body } as Got).events;
    const before = await asked();
    assert.ok(before.some(([, focus]) => focus === `Task/${made.task}`));
    await withActor(house.pathways, PEOPLE.coach, { kind: 'act', resident: made.resident }, (trx) =>
      trx.query("select platform.close_grants($1, null, 'case-team', null, $2, 'withdrawn')", [
        made.resident,
        house.clock.now(),
      ]),
    );
    receiver.answers = () => 200;
    receiver.got.length = 0;
    await later(60 * MINUTE);
    await later(60 * MINUTE);
    assert.ok(!receiver.got.some((got) => got.text.includes(made.task)));
    assert.ok(focuses(notified()).includes(`Task/${stays.task}`));
    const now = await asked();
    assert.deepEqual(
      now.map(([number]) => number),
      before.map(([number]) => number),
      'a number that was given stays',
    );
    assert.ok(!now.some(([, focus]) => focus === `Task/${made.task}`));
  });

  it('is told nothing once its agreement has ended', async () => {
    const id = await subscribe('Task', { who: municipal });
    receiver.got.length = 0;
    await house.ground.pool.query('update platform.client set revoked_at = now() where id = $1', [municipal]);
    try {
      await spokenCase(house);
      await house.deliver();
      await later(60 * MINUTE);
      assert.deepEqual(receiver.got, []);
    } finally {
      await house.ground.pool.query('update platform.client set revoked_at = null where id = $1', [municipal]);
    }
    assert.ok(['active', 'off'].includes(String(await statusOf(id, municipal))));
  });

  it('leaves in the log of the resident that it was told', async () => {
    await subscribe('Task', { who: municipal });
    const made = await spokenCase(house);
    await house.deliver();
    const view = value(
      await engine.openCase(house.pathways, residentActor(made.resident), { ...made, caseId: made.caseId }, DOOR),
    );
    assert.ok(view);
    const log = await house.ask(regional, 'GET', `/fhir/r4/AuditEvent?patient=${made.resident}&_count=100`);
    assert.ok(log.text.includes('"code":"exported"') && log.text.includes(`Device/${municipal}`), log.text);
    assert.equal(PEOPLE.coach.role, 'welfare-coach');
  });
});
