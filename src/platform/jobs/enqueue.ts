import type { Trx } from '../access/with-actor.ts';

export type EnqueueOptions = {
  /** Not before this moment (wall clock): for pauses between tries. What is due by business time is swept, not queued. */
  readonly runAt?: Date;
  /** A waiting job of the same key is replaced. */
  readonly key?: string;
};

/** Queues a task in the transaction that it belongs to: it runs when that commits, and never when it does not. */
export async function enqueue(trx: Trx, task: string, payload: unknown, options: EnqueueOptions = {}): Promise<void> {
  await trx.query('select platform.enqueue($1, $2, $3, $4)', [
    task,
    JSON.stringify(payload ?? {}),
    options.runAt ?? null,
    options.key ?? null,
  ]);
}
