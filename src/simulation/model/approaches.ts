import type { Measure } from './measures.ts';

/** The approaches that may be chosen, in the order of their numbers in the model. */
export const APPROACH_NAMES = ['falls', 'respite', 'wellbeing', 'together', 'technology', 'weight'] as const;
export type ApproachName = (typeof APPROACH_NAMES)[number];
export const FALLS = 0;
export const RESPITE = 1;
export const WELLBEING = 2;
export const TOGETHER = 3;
export const TECHNOLOGY = 4;
export const WEIGHT = 5;
/** Who is helped by each. */
export const HELPED: Readonly<Record<ApproachName, Measure>> = {
  falls: 'helpedFalls',
  respite: 'helpedRespite',
  wellbeing: 'helpedWellbeing',
  together: 'helpedTogether',
  technology: 'helpedTechnology',
  weight: 'helpedWeight',
};

/**
 * One approach as somebody chooses it. `reach`: the share of its target group that takes part in a year, 0 to 1, from
 * `start` on, growing evenly over `rampUp` years (1: at once). `effect`: how strong it is beside what is published, 0 to 2.
 * `cost`: euros a participant; without it the assumption of the table. Who: municipalities by number (all without), ages
 * from and until, only who lives alone.
 */
export type Approach = {
  readonly name: ApproachName;
  readonly reach: number;
  readonly start: number;
  readonly rampUp?: number;
  readonly effect?: number;
  readonly cost?: number;
  readonly municipalities?: readonly number[];
  readonly fromAge?: number;
  readonly untilAge?: number;
  readonly onlyAlone?: boolean;
};
/** At most one of each; `seed` makes it the same people again. */
export type Scenario = { readonly approaches: readonly Approach[] };

/** Reach of an approach in a calendar year and municipality. */
export function reachIn(approach: Approach | undefined, year: number, municipality: number): number {
  if (!approach || year < approach.start) return 0;
  if (approach.municipalities && !approach.municipalities.includes(municipality)) return 0;
  const grown = Math.min(1, (year - approach.start + 1) / Math.max(1, approach.rampUp ?? 1));
  return Math.min(1, Math.max(0, approach.reach)) * grown;
}

/** The approaches of a scenario by number; throws RangeError where one is named twice. */
export function byNumber(scenario: Scenario): readonly (Approach | undefined)[] {
  return APPROACH_NAMES.map((name) => {
    const [first, second] = scenario.approaches.filter((approach) => approach.name === name);
    if (second) throw new RangeError(`${name} is chosen twice`);
    return first;
  });
}

/** Whether a person fits whom the approach is for, apart from its own target group. */
export const fits = (approach: Approach, age: number, alone: boolean): boolean =>
  age >= (approach.fromAge ?? 0) && age < (approach.untilAge ?? 999) && (alone || !approach.onlyAlone);
