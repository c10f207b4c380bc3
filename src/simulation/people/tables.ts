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
/** Two chances a cell, without and with a bit of the state: [at * 2 + bit], found without a choice to guess. */
function pair(without: ArrayLike<number>, having: ArrayLike<number>): Int32Array {
  const made = new Int32Array(without.length * 2);
  for (let at = 0; at < without.length; at++) {
    made[at * 2] = threshold(without[at]!);
    made[at * 2 + 1] = threshold(having[at]!);
  }
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
    /** Chances that a bit turns over: overweight, living alone, a suitable home, caring for somebody. */
    weight: pair(settled.overweight.on, settled.overweight.off),
    alone: pair(settled.alone.on, settled.alone.off),
    suitable: pair(settled.suitable.on, settled.suitable.off),
    giver: pair(settled.giver.on, settled.giver.off),
    /** Not overweight, overweight. */
    chronic: pair(
      cells.map((at) => chronicOf(at, 1)),
      cells.map((at) => Math.min(1, chronicOf(at, k.overweightChronic))),
    ),
    /** Without, with a condition. */
    emergency: pair(...model.emergency),
    admission: pair(...model.admission),
    /** Not frail, frail. */
    risk: pair(
      cells.map((at) => risk(at, 1)),
      cells.map((at) => risk(at, k.frailAtRisk)),
    ),
    fallAtRisk: threshold(k.fallAtRisk),
    fallOther: threshold(k.fallOther),
    fallEmergency: threshold(k.fallEmergency),
    fallAdmission: threshold(k.fallAdmission),
    fallDeath: threshold(k.fallDeath),
    fallFrail: threshold(k.fallFrail),
    /** Without, with a condition. */
    frail: pair(
      cells.map((at) => settled.elder[at]?.frail ?? 0),
      cells.map((at) => Math.min(1, (settled.elder[at]?.frail ?? 0) * k.chronicFrail)),
    ),
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
