import { parentPort } from 'node:worker_threads';
import {
  type Model,
  modelOf,
  numbers,
  type Part,
  type People,
  peopleIn,
  project,
  simulate,
} from '../../simulation/index.ts';
import type { FromWorker, ToWorker } from './simulator.ts';

/** A worker thread of the simulator: lives its part of the people for each scenario that it is given. */
let begun: { readonly model: Model; readonly people: People; readonly seed: number; readonly part: Part } | undefined;

function answer(message: ToWorker): FromWorker {
  if (message.kind === 'begin') {
    const { order, people, count, part, parts } = message;
    const projection = project(order.residents, order.country, order.until + 1);
    const model = modelOf({ projection, from: order.from, until: order.until }, numbers());
    begun = { model, people: peopleIn(people, count), seed: order.seed, part: { part, parts } };
    return { kind: 'ready' };
  }
  if (!begun) throw new Error('a scenario came before its people');
  return { kind: 'done', simulated: simulate(begun.model, message.scenario, begun.people, begun.seed, begun.part) };
}

parentPort?.on('message', (message: ToWorker) => parentPort?.postMessage(answer(message)));
