import type { Trx } from '../platform/index.ts';
import type { PayloadContent } from './model/settings.ts';

export type ReceiverStatus = 'requested' | 'active' | 'error' | 'off';
export type Channel = 'fhir' | 'cloudevents';

/** One receiver as the database has it. */
export type Receiver = {
  readonly id: string;
  readonly owner: string;
  readonly channel: Channel;
  readonly topic: string;
  readonly types: readonly string[];
  readonly statuses: readonly string[] | null;
  readonly named: readonly string[] | null;
  readonly scopes: readonly string[] | null;
  readonly endpoint: string;
  readonly origin: string;
  readonly sealed: Buffer | null;
  readonly content: PayloadContent;
  readonly most: number;
  readonly timeout_ms: number;
  readonly heartbeat_s: number | null;
  readonly ends_at: Date | null;
  readonly status: ReceiverStatus;
  readonly since: Date;
  /** The number of the last event (bigint: a text). */
  readonly events: string;
  readonly failures: number;
  readonly last_error: string | null;
  readonly failing_since: Date | null;
  readonly sent_at: Date | null;
};

export const RECEIVER = `id, owner, channel, topic, types, statuses, named, scopes, endpoint, origin, sealed, content, most,
  timeout_ms, heartbeat_s, ends_at, status, since, events, failures, last_error, failing_since, sent_at`;

/** One event for one receiver. */
export type Notification = {
  readonly resident_id: string;
  readonly event_id: string;
  readonly seq: string;
  readonly at: Date;
  readonly type: string;
  /** `Task/<id>` */
  readonly subject: string;
  readonly what: 'created' | 'updated' | 'deleted';
  readonly number: string | null;
  readonly blank: boolean;
  readonly attempts: number;
};

const NOTIFICATION = 'resident_id, event_id, seq, at, type, subject, what, number, blank, attempts';

/** What has come up for a receiver: undelivered, and of a resident none of whose earlier events rests. `$1` receiver, `$2` now. */
const UP = `n.delivered_at is null and not exists (
  select from exchange.notification held where held.receiver = n.receiver and held.resident_id = n.resident_id
    and held.delivered_at is null and held.retry_at > $2)`;

/**
 * Takes receivers to whom something can be sent now, for this process only, until `lease` beyond their time-out; of one
 * origin no more than its share. Which ones is settled in one statement, so two processes never take the same.
 */
export async function claimDue(
  trx: Trx,
  claim: {
    readonly by: string;
    readonly now: Date;
    readonly leaseMs: number;
    readonly most: number;
    /** How many of each origin are being served by this process. */
    readonly serving: ReadonlyMap<string, number>;
    readonly perOrigin: number;
  },
): Promise<readonly Receiver[]> {
  const { rows } = await trx.query<Receiver>({
    name: 'claim-receivers',
    text: `with due as (
        select id, origin, row_number() over (partition by origin order by coalesce(sent_at, since), id) as place
        from exchange.receiver r
        where status <> 'off' and (busy_until is null or busy_until <= $2) and (retry_at is null or retry_at <= $2)
          and (
            status = 'requested'
            or (heartbeat_s is not null and status = 'active' and coalesce(sent_at, since) + heartbeat_s * interval '1 second' <= $2)
            or exists (select from exchange.notification n where n.receiver = r.id and ${UP}))
      ), mine as (
        select r.id from exchange.receiver r join due using (id) 
        left join unnest($5::text[], $6::int[]) serving (origin, n) on serving.origin = r.origin
        where due.place + coalesce(serving.n, 0) <= $7
        order by coalesce(r.sent_at, r.since), r.id limit $4 for update of r skip locked
      )
      update exchange.receiver r set busy_by = $1, busy_until = $2 + (timeout_ms + $3) * interval '1 millisecond'
      from mine where r.id = mine.id and (r.busy_until is null or r.busy_until <= $2)
      returning ${RECEIVER.split(',')
        .map((name) => `r.${name.trim()}`)
        .join(', ')}`,
    values: [
      claim.by,
      claim.now,
      claim.leaseMs,
      claim.most,
      [...claim.serving.keys()],
      [...claim.serving.values()],
      claim.perOrigin,
    ],
  });
  return rows;
}

/** The next events for a receiver, in order. One that failed before goes alone, so that it is known which one it is. */
export async function nextFor(trx: Trx, receiver: string, now: Date, most: number): Promise<readonly Notification[]> {
  const { rows } = await trx.query<Notification>({
    name: 'next-notifications',
    text: `select ${NOTIFICATION} from exchange.notification n where n.receiver = $1 and ${UP} order by n.seq limit $3`,
    values: [receiver, now, most],
  });
  const failed = rows.findIndex(({ attempts }) => attempts > 0);
  if (failed === 0) return rows.slice(0, 1);
  return failed > 0 ? rows.slice(0, failed) : rows;
}

/** The events with these numbers, oldest first. */
export async function numbered(
  trx: Trx,
  receiver: string,
  from: bigint,
  to: bigint,
  most: number,
): Promise<readonly Notification[]> {
  const { rows } = await trx.query<Notification>(
    `select ${NOTIFICATION} from exchange.notification where receiver = $1 and number between $2 and $3 order by number limit $4`,
    [receiver, from.toString(), to.toString(), most],
  );
  return rows;
}

/** Events that have no number yet, in order. */
export async function unnumbered(trx: Trx, receiver: string, most: number): Promise<readonly Notification[]> {
  const { rows } = await trx.query<Notification>(
    `select ${NOTIFICATION} from exchange.notification
     where receiver = $1 and number is null and delivered_at is null order by seq limit $2`,
    [receiver, most],
  );
  return rows;
}

/**
 * Settles what of these events is shown: the others go, or lose what they were about where they had a number already.
 * Gives what is shown, each with its number, in order. The receiver is locked for as long as numbers are given.
 */
export async function settle(
  trx: Trx,
  receiver: string,
  rows: readonly Notification[],
  seen: ReadonlySet<string>,
): Promise<readonly Notification[]> {
  await trx.query('select from exchange.receiver where id = $1 for no key update', [receiver]);
  const hidden = rows.filter((row) => !seen.has(row.event_id));
  const keyed = (list: readonly Notification[]) => [
    receiver,
    list.map((row) => row.resident_id),
    list.map((row) => row.event_id),
  ];
  if (hidden.length > 0) {
    await trx.query(
      `delete from exchange.notification n using unnest($2::uuid[], $3::text[]) k (resident, event)
       where n.receiver = $1 and n.resident_id = k.resident and n.event_id = k.event and n.number is null`,
      keyed(hidden),
    );
    await trx.query(
      `update exchange.notification n set blank = true from unnest($2::uuid[], $3::text[]) k (resident, event)
       where n.receiver = $1 and n.resident_id = k.resident and n.event_id = k.event and not n.blank`,
      keyed(hidden),
    );
  }
  const fresh = rows.filter((row) => row.number === null && seen.has(row.event_id));
  if (fresh.length > 0)
    await trx.query(
      `with new as (
         select resident, event, row_number() over (order by place) as step
         from unnest($2::uuid[], $3::text[]) with ordinality k (resident, event, place)
         join exchange.notification n on n.receiver = $1 and n.resident_id = resident and n.event_id = event and n.number is null
       ), last as (
         update exchange.receiver set events = events + (select count(*) from new) where id = $1 returning events
       )
       update exchange.notification n set number = (select events from last) - (select count(*) from new) + new.step
       from new where n.receiver = $1 and n.resident_id = new.resident and n.event_id = new.event`,
      keyed(fresh),
    );
  const { rows: shown } = await trx.query<Notification>(
    `select ${NOTIFICATION} from exchange.notification n
     join unnest($2::uuid[], $3::text[]) k (resident, event) on n.resident_id = k.resident and n.event_id = k.event
     where n.receiver = $1 order by n.seq`,
    keyed(rows),
  );
  return shown;
}

/** One receiver, where it is there. */
export async function receiverOf(trx: Trx, id: string): Promise<Receiver | undefined> {
  const { rows } = await trx.query<Receiver>(`select ${RECEIVER} from exchange.receiver where id = $1`, [id]);
  return rows[0];
}
