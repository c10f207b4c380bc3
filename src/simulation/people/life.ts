import { AT } from '../model/measures.ts';
import { CHRONIC, DEMENTIA, ELDER, FRAIL, INSTITUTION, OVERWEIGHT } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { caring } from './care.ts';
import {
  MAY_BIRTH,
  MAY_CHRONIC,
  MAY_DEATH,
  MAY_DEMENTIA,
  MAY_FRAIL,
  MAY_LEAVE,
  MAY_WEIGHT,
  mayHappen,
  TURNS,
} from './chain.ts';
import { caredClass, diedClass, NO_CLASS, settledClass, youngClass } from './classes.ts';
import { falling } from './falls.ts';
import { draw, falls } from './random.ts';
import type { Tables } from './tables.ts';
import { weighing, welfare } from './taking.ts';
import { D_ADMISSION, D_BIRTH, D_CHRONIC, D_DEATH, D_EMERGENCY, D_FRAIL, D_LEAVE, DEAD, LEFT, MOTHER } from './year.ts';

/** Emergency visits and admissions that no fall brought, by the condition of this year. */
export function hospital(
  t: Tables,
  state: number,
  at: number,
  start: number,
  key1: number,
  out: Int32Array,
  base: number,
): void {
  const which = at * 2 + (state & CHRONIC);
  out[base + AT.emergencyVisits]! += falls(draw(start, key1, D_EMERGENCY), t.emergency[which]!);
  out[base + AT.hospitalDays]! += t.otherDays * falls(draw(start, key1, D_ADMISSION), t.admission[which]!);
}

/** Under 65. */
function young(
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
  const place = y * t.municipalities + m;
  if (may & MAY_BIRTH && draw(start, key1, D_BIRTH) < t.births[place * AGES + at - AGES]!) {
    out[base + AT.births]!++;
    state |= MOTHER;
  }
  const heavy = state & OVERWEIGHT;
  if (heavy || may & MAY_WEIGHT) {
    state = weighing(t, state, at, y, m, start, key1, may, applies, out, base);
    // Counted as it was on 1 January.
    if ((state ^ heavy) & OVERWEIGHT) out[base + AT.overweight]! += heavy ? 1 : -1;
  }
  if (may & MAY_CHRONIC && draw(start, key1, D_CHRONIC) < t.chronic[at * 2 + ((state >> 7) & 1)]!) state |= CHRONIC;
  state ^= may & TURNS;
  hospital(t, state, at, start, key1, out, base);
  if (t.wellbeing) state = welfare(t, state, at, y, m, start, key1, applies, out, base);
  t.noted[0] = youngClass(at, state);
  if (may & MAY_DEATH && draw(start, key1, D_DEATH) < t.death[(y * AGES * 2 + at) * t.deathKeys + (state & CHRONIC)]!) {
    t.noted[1] = diedClass(state & CHRONIC);
    return state | DEAD;
  }
  return state;
}

/** From 65 on. */
function elder(
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
  // From 65 on the highest chance of a condition is the chance itself.
  if (may & MAY_CHRONIC) state |= CHRONIC;
  state ^= may & TURNS;
  hospital(t, state, at, start, key1, out, base);
  t.noted[0] = settledClass(state);
  state = falling(t, state, at, y, m, start, key1, applies, out, base);
  if (state & DEAD) return state;
  if (may & MAY_FRAIL) {
    const changes = draw(start, key1, D_FRAIL);
    if (state & FRAIL) state = changes < t.frailRecovery[at]! ? state & ~FRAIL : state;
    else if (changes < t.frail[at * 2 + (state & CHRONIC)]!) state |= FRAIL;
  }
  if (may & MAY_DEMENTIA) state |= DEMENTIA;
  if (state & INSTITUTION) t.noted[1] = caredClass(state);
  else state = caring(t, state, at, y, m, start, key1, applies, out, base);
  if (t.wellbeing && !(state & INSTITUTION)) state = welfare(t, state, at, y, m, start, key1, applies, out, base);
  // Chances of death hang on the condition, frailty, dementia and a nursing home (model.ts, deathKey).
  const key = (state & 7) | ((state & INSTITUTION) >>> 3);
  if (draw(start, key1, D_DEATH) < t.death[(y * AGES * 2 + at) * t.deathKeys + key]!) {
    t.noted[2] = diedClass(state);
    return state | DEAD;
  }
  return state;
}

/**
 * One year of a single life. Gives the state on 31 December with the events of the year; adds what befell this person to
 * `out` from `base` on, and writes the classes in which they count to `t.noted`. `at`: `cell(sex, age)` on 1 January; `y`,
 * `m`: year and municipality by number; `start`, `key1`: the counter of this person's year (`random.ts`), `first`: the
 * first number of what may happen. `applies` 0: as if there were no approach, but saying who would have taken part; 1:
 * with them. A function of its own with all that it needs, and no closure: those are compiled anew for every run.
 */
export function year(
  t: Tables,
  state: number,
  at: number,
  y: number,
  m: number,
  start: number,
  key1: number,
  first: number,
  applies: number,
  out: Int32Array,
  base: number,
): number {
  t.noted[0] = t.noted[1] = t.noted[2] = NO_CLASS;
  const may = mayHappen(t.chain, at, state, first, start, key1);
  if (may & MAY_LEAVE && draw(start, key1, D_LEAVE) < t.leave[(y * t.municipalities + m) * AGES * 2 + at]!) {
    out[base + AT.residents]!++;
    return state | LEFT;
  }
  return at % AGES < ELDER
    ? young(t, state, at, y, m, start, key1, may, applies, out, base)
    : elder(t, state, at, y, m, start, key1, may, applies, out, base);
}
