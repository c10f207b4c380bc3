import type { Effects } from '../model/effects.ts';
import { type ElderReach, elderYear, elderYield } from '../model/elder.ts';
import { AT } from '../model/measures.ts';
import { deathAt, deathKey, type Model } from '../model/model.ts';
import { youngYear } from '../model/settle.ts';
import { ADULT, ALONE, CARE, DEMENTIA, ELDER, FRAIL, INSTITUTION, NURSING } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { type Group, turn65 } from './group.ts';

type Both = readonly [number, number];

/** A year of people of one sex and age under 65. Adds what it gave to `row`; gives how many are alive at its end. */
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
    row[AT.helpedWeight]! += (mass[2]! + mass[3]!) * part;
    row[AT.overweight]! += mass[2]! + mass[3]!;
    loses += (1 - loses) * part * effect.weightLoss;
  }
  youngYear(mass, settled.chronic[at]!, settled.overweight.on[at]!, loses, k);
  const sick = mass[1]! + mass[3]!;
  const well = all - sick;
  used(model, at, well, sick, row);
  const died = model.death[deathAt(year, at)]!;
  const diedSick = model.death[deathAt(year, at) + 1]!;
  const deaths = well * died + sick * diedSick;
  row[AT.deaths]! += deaths;
  row[AT.healthyYears]! += well * (1 - died / 2) * k.healthy[0]! + sick * (1 - diedSick / 2) * k.healthy[1]!;
  row[AT.gpVisits]! += well * k.gp[0]! + sick * k.gp[1]!;
  row[AT.chronic]! += age >= ADULT ? sick : 0;
  if (age >= ADULT) {
    row[AT.adults]! += all;
    row[AT.givers]! += all * giversAfter(model, at);
    const part = (reach.wellbeing[0] * (1 - alone) + reach.wellbeing[1] * alone) * k.wellbeingNeed;
    row[AT.helpedWellbeing]! += all * part;
    row[AT.gpVisits]! -= part * (well * effect.gpOff[0]! + sick * effect.gpOff[1]!);
    row[AT.healthyYears]! += all * part * effect.gain;
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
  row[AT.emergencyVisits]! += well * model.emergency[0][at]! + sick * model.emergency[1][at]!;
  row[AT.hospitalDays]! +=
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
  let all = 0;
  let sick = 0;
  let frail = 0;
  let dementia = 0;
  let clients = 0;
  for (let state = 0; state < CARE; state++) {
    const there = mass[state]! * staying;
    mass[state] = there;
    all += there;
    if (state & 1) sick += there;
    if (state & FRAIL) frail += there;
    if (state & DEMENTIA) dementia += there;
    if (state & NURSING) clients += there;
  }
  row[AT.frail]! += frail;
  row[AT.dementia]! += dementia;
  row[AT.nursingClients]! += clients;
  const rates = settled.elder[at]!;
  // Emergency visits and admissions come after the condition of this year, as in a single life.
  sick += (all - sick) * Math.min(1, rates.chronic);
  used(model, at, all - sick, sick, row);
  row[AT.chronic]! += sick;
  row[AT.adults]! += all;
  row[AT.givers]! += all * giversAfter(model, at);
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
  row[AT.falls]! += got.falls;
  row[AT.atRisk]! += got.atRisk;
  row[AT.emergencyVisits]! += got.fallEmergency;
  row[AT.hospitalDays]! += got.fallAdmission * k.fallDays;
  row[AT.nursingHours]! += got.nursingHours;
  row[AT.carerHours]! += got.carerHours;
  row[AT.householdHelpHours]! += got.helpHours;
  row[AT.helpedFalls]! += got.helped[0]!;
  row[AT.helpedRespite]! += got.helped[1]!;
  row[AT.helpedTogether]! += got.helped[3]!;
  row[AT.helpedTechnology]! += got.helped[4]!;
  row[AT.deaths]! += got.fallDeaths;
  row[AT.nursingHomeYears]! -= got.movedIn;
  row[AT.healthyYears]! -= got.fallEmergency * k.fallLoss;
  return ending(model, group.old[at]!, deathAt(year, at), wellbeing, effect, row);
}

/** What is counted at the end of the year of who is there then; gives how many are alive. */
function ending(
  model: Model,
  mass: Float64Array,
  deaths: number,
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
      row[AT.helpedWellbeing]! += part;
      visits -= part * effect.gpOff[state]!;
      well += part * effect.gain;
    }
  for (let state = 0; state < CARE; state++) {
    const there = mass[state]!;
    const dies = there * death[deaths + deathKey(state)]!;
    if (state >= INSTITUTION) resident += 2 * there - dies;
    visits += there * gp[state]!;
    well += (there - dies / 2) * healthy[state]!;
    died += dies;
    alive += there - dies;
    mass[state] = there - dies;
  }
  row[AT.deaths]! += died;
  row[AT.nursingHomeYears]! += resident;
  row[AT.gpVisits]! += visits;
  row[AT.healthyYears]! += well;
  return alive;
}
const yielded = elderYield();
