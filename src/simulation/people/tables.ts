import { type Approach, byNumber, reachIn, type Scenario } from '../model/approaches.ts';
import { type Effects, effects } from '../model/effects.ts';
import { DEATH_KEYS, type Model } from '../model/model.ts';
import { ELDER, ELDER_STATES } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { BOYS } from '../population/births.ts';
import { threshold } from './random.ts';

/** The chances of the model as thresholds for a draw, laid out to be found fast. `at` is `cell(sex, age)`. */
export type Tables = ReturnType<typeof tables>;

function of(chances: ArrayLike<number>): Int32Array {
  const made = new Int32Array(chances.length);
  for (let i = 0; i < made.length; i++) made[i] = threshold(chances[i]!);
  return made;
}
const CELLS = AGES * 2;
const NEVER = threshold(0);

/** Chances of the elder by cell and state: [at * 128 + state]. */
function byState(chance: (at: number, state: number) => number): Int32Array {
  const made = new Int32Array(CELLS * ELDER_STATES).fill(NEVER);
  for (let at = 0; at < CELLS; at++) {
    if (at % AGES < ELDER) continue;
    for (let state = 0; state < ELDER_STATES; state++)
      made[at * ELDER_STATES + state] = threshold(Math.min(1, chance(at, state)));
  }
  return made;
}

export function tables(model: Model, scenario: Scenario) {
  const { settled, constants: k, years } = model;
  const municipalities = model.municipalities.length;
  const leave = new Int32Array(years * municipalities * CELLS);
  const births = new Int32Array(years * municipalities * AGES);
  for (let y = 0; y < years; y++)
    for (let m = 0; m < municipalities; m++) {
      const { local, births: level } = model.rates[y]!;
      leave.set(of(local[m]!.leave), (y * municipalities + m) * CELLS);
      births.set(of(level.map((chance) => chance * local[m]!.fertility)), (y * municipalities + m) * AGES);
    }
  const chronicOf = (at: number, ratio: number) =>
    (settled.elder[at]?.chronic ?? settled.chronic[at]!) * (at % AGES < ELDER ? ratio : 1);
  const cells = Array.from({ length: CELLS }, (_, at) => at);
  const risk = (at: number, ratio: number) => Math.min(0.98, (settled.elder[at]?.risk ?? 0) * ratio);
  return {
    leave,
    births,
    newborn: model.rates.map(({ newborn }) => newborn.map(threshold)),
    boys: threshold(BOYS),
    weightOn: of(settled.overweight.on),
    weightOff: of(settled.overweight.off),
    /** Not overweight, overweight. */
    chronic: [
      of(cells.map((at) => chronicOf(at, 1))),
      of(cells.map((at) => Math.min(1, chronicOf(at, k.overweightChronic)))),
    ] as const,
    aloneOn: of(settled.alone.on),
    aloneOff: of(settled.alone.off),
    suitableOn: of(settled.suitable.on),
    suitableOff: of(settled.suitable.off),
    giverOn: of(settled.giver.on),
    giverOff: of(settled.giver.off),
    emergency: model.emergency.map((chances) => of(chances)) as [Int32Array, Int32Array],
    admission: model.admission.map((chances) => of(chances)) as [Int32Array, Int32Array],
    /** Not frail, frail. */
    risk: [of(cells.map((at) => risk(at, 1))), of(cells.map((at) => risk(at, k.frailAtRisk)))] as const,
    fallAtRisk: threshold(k.fallAtRisk),
    fallOther: threshold(k.fallOther),
    fallEmergency: threshold(k.fallEmergency),
    fallAdmission: threshold(k.fallAdmission),
    fallDeath: threshold(k.fallDeath),
    fallFrail: threshold(k.fallFrail),
    /** Without, with a condition. */
    frail: [
      of(cells.map((at) => settled.elder[at]?.frail ?? 0)),
      of(cells.map((at) => Math.min(1, (settled.elder[at]?.frail ?? 0) * k.chronicFrail))),
    ] as const,
    frailRecovery: threshold(k.frailRecovery),
    dementia: of(cells.map((at) => settled.elder[at]?.dementia ?? 0)),
    nursing: byState((at, state) => settled.elder[at]!.nursing * k.nursingRatio[state]!),
    nursingEnds: threshold(k.nursingEnds),
    home: byState((at, state) => settled.elder[at]!.home * k.homeRatio[state]!),
    death: of(model.death),
    deathKeys: DEATH_KEYS,
    need: threshold(k.wellbeingNeed),
    ...approachTables(model, scenario),
  };
}

/** What a scenario adds: who is reached, and what it does. */
function approachTables(model: Model, scenario: Scenario) {
  const chosen = byNumber(scenario);
  const municipalities = model.municipalities.length;
  const reach = new Int32Array(6 * model.years * municipalities);
  const [fromAge, untilAge, onlyAlone] = [new Float64Array(6), new Float64Array(6), new Uint8Array(6)];
  chosen.forEach((approach: Approach | undefined, number) => {
    fromAge[number] = approach?.fromAge ?? 0;
    untilAge[number] = approach?.untilAge ?? 999;
    onlyAlone[number] = approach?.onlyAlone ? 1 : 0;
    for (let y = 0; y < model.years; y++)
      for (let m = 0; m < municipalities; m++)
        reach[(number * model.years + y) * municipalities + m] = threshold(reachIn(approach, model.from + y, m));
  });
  const effect: Effects = effects(model.constants, chosen);
  return { reach, fromAge, untilAge, onlyAlone, effect, any: chosen.some(Boolean) };
}
