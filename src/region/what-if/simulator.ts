import { Worker } from 'node:worker_threads';
import {
  added,
  bytesFor,
  type CountryRates,
  modelOf,
  numbers,
  project,
  type Residents,
  residentsOf,
  type Scenario,
  type Simulated,
} from '../../simulation/index.ts';

/** What a simulation begins with. The same order, seed and scenario give the same counts, whatever the number of workers. */
export type Order = {
  readonly residents: Residents;
  readonly country: CountryRates;
  /** First year and the year after the last. */
  readonly from: number;
  readonly until: number;
  readonly seed: number;
};

/** Runs scenarios on people that were made once. One at a time; who comes meanwhile waits. */
export type Simulator = {
  readonly run: (scenario: Scenario) => Promise<Simulated>;
  readonly close: () => Promise<void>;
};

/** What a worker is told: first the order with the people in shared memory, then one scenario after the other. */
export type ToWorker =
  | {
      readonly kind: 'begin';
      readonly order: Order;
      readonly people: SharedArrayBuffer;
      readonly count: number;
      readonly part: number;
      readonly parts: number;
    }
  | { readonly kind: 'run'; readonly scenario: Scenario };
export type FromWorker = { readonly kind: 'ready' } | { readonly kind: 'done'; readonly simulated: Simulated };

/**
 * Opens a simulator with so many worker threads; the people lie in memory that all of them share (12 bytes each). Ready
 * when every worker has its model. Throws what a worker threw; a simulator that failed runs no more and is closed.
 */
export async function openSimulator(order: Order, workers: number): Promise<Simulator> {
  const projection = project(order.residents, order.country, order.until + 1);
  const model = modelOf({ projection, from: order.from, until: order.until }, numbers());
  let memory = new SharedArrayBuffer(0);
  const { count } = residentsOf(model, order.seed, (bytes) => {
    memory = new SharedArrayBuffer(bytes);
    return memory;
  });
  if (memory.byteLength !== bytesFor(count)) throw new Error('the people do not fit their memory');
  const threads = Array.from(
    { length: workers },
    () =>
      new Worker(new URL('./worker.ts', import.meta.url), {
        execArgv: ['--import', 'tsx'],
        // Lives are counted in arrays that were made before: a thread makes little that is new.
        resourceLimits: { maxYoungGenerationSizeMb: 8 },
      }),
  );
  const close = async () => {
    await Promise.all(threads.map((thread) => thread.terminate()));
  };
  try {
    await Promise.all(
      threads.map((thread, part) =>
        asked(thread, { kind: 'begin', order, people: memory, count, part, parts: workers }),
      ),
    );
  } catch (error) {
    await close();
    throw error;
  }
  let last: Promise<unknown> = Promise.resolve();
  const run = (scenario: Scenario): Promise<Simulated> => {
    const turn = last.then(async () => {
      const answers = await Promise.all(threads.map((thread) => asked(thread, { kind: 'run', scenario })));
      return added(answers.flatMap((answer) => (answer.kind === 'done' ? [answer.simulated] : [])));
    });
    last = turn.catch(() => undefined);
    return turn;
  };
  return { run, close };
}

/** Sends one message and waits for its answer. */
function asked(thread: Worker, message: ToWorker): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const done = (settle: () => void) => {
      thread.off('message', answered).off('error', failed).off('exit', ended);
      settle();
    };
    const answered = (answer: FromWorker) => done(() => resolve(answer));
    const failed = (error: Error) => done(() => reject(error));
    const ended = (code: number) => done(() => reject(new Error(`a worker of the simulation ended (${code})`)));
    thread.on('message', answered).on('error', failed).on('exit', ended);
    thread.postMessage(message);
  });
}
