import { parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { createPool } from '../database/index.ts';
import { describeError, type Log } from '../http/log.ts';
import { quietLogger } from './logger.ts';
import { runSweeps, type Sweep } from './sweeps.ts';

/** One kind of work. It may be run twice for one job (a worker that died), so it must be fit for that; throw = again later. */
export type Task = (payload: unknown) => Promise<void>;

export type JobsOptions = {
  /** The role that the queue lets in. */
  readonly workerUrl: string;
  /** For the lock around sweeps; a pool of the application. */
  readonly pool: Pool;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Run by the minute, in this order. */
  readonly sweeps: readonly Sweep[];
  readonly log: Log;
  /** Milliseconds between looks for a job whose pause is over. */
  readonly pollInterval?: number;
};

export type Jobs = {
  readonly start: () => Promise<void>;
  /** Lets what runs finish (at most five seconds), and puts the rest back. */
  readonly stop: () => Promise<void>;
  /** Runs the sweeps now and waits for them: after the clock of a demo has moved, and in tests. */
  readonly sweepNow: () => Promise<void>;
};

/** The task that the tick queues. */
const SWEEP = 'sweep';

/** The queue of this process, and the tick: once a minute, whatever was due is found by the rooms' sweeps. */
export function createJobs(options: JobsOptions): Jobs {
  const { log, pool, sweeps } = options;
  let runner: Runner | undefined;
  let workerPool: Pool | undefined;

  const sweep = async (): Promise<void> => {
    for (const { name, error } of await runSweeps(pool, sweeps))
      log('error', { event: 'sweep failed', sweep: name, ...describeError(error) });
  };
  const sweeping = new Set<Promise<void>>();
  const sweepNow = (): Promise<void> => {
    const one = sweep().finally(() => sweeping.delete(one));
    sweeping.add(one);
    return one;
  };
  const told = (name: string, task: Task) => async (payload: unknown) => {
    try {
      await task(payload);
    } catch (error) {
      log('error', { event: 'job failed', task: name, ...describeError(error) });
      // The queue keeps the message of what it is given, so it is given none that quotes a person.
      throw new Error(`${name} failed`);
    }
  };
  const taskList: TaskList = Object.fromEntries(
    Object.entries({ ...options.tasks, [SWEEP]: sweepNow }).map(([name, task]) => [name, told(name, task)]),
  );

  return {
    sweepNow,
    start: async () => {
      workerPool = createPool(options.workerUrl, 4);
      // A connection that breaks while it works is the queue's to notice; it must not end the process.
      workerPool.on('connect', (client) => client.on('error', () => undefined));
      runner = await run({
        pgPool: workerPool,
        taskList,
        concurrency: 2,
        noHandleSignals: true,
        pollInterval: options.pollInterval ?? 5000,
        logger: quietLogger,
        parsedCronItems: parseCronItems([
          { task: SWEEP, match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1, jobKey: SWEEP } },
        ]),
      });
      runner.promise.catch((error: unknown) => log('error', { event: 'jobs ended', ...describeError(error) }));
    },
    stop: async () => {
      await runner?.stop().catch(() => undefined);
      await Promise.allSettled(sweeping);
      await workerPool?.end();
      runner = undefined;
      workerPool = undefined;
    },
  };
}
