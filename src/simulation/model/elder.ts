import type { Constants } from './constants.ts';
import type { Effects } from './effects.ts';
import { ALONE, CARE, CHRONIC, DEMENTIA, FRAIL, INSTITUTION, NURSING, SUITABLE } from './states.ts';

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

/** The 96 states that occur stand in a row: at home, with home nursing, in a nursing home; 32 each (`states.ts`). */
const STATES = CARE;

/** Moves part `on` of who has not to having the bit, and part `off` the other way. */
function shift(mass: Float64Array, bit: number, on: number, off: number): void {
  if (on === 0 && off === 0) return;
  for (let from = 0; from < STATES; from += 2 * bit)
    for (let state = from; state < from + bit; state++) {
      const lacks = mass[state]!;
      const has = mass[state + bit]!;
      const moved = lacks * on - has * off;
      mass[state] = lacks - moved;
      mass[state + bit] = has + moved;
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
  shift(mass, CHRONIC, rates.chronic, 0);
  shift(mass, ALONE, rates.aloneOn, rates.aloneOff);
  shift(mass, SUITABLE, rates.suitableOn, rates.suitableOff);
  fallen(mass, rates, k, made, reach, effect);
  shift(mass, DEMENTIA, rates.dementia, 0);
  cared(mass, rates, k, made, reach, effect);
}

/** Falls and what comes of them, then frailty; who is not frail and who is are taken together. */
function fallen(
  mass: Float64Array,
  rates: ElderRates,
  k: Constants,
  made: ElderYield,
  reach: ElderReach,
  effect: Effects | undefined,
): void {
  const risk = Math.min(0.98, rates.risk);
  const riskFrail = Math.min(0.98, rates.risk * k.frailAtRisk);
  const less = effect ? 1 - effect.fall : 0;
  const dies = k.fallEmergency * k.fallAdmission * k.fallDeath;
  const turnsFrail = (k.fallEmergency - dies) * k.fallFrail;
  const [onWell, onSick] = [Math.min(1, rates.frail), Math.min(1, rates.frail * k.chronicFrail)];
  const { frailRecovery, fallAtRisk, fallOther } = k;
  let [atRisk, helped, falls] = [0, 0, 0];
  for (let four = 0; four < STATES; four += 4)
    for (let state = four; state < four + FRAIL; state++) {
      const well = mass[state]!;
      const frail = mass[state + FRAIL]!;
      // Falls prevention is for people at home, at risk, without dementia.
      const part = state & (INSTITUTION | DEMENTIA) ? 0 : reach.falls[state & ALONE ? 1 : 0];
      const falling = fallAtRisk * (1 - part * less);
      const fallWell = well * (risk * falling + (1 - risk) * fallOther);
      const fallFrail = frail * (riskFrail * falling + (1 - riskFrail) * fallOther);
      const inDanger = well * risk + frail * riskFrail;
      atRisk += inDanger;
      helped += inDanger * part;
      falls += fallWell + fallFrail;
      const stays = well - fallWell * (dies + turnsFrail);
      const now = frail - fallFrail * dies + fallWell * turnsFrail;
      const moved = stays * (state & CHRONIC ? onSick : onWell) - now * frailRecovery;
      mass[state] = stays - moved;
      mass[state + FRAIL] = now + moved;
    }
  made.atRisk += atRisk;
  made.helped[0]! += helped;
  made.falls += falls;
  made.fallEmergency += falls * k.fallEmergency;
  made.fallAdmission += falls * k.fallEmergency * k.fallAdmission;
  made.fallDeaths += falls * dies;
}

/** Home nursing, hours and moving to a nursing home; who lives at home without nursing, with it, and who does not. */
function cared(
  mass: Float64Array,
  rates: ElderRates,
  k: Constants,
  made: ElderYield,
  reach: ElderReach,
  effect: Effects | undefined,
): void {
  const { nursingRatio, nursingEnds, nursingHours, carerHours, helpHours, homeRatio } = k;
  let [nursing, carer, help, movedIn, respited, together, technology] = [0, 0, 0, 0, 0, 0, 0];
  for (let state = 0; state < NURSING; state++) {
    const client = state + NURSING;
    const before = mass[state]!;
    const clients = mass[client]!;
    const starts = before * Math.min(1, rates.nursing * nursingRatio[state]!) - clients * nursingEnds;
    const without = before - starts;
    const having = clients + starts;
    help += without * helpHours[state]! + having * helpHours[client]!;
    let givenHours = carerHours[client]!;
    let nursed = nursingHours[client]!;
    let ratio = 1;
    if (effect) {
      const alone = state & ALONE ? 1 : 0;
      const respite = alone || !(state & (FRAIL | DEMENTIA)) ? 0 : reach.respite[alone];
      const both = reach.together[alone];
      const aids = reach.technology[alone];
      respited += having * respite;
      together += having * both;
      technology += having * aids;
      givenHours -= respite * effect.respiteHours[client]!;
      nursed -= both * effect.togetherOff[client]! + aids * effect.technologyOff[client]!;
      ratio = (1 - respite * (1 - effect.respiteHome)) * (1 - aids * (1 - effect.technologyHome));
    }
    carer += without * carerHours[state]! + having * givenHours;
    nursing += having * nursed;
    const fromHome = without * Math.min(1, rates.home * homeRatio[state]!);
    const fromCare = having * Math.min(1, rates.home * homeRatio[client]! * ratio);
    movedIn += fromHome + fromCare;
    mass[state] = without - fromHome;
    mass[client] = having - fromCare;
    mass[state + INSTITUTION]! += fromHome + fromCare;
  }
  made.nursingHours += nursing;
  made.carerHours += carer;
  made.helpHours += help;
  made.movedIn += movedIn;
  made.helped[1]! += respited;
  made.helped[3]! += together;
  made.helped[4]! += technology;
}
