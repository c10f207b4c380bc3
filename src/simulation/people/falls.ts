import { FALLS } from '../model/approaches.ts';
import { AT } from '../model/measures.ts';
import { DEMENTIA, FRAIL, INSTITUTION } from '../model/states.ts';
import { draw, falls } from './random.ts';
import { takes } from './taking.ts';
import {
  D_FALL,
  D_FALL_ADMISSION,
  D_FALL_DEATH,
  D_FALL_EMERGENCY,
  D_FALL_FRAIL,
  D_RISK,
  DEAD,
  type Part,
  TOUCHED,
} from './year.ts';

/** A fall and what comes of it. */
export const falling: Part = (t, state, at, y, m, start, key1, applies, out, base) => {
  const atRisk = falls(draw(start, key1, D_RISK), t.risk[at * 2 + ((state >> 1) & 1)]!);
  out[base + AT.atRisk]! += atRisk;
  // Falls prevention is for people at home, at risk, without dementia.
  const taking =
    t.any && !(state & (INSTITUTION | DEMENTIA)) ? atRisk & takes(t, FALLS, state, at, y, m, start, key1) : 0;
  const helped = taking & applies;
  out[base + AT.helpedFalls]! += helped;
  state |= taking * TOUCHED;
  const fallen = falls(draw(start, key1, D_FALL), t.fall[atRisk + helped]!);
  out[base + AT.falls]! += fallen;
  if ((fallen & falls(draw(start, key1, D_FALL_EMERGENCY), t.fallEmergency)) === 0) return state;
  out[base + AT.emergencyVisits]!++;
  out[base + AT.healthyYears]! -= t.fallLoss;
  if (draw(start, key1, D_FALL_ADMISSION) < t.fallAdmission) {
    out[base + AT.hospitalDays]! += t.fallDays;
    if (draw(start, key1, D_FALL_DEATH) < t.fallDeath) {
      out[base + AT.deaths]!++;
      return state | DEAD;
    }
  }
  return !(state & FRAIL) && draw(start, key1, D_FALL_FRAIL) < t.fallFrail ? state | FRAIL : state;
};
