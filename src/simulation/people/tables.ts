import { type Approach, byNumber, reachIn, type Scenario, WEIGHT, WELLBEING } from '../model/approaches.ts';
import { type Effects, effects } from '../model/effects.ts';
import { DEATH_KEYS, type Model } from '../model/model.ts';
import { ELDER, ELDER_STATES, NURSING } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { BOYS } from '../population/births.ts';
import { chainOf, KINDS, quietOf } from './chain.ts';
import { highest } from './chances.ts';
import { threshold } from './random.ts';

/** The chances of the model as thresholds for a draw, laid out to be found fast. `at` is `cell(sex, age)`. */
export type Tables = ReturnType<typeof tables>;

const share = (chance: number, highest_: number): number => (highest_ === 0 ? 0 : chance / highest_);
/** Chances as parts of the highest. */
const partOf = (chances: ArrayLike<number>, most: Float64Array): Float64Array =>
  Float64Array.from({ length: most.length }, (_, at) => share(chances[at]!, most[at]!));

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
  const most = highest(model);
  const chain = chainOf(most);
  const leave = new Int32Array(years * municipalities * CELLS);
  const births = new Int32Array(years * municipalities * AGES);
  for (let y = 0; y < years; y++)
    for (let m = 0; m < municipalities; m++) {
      const { local, births: level } = model.rates[y]!;
      leave.set(of(partOf(local[m]!.leave, most.leave)), (y * municipalities + m) * CELLS);
      const born = level.map((chance) => chance * local[m]!.fertility);
      births.set(of(partOf(born, most.birth.subarray(AGES))), (y * municipalities + m) * AGES);
    }
  const cells = Array.from({ length: CELLS }, (_, at) => at);
  const risk = (at: number, ratio: number) => Math.min(0.98, (settled.elder[at]?.risk ?? 0) * ratio);
  const elder = (at: number) => settled.elder[at];
  const approaches = approachTables(model, scenario);
  return {
    years,
    municipalities,
    /** The classes in which the person of the last year counts (`classes.ts`): three, or fewer and none. */
    noted: new Int32Array(3),
    chain,
    /** Nothing happens to somebody under 65; never where an approach looks at everybody. */
    quiet: quietOf(chain).map((limit, row) =>
      Math.floor(row / KINDS) % AGES >= ELDER || approaches.forYoung ? NEVER : limit,
    ),
    leave,
    births,
    newborn: model.rates.map(({ newborn }) => newborn.map(threshold)),
    boys: threshold(BOYS),
    /** The parts of the highest chances (`chances.ts`) that are somebody's own, without and with a bit of the state. */
    weight: pair(partOf(settled.overweight.on, most.weight), partOf(settled.overweight.off, most.weight)),
    chronic: pair(
      partOf(
        cells.map((at) => elder(at)?.chronic ?? settled.chronic[at]!),
        most.chronic,
      ),
      partOf(
        cells.map((at) => elder(at)?.chronic ?? Math.min(1, settled.chronic[at]! * k.overweightChronic)),
        most.chronic,
      ),
    ),
    frail: pair(
      partOf(
        cells.map((at) => elder(at)?.frail ?? 0),
        most.frail,
      ),
      partOf(
        cells.map((at) => Math.min(1, (elder(at)?.frail ?? 0) * k.chronicFrail)),
        most.frail,
      ),
    ),
    frailRecovery: of(
      partOf(
        cells.map(() => k.frailRecovery),
        most.frail,
      ),
    ),
    /** Without, with a condition. */
    emergency: pair(...model.emergency),
    admission: pair(...model.admission),
    /** Not frail, frail. */
    risk: pair(
      cells.map((at) => risk(at, 1)),
      cells.map((at) => risk(at, k.frailAtRisk)),
    ),
    /** Without a raised risk, with it, and with it and taking part. */
    fall: Int32Array.of(
      threshold(k.fallOther),
      threshold(k.fallAtRisk),
      threshold(k.fallAtRisk * approaches.effect.fall),
    ),
    fallEmergency: threshold(k.fallEmergency),
    fallAdmission: threshold(k.fallAdmission),
    fallDeath: threshold(k.fallDeath),
    fallFrail: threshold(k.fallFrail),
    fallLoss: k.fallLoss,
    fallDays: k.fallDays,
    otherDays: k.otherDays,
    /** That home nursing begins, or ends. */
    nursing: byState((at, state) =>
      state & NURSING ? k.nursingEnds : settled.elder[at]!.nursing * k.nursingRatio[state]!,
    ),
    home: byState((at, state) => settled.elder[at]!.home * k.homeRatio[state]!),
    /** Under 65 a part of the highest, as above. */
    death: of(
      model.death.map((chance, index) => {
        const at = Math.floor(index / DEATH_KEYS) % CELLS;
        return at % AGES >= ELDER ? chance : share(chance, most.death[at]!);
      }),
    ),
    deathKeys: DEATH_KEYS,
    need: threshold(k.wellbeingNeed),
    ...approaches,
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
  return {
    reach,
    fromAge,
    untilAge,
    onlyAlone,
    effect,
    weightHelped: threshold(effect.weightLoss),
    any: chosen.some(Boolean),
    /** These two look at people under 65. */
    wellbeing: chosen[WELLBEING] !== undefined,
    forYoung: chosen[WELLBEING] !== undefined || chosen[WEIGHT] !== undefined,
  };
}
