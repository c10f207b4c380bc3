import { WEIGHT, WELLBEING } from '../model/approaches.ts';
import { AT } from '../model/measures.ts';
import { ADULT, ALONE, ELDER, OVERWEIGHT } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { MAY_WEIGHT } from './chain.ts';
import { draw, falls } from './random.ts';
import type { Tables } from './tables.ts';
import { D_NEED, D_TAKES_PART, D_WEIGHT, D_WEIGHT_HELPED, type Part, TOUCHED } from './year.ts';

/** 1 where somebody of the target group of an approach takes part this year, else 0. */
export function takes(
  t: Tables,
  number: number,
  state: number,
  at: number,
  y: number,
  m: number,
  start: number,
  key1: number,
): number {
  const age = at % AGES;
  if (age < t.fromAge[number]! || age >= t.untilAge[number]! || (t.onlyAlone[number] === 1 && !(state & ALONE)))
    return 0;
  return falls(draw(start, key1, D_TAKES_PART[number]!), t.reach[(number * t.years + y) * t.municipalities + m]!);
}

/** Overweight comes or goes; who takes part in a programme may lose it by that as well. */
export function weighing(
  t: Tables,
  state: number,
  at: number,
  y: number,
  m: number,
  start: number,
  key1: number,
  may: number,
  applies: number,
  out: Int32Array,
  base: number,
): number {
  const heavy = (state >> 7) & 1;
  let turns = (may & MAY_WEIGHT) !== 0 && draw(start, key1, D_WEIGHT) < t.weight[at * 2 + heavy]!;
  if (t.any && heavy && takes(t, WEIGHT, state, at, y, m, start, key1)) {
    state |= TOUCHED;
    if (applies) {
      out[base + AT.helpedWeight]!++;
      if (draw(start, key1, D_WEIGHT_HELPED) < t.weightHelped) turns = true;
    }
  }
  return turns ? state ^ OVERWEIGHT : state;
}

/** Social prescribing, for adults at home with a need that fits it. */
export const welfare: Part = (t, state, at, y, m, start, key1, applies, out, base) => {
  const age = at % AGES;
  if (age < ADULT || draw(start, key1, D_NEED) >= t.need || !takes(t, WELLBEING, state, at, y, m, start, key1))
    return state;
  if (applies) {
    const now = age < ELDER ? state & 1 : state & 127;
    out[base + AT.helpedWellbeing]!++;
    out[base + AT.gpVisits]! -= t.effect.gpOff[now]!;
    out[base + AT.healthyYears]! += t.effect.gain;
  }
  return state | TOUCHED;
};
