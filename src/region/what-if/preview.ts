import { Worker } from 'node:worker_threads';
import type { Findings, Scenario } from '../../simulation/index.ts';
import type { Order } from './simulator.ts';

export type Spread = { readonly low: Findings; readonly high: Findings };
/** What is expected of a scenario, at once; how far it may lie by what is not known comes a moment later. */
export type Preview = {
  readonly middle: Findings;
  /** Without the scenario; money is what care costs. */
  readonly baseline: Findings;
  readonly spread: Promise<Spread>;
};
export type Previewer = {
  readonly of: (scenario: Scenario) => Promise<Preview>;
  readonly close: () => Promise<void>;
};

export type ToPreview =
  | { readonly kind: 'begin'; readonly order: Order; readonly draws: number }
  | { readonly kind: 'scenario'; readonly id: number; readonly scenario: Scenario };
export type FromPreview =
  | { readonly kind: 'middle'; readonly id: number; readonly middle: Findings; readonly baseline: Findings }
  | ({ readonly kind: 'ranges'; readonly id: number } & Spread);

/** So many scenarios are kept; the oldest makes way. */
const KEPT = 200;
/** So many may wait for their ranges; who comes then is told that it is busy. */
const WAITING = 30;

type Asked = {
  readonly preview: (value: Preview) => void;
  readonly spread: (value: Spread) => void;
  readonly failed: (error: Error) => void;
  readonly later: Promise<Spread>;
};

/**
 * Opens the thread of the instant preview (see the worker). The same scenario is reckoned once. A thread that ended by a
 * mistake is told to who waits for it, and the next one begins anew. Nothing of it keeps the process alive.
 */
export function openPreviewer(order: Order, draws: number): Previewer {
  const kept = new Map<string, Promise<Preview>>();
  const asked = new Map<number, Asked>();
  let worker: Worker | undefined;
  let next = 0;

  const ended = (error: Error) => {
    worker = undefined;
    kept.clear();
    for (const { failed } of asked.values()) failed(error);
    asked.clear();
  };
  const heard = (message: FromPreview) => {
    const waiting = asked.get(message.id);
    if (message.kind === 'middle') {
      const { middle, baseline } = message;
      waiting?.preview({ middle, baseline, spread: waiting.later });
      return;
    }
    asked.delete(message.id);
    waiting?.spread({ low: message.low, high: message.high });
  };
  const thread = (): Worker => {
    if (worker) return worker;
    const made = new Worker(new URL('./preview-worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
    made.on('message', heard).on('error', ended);
    made.on('exit', (code) => {
      if (worker === made) ended(new Error(`the preview ended (${code})`));
    });
    made.unref();
    made.postMessage({ kind: 'begin', order, draws } satisfies ToPreview);
    worker = made;
    return made;
  };

  const begin = (scenario: Scenario): Promise<Preview> => {
    if (asked.size >= WAITING) return Promise.reject(new Busy());
    const id = next++;
    const { promise, resolve, reject } = Promise.withResolvers<Preview>();
    const later = Promise.withResolvers<Spread>();
    later.promise.catch(() => undefined);
    asked.set(id, {
      preview: resolve,
      spread: later.resolve,
      failed: (error) => {
        reject(error);
        later.reject(error);
      },
      later: later.promise,
    });
    thread().postMessage({ kind: 'scenario', id, scenario } satisfies ToPreview);
    return promise;
  };

  return {
    of: (scenario) => {
      const key = JSON.stringify(scenario);
      const found = kept.get(key);
      if (found) return found;
      const preview = begin(scenario);
      kept.set(key, preview);
      preview.catch(() => kept.delete(key));
      if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
      return preview;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

/** Too many ask at once. */
export class Busy extends Error {
  constructor() {
    super('too many previews wait');
  }
}
