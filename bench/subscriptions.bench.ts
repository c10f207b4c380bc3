import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fanOut } from '../src/exchange/fan-out.ts';
import { createNotifier } from '../src/exchange/notifier.ts';
import { send } from '../src/exchange/send/send.ts';
import { definitionsOf, withPathways } from '../src/pathways/index.ts';
import { silentLog } from '../src/platform/http/index.ts';
import { systemActor, systemClock, ulid, withActor } from '../src/platform/index.ts';
import { createResource } from '../src/record/index.ts';
import { SYSTEM, testGround } from '../test/support/ground.ts';
import { shippedRegion } from '../test/support/pathways.ts';
import { print } from './load.ts';

/**
 * An event that 1,000 subscriptions ask for (among 1,000 that ask for something else): how long until it stands in each
 * queue, beside one bare statement that writes as many rows of the same table; and how many notifications leave a second,
 * with their decision, number and log line, beside bare posts to the same receiver, 32 at a time.
 */
const MANY = 1000;
const EVENTS = 20;
const SYSTEM_OWN = systemActor('bench');

export async function run(): Promise<void> {
  const made = await testGround({ at: new Date().toISOString() });
  const ground = withPathways({ ...made.ground, clock: systemClock, definitions: definitionsOf(shippedRegion()) });
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(200).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const { pool } = ground;
  await pool.query(
    "insert into platform.account (issuer, subject, person, name) values ('bench', 'bench', $1, 'Bench')",
    [SYSTEM.person],
  );
  await pool.query(
    `insert into exchange.receiver (id, owner, channel, topic, types, endpoint, origin, most, timeout_ms, status, since, sent_at)
     select 'r' || n, $1, 'fhir', '', array[case when n <= $2 then 'Observation' else 'Goal' end], $3, $4 || (n % 50), 20, 10000, 'active',
       '2020-01-01', now() from generate_series(1, $2 * 2) n`,
    [SYSTEM.person, MANY, `${origin}/x`, `${origin}#`],
  );
  const write = async (type: 'Patient' | 'Observation', resource: object) => {
    const text = JSON.stringify({ resourceType: type, ...resource });
    const done = await createResource(ground, SYSTEM, type, { resource: JSON.parse(text), text }, { door: 'fhir' });
    if (!done.ok) throw new Error(JSON.stringify(done.problem));
    return done.value.id;
  };
  const resident = await write('Patient', { name: [{ family: 'Proef' }] });
  const events: { id: string; subject: string }[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const subject = { reference: `Patient/${resident}` };
    const id = await write('Observation', { status: 'final', code: { text: 'Proef' }, subject });
    events.push({ id: ulid(ground.clock), subject: `Observation/${id}` });
  }
  await pool.query('analyze exchange.receiver');
  const told = (event: { id: string; subject: string }) =>
    fanOut(ground, {
      ...event,
      residentId: resident,
      at: new Date(),
      type: 'nl.omzien.Observation.created',
      data: { status: 'final' },
    });
  const bare = (event: { id: string; subject: string }) =>
    withActor(ground, SYSTEM_OWN, { kind: 'region' }, (trx) =>
      trx.query(
        `insert into exchange.notification (resident_id, receiver, event_id, at, type, subject, what, delivered_at)
         select $1, 'b' || n, $2, now(), 'Observation', $3, 'created', now() from generate_series(1, $4) n on conflict do nothing`,
        [resident, event.id, event.subject, MANY],
      ),
    );
  // Warm both, then in turns, so that neither has the better half of the run.
  await told(events[0]!);
  await bare(events[0]!);
  const took = { told: 0, bare: 0 };
  for (const event of events.slice(1)) {
    let began = performance.now();
    const rows = await told(event);
    took.told += performance.now() - began;
    if (rows !== MANY) throw new Error(`${rows} receivers instead of ${MANY}`);
    began = performance.now();
    await bare(event);
    took.bare += performance.now() - began;
  }
  const each = (sum: number) => sum / (EVENTS - 1);
  print({
    name: 'subscriptions.fan-out',
    value: each(took.told),
    unit: `ms an event to ${MANY} subscriptions`,
    reference: each(took.bare),
    ratio: each(took.bare) / each(took.told),
  });

  const rules = { origins: [origin], loopback: true };
  const notifier = createNotifier({
    ground,
    wall: systemClock,
    rules,
    publicUrl: origin,
    source: 'urn:nl:omzien',
    log: silentLog,
  });
  let began = performance.now();
  await notifier.drain();
  const { rows } = await withActor(ground, SYSTEM_OWN, { kind: 'region' }, (trx) =>
    trx.query<{ n: number }>(
      "select count(*)::int as n from exchange.notification where receiver like 'r%' and delivered_at is not null",
    ),
  );
  const perSecond = (rows[0]!.n / (performance.now() - began)) * 1000;
  if (rows[0]!.n !== MANY * EVENTS) throw new Error(`${rows[0]!.n} delivered of ${MANY * EVENTS}`);
  began = performance.now();
  let left = MANY;
  const body = JSON.stringify({ resourceType: 'Bundle', entry: Array.from({ length: EVENTS }, () => 'x'.repeat(300)) });
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (left-- > 0) await send({ endpoint: `${origin}/x`, headers: {}, body, timeoutMs: 10_000 }, rules);
    }),
  );
  const bareSecond = ((MANY * EVENTS) / (performance.now() - began)) * 1000;
  print({
    name: 'subscriptions.delivery',
    value: perSecond,
    unit: `notified events/s (${EVENTS} a request)`,
    reference: bareSecond,
    ratio: perSecond / bareSecond,
  });
  await notifier.stop();
  server.closeAllConnections();
  server.close();
  await made.stop();
}
