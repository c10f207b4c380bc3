import { RATES } from '../evaluation/index.ts';
import { APPROACH_NAMES, HELPED, type Scenario } from './model/approaches.ts';
import { type Counts, figure, MEASURE_COUNT, MEASURES, type Measure, SCALE } from './model/measures.ts';
import { withUse } from './model/model.ts';
import { moneyOf, PAYERS, type Payer } from './money.ts';
import { kindOf, type Numbers, numbers, PARAMETER_IDS, type ParameterId } from './parameters/index.ts';
import type { Simulated } from './people/run.ts';
import { differenceOf, type Grounds, modelOf } from './uncertainty.ts';

/** What people are told of a scenario: who is helped, what changes, and what is left over for each payer (euros of 2022). */
const CHANGES = [
  'falls',
  'emergencyVisits',
  'hospitalDays',
  'nursingHours',
  'nursingHomeYears',
  'carerHours',
  'gpVisits',
  'householdHelpHours',
  'deaths',
  'healthyYears',
] as const satisfies readonly Measure[];
export const OUTCOMES = ['helped', ...CHANGES, ...PAYERS] as const;
export type OutcomeName = (typeof OUTCOMES)[number];
/** What each payer spends on the approaches, and what less care is worth to them; the outcome of a payer is what is left over. */
const COSTS = ['municipalityCost', 'insurerCost', 'careOfficeCost', 'householdCost'] as const;
const GAINS = ['municipalityGain', 'insurerGain', 'careOfficeGain', 'householdGain'] as const;
/** Everything that findings hold. */
export const FIGURES = [...OUTCOMES, ...COSTS, ...GAINS] as const;
export type FigureName = (typeof FIGURES)[number];
export const costOf = (payer: Payer): FigureName => COSTS[PAYERS.indexOf(payer)]!;
export const gainOf = (payer: Payer): FigureName => GAINS[PAYERS.indexOf(payer)]!;
/** Costs of later years count less (Zorginstituut guideline 2024); only in the sum of all years. */
export const DISCOUNT = RATES.costs;

/**
 * Every outcome of every area and year, in its own unit. Areas are the municipalities and, last, all together; years are
 * those of the model and, last, all together. `cells` at `(area × (years + 1) + year) × FIGURES + figure`.
 */
export type Findings = { readonly areas: number; readonly years: number; readonly cells: Float64Array };

const blank = (municipalities: number, years: number): Findings => ({
  areas: municipalities + 1,
  years,
  cells: new Float64Array((municipalities + 1) * (years + 1) * FIGURES.length),
});
const placeOf = ({ years }: Findings, area: number, year: number): number =>
  (area * (years + 1) + year) * FIGURES.length;

/** Whether findings that were kept hold what findings hold now. */
export const holdsAll = ({ areas, years, cells }: Findings): boolean =>
  cells.length === areas * (years + 1) * FIGURES.length;

/** One figure; of the region without an area, of all years without a year. */
export function finding(findings: Findings, name: FigureName, area?: number, year?: number): number {
  const at = placeOf(findings, area ?? findings.areas - 1, year ?? findings.years);
  return findings.cells[at + FIGURES.indexOf(name)]!;
}

/** The findings of a difference (or of a baseline: then money is what care costs). */
export function findingsOf(difference: Counts, scenario: Scenario, made: Numbers): Findings {
  const { municipalities, years } = difference;
  const findings = blank(municipalities, years);
  for (let area = 0; area <= municipalities; area++)
    for (let year = 0; year <= years; year++) {
      const [m, y] = [area < municipalities ? area : undefined, year < years ? year : undefined];
      const count = (measure: Measure) => figure(difference, measure, m, y);
      const at = placeOf(findings, area, year);
      findings.cells[at] = scenario.approaches.reduce((sum, { name }) => sum + count(HELPED[name]), 0);
      CHANGES.forEach((measure, index) => {
        findings.cells[at + 1 + index] = count(measure);
      });
      const money = moneyOf(difference, scenario, made, {
        ...(m === undefined ? {} : { municipality: m }),
        ...(y === undefined ? { discount: DISCOUNT } : { year: y }),
      });
      PAYERS.forEach((payer, index) => {
        const account = at + 1 + CHANGES.length + index;
        findings.cells[account] = money[payer].net;
        findings.cells[account + PAYERS.length] = money[payer].spent;
        findings.cells[account + 2 * PAYERS.length] = money[payer].saved;
      });
    }
  return findings;
}

/** How far each finding may lie over several draws of the parameters: the 2.5 and 97.5 percentiles. */
export function spreadOf(draws: readonly Findings[]): { readonly low: Findings; readonly high: Findings } {
  const [first] = draws;
  if (!first) throw new RangeError('there are no draws');
  const [low, high] = [blank(first.areas - 1, first.years), blank(first.areas - 1, first.years)];
  const values = new Float64Array(draws.length);
  for (let at = 0; at < first.cells.length; at++) {
    draws.forEach((each, index) => {
      values[index] = each.cells[at]!;
    });
    values.sort();
    low.cells[at] = values[Math.round(0.025 * (draws.length - 1))]!;
    high.cells[at] = values[Math.round(0.975 * (draws.length - 1))]!;
  }
  return { low, high };
}

/**
 * Half the width of the 95% interval by chance of every finding: another region with the same people and chances. Of
 * money it is an upper bound, as if all that is paid for went up and down together.
 */
export function chanceOf(
  { difference, squares, totalSquares }: Simulated,
  scenario: Scenario,
  made: Numbers,
): Findings {
  const { municipalities, years } = difference;
  const width = (variance: number) => 1.959963984540054 * Math.sqrt(variance);
  const widths = (of: (m: number, y: number, k: number) => number, wide: number, long: number): Counts => ({
    municipalities: wide,
    years: long,
    cells: Float64Array.from({ length: wide * long * MEASURE_COUNT }, (_, at) => {
      const k = at % MEASURE_COUNT;
      const row = (at - k) / MEASURE_COUNT;
      return width(of(Math.floor(row / long), row % long, k));
    }),
  });
  const ofYear = (m: number, y: number, k: number) => squares.cells[(m * years + y) * MEASURE_COUNT + k]!;
  const sum = (of: (m: number) => number) => {
    let total = 0;
    for (let m = 0; m < municipalities; m++) total += of(m);
    return total;
  };
  // Persons are independent, so variances of municipalities add up; of one person's years they do not.
  const parts = [
    widths(ofYear, municipalities, years),
    widths((_m, y, k) => sum((m) => ofYear(m, y, k)), 1, years),
    widths((m, _y, k) => totalSquares[m * MEASURE_COUNT + k]!, municipalities, 1),
    widths((_m, _y, k) => sum((m) => totalSquares[m * MEASURE_COUNT + k]!), 1, 1),
  ] as const;
  const findings = blank(municipalities, years);
  for (let area = 0; area <= municipalities; area++)
    for (let year = 0; year <= years; year++) {
      const [whole, all] = [area === municipalities, year === years];
      const counts = parts[(all ? 2 : 0) + (whole ? 1 : 0)]!;
      const row = ((whole ? 0 : area) * counts.years + (all ? 0 : year)) * MEASURE_COUNT;
      const of = (measure: Measure) => counts.cells[row + MEASURES.indexOf(measure)]! / (SCALE[measure] ?? 1);
      const at = placeOf(findings, area, year);
      findings.cells[at] = scenario.approaches.reduce((total, { name }) => total + of(HELPED[name]), 0);
      CHANGES.forEach((measure, index) => {
        findings.cells[at + 1 + index] = of(measure);
      });
      const one = { municipalities: 1, years: 1, cells: counts.cells.slice(row, row + MEASURE_COUNT) };
      const money = moneyOf(one, scenario, made);
      PAYERS.forEach((payer, index) => {
        const { spent, saved } = money[payer];
        const account = at + 1 + CHANGES.length + index;
        findings.cells[account] = spent - saved;
        findings.cells[account + PAYERS.length] = spent;
        findings.cells[account + 2 * PAYERS.length] = -saved;
      });
    }
  return findings;
}

/** What the outcomes of the region over all years become with one parameter at the ends of its range. */
export type Swing = {
  readonly id: ParameterId;
  readonly low: readonly number[];
  readonly high: readonly number[];
};

/** Whether nothing moved: less than a millionth part. */
const still = (values: readonly number[], before: readonly number[]): boolean =>
  values.every((value, index) => Math.abs(value - before[index]!) <= 1e-6 * Math.abs(before[index]!) + 1e-9);

/**
 * The tornado of every outcome at once, one parameter after the other; those that move nothing are left out. A price moves
 * money only; what people use, or what an approach does, settles nobody anew; what an approach does that is not chosen
 * moves nothing.
 */
export function* swings(grounds: Grounds, scenario: Scenario, ids = PARAMETER_IDS): Generator<Swing> {
  const middle = modelOf(grounds, numbers());
  const same = differenceOf(middle, scenario);
  const unmoved = findingsOf(same, scenario, middle.numbers);
  const before = OUTCOMES.map((name) => finding(unmoved, name));
  const others = APPROACH_NAMES.filter((name) => !scenario.approaches.some((one) => one.name === name));
  const at = (id: ParameterId, errors: number) => {
    const made = numbers({ [id]: errors });
    const kind = kindOf(id);
    const difference =
      kind === 'price' ? same : differenceOf(kind === 'use' ? withUse(middle, made) : modelOf(grounds, made), scenario);
    const findings = findingsOf(difference, scenario, made);
    return OUTCOMES.map((name) => finding(findings, name));
  };
  for (const id of ids) {
    if (others.some((name) => id.startsWith(name))) continue;
    const low = at(id, -1.959963984540054);
    if (still(low, before)) continue;
    yield { id, low, high: at(id, 1.959963984540054) };
  }
}
