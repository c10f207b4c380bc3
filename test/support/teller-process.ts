/** A process that tells receivers, for tests that end it half-way: `OMZIEN_TELL_APP` is the database. */
import { exchangeRoom } from '../../src/exchange/index.ts';
import { loadDefinitions } from '../../src/fhir/index.ts';
import { createPool } from '../../src/platform/database/index.ts';
import { createEvents } from '../../src/platform/events/index.ts';
import { silentLog } from '../../src/platform/http/index.ts';
import { ACCESS, createAuditWriter, deriveKeys, systemClock } from '../../src/platform/index.ts';

loadDefinitions();
const pool = createPool(process.env.OMZIEN_TELL_APP ?? '', 4);
const audit = createAuditWriter(pool, systemClock);
const keys = deriveKeys(new Uint8Array(32).fill(7));
const ground = { pool, clock: systemClock, keys, access: ACCESS, audit, ports: [] };
const { room, notifier } = exchangeRoom({
  ground,
  rules: { origins: [process.env.OMZIEN_TELL_ORIGIN ?? ''], loopback: true },
  publicUrl: 'http://localhost:8080',
  source: 'urn:nl:omzien',
  log: silentLog,
});
const events = createEvents({ ground, subscribers: room.subscribers ?? [], wall: systemClock, log: silentLog });
console.log('begins');
for (;;) {
  await events.drain();
  await notifier.drain();
  await new Promise((done) => setTimeout(done, 20));
}
