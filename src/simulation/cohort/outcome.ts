import type { Effects } from '../model/effects.ts';
import { type ElderReach, elderYear, elderYield } from '../model/elder.ts';
import { AT } from '../model/measures.ts';
import { deathAt, type Model } from '../model/model.ts';
import { youngYear } from '../model/settle.ts';
import { ADULT, ALONE, CHRONIC, DEMENTIA, ELDER, FRAIL, INSTITUTION, NURSING } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { type Group, turn65 } from './group.ts';

type Both = readonly [number, number];
const CELLS = AGES * 2;
/**
 * Condition, frailty and dementia: on these alone, and on living in a nursing home, hang visits, healthy years and death
 * (`model/constants.ts`, `deathKey`), so that people who differ in household, home or nursing only are taken together.
 */
const KEYS = 8;

/** A year of people of one sex and age under 65. Adds what it gave to `row`, measure by measure at its own sex and age; gives how many are alive at its end. */
export function youngOutcome(
  model: Model,
  group: Group,
  year: number,
  at: number,
  staying: number,
  reach: { readonly weight: Both; readonly wellbeing: Both },
  effect: Effects,
  row: Float64Array,
): number {
  const { settled, constants: k } = model;
  const mass = group.young[at]!;
  for (let state = 0; state < mass.length; state++) mass[state]! *= staying;
  const all = mass[0]! + mass[1]! + mass[2]! + mass[3]!;
  const age = at % AGES;
  const alone = aloneAfter(model, at);
  let loses = settled.overweight.off[at]!;
  if (age >= ADULT) {
    // Before the year: who lives alone is looked at as it was on 1 January.
    const before = settled.alone.share[at]!;
    const part = reach.weight[0] * (1 - before) + reach.weight[1] * before;
    row[AT.helpedWeight * CELLS + at]! += (mass[2]! + mass[3]!) * part;
    row[AT.overweight * CELLS + at]! += mass[2]! + mass[3]!;
    loses += (1 - loses) * part * effect.weightLoss;
  }
  youngYear(mass, settled.chronic[at]!, settled.overweight.on[at]!, loses, k);
  const sick = mass[1]! + mass[3]!;
  const well = all - sick;
  used(model, at, well, sick, row);
  const died = model.death[deathAt(year, at)]!;
  const diedSick = model.death[deathAt(year, at) + 1]!;
  const deaths = well * died + sick * diedSick;
  row[AT.deaths * CELLS + at]! += deaths;
  row[AT.healthyYears * CELLS + at]! +=
    well * (1 - died / 2) * k.healthy[0]! + sick * (1 - diedSick / 2) * k.healthy[1]!;
  row[AT.gpVisits * CELLS + at]! += well * k.gp[0]! + sick * k.gp[1]!;
  row[AT.chronic * CELLS + at]! += age >= ADULT ? sick : 0;
  if (age >= ADULT) {
    row[AT.adults * CELLS + at]! += all;
    row[AT.givers * CELLS + at]! += all * giversAfter(model, at);
    const part = (reach.wellbeing[0] * (1 - alone) + reach.wellbeing[1] * alone) * k.wellbeingNeed;
    row[AT.helpedWellbeing * CELLS + at]! += all * part;
    row[AT.gpVisits * CELLS + at]! -= part * (well * effect.gpOff[0]! + sick * effect.gpOff[1]!);
    row[AT.healthyYears * CELLS + at]! += all * part * effect.gain;
  }
  mass[0]! *= 1 - died;
  mass[2]! *= 1 - died;
  mass[1]! *= 1 - diedSick;
  mass[3]! *= 1 - diedSick;
  if (age === ELDER - 1) turn65(model, group, at < AGES ? 0 : 1, mass);
  return all - deaths;
}

const aloneAfter = ({ settled }: Model, at: number): number => after(settled.alone, at);
const giversAfter = ({ settled }: Model, at: number): number => after(settled.giver, at);
function after({ on, off, share }: Model['settled']['alone'], at: number): number {
  return share[at]! * (1 - off[at]!) + (1 - share[at]!) * on[at]!;
}

/** Emergency visits and hospital days that no fall brought. */
function used(model: Model, at: number, well: number, sick: number, row: Float64Array): void {
  row[AT.emergencyVisits * CELLS + at]! += well * model.emergency[0][at]! + sick * model.emergency[1][at]!;
  row[AT.hospitalDays * CELLS + at]! +=
    model.constants.otherDays * (well * model.admission[0][at]! + sick * model.admission[1][at]!);
}

/** The same from 65 on. */
export function elderOutcome(
  model: Model,
  group: Group,
  year: number,
  at: number,
  staying: number,
  reach: ElderReach,
  wellbeing: Both,
  effect: Effects,
  row: Float64Array,
): number {
  const { settled, constants: k } = model;
  const mass = group.old[at]!;
  let [all, sick, frail, dementia, clients] = [0, 0, 0, 0, 0];
  for (let key = 0; key < KEYS; key++) {
    let here = 0;
    for (let state = key; state < NURSING; state += KEYS) {
      const alone = mass[state]! * staying;
      const client = mass[state + NURSING]! * staying;
      const resident = mass[state + INSTITUTION]! * staying;
      mass[state] = alone;
      mass[state + NURSING] = client;
      mass[state + INSTITUTION] = resident;
      here += alone + client + resident;
      clients += client;
    }
    all += here;
    if (key & CHRONIC) sick += here;
    if (key & FRAIL) frail += here;
    if (key & DEMENTIA) dementia += here;
  }
  row[AT.frail * CELLS + at]! += frail;
  row[AT.dementia * CELLS + at]! += dementia;
  row[AT.nursingClients * CELLS + at]! += clients;
  const rates = settled.elder[at]!;
  // Emergency visits and admissions come after the condition of this year, as in a single life.
  sick += (all - sick) * Math.min(1, rates.chronic);
  used(model, at, all - sick, sick, row);
  row[AT.chronic * CELLS + at]! += sick;
  row[AT.adults * CELLS + at]! += all;
  row[AT.givers * CELLS + at]! += all * giversAfter(model, at);
  const got = yielded;
  got.falls =
    got.fallEmergency =
    got.fallAdmission =
    got.fallDeaths =
    got.nursingHours =
    got.movedIn =
    got.carerHours =
    got.helpHours =
    got.atRisk =
      0;
  got.helped.fill(0);
  elderYear(mass, rates, k, got, reach, effect);
  row[AT.falls * CELLS + at]! += got.falls;
  row[AT.atRisk * CELLS + at]! += got.atRisk;
  row[AT.emergencyVisits * CELLS + at]! += got.fallEmergency;
  row[AT.hospitalDays * CELLS + at]! += got.fallAdmission * k.fallDays;
  row[AT.nursingHours * CELLS + at]! += got.nursingHours;
  row[AT.carerHours * CELLS + at]! += got.carerHours;
  row[AT.householdHelpHours * CELLS + at]! += got.helpHours;
  row[AT.helpedFalls * CELLS + at]! += got.helped[0]!;
  row[AT.helpedRespite * CELLS + at]! += got.helped[1]!;
  row[AT.helpedTogether * CELLS + at]! += got.helped[3]!;
  row[AT.helpedTechnology * CELLS + at]! += got.helped[4]!;
  row[AT.deaths * CELLS + at]! += got.fallDeaths;
  row[AT.nursingHomeYears * CELLS + at]! -= got.movedIn;
  row[AT.healthyYears * CELLS + at]! -= got.fallEmergency * k.fallLoss;
  return ending(model, group.old[at]!, deathAt(year, at), at, wellbeing, effect, row);
}

/** What is counted at the end of the year of who is there then; gives how many are alive. */
function ending(
  model: Model,
  mass: Float64Array,
  deaths: number,
  at: number,
  wellbeing: Both,
  effect: Effects,
  row: Float64Array,
): number {
  const { death } = model;
  const { gp, healthy, wellbeingNeed } = model.constants;
  let [alive, died, resident, visits, well] = [0, 0, 0, 0, 0];
  const [together, alone] = [wellbeing[0] * wellbeingNeed, wellbeing[1] * wellbeingNeed];
  if (together > 0 || alone > 0)
    for (let state = 0; state < INSTITUTION; state++) {
      const part = mass[state]! * (state & ALONE ? alone : together);
      row[AT.helpedWellbeing * CELLS + at]! += part;
      visits -= part * effect.gpOff[state]!;
      well += part * effect.gain;
    }
  for (let key = 0; key < KEYS; key++) {
    let [home, inside] = [0, 0];
    for (let state = key; state < NURSING; state += KEYS) {
      home += mass[state]! + mass[state + NURSING]!;
      inside += mass[state + INSTITUTION]!;
    }
    const chance = death[deaths + key]!;
    const chanceInside = death[deaths + key + KEYS]!;
    const dies = home * chance;
    const diesInside = inside * chanceInside;
    resident += 2 * inside - diesInside;
    visits += (home + inside) * gp[key]!;
    well += (home + inside - (dies + diesInside) / 2) * healthy[key]!;
    died += dies + diesInside;
    alive += home + inside - dies - diesInside;
    for (let state = key; state < NURSING; state += KEYS) {
      mass[state]! *= 1 - chance;
      mass[state + NURSING]! *= 1 - chance;
      mass[state + INSTITUTION]! *= 1 - chanceInside;
    }
  }
  row[AT.deaths * CELLS + at]! += died;
  row[AT.nursingHomeYears * CELLS + at]! += resident;
  row[AT.gpVisits * CELLS + at]! += visits;
  row[AT.healthyYears * CELLS + at]! += well;
  return alive;
}
const yielded = elderYield();
