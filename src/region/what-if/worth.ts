import { frontier, type Placed, presentValue, RATES } from '../../evaluation/index.ts';
import { type Findings, finding, PAYERS } from '../../simulation/index.ts';

/** What a scenario costs and brings over all years, against doing nothing. */
export type Worth = {
  /** Euros of all payers together, worth now (3% a year); below zero it saves more than it costs. */
  readonly cost: number;
  /** Healthy years gained, counted for now (1.5% a year). */
  readonly effect: number;
  /** Euros left over for all payers together in a social cost–benefit analysis (2.25% a year); health is not in it. */
  readonly society: number;
};

/** The worth of a difference, of a municipality by its place or of the region. */
export function worthOf(difference: Findings, area?: number): Worth {
  const years = Array.from({ length: difference.years }, (_, year) => year);
  const left = years.map((year) => PAYERS.reduce((sum, payer) => sum + finding(difference, payer, area, year), 0));
  const healthy = years.map((year) => finding(difference, 'healthyYears', area, year));
  const cost = -presentValue(left, RATES.costs);
  return {
    // Nothing costs nothing: no minus before the zero.
    cost: cost === 0 ? 0 : cost,
    effect: presentValue(healthy, RATES.effects),
    society: presentValue(left, RATES.society),
  };
}

/** The id under which doing nothing stands among the scenarios. */
export const NOTHING = 'nothing';

/** Doing nothing and each scenario in its place: from the least to the most healthy years. */
export function placesOf(scenarios: readonly { readonly id: string; readonly worth: Worth }[]): readonly Placed[] {
  return frontier([
    { id: NOTHING, cost: 0, effect: 0 },
    ...scenarios.map(({ id, worth: { cost, effect } }) => ({ id, cost, effect })),
  ]);
}
