import { openSimulator } from '../src/region/what-if/simulator.ts';
import {
  expected,
  modelOf,
  numbers,
  project,
  residentsOf,
  type Scenario,
  simulate,
  simulateSmall,
} from '../src/simulation/index.ts';
import { twente } from '../test/support/region.ts';
import { print } from './load.ts';
import { plainLoop, roomFor } from './simulation-plain.ts';

/**
 * What-if, with the people of the region: `scenario` is baseline and one scenario by the full model with two workers,
 * `cohort` the instant preview, `small` person-years a second. Each stands beside the plain loop of the same run, which
 * takes 112 to 119 ms on a calm machine of two cores (63 ms in C, 241 to 263 ms with numpy): on a busy machine read the
 * ratio. Memory is that of the whole process, Node and its loader, the region that was read and both workers included;
 * beside it what the simulation added to what the process had before.
 */
const RUNS = Number(process.env.BENCH_RUNS ?? 16);
const WORKERS = 2;
const FALLS: Scenario = { approaches: [{ name: 'falls', reach: 0.3, start: 2025 }] };
/** Published for the plain model on two cores, in person-years a second: 630,000 × 17 in 60 ms (C) and 252 ms (numpy). */
const PUBLISHED = { c: (630_000 * 17) / 0.06, numpy: (630_000 * 17) / 0.252 };

export async function run(): Promise<void> {
  const { population, demography } = twente();
  const order = { residents: population, country: demography, from: 2023, until: 2040, seed: 1 };
  const room = roomFor(630_000);
  const before = memory();
  const simulator = await openSimulator(order, WORKERS);
  const [times, plains, peaks, used]: [number[], number[], number[], number[]] = [[], [], [], []];
  let personYears = 0;
  for (let n = 0; n < RUNS + 2; n++) {
    const plain = elapsed(() => plainLoop(630_000, 17, n + 1, room));
    const cpu = process.cpuUsage();
    const start = performance.now();
    const simulated = await simulator.run(FALLS);
    // The first two warm the workers up.
    if (n < 2) continue;
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    used.push((user + system) / 1000);
    plains.push(plain);
    peaks.push(memory());
    personYears = simulated.personYears;
  }
  await simulator.close();
  const yardstick = median(plains);
  beside('simulation.scenario.p95', percentile(times, 0.95), 'ms', yardstick);
  beside('simulation.scenario.median', median(times), 'ms', yardstick);
  // Of all threads together: half of it is what two workers need on a machine that does nothing else.
  beside('simulation.scenario.processor', median(used), 'ms', yardstick);
  print({ name: 'simulation.scenario.memory', value: Math.round(Math.max(...peaks)), unit: 'MB', reference: 300 });
  print({ name: 'simulation.scenario.memory.added', value: Math.round(Math.max(...peaks) - before), unit: 'MB' });
  print({
    name: 'simulation.scenario.person-years',
    value: personYears,
    unit: 'person-years, once in the baseline and again where touched',
  });

  const projection = project(population, demography, 2041);
  const model = modelOf({ projection, from: 2023, until: 2040 }, numbers());
  const previews: number[] = [];
  for (let n = 0; n < RUNS * 3 + 20; n++) previews.push(elapsed(() => expected(model, FALLS)));
  beside('simulation.cohort.median', median(previews.slice(20)), 'ms', yardstick);
  beside('simulation.cohort.best', Math.min(...previews.slice(20)), 'ms', Math.min(...plains));

  const people = residentsOf(model, 1, (bytes) => new ArrayBuffer(bytes));
  let counted = 0;
  const alone = Math.min(
    ...Array.from({ length: Math.max(3, RUNS / 4) }, () =>
      elapsed(() => {
        counted = simulate(model, { approaches: [] }, people, 1).personYears;
      }),
    ),
  );
  const perSecond = Math.round(counted / (alone / 1000));
  const plainPerSecond = Math.round((630_000 * 17) / (Math.min(...plains) / 1000));
  print({
    name: 'simulation.full.one-thread',
    value: perSecond,
    unit: 'person-years/s, full model',
    reference: plainPerSecond,
    ratio: round(perSecond / plainPerSecond),
  });
  let small = 0;
  const smallest = Math.min(
    ...Array.from({ length: Math.max(5, RUNS) }, () =>
      elapsed(() => {
        small = simulateSmall(model, people).personYears;
      }),
    ),
  );
  const smallPerSecond = Math.round(small / (smallest / 1000));
  for (const [name, reference] of Object.entries({ plain: plainPerSecond, ...PUBLISHED }))
    print({
      name: `simulation.small.beside-${name}`,
      value: smallPerSecond,
      unit: 'person-years/s: deaths, falls and dementia only, one thread',
      reference: Math.round(reference),
      ratio: round(smallPerSecond / reference),
    });
}

function beside(name: string, value: number, unit: string, reference: number): void {
  print({ name, value: round(value), unit, reference: round(reference), ratio: round(value / reference) });
}

function elapsed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
/** Of the whole process, in MB. */
const memory = (): number => process.memoryUsage().rss / 2 ** 20;
const round = (value: number): number => Math.round(value * 100) / 100;
const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(part * values.length) - 1)]!;
const median = (values: readonly number[]): number => percentile(values, 0.5);
