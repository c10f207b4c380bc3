import { parentPort, workerData } from 'node:worker_threads';
import {
  chanceOf,
  differenceOf,
  drawOf,
  type Findings,
  findingsOf,
  modelOf,
  numbers,
  project,
  type Scenario,
  type Swing,
  spreadOf,
  swings,
} from '../../simulation/index.ts';
import type { RunOrder, RunResult } from './run.ts';
import { openSimulator } from './simulator.ts';

/** One whole run in a thread of its own: every life with two workers, then the ranges and the tornado. */
async function run({ order, scenario, draws, workers, ids }: RunOrder): Promise<RunResult> {
  const simulator = await openSimulator(order, workers);
  const simulated = await simulator.run(scenario);
  await simulator.close();
  const middle = numbers();
  const { residents, country, from, until, seed } = order;
  const grounds = { projection: project(residents, country, until + 1), from, until };
  const drawn = Array.from({ length: draws }, (_, number): Findings => {
    const made = numbers(drawOf(seed, number));
    return findingsOf(differenceOf(modelOf(grounds, made), scenario), scenario, made);
  });
  const NOTHING: Scenario = { approaches: [] };
  return {
    difference: findingsOf(simulated.difference, scenario, middle),
    baseline: findingsOf(simulated.baseline, NOTHING, middle),
    chance: chanceOf(simulated, scenario, middle),
    ...spreadOf(drawn),
    tornado: [...swings(grounds, scenario, ids)] as readonly Swing[],
    people: simulated.people,
    personYears: simulated.personYears,
    touched: simulated.touched,
    mark: simulated.mark,
  };
}

run(workerData as RunOrder).then(
  (result) => parentPort?.postMessage(result),
  (error: unknown) => {
    throw error;
  },
);
