import { randomUUID } from 'node:crypto';
import { describeError, type Log } from '../platform/http/index.ts';
import { withActor } from '../platform/index.ts';
import { attempt, type Delivering } from './deliver.ts';
import { TELLER } from './fan-out.ts';
import { claimDue, type Receiver } from './store.ts';

export type NotifierOptions = Omit<Delivering, 'by' | 'stopped'> & { readonly log: Log };

export type Notifier = {
  /** Something may wait: sends soon, in the background. */
  readonly wake: () => void;
  /** Sends what can be sent now, until nothing can; for tests, and after the clock of a demo has moved. */
  readonly drain: () => Promise<void>;
  /** Breaks off what is being sent, which is sent again later; nothing new begins. */
  readonly stop: () => Promise<void>;
};

/** Receivers served at the same time by one process, and of one origin: a slow one holds up itself only. */
const AT_ONCE = 32;
const PER_ORIGIN = 4;
/** Beyond the time-out of a receiver: after that another process may take it over. */
const LEASE_MS = 15_000;
/** A sweep looks every minute; between, this process wakes itself for a pause that ends. */
const LONGEST_SLEEP_MS = 60_000;

/**
 * Sends what receivers are owed. The rows of the database say what is owed: this only looks sooner than the sweep would.
 * A process that dies leaves a claim that runs out by itself.
 */
export function createNotifier(options: NotifierOptions): Notifier {
  const { ground, wall, log } = options;
  const ending = new AbortController();
  const delivering: Delivering = { ...options, by: randomUUID(), stopped: ending.signal };
  const busy = new Map<string, { readonly origin: string; readonly done: Promise<void> }>();
  let looking: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;

  const serve = (receiver: Receiver): void => {
    const done = attempt(delivering, receiver)
      .then((outcome) => {
        if (!outcome.ok) log('warn', { event: 'notification put off', receiver: receiver.id, why: outcome.why });
      })
      .catch((error: unknown) => log('error', { event: 'notification failed', ...describeError(error) }))
      .finally(() => {
        busy.delete(receiver.id);
        wake();
      });
    busy.set(receiver.id, { origin: receiver.origin, done });
  };

  const look = async (): Promise<void> => {
    const room = AT_ONCE - busy.size;
    if (ending.signal.aborted || room <= 0) return;
    const counts = new Map<string, number>();
    for (const { origin } of busy.values()) counts.set(origin, (counts.get(origin) ?? 0) + 1);
    const found = await withActor(ground, TELLER, { kind: 'region' }, (trx) =>
      claimDue(trx, {
        by: delivering.by,
        now: wall.now(),
        leaseMs: LEASE_MS,
        most: room,
        serving: counts,
        perOrigin: PER_ORIGIN,
      }),
    );
    for (const receiver of found) serve(receiver);
    if (found.length === 0 && busy.size === 0) await sleepUntilNext();
  };

  const sleepUntilNext = async (): Promise<void> => {
    const now = wall.now();
    const { rows } = await withActor(ground, TELLER, { kind: 'region' }, (trx) =>
      trx.query<{ next: Date | null }>(
        `select min(at) as next from (
           select min(retry_at) as at from exchange.receiver where status <> 'off' and retry_at > $1
           union all select min(busy_until) from exchange.receiver where status <> 'off' and busy_until > $1
           union all select min(retry_at) from exchange.notification where delivered_at is null and retry_at > $1) soon`,
        [now],
      ),
    );
    const next = rows[0]?.next;
    clearTimeout(timer);
    if (next && !ending.signal.aborted) {
      timer = setTimeout(wake, Math.min(next.getTime() - now.getTime() + 5, LONGEST_SLEEP_MS));
      timer.unref();
    }
  };

  const wake = (): void => {
    if (ending.signal.aborted) return;
    if (looking) {
      again = true;
      return;
    }
    looking = look()
      .catch((error: unknown) => log('error', { event: 'looking for notifications failed', ...describeError(error) }))
      .finally(() => {
        looking = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  };

  const settled = async (): Promise<void> => {
    while (looking || busy.size > 0) {
      await looking;
      await Promise.all([...busy.values()].map(({ done }) => done));
    }
  };

  return {
    wake,
    drain: async () => {
      wake();
      await settled();
    },
    stop: async () => {
      ending.abort();
      clearTimeout(timer);
      await settled();
    },
  };
}
