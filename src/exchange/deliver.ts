import { pauseAfter } from '../platform/events/index.ts';
import { type Clock, unseal, withActor } from '../platform/index.ts';
import type { RecordGround } from '../record/index.ts';
import { cloudEventMessage } from './cloud-events.ts';
import { TELLER } from './fan-out.ts';
import { noteStatus } from './fhir/versions.ts';
import { type Kind, notificationBundle } from './model/bundle.ts';
import type { ReceiverRules } from './send/address.ts';
import { type Outcome, type Outgoing, send } from './send/send.ts';
import { clientOf, sift } from './sift.ts';
import { type Notification, nextFor, type Receiver, type ReceiverStatus } from './store.ts';

export type Delivering = {
  readonly ground: RecordGround;
  /** The clock of the machine, for pauses between tries. */
  readonly wall: Clock;
  readonly rules: ReceiverRules;
  /** The address of this installation. */
  readonly publicUrl: string;
  /** What CloudEvents say they come from. */
  readonly source: string;
  /** Names this process in its claims. */
  readonly by: string;
  readonly stopped: AbortSignal;
};

/** So many failures one after the other, and the whole receiver rests between tries: it is not this one event. */
export const RESTS_AFTER = 3;
/** So many, and its status is `error`: it is silent. It is tried on, an hour apart at most, and loses nothing. */
export const SILENT_AFTER = 8;
/** A CloudEvent goes alone (CloudEvents 1.0, HTTP binding, 3: not batched). */
const mostOf = (receiver: Receiver): number => (receiver.channel === 'cloudevents' ? 1 : receiver.most);

/** One attempt for one claimed receiver: a handshake, its next events, or a sign of life. Gives what came of it. */
export async function attempt(d: Delivering, receiver: Receiver): Promise<Outcome> {
  const now = d.wall.now();
  const client = await clientOf(d.ground, receiver);
  if (!client || (receiver.ends_at !== null && receiver.ends_at <= d.ground.clock.now())) {
    await finish(d, receiver, [], { ok: false, why: client ? 'it has ended' : 'the agreement has ended' }, 'off');
    return { ok: false, why: 'off' };
  }
  if (receiver.status === 'requested') return sendAndNote(d, receiver, 'handshake', []);
  const rows = await withActor(d.ground, TELLER, { kind: 'region' }, (trx) =>
    nextFor(trx, receiver.id, now, receiver.failures > 0 ? 1 : mostOf(receiver)),
  );
  const shown = await sift(d.ground, receiver, client, rows);
  // What may not be told any more is as good as told.
  if (rows.length > 0 && shown.length === 0) {
    await release(d, receiver);
    return { ok: true };
  }
  if (shown.length === 0) return sendAndNote(d, receiver, 'heartbeat', []);
  return sendAndNote(d, receiver, 'event-notification', shown);
}

async function sendAndNote(
  d: Delivering,
  receiver: Receiver,
  kind: Kind,
  rows: readonly Notification[],
): Promise<Outcome> {
  const outcome = await send(messageOf(d, receiver, kind, rows), d.rules, d.stopped);
  if (!outcome.ok && d.stopped.aborted) await release(d, receiver);
  else await finish(d, receiver, rows, outcome, statusAfter(receiver, outcome));
  return outcome;
}

function messageOf(d: Delivering, receiver: Receiver, kind: Kind, rows: readonly Notification[]): Outgoing {
  const secret = receiver.sealed
    ? (JSON.parse(unseal(d.ground.keys, receiver.sealed, `receiver/${receiver.id}`)) as Record<string, string>)
    : {};
  const { endpoint, timeout_ms: timeoutMs } = receiver;
  const events = rows.reduce((most, row) => Math.max(most, Number(row.number)), Number(receiver.events));
  if (receiver.channel === 'cloudevents')
    return { endpoint, timeoutMs, ...cloudEventMessage(d, rows[0], secret, d.wall.now()) };
  const base = `${d.publicUrl}/fhir/r4`;
  return {
    endpoint,
    timeoutMs,
    headers: {
      ...secret,
      'content-type': 'application/fhir+json; charset=utf-8',
      ...(rows.length > 0 ? { 'idempotency-key': keyOf(receiver, rows) } : {}),
    },
    body: JSON.stringify(notificationBundle(base, { ...receiver, events }, kind, rows, d.wall.now())),
  };
}

/** The same for the same events, however often they are sent. */
const keyOf = (receiver: Receiver, rows: readonly Notification[]) =>
  `${receiver.id}-${rows.map((row) => row.number).join('.')}`.slice(0, 200);

function statusAfter(receiver: Receiver, outcome: Outcome): ReceiverStatus {
  if (outcome.ok) return 'active';
  return receiver.failures + 1 >= SILENT_AFTER ? 'error' : receiver.status;
}

/** Notes what came of an attempt, where the receiver is still ours: another process may have it since. */
async function finish(
  d: Delivering,
  receiver: Receiver,
  rows: readonly Notification[],
  outcome: Outcome,
  status: ReceiverStatus,
): Promise<void> {
  const now = d.wall.now();
  const failures = outcome.ok ? 0 : receiver.failures + 1;
  const rests = !outcome.ok && (failures >= RESTS_AFTER || rows.length === 0);
  await withActor(d.ground, TELLER, { kind: 'region' }, async (trx) => {
    const { rowCount } = await trx.query(
      `update exchange.receiver set busy_by = null, busy_until = null, failures = $3, last_error = $4, status = $5,
         sent_at = case when $6 then $7 else sent_at end, retry_at = $8,
         failing_since = case when $6 then null else coalesce(failing_since, $7) end
       where id = $1 and busy_by = $2 and status <> 'off'`,
      [
        receiver.id,
        d.by,
        failures,
        outcome.ok ? null : outcome.why,
        status,
        outcome.ok,
        now,
        rests ? new Date(now.getTime() + pauseAfter(failures)) : null,
      ],
    );
    if (rowCount === 0) return;
    const keyed = [receiver.id, rows.map((row) => row.resident_id), rows.map((row) => row.event_id)];
    if (outcome.ok)
      await trx.query(
        `update exchange.notification n set delivered_at = $4, retry_at = null, last_error = null
         from unnest($2::uuid[], $3::text[]) k (resident, event)
         where n.receiver = $1 and n.resident_id = k.resident and n.event_id = k.event`,
        [...keyed, d.ground.clock.now()],
      );
    else
      await trx.query(
        `update exchange.notification n set attempts = attempts + 1, last_error = $4,
           retry_at = $5::timestamptz + least(2 ^ least(attempts + 1, 12), 3600) * interval '1 second'
         from unnest($2::uuid[], $3::text[]) k (resident, event)
         where n.receiver = $1 and n.resident_id = k.resident and n.event_id = k.event`,
        [...keyed, outcome.why, now],
      );
    if (status !== receiver.status && receiver.channel === 'fhir')
      await noteStatus(d.ground, trx, receiver.id, status, outcome.ok ? undefined : outcome.why);
  });
}

/** Lets go of a receiver without an attempt that counts. */
async function release(d: Delivering, receiver: Receiver): Promise<void> {
  await d.ground.pool.query(
    'update exchange.receiver set busy_by = null, busy_until = null where id = $1 and busy_by = $2',
    [receiver.id, d.by],
  );
}
