import type { PoolClient } from 'pg';
import { systemActor } from '../access/actor.ts';
import { type Ground, withActor } from '../access/with-actor.ts';
import { describeError, type Log } from '../http/log.ts';
import type { Clock } from '../time/index.ts';
import type { OutboxEvent } from './cloud-event.ts';

/**
 * Who is told of events. `deliver` may be called again with the same event (at least once): `event.id` is the key by
 * which a second time is known. Throwing means: try again later; later events of that resident wait.
 */
export type Subscriber = {
  readonly name: string;
  readonly wants: (type: string) => boolean;
  readonly deliver: (event: OutboxEvent) => Promise<void>;
};

export type EventsOptions = {
  readonly ground: Ground;
  readonly subscribers: readonly Subscriber[];
  readonly wall: Clock;
  readonly log: Log;
};

export type Events = {
  /** Something may wait: delivers soon, in the background. */
  readonly wake: () => void;
  /** Delivers what can be delivered now; gives how many events were finished. */
  readonly drain: () => Promise<number>;
  /** Waits for what is being delivered; nothing new begins. */
  readonly stop: () => Promise<void>;
};

type Row = OutboxEvent & { readonly attempts: number; readonly deliveredTo: readonly string[] };

const DELIVERER = systemActor('events');
const LOCK = 7_211_603;
/** Residents served at the same time. */
const AT_ONCE = 8;

/** Milliseconds to the next try: 2 s, 4 s, … one hour at most. */
export const pauseAfter = (attempts: number): number => Math.min(1000 * 2 ** Math.min(attempts, 12), 3_600_000);

/**
 * Delivers the outbox. Of several processes one delivers at a time (a lock that goes with its connection, so it is free
 * as soon as that process dies); what it had delivered and not yet marked is delivered again.
 */
export function createEvents(options: EventsOptions): Events {
  const { ground, log } = options;
  let draining: Promise<number> | undefined;
  let again = false;
  let stopped = false;

  const drain = async (): Promise<number> => {
    const client = await ground.pool.connect();
    let broken: Error | undefined;
    try {
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
      if (!rows[0]?.mine) return 0;
      try {
        return await deliverAll(options, () => stopped);
      } finally {
        await unlock(client);
      }
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      // A connection that broke takes its lock along.
      client.release(broken);
    }
  };

  const wake = (): void => {
    if (stopped) return;
    if (draining) {
      again = true;
      return;
    }
    draining = drain()
      .catch((error: unknown) => {
        log('error', { event: 'delivery failed', ...describeError(error) });
        return 0;
      })
      .finally(() => {
        draining = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  };

  return {
    wake,
    drain: async () => {
      await draining;
      draining = drain().finally(() => {
        draining = undefined;
      });
      return draining;
    },
    stop: async () => {
      stopped = true;
      await draining?.catch(() => undefined);
    },
  };
}

const unlock = (client: PoolClient) => client.query('select pg_advisory_unlock($1)', [LOCK]);

async function deliverAll(options: EventsOptions, stopped: () => boolean): Promise<number> {
  let finished = 0;
  while (!stopped()) {
    const heads = await headsOf(options);
    if (heads.length === 0) return finished;
    for (let from = 0; from < heads.length && !stopped(); from += AT_ONCE) {
      const done = await Promise.all(heads.slice(from, from + AT_ONCE).map((row) => deliverOne(options, row)));
      finished += done.filter(Boolean).length;
    }
  }
  return finished;
}

/** The oldest waiting event of each resident; not of those whose oldest is in its pause: order is kept. */
async function headsOf({ ground, wall }: EventsOptions): Promise<readonly Row[]> {
  return withActor(ground, DELIVERER, { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<Row>(
      `select id, "residentId", at, type, subject, data, attempts, "deliveredTo" from (
         select distinct on (resident_id) id, resident_id as "residentId", at, type, subject, data, attempts,
           delivered_to as "deliveredTo", retry_at
         from platform.outbox where delivered_at is null order by resident_id, id) heads
       where retry_at is null or retry_at <= $1 order by id limit 200`,
      [wall.now()],
    );
    return rows;
  });
}

/** Tells every subscriber that is still owed this event. True when all have had it. */
async function deliverOne(options: EventsOptions, row: Row): Promise<boolean> {
  const { ground, wall, log } = options;
  const { attempts, deliveredTo, ...event } = row;
  const had = [...deliveredTo];
  let failure: { readonly name: string; readonly error: unknown } | undefined;
  for (const { name, wants, deliver } of options.subscribers) {
    if (had.includes(name)) continue;
    try {
      if (wants(event.type)) await deliver(event);
      had.push(name);
    } catch (error) {
      failure = { name, error };
    }
  }
  await withActor(ground, DELIVERER, { kind: 'region' }, (trx) =>
    failure
      ? trx.query(
          `update platform.outbox set attempts = attempts + 1, delivered_to = $3, last_error = $4, retry_at = $5
           where resident_id = $1 and id = $2`,
          [
            event.residentId,
            event.id,
            had,
            `${failure.name}: ${failure.error instanceof Error ? failure.error.name : 'failed'}`,
            new Date(wall.now().getTime() + pauseAfter(attempts + 1)),
          ],
        )
      : trx.query(
          'update platform.outbox set delivered_at = $3, delivered_to = $4 where resident_id = $1 and id = $2',
          [event.residentId, event.id, ground.clock.now(), had],
        ),
  );
  if (failure)
    log('warn', {
      event: 'delivery put off',
      subscriber: failure.name,
      type: event.type,
      attempts: attempts + 1,
      ...describeError(failure.error),
    });
  return !failure;
}
