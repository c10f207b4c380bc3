import type { Constants } from './constants.ts';
import type { Effects } from './effects.ts';
import {
  ALONE,
  AT_HOME,
  CHRONIC,
  DEMENTIA,
  ELDER_STATES,
  FRAIL,
  INSTITUTION,
  LIVING,
  NURSING,
  SUITABLE,
} from './states.ts';

/** The chances of one sex and age from 65 on, before the ratios by state. */
export type ElderRates = {
  chronic: number;
  aloneOn: number;
  aloneOff: number;
  suitableOn: number;
  suitableOff: number;
  /** At risk of falling when not frail. */
  risk: number;
  frail: number;
  dementia: number;
  nursing: number;
  home: number;
};

/** What a year gave, in people, hours and so on, of all who were there. */
export type ElderYield = {
  falls: number;
  fallEmergency: number;
  fallAdmission: number;
  fallDeaths: number;
  nursingHours: number;
  /** Who moved to a nursing home. */
  movedIn: number;
  carerHours: number;
  helpHours: number;
  atRisk: number;
  helped: Float64Array;
};
export const elderYield = (): ElderYield => ({
  falls: 0,
  fallEmergency: 0,
  fallAdmission: 0,
  fallDeaths: 0,
  nursingHours: 0,
  movedIn: 0,
  carerHours: 0,
  helpHours: 0,
  atRisk: 0,
  helped: new Float64Array(6),
});

/** Reach of falls prevention, respite, assessing together and technology, among who lives together (0) and alone (1). */
export type ElderReach = {
  readonly falls: readonly [number, number];
  readonly respite: readonly [number, number];
  readonly together: readonly [number, number];
  readonly technology: readonly [number, number];
};
const NONE: ElderReach = { falls: [0, 0], respite: [0, 0], together: [0, 0], technology: [0, 0] };

const without = (bit: number) => Uint8Array.from(LIVING.filter((state) => !(state & bit)));
const [NO_CHRONIC, NO_ALONE, NO_SUITABLE, NO_FRAIL, NO_DEMENTIA] = [CHRONIC, ALONE, SUITABLE, FRAIL, DEMENTIA].map(
  without,
);
const NO_CARE = Uint8Array.from(AT_HOME.filter((state) => !(state & NURSING)));
const HOME = Uint8Array.from(AT_HOME);
const ALL = Uint8Array.from(LIVING);

/** Moves part `on` of who has not to having the bit, and part `off` the other way. */
function shift(mass: Float64Array, pairs: Uint8Array, bit: number, on: number, off: number): void {
  for (let i = 0; i < pairs.length; i++) {
    const state = pairs[i]!;
    const lacks = mass[state]!;
    const has = mass[state | bit]!;
    const moved = lacks * on - has * off;
    mass[state] = lacks - moved;
    mass[state | bit] = has + moved;
  }
}

/**
 * One year of people of one sex and age from 65 on, as expected: `mass[state]` people on 1 January become who they are
 * on 31 December before other deaths. The order is that of a single life (`people/life.ts`): condition, household, home,
 * fall, frailty, dementia, home nursing, hours, nursing home. What one year gives is added to `made`.
 */
export function elderYear(
  mass: Float64Array,
  rates: ElderRates,
  k: Constants,
  made: ElderYield,
  reach = NONE,
  effect?: Effects,
): void {
  shift(mass, NO_CHRONIC!, CHRONIC, rates.chronic, 0);
  shift(mass, NO_ALONE!, ALONE, rates.aloneOn, rates.aloneOff);
  shift(mass, NO_SUITABLE!, SUITABLE, rates.suitableOn, rates.suitableOff);
  fallen(mass, rates, k, made, reach, effect);
  for (let i = 0; i < NO_FRAIL!.length; i++) {
    const state = NO_FRAIL![i]!;
    const on = Math.min(1, state & CHRONIC ? rates.frail * k.chronicFrail : rates.frail);
    const moved = mass[state]! * on - mass[state | FRAIL]! * k.frailRecovery;
    mass[state]! -= moved;
    mass[state | FRAIL]! += moved;
  }
  shift(mass, NO_DEMENTIA!, DEMENTIA, rates.dementia, 0);
  for (let i = 0; i < NO_CARE.length; i++) {
    const state = NO_CARE[i]!;
    const moved =
      mass[state]! * Math.min(1, rates.nursing * k.nursingRatio[state]!) - mass[state | NURSING]! * k.nursingEnds;
    mass[state]! -= moved;
    mass[state | NURSING]! += moved;
  }
  cared(mass, rates, k, made, reach, effect);
}

function fallen(
  mass: Float64Array,
  rates: ElderRates,
  k: Constants,
  made: ElderYield,
  reach: ElderReach,
  effect: Effects | undefined,
): void {
  for (let i = 0; i < ALL.length; i++) {
    const state = ALL[i]!;
    const there = mass[state]!;
    if (there === 0) continue;
    const risk = Math.min(0.98, state & FRAIL ? rates.risk * k.frailAtRisk : rates.risk);
    // Falls prevention is for people at home, at risk, without dementia.
    const part = state & (INSTITUTION | DEMENTIA) ? 0 : reach.falls[state & ALONE ? 1 : 0];
    const fall = there * (risk * k.fallAtRisk * (effect ? 1 - part * (1 - effect.fall) : 1) + (1 - risk) * k.fallOther);
    const emergency = fall * k.fallEmergency;
    const died = emergency * k.fallAdmission * k.fallDeath;
    made.atRisk += there * risk;
    made.helped[0]! += there * risk * part;
    made.falls += fall;
    made.fallEmergency += emergency;
    made.fallAdmission += emergency * k.fallAdmission;
    made.fallDeaths += died;
    const frail = state & FRAIL ? 0 : (emergency - died) * k.fallFrail;
    mass[state] = there - died - frail;
    // States run upwards, so who became frail just now comes by again with the frail: kept aside until all have fallen.
    if (frail > 0) pending[state | FRAIL]! += frail;
  }
  for (let i = 0; i < ALL.length; i++) {
    mass[ALL[i]!]! += pending[ALL[i]!]!;
    pending[ALL[i]!] = 0;
  }
}
const pending = new Float64Array(ELDER_STATES);

function cared(
  mass: Float64Array,
  rates: ElderRates,
  k: Constants,
  made: ElderYield,
  reach: ElderReach,
  effect: Effects | undefined,
): void {
  for (let i = 0; i < HOME.length; i++) {
    const state = HOME[i]!;
    const there = mass[state]!;
    if (there === 0) continue;
    const alone = state & ALONE ? 1 : 0;
    const nursing = (state & NURSING) !== 0;
    made.nursingHours += there * k.nursingHours[state]!;
    made.carerHours += there * k.carerHours[state]!;
    made.helpHours += there * k.helpHours[state]!;
    let ratio = 1;
    if (nursing && effect) {
      const respite = alone || !(state & (FRAIL | DEMENTIA)) ? 0 : reach.respite[alone];
      const together = reach.together[alone];
      const technology = reach.technology[alone];
      made.helped[1]! += there * respite;
      made.helped[3]! += there * together;
      made.helped[4]! += there * technology;
      made.carerHours -= there * respite * effect.respiteHours[state]!;
      made.nursingHours -= there * (together * effect.togetherOff[state]! + technology * effect.technologyOff[state]!);
      ratio = (1 - respite * (1 - effect.respiteHome)) * (1 - technology * (1 - effect.technologyHome));
    }
    const moved = there * Math.min(1, rates.home * k.homeRatio[state]! * ratio);
    made.movedIn += moved;
    mass[state] = there - moved;
    mass[(state & ~NURSING) | INSTITUTION]! += moved;
  }
}
