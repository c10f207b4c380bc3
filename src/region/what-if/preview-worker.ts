import { setImmediate } from 'node:timers/promises';
import { parentPort } from 'node:worker_threads';
import {
  differenceOf,
  drawOf,
  expected,
  type Findings,
  findingsOf,
  type Grounds,
  type Model,
  modelOf,
  type Numbers,
  numbers,
  project,
  type Scenario,
  spreadOf,
} from '../../simulation/index.ts';
import type { FromPreview, ToPreview } from './preview.ts';

/**
 * The thread of the instant preview. Keeps the model in the middle and one of each draw of the parameters, so that a
 * scenario that is moved takes some milliseconds, and its ranges some tenths of a second.
 */
type Drawn = { readonly model: Model; readonly made: Numbers };
let grounds: Grounds | undefined;
let middle: Drawn | undefined;
let seed = 0;
let draws = 0;
const drawn: Drawn[] = [];

const NOTHING: Scenario = { approaches: [] };
const answer = (message: FromPreview) => parentPort?.postMessage(message);

function made(at: Numbers): Drawn {
  if (!grounds) throw new Error('a scenario came before its people');
  return { model: modelOf(grounds, at), made: at };
}

async function ranges(id: number, scenario: Scenario): Promise<void> {
  const all: Findings[] = [];
  for (let number = 0; number < draws; number++) {
    const one = drawn[number] ?? made(numbers(drawOf(seed, number)));
    drawn[number] = one;
    all.push(findingsOf(differenceOf(one.model, scenario), scenario, one.made));
    // Who moves something meanwhile is answered in between.
    await setImmediate();
  }
  answer({ kind: 'ranges', id, ...spreadOf(all) });
}
/** Ranges are made one after the other. */
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (message: ToPreview) => {
  if (message.kind === 'begin') {
    const { residents, country, from, until } = message.order;
    grounds = { projection: project(residents, country, until + 1), from, until };
    seed = message.order.seed;
    draws = message.draws;
    middle = made(numbers());
    return;
  }
  const { id, scenario } = message;
  const { model, made: at } = middle!;
  const { baseline } = expected(model, NOTHING);
  answer({
    kind: 'middle',
    id,
    middle: findingsOf(differenceOf(model, scenario), scenario, at),
    baseline: findingsOf(baseline, NOTHING, at),
  });
  last = last.then(() => ranges(id, scenario));
});
