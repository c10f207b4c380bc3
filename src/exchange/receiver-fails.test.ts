import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelExtension, type Partners, SYSTEMS } from '../../test/support/partners.ts';
import { type TestReceiver, told } from '../../test/support/receiver.ts';
import { SUBSCRIPTIONS as FHIR, subscribing } from '../../test/support/subscribing.ts';
import { silentLog } from '../platform/http/index.ts';
import { createNotifier } from './notifier.ts';

const { regional } = SYSTEMS;
const MINUTE = 60_000;

let house: Partners;
let receiver: TestReceiver;
const { subscribe, statusOf, notified, focuses, later } = subscribing((started) => {
  ({ house, receiver } = started);
});

describe('a receiver that fails', () => {
  it('is tried again with growing pauses; what fails holds up its own resident only, and nobody is overtaken', async () => {
    const [anna, bert] = [await house.resident(), await house.resident()];
    await subscribe('Observation', { channel: [channelExtension('max-count', 1)] });
    const a1 = await house.happens(anna);
    receiver.answers = (got) => (got.text.includes(a1) ? 500 : 200);
    const a2 = await house.happens(anna);
    const [b1, b2] = [await house.happens(bert), await house.happens(bert)];
    await house.deliver();
    const of = (...ids: string[]) => ids.map((id) => `Observation/${id}`);
    // Of different residents either may be first.
    assert.deepEqual([...focuses(notified())].sort(), of(a1, b1, b2).sort());
    assert.deepEqual(
      focuses(notified()).filter((focus) => focus !== of(a1)[0]),
      of(b1, b2),
    );
    await later(1000);
    assert.equal(notified().length, 3, 'not before the pause is over');
    await later(1500);
    assert.deepEqual(focuses(notified()).slice(3), of(a1));
    await later(2500);
    assert.equal(notified().length, 4, 'the second pause is longer');
    receiver.answers = () => 200;
    await later(2000);
    assert.deepEqual(focuses(notified()).slice(4), of(a1, a2));
    const keys = notified()
      .filter((got) => got.text.includes(a1))
      .map((got) => got.headers['idempotency-key']);
    assert.deepEqual([keys.length, new Set(keys).size], [3, 1], 'the same event has the same key each time');
  });

  it('that stays silent is in error, and loses nothing: it is told all of it, in order, once it is back', async () => {
    const resident = await house.resident();
    const id = await subscribe('Observation');
    await receiver.down();
    const ids = [await house.happens(resident)];
    await house.deliver();
    for (let n = 0; n < 10; n++) await later(10 * MINUTE);
    assert.equal(await statusOf(id), 'error');
    const read = await house.ask(regional, 'GET', `${FHIR}/${id}`);
    assert.equal(read.body.error, 'ECONNREFUSED');
    for (let n = 0; n < 30; n++) ids.push(await house.happens(resident));
    await house.deliver();
    await receiver.up();
    receiver.got.length = 0;
    await later(61 * MINUTE);
    assert.equal(await statusOf(id), 'active');
    assert.deepEqual(
      focuses(notified()),
      ids.map((one) => `Observation/${one}`),
    );
    assert.deepEqual(
      notified().flatMap((got) => told(got).events.map(([number]) => number)),
      ids.map((_, index) => index + 1),
    );
  });

  it('comes back at once when its maker asks anew', async () => {
    const resident = await house.resident();
    const id = await subscribe('Observation');
    receiver.answers = () => 404;
    const event = await house.happens(resident);
    await house.deliver();
    for (let n = 0; n < 10; n++) await later(10 * MINUTE);
    assert.equal(await statusOf(id), 'error');
    receiver.answers = () => 200;
    receiver.got.length = 0;
    const read = await house.ask(regional, 'GET', `${FHIR}/${id}`);
    await house.ask(regional, 'PUT', `${FHIR}/${id}`, { ...read.body, status: 'requested' });
    await later(60 * MINUTE);
    assert.deepEqual(
      receiver.got.map((got) => told(got).kind),
      ['handshake', 'event-notification'],
    );
    assert.deepEqual(focuses(notified()), [`Observation/${event}`]);
    assert.equal(await statusOf(id), 'active');
  });

  it('that never answers is waited for as long as it asked, and holds up nobody else', async () => {
    const resident = await house.resident();
    const prompt = await house.receiver();
    await subscribe('Observation', { channel: [channelExtension('timeout', 1)] });
    await subscribe('Observation', { to: prompt });
    receiver.answers = () => 'silence';
    prompt.got.length = 0;
    const event = await house.happens(resident);
    await house.whole.events.drain();
    const began = performance.now();
    let over = false;
    const sending = house.whole.notifier.drain().then(() => {
      over = true;
    });
    while (notified(prompt).length === 0) await new Promise((done) => setTimeout(done, 10));
    assert.equal(over, false, 'the other is still waited for');
    assert.deepEqual(focuses(notified(prompt)), [`Observation/${event}`]);
    await sending;
    assert.ok(performance.now() - began < 15_000);
    const { rows } = await house.ground.pool.query(
      'select last_error from exchange.receiver where last_error is not null',
    );
    assert.ok(rows.some((row) => row.last_error === 'no answer in time'));
    await prompt.down();
  });

  it('that sends on is not followed', async () => {
    const away = await house.receiver();
    receiver.answers = () => ({ status: 302, headers: { location: away.url } });
    const id = await subscribe('Observation');
    assert.equal(away.got.length, 0);
    assert.equal(await statusOf(id), 'requested');
    await away.down();
  });

  it('is served by one process at a time: with two at work nothing comes twice or out of order', async () => {
    const residents = [await house.resident(), await house.resident(), await house.resident()];
    await subscribe('Observation', { channel: [channelExtension('max-count', 2)] });
    const ids: string[] = [];
    for (let n = 0; n < 30; n++) ids.push(await house.happens(residents[n % 3]!));
    await house.whole.events.drain();
    const parts = {
      ground: house.pathways,
      wall: house.pauses,
      rules: house.config.receivers,
      publicUrl: house.config.publicUrl,
      source: house.config.eventSource,
      log: silentLog,
    };
    const [one, two] = [createNotifier(parts), createNotifier(parts)];
    receiver.answers = () => 200;
    await Promise.all([one.drain(), two.drain(), one.drain(), two.drain()]);
    while (notified().length < 15) await Promise.all([one.drain(), two.drain()]);
    const got = focuses(notified());
    assert.deepEqual([...got].sort(), ids.map((id) => `Observation/${id}`).sort());
    for (const resident of residents) {
      const of = (list: readonly (string | undefined)[]) =>
        list.filter((focus) => focus?.startsWith(`Observation/${resident.replaceAll('-', '')}`));
      assert.deepEqual(of(got), of(ids.map((id) => `Observation/${id}`)));
    }
    await Promise.all([one.stop(), two.stop()]);
  });
});
