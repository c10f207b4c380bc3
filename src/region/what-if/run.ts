import { Worker } from 'node:worker_threads';
import type { Findings, ParameterId, Scenario, Swing } from '../../simulation/index.ts';
import type { Order } from './simulator.ts';

export type RunOrder = {
  readonly order: Order;
  readonly scenario: Scenario;
  /** How many times all parameters are drawn. */
  readonly draws: number;
  readonly workers: number;
  /** Which assumptions the tornado looks at; all of them by default. */
  readonly ids?: readonly ParameterId[];
};

/** What a whole run gives. */
export type RunResult = {
  readonly difference: Findings;
  readonly baseline: Findings;
  /** Half the width of the 95% interval by chance. */
  readonly chance: Findings;
  /** The 95% range by what is not known of the parameters. */
  readonly low: Findings;
  readonly high: Findings;
  readonly tornado: readonly Swing[];
  readonly people: number;
  readonly personYears: number;
  readonly touched: number;
  /** The same for the same people, to the person. */
  readonly mark: number;
};

/** Runs a scenario whole, beside the server and not in it. Throws what went wrong there. */
export function runWhole(order: RunOrder): Promise<RunResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./run-worker.ts', import.meta.url), {
      execArgv: ['--import', 'tsx'],
      workerData: order,
    });
    worker.unref();
    worker.once('message', (result: RunResult) => {
      resolve(result);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the run ended (${code})`)));
  });
}
