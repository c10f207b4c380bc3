import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { type Partners, SYSTEMS, subscriptionOf, testPartners } from '../support/partners.ts';
import { type TestReceiver, told } from '../support/receiver.ts';

let house: Partners;
let receiver: TestReceiver;
before(async () => {
  house = await testPartners();
  receiver = await house.receiver();
});
after(async () => {
  await receiver.down();
  await house.stop();
});

/** A server of its own that delivers, and nothing else. */
function teller() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/teller-process.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, OMZIEN_TELL_APP: house.appUrl, OMZIEN_TELL_ORIGIN: receiver.origin },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function until(what: () => boolean): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 10) {
    if (what()) return;
    await new Promise((done) => setTimeout(done, 10));
  }
  assert.fail('it did not happen within a minute');
}

it('loses no event and keeps the order when the power goes between event and delivery, again and again', async () => {
  const channel = [
    {
      url: 'http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/backport-timeout',
      valueUnsignedInt: 1,
    },
  ];
  const made = await house.ask(
    SYSTEMS.regional,
    'POST',
    '/fhir/r4/Subscription',
    subscriptionOf('Observation', receiver.url, { channel }),
  );
  assert.equal(made.status, 201, made.text);
  await house.deliver();
  const residents = [await house.resident(), await house.resident()];
  const ids: string[] = [];
  for (let n = 0; n < 24; n++) ids.push(await house.happens(residents[n % 2]!));
  // Who died had a claim; it runs out after the time-out and a margin, which is made short here.
  const letGo = () =>
    house.ground.pool.query('update exchange.receiver set busy_until = now() where busy_until is not null');
  const said = new Set<string>();
  receiver.answers = (got) => {
    for (const [, focus] of told(got).events) said.add(focus ?? '');
    return 200;
  };
  for (const enough of [0, 1, 9]) {
    const server = teller();
    if (enough > 0) await until(() => said.size >= enough);
    else await new Promise((done) => setTimeout(done, 1500));
    await server.kill();
    await letGo();
  }
  const last = teller();
  await until(() => said.size === ids.length);
  await last.kill();
  for (const resident of residents) {
    const own = (focus: string | undefined) => focus?.includes(resident.replaceAll('-', ''));
    const got = receiver.got.flatMap((one) => told(one).events.map(([, focus]) => focus)).filter(own);
    // What came twice came again before what follows it: first comings are in order.
    const first = got.filter((focus, place) => got.indexOf(focus) === place);
    assert.deepEqual(
      first,
      ids.filter((id) => own(id)).map((id) => `Observation/${id}`),
    );
  }
});
