import type { Scenario } from '../model/approaches.ts';
import type { Counts } from '../model/measures.ts';
import type { Model } from '../model/model.ts';
import { AGES } from '../population/ages.ts';
import { countsOf } from './classes.ts';
import { andChildren, live, older, type Run, runOf } from './lifetime.ts';
import { type People, wholePeople } from './people.ts';
import { threefry } from './random.ts';

/**
 * What lives added up to. `difference`: scenario less baseline; `squares`: the sum of the squares of each person's
 * difference in a municipality, year and measure, and `totalSquares` ([municipality × measure]) of the difference over all
 * years: persons are independent of one another, so these are the variances by chance. `touched`: people in whose life
 * something may differ; `mark`: a sum over all people of how they ended, the same for the same people in any order.
 */
export type Simulated = {
  readonly baseline: Counts;
  readonly difference: Counts;
  readonly squares: Counts;
  readonly totalSquares: Float64Array;
  readonly people: number;
  readonly personYears: number;
  readonly touched: number;
  readonly mark: number;
};

/** Which share of the people: part 0 of 1 is everybody. */
export type Part = { readonly part: number; readonly parts: number };
const ALL: Part = { part: 0, parts: 1 };

/**
 * Lives the years of the model for every resident of the first year, whoever comes and whoever is born: once as it is,
 * and, from the first year in which somebody would take part in an approach, once more with it. Whom no approach touches
 * is the same in both, to the person. The same model, scenario, people and seed give the same counts for any division in
 * parts, when the parts are added up with `added`.
 */
export function simulate(
  model: Model,
  scenario: Scenario,
  people: People,
  seed: number,
  { part, parts }: Part = ALL,
): Simulated {
  const run = runOf(model, scenario);
  residents(run, people, part, parts);
  arrivals(run, model, seed, part, parts);
  countsOf(run.tally, run.weights, run.baseline);
  const { baseline, difference, squares, totalSquares, lived, personYears, touched, mark } = run;
  return { baseline, difference, squares, totalSquares, people: lived, personYears, touched, mark };
}

/** Who lives here in the first year, with the children that they get. */
function residents(run: Run, people: People, part: number, parts: number): void {
  const { at, municipality, state, key0, key1 } = people;
  const until = Math.floor(((part + 1) * people.count) / parts);
  for (let i = Math.floor((part * people.count) / parts); i < until; i++) {
    live(run, 0, at[i]!, municipality[i]!, state[i]!, key0[i]!, key1[i]!);
    if (run.waiting.length > 0) andChildren(run);
  }
}

/** Who comes to live here in a later year. */
function arrivals(run: Run, model: Model, seed: number, part: number, parts: number): void {
  const { years, key } = run;
  const size = model.municipalities.length;
  for (let y = 0; y < years - 1; y++) {
    const whole = wholePeople(model.coming[y]!);
    for (let m = 0; m < size; m++)
      for (let before = part; before < AGES * 2; before += parts)
        for (let n = 0; n < whole[m]![before]!; n++) {
          threefry(seed | 0, 1 + (y * size + m) * AGES * 2 + before, n, 0, key);
          const [key0, key1] = [key[0]!, key[1]!];
          const at = older(before);
          live(run, y + 1, at, m, run.begin(at, key0, key1), key0, key1);
          if (run.waiting.length > 0) andChildren(run);
        }
  }
}

/** The parts of one simulation together. Whole numbers, so their order makes no difference. */
export function added(parts: readonly Simulated[]): Simulated {
  const sum = (of: (part: Simulated) => Float64Array) => {
    const cells = new Float64Array(of(parts[0]!).length);
    for (const part of parts)
      of(part).forEach((count, at) => {
        cells[at]! += count;
      });
    return cells;
  };
  const counts = (of: (part: Simulated) => Counts): Counts => ({
    ...of(parts[0]!),
    cells: sum((part) => of(part).cells),
  });
  const count = (of: (part: Simulated) => number) => parts.reduce((all, part) => all + of(part), 0);
  return {
    baseline: counts((part) => part.baseline),
    difference: counts((part) => part.difference),
    squares: counts((part) => part.squares),
    totalSquares: sum((part) => part.totalSquares),
    people: count((part) => part.people),
    personYears: count((part) => part.personYears),
    touched: count((part) => part.touched),
    mark: count((part) => part.mark) % 4294967296,
  };
}
