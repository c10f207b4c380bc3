import { FALLS, RESPITE, TECHNOLOGY, TOGETHER, WEIGHT, WELLBEING } from '../model/approaches.ts';
import { AT } from '../model/measures.ts';
import type { Model } from '../model/model.ts';
import {
  ADULT,
  ALONE,
  CHRONIC,
  DEMENTIA,
  ELDER,
  ELDER_STATES,
  FRAIL,
  GIVER,
  INSTITUTION,
  NURSING,
  OVERWEIGHT,
  SUITABLE,
} from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { FIRST_BIRTH, LAST_BIRTH } from '../population/births.ts';
import { closer, decision, draw, times } from './random.ts';
import type { Tables } from './tables.ts';

/** What a year may leave behind, beside the state. */
export const DEAD = 1 << 10;
export const LEFT = 1 << 11;
export const GONE = DEAD | LEFT;
/** A child was born this year. */
export const MOTHER = 1 << 12;
/** Would take part, or takes part, in an approach this year. */
export const TOUCHED = 1 << 13;

/**
 * The decisions of a year. A number is never used for another thing, and a new decision gets a new one: it moves no
 * other. From 32 on they are of the approaches.
 */
const D_LEAVE = decision(1);
const D_BIRTH = decision(2);
const D_WEIGHT = decision(3);
const D_CHRONIC = decision(4);
const D_ALONE = decision(5);
const D_SUITABLE = decision(6);
const D_GIVER = decision(7);
const D_EMERGENCY = decision(8);
const D_ADMISSION = decision(9);
const D_RISK = decision(10);
const D_FALL = decision(11);
const D_FALL_EMERGENCY = decision(12);
const D_FALL_ADMISSION = decision(13);
const D_FALL_DEATH = decision(14);
const D_FALL_FRAIL = decision(15);
const D_FRAIL = decision(16);
const D_DEMENTIA = decision(17);
const D_NURSING = decision(18);
const D_HOME = decision(19);
const D_DEATH = decision(20);
const D_NEED = decision(21);
const D_TAKES_PART = Int32Array.from({ length: 6 }, (_, number) => decision(32 + number));

/** One year of one person, as `lives` makes it. */
export type Year = (
  state: number,
  at: number,
  y: number,
  m: number,
  start: number,
  key1: number,
  applies: number,
  out: Float64Array,
  base: number,
) => number;

/**
 * One year of single lives. `year(state, at, y, m, start, key1, applies, out, base)` gives the state on 31 December with
 * the events of the year, and adds what is counted to `out` from `base` on. `at`: `cell(sex, age)` on 1 January; `y`, `m`:
 * year and municipality by number; `start`, `key1`: the counter of this person's year (`random.ts`). `applies` 0: as if
 * there were no approach, but saying who would have taken part; 1: with them.
 */
export function lives(model: Model, t: Tables): Year {
  const { constants: k, years } = model;
  const municipalities = model.municipalities.length;
  const { effect, any, reach, fromAge, untilAge, onlyAlone } = t;
  const {
    leave,
    births,
    weight,
    chronic,
    alone,
    suitable,
    giver,
    emergency,
    admission,
    frail,
    dementia,
    death,
    deathKeys,
    need,
  } = t;
  const { gp, healthy } = k;

  function takes(
    number: number,
    state: number,
    at: number,
    y: number,
    m: number,
    start: number,
    key1: number,
  ): boolean {
    const limit = reach[(number * years + y) * municipalities + m]!;
    const age = at % AGES;
    if (age < fromAge[number]! || age >= untilAge[number]! || (onlyAlone[number] === 1 && !(state & ALONE)))
      return false;
    return draw(start, key1, D_TAKES_PART[number]!) < limit;
  }

  const falling = fallsOf(t, k, takes);
  const caring = careOf(t, k, takes);

  function weighing(
    state: number,
    at: number,
    y: number,
    m: number,
    start: number,
    key1: number,
    applies: number,
    out: Float64Array,
    base: number,
  ): number {
    const heavy = (state >> 7) & 1;
    out[base + AT.overweight]! += heavy;
    let limit = weight[at * 2 + heavy]!;
    if (any && heavy && takes(WEIGHT, state, at, y, m, start, key1)) {
      state |= TOUCHED;
      if (applies) {
        out[base + AT.helpedWeight]!++;
        limit = closer(limit, effect.weightLoss);
      }
    }
    return draw(start, key1, D_WEIGHT) < limit ? state ^ OVERWEIGHT : state;
  }

  /** Household, home and caring for others. */
  function settling(state: number, at: number, start: number, key1: number): number {
    if (draw(start, key1, D_ALONE) < alone[at * 2 + ((state >> 3) & 1)]!) state ^= ALONE;
    if (draw(start, key1, D_SUITABLE) < suitable[at * 2 + ((state >> 4) & 1)]!) state ^= SUITABLE;
    return draw(start, key1, D_GIVER) < giver[at * 2 + ((state >> 8) & 1)]! ? state ^ GIVER : state;
  }

  return (state, at, y, m, start, key1, applies, out, base) => {
    const age = at % AGES;
    const place = y * municipalities + m;
    out[base]!++;
    if (draw(start, key1, D_LEAVE) < leave[place * AGES * 2 + at]!) return state | LEFT;
    if (
      at >= AGES &&
      age >= FIRST_BIRTH &&
      age <= LAST_BIRTH &&
      draw(start, key1, D_BIRTH) < births[place * AGES + age]!
    ) {
      out[base + AT.births]!++;
      state |= MOTHER;
    }
    const elder = age >= ELDER;
    if (age >= ADULT - 1 && !elder) state = weighing(state, at, y, m, start, key1, applies, out, base);
    if (draw(start, key1, D_CHRONIC) < chronic[at * 2 + ((state >> 7) & 1)]!) state |= CHRONIC;
    const sick = state & CHRONIC;
    if (age >= ADULT - 1) state = settling(state, at, start, key1);
    if (age >= ADULT) {
      out[base + AT.adults]!++;
      out[base + AT.givers]! += (state >> 8) & 1;
      out[base + AT.chronic]! += sick;
    }
    if (draw(start, key1, D_EMERGENCY) < emergency[at * 2 + sick]!) out[base + AT.emergencyVisits]!++;
    if (draw(start, key1, D_ADMISSION) < admission[at * 2 + sick]!) out[base + AT.hospitalDays]! += k.otherDays;
    if (elder) {
      out[base + AT.frail]! += (state >> 1) & 1;
      out[base + AT.dementia]! += (state >> 2) & 1;
      out[base + AT.nursingClients]! += (state >> 5) & 1;
      state = falling(state, at, y, m, start, key1, applies, out, base);
      if (state & DEAD) return state;
      const changes = draw(start, key1, D_FRAIL);
      if (state & FRAIL) state = changes < t.frailRecovery ? state & ~FRAIL : state;
      else if (changes < frail[at * 2 + sick]!) state |= FRAIL;
      if (draw(start, key1, D_DEMENTIA) < dementia[at]!) state |= DEMENTIA;
      if (state & INSTITUTION) out[base + AT.nursingHomeYears]! += 2;
      else {
        state = caring(state, at, y, m, start, key1, applies, out, base);
        // Half a year for who moves in, and half a year less for who dies (below).
        if (state & INSTITUTION) out[base + AT.nursingHomeYears]!++;
      }
    }
    const now = elder ? state & 127 : sick;
    out[base + AT.gpVisits]! += gp[now]!;
    if (
      any &&
      age >= ADULT &&
      !(now & INSTITUTION) &&
      draw(start, key1, D_NEED) < need &&
      takes(WELLBEING, state, at, y, m, start, key1)
    ) {
      state |= TOUCHED;
      if (applies) {
        out[base + AT.helpedWellbeing]!++;
        out[base + AT.gpVisits]! -= effect.gpOff[now]!;
        out[base + AT.healthyYears]! += effect.gain;
      }
    }
    // Chances of death hang on the condition, frailty, dementia and a nursing home (model.ts, deathKey).
    const key = (now & 7) | ((now & INSTITUTION) >>> 3);
    if (draw(start, key1, D_DEATH) < death[(y * AGES * 2 + at) * deathKeys + key]!) {
      out[base + AT.deaths]!++;
      out[base + AT.healthyYears]! += healthy[now]! / 2;
      if (now & INSTITUTION) out[base + AT.nursingHomeYears]!--;
      return state | DEAD;
    }
    out[base + AT.healthyYears]! += healthy[now]!;
    return state;
  };
}

type Takes = (number: number, state: number, at: number, y: number, m: number, start: number, key1: number) => boolean;

/** Falls and what comes of them; the year gives the state, perhaps with DEAD. */
function fallsOf(t: Tables, k: Model['constants'], takes: Takes): Year {
  const { any, effect, fallAtRisk, fallOther, fallEmergency, fallAdmission, fallDeath, fallFrail, risk } = t;
  return (state, at, y, m, start, key1, applies, out, base) => {
    let limit = fallOther;
    if (draw(start, key1, D_RISK) < risk[at * 2 + ((state >> 1) & 1)]!) {
      out[base + AT.atRisk]!++;
      limit = fallAtRisk;
      // Falls prevention is for people at home, at risk, without dementia.
      if (any && !(state & (INSTITUTION | DEMENTIA)) && takes(FALLS, state, at, y, m, start, key1)) {
        state |= TOUCHED;
        if (applies) {
          out[base + AT.helpedFalls]!++;
          limit = times(limit, effect.fall);
        }
      }
    }
    if (draw(start, key1, D_FALL) >= limit) return state;
    out[base + AT.falls]!++;
    if (draw(start, key1, D_FALL_EMERGENCY) >= fallEmergency) return state;
    out[base + AT.emergencyVisits]!++;
    out[base + AT.healthyYears]! -= k.fallLoss;
    if (draw(start, key1, D_FALL_ADMISSION) < fallAdmission) {
      out[base + AT.hospitalDays]! += k.fallDays;
      if (draw(start, key1, D_FALL_DEATH) < fallDeath) {
        out[base + AT.deaths]!++;
        return state | DEAD;
      }
    }
    return !(state & FRAIL) && draw(start, key1, D_FALL_FRAIL) < fallFrail ? state | FRAIL : state;
  };
}

/** Home nursing, the hours of the year, and moving to a nursing home. */
function careOf(t: Tables, k: Model['constants'], takes: Takes): Year {
  const { any, effect, nursing, nursingEnds, home } = t;
  return (state, at, y, m, start, key1, applies, out, base) => {
    const changes = draw(start, key1, D_NURSING);
    if (state & NURSING) state = changes < nursingEnds ? state & ~NURSING : state;
    else if (changes < nursing[at * ELDER_STATES + (state & 127)]!) state |= NURSING;
    const elder = state & 127;
    out[base + AT.nursingHours]! += k.nursingHours[elder]!;
    out[base + AT.carerHours]! += k.carerHours[elder]!;
    out[base + AT.householdHelpHours]! += k.helpHours[elder]!;
    let limit = home[at * ELDER_STATES + elder]!;
    if (any && state & NURSING) {
      if (!(state & ALONE) && state & (FRAIL | DEMENTIA) && takes(RESPITE, state, at, y, m, start, key1)) {
        state |= TOUCHED;
        if (applies) {
          out[base + AT.helpedRespite]!++;
          out[base + AT.carerHours]! -= effect.respiteHours[elder]!;
          limit = times(limit, effect.respiteHome);
        }
      }
      if (takes(TOGETHER, state, at, y, m, start, key1)) {
        state |= TOUCHED;
        if (applies) {
          out[base + AT.helpedTogether]!++;
          out[base + AT.nursingHours]! -= effect.togetherOff[elder]!;
        }
      }
      if (takes(TECHNOLOGY, state, at, y, m, start, key1)) {
        state |= TOUCHED;
        if (applies) {
          out[base + AT.helpedTechnology]!++;
          out[base + AT.nursingHours]! -= effect.technologyOff[elder]!;
          limit = times(limit, effect.technologyHome);
        }
      }
    }
    return draw(start, key1, D_HOME) < limit ? (state & ~NURSING) | INSTITUTION : state;
  };
}
