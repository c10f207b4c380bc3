import { type Counts, figure, type Measure } from './model/measures.ts';
import type { Model } from './model/model.ts';
import { ELDER } from './model/states.ts';
import type { CurveId } from './parameters/index.ts';
import { AGES, cell } from './population/ages.ts';

/** One line of the table of fit: what the model gives in its first year beside what it should give. */
export type FitLine = {
  readonly name: string;
  /** `curve`: the model was calibrated to it. `published`: only held beside it. */
  readonly kind: 'curve' | 'published';
  readonly modelled: number;
  readonly expected: number;
  /** (modelled − expected) / expected. */
  readonly off: number;
};

/** A published figure of the first year that a measure is held beside; `share`: of adults rather than a count. */
export type PublishedFigure = {
  readonly name: string;
  readonly measure: Measure;
  readonly value: number;
  readonly share?: boolean;
};

const CALIBRATED: readonly (readonly [Measure, CurveId, number, number])[] = [
  ['dementia', 'dementia', ELDER, AGES],
  ['frail', 'frail', ELDER, AGES],
  ['atRisk', 'atRisk', ELDER, AGES],
  ['nursingClients', 'homeNursing', ELDER, AGES],
  ['nursingHomeYears', 'nursingHome', ELDER, AGES],
  ['chronic', 'chronic', 18, AGES],
  ['overweight', 'overweight', 18, ELDER],
  ['givers', 'giver', 18, AGES],
];

/**
 * How well the first year of the model fits: what it was calibrated to (the curves, times the residents who do not move
 * away), the deaths and births of the projection, and published figures that it was not calibrated to.
 */
export function fitOf(model: Model, baseline: Counts, published: readonly PublishedFigure[]): readonly FitLine[] {
  const line = (name: string, kind: FitLine['kind'], modelled: number, expected: number): FitLine => ({
    name,
    kind,
    modelled,
    expected,
    off: modelled / expected - 1,
  });
  const curves = CALIBRATED.map(([measure, id, from, until]) =>
    line(measure, 'curve', figure(baseline, measure, undefined, 0), curveTotal(model, id, from, until)),
  );
  const adults = figure(baseline, 'adults', undefined, 0);
  const beside = published.map(({ name, measure, value, share }) =>
    line(name, 'published', figure(baseline, measure, undefined, 0) / (share ? adults : 1), value),
  );
  return [
    ...curves,
    line('deaths', 'curve', figure(baseline, 'deaths', undefined, 0), projectedDeaths(model)),
    ...beside,
  ];
}

/** Who has it at the start of the year and does not move away. */
function curveTotal(model: Model, id: CurveId, from: number, until: number): number {
  const share = model.numbers.by(id);
  return overResidents(model, (at) => (at % AGES >= from && at % AGES < until ? share[at]! : 0));
}

function projectedDeaths(model: Model): number {
  const { hazard, newborn, births, local } = model.rates[0]!;
  let children = 0;
  model.start.forEach((people, m) => {
    for (let age = 0; age < AGES; age++)
      children += people[cell(1, age)]! * (1 - local[m]!.leave[cell(1, age)]!) * births[age]! * local[m]!.fertility;
  });
  return overResidents(model, (at) => 1 - Math.exp(-hazard[at]!)) + children * (1 - (newborn[0] + newborn[1]) / 2);
}

function overResidents(model: Model, of: (at: number) => number): number {
  let sum = 0;
  model.start.forEach((people, m) => {
    const { leave } = model.rates[0]!.local[m]!;
    for (let at = 0; at < AGES * 2; at++) sum += people[at]! * (1 - leave[at]!) * of(at);
  });
  return sum;
}
