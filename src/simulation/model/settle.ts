import type { Numbers } from '../parameters/index.ts';
import { AGES, cell, OLDEST } from '../population/ages.ts';
import type { Constants } from './constants.ts';
import { type ElderRates, elderYear, elderYield } from './elder.ts';
import {
  ADULT,
  ALONE,
  CARE,
  CHRONIC,
  DEMENTIA,
  ELDER,
  ELDER_STATES,
  FRAIL,
  INSTITUTION,
  LIVING,
  NURSING,
  SUITABLE,
} from './states.ts';

/** Under 65: neither, a condition, overweight, both. */
export const YOUNG_STATES = 4;

/** Chances of getting and losing something that hangs on age and sex only; `AGES * 2` each. */
export type Turnover = { readonly on: Float64Array; readonly off: Float64Array; readonly share: Float64Array };

/** The model at rest: rates by sex and age that keep the shares of the curves, and how the states then lie. */
export type Settled = {
  /** Chance of a condition in a year where not overweight, under 65; from 65 on it stands in `elder`. */
  readonly chronic: Float64Array;
  readonly overweight: Turnover;
  readonly alone: Turnover;
  readonly suitable: Turnover;
  readonly giver: Turnover;
  /** By `cell(sex, age)`, from 65 on. */
  readonly elder: readonly (ElderRates | undefined)[];
  /** Shares of the states on 1 January, by cell: 4 under 65, 128 from then. */
  readonly young: readonly Float64Array[];
  readonly old: readonly (Float64Array | undefined)[];
  /** The mean ratio of death of all of a sex and age, and the hazard that deaths by a fall already take. */
  readonly deathMean: Float64Array;
  readonly fallHazard: Float64Array;
};

/**
 * Finds the rates of getting something from how many have it: for each sex the ages are walked upwards, with the
 * mortality of the first year, and at every age the rates are chosen so that who is alive a year later has it as often as
 * the curve says (the method of incidence from prevalence and mortality; Podgor and Leske 1986, Barendregt's DisMod).
 * Where a curve falls faster than people die or recover the rate is zero, and the fit shows it.
 */
export function settle(numbers: Numbers, k: Constants, hazard: Float64Array): Settled {
  const made = {
    chronic: new Float64Array(AGES * 2),
    overweight: turnover(numbers.by('overweight'), ADULT, k.weightBack),
    alone: turnover(numbers.by('alone'), ADULT, k.togetherAgain),
    suitable: turnover(numbers.by('suitable'), ADULT, k.homeMoves),
    giver: turnover(numbers.by('giver'), ADULT, k.careEnds),
    elder: new Array<ElderRates | undefined>(AGES * 2),
    young: new Array<Float64Array>(AGES * 2),
    old: new Array<Float64Array | undefined>(AGES * 2),
    deathMean: new Float64Array(AGES * 2).fill(1),
    fallHazard: new Float64Array(AGES * 2),
  };
  for (let sex = 0; sex < 2; sex++) {
    settleYoung(made, numbers, k, hazard, sex);
    settleOld(made, numbers, k, hazard, sex);
  }
  return made;
}

type Making = {
  -readonly [Key in keyof Settled]: Settled[Key] extends readonly (infer Item)[] ? Item[] : Settled[Key];
};

/** Chances that carry the share of one age to that of the next, with a part that loses it every year. */
function turnover(share: Float64Array, from: number, loses: number): Turnover {
  const [on, off] = [new Float64Array(AGES * 2), new Float64Array(AGES * 2)];
  for (let sex = 0; sex < 2; sex++)
    // Who turns 18 begins as the others of that age are.
    for (let age = from - 1; age < AGES; age++) {
      const at = cell(sex, age);
      const now = age < from ? 0 : share[at]!;
      const next = share[cell(sex, Math.min(OLDEST, age + 1))]!;
      const gain = (next - now * (1 - loses)) / (1 - now);
      on[at] = Math.max(0, gain);
      off[at] = gain < 0 ? 1 - next / now : loses;
    }
  return { on, off, share: share.map((value, at) => (at % AGES >= from ? value : 0)) };
}

/** One year under 65 of the four states, before deaths. */
export function youngYear(mass: Float64Array, chronic: number, gains: number, loses: number, k: Constants): void {
  for (let c = 0; c < 2; c++) {
    const moved = mass[c]! * gains - mass[c + 2]! * loses;
    mass[c]! -= moved;
    mass[c + 2]! += moved;
  }
  for (let w = 0; w < 2; w++) {
    const moved = mass[2 * w]! * Math.min(1, w ? chronic * k.overweightChronic : chronic);
    mass[2 * w]! -= moved;
    mass[2 * w + 1]! += moved;
  }
}

function settleYoung(made: Making, numbers: Numbers, k: Constants, hazard: Float64Array, sex: number): void {
  const target = numbers.by('chronic');
  const first = target[cell(sex, 0)]!;
  let mass: Float64Array = Float64Array.of(1 - first, first, 0, 0);
  for (let age = 0; age < ELDER; age++) {
    const at = cell(sex, age);
    made.young[at] = mass.slice();
    const after = (rate: number) => {
      const next = mass.slice();
      youngYear(next, rate, made.overweight.on[at]!, made.overweight.off[at]!, k);
      const sick = next[1]! + next[3]!;
      const mean = 1 + sick * (k.chronicDeathYoung - 1);
      const [well, ill] = [1, k.chronicDeathYoung].map((ratio) => Math.exp((-hazard[at]! * ratio) / mean)) as [
        number,
        number,
      ];
      const alive = next.map((share, state) => share * (state & 1 ? ill : well));
      return { mean, alive: normal(alive) };
    };
    const wanted = target[cell(sex, age + 1)]!;
    const rate = solve((x) => {
      const { alive } = after(x);
      return alive[1]! + alive[3]!;
    }, wanted);
    const { mean, alive } = after(rate);
    made.chronic[at] = rate;
    made.deathMean[at] = mean;
    mass = alive;
  }
  // Who turns 65 brings along the condition, the household and the home; frailty, dementia and care begin from there.
  const old = new Float64Array(ELDER_STATES);
  const at = cell(sex, ELDER);
  enter(old, mass, made.alone.share[at]!, made.suitable.share[at]!);
  made.old[at] = old;
}

/** Puts people of the four young states among those from 65 on, given who of them lives alone and in a suitable home. */
export function enter(old: Float64Array, young: Float64Array, alone: number, suitable: number): void {
  for (let state = 0; state < YOUNG_STATES; state++)
    for (const [a, shareA] of [
      [0, 1 - alone],
      [ALONE, alone],
    ] as const)
      for (const [h, shareH] of [
        [0, 1 - suitable],
        [SUITABLE, suitable],
      ] as const)
        old[(state & 1) | a | h]! += young[state]! * shareA * shareH;
}

/** What is solved at every age from 65 on, with the bits that are counted. */
const SOUGHT = [
  ['chronic', CHRONIC],
  ['dementia', DEMENTIA],
  ['frail', FRAIL],
  ['nursing', NURSING],
  ['home', INSTITUTION],
] as const;
const CURVE_OF = {
  chronic: 'chronic',
  dementia: 'dementia',
  frail: 'frail',
  nursing: 'homeNursing',
  home: 'nursingHome',
} as const;

function settleOld(made: Making, numbers: Numbers, k: Constants, hazard: Float64Array, sex: number): void {
  let rates: ElderRates = {
    chronic: 0.01,
    aloneOn: 0,
    aloneOff: 0,
    suitableOn: 0,
    suitableOff: 0,
    risk: 0,
    frail: 0.01,
    dementia: 0.005,
    nursing: 0.02,
    home: 0.002,
  };
  for (let age = ELDER; age < AGES; age++) {
    const at = cell(sex, age);
    const mass = made.old[at]!;
    const atRisk = numbers.by('atRisk')[at]!;
    rates = {
      ...rates,
      aloneOn: made.alone.on[at]!,
      aloneOff: made.alone.off[at]!,
      suitableOn: made.suitable.on[at]!,
      suitableOff: made.suitable.off[at]!,
      risk: atRisk / (1 + shareWith(mass, FRAIL) * (k.frailAtRisk - 1)),
    };
    const after = () => oldYear(mass, rates, k, hazard[at]!);
    const next = cell(sex, Math.min(OLDEST, age + 1));
    for (let sweep = 0; sweep < 2; sweep++)
      for (const [name, bit] of SOUGHT) {
        const wanted = numbers.by(CURVE_OF[name])[next]!;
        rates[name] = solve(
          (x) => {
            rates[name] = x;
            return shareWith(after().alive, bit);
          },
          wanted,
          rates[name],
        );
      }
    const { mean, alive, fallHazard } = after();
    made.elder[at] = rates;
    made.deathMean[at] = mean;
    made.fallHazard[at] = fallHazard;
    if (age < OLDEST) made.old[next] = alive;
  }
}

function oldYear(mass: Float64Array, rates: ElderRates, k: Constants, hazard: number) {
  const next = mass.slice();
  const got = elderYield();
  elderYear(next, rates, k, got);
  const there = next.reduce((sum, share) => sum + share, 0);
  const mean = LIVING.reduce((sum, state) => sum + next[state]! * k.deathRatio[state]!, 0) / there;
  const fallHazard = -Math.log(1 - got.fallDeaths);
  const left = otherHazard(hazard, fallHazard);
  const alive = next.map((share, state) => share * Math.exp((-left * k.deathRatio[state]!) / mean));
  return { mean, fallHazard, alive: normal(alive) };
}

/** The hazard that is left for other deaths; never less than a fifth of all. */
export const otherHazard = (hazard: number, fall: number): number => Math.max(hazard - fall, hazard / 5);

const normal = (mass: Float64Array): Float64Array => {
  const sum = mass.reduce((total, share) => total + share, 0);
  return mass.map((share) => share / sum);
};

export function shareWith(mass: Float64Array, bit: number): number {
  let [having, all] = [0, 0];
  for (let i = 0; i < LIVING.length; i++) {
    const state = LIVING[i]!;
    all += mass[state]!;
    // Who has home nursing is counted among everybody, as who lives in a nursing home is.
    if (bit & CARE ? (state & CARE) === bit : state & bit) having += mass[state]!;
  }
  return having / all;
}

/**
 * The x of 0 or more at which a rising, almost straight function meets `wanted`; 0 where it is above it from the start.
 * Begins near `from`; the function is left as it is at the answer, for who looks at it afterwards.
 */
function solve(of: (x: number) => number, wanted: number, from = 0.01): number {
  let left = Math.max(from, 1e-4);
  let atLeft = of(left);
  let right = left * 0.8;
  for (let step = 0; step < 4; step++) {
    const atRight = of(right);
    if (Math.abs(atRight - wanted) < 1e-6) return right;
    const slope = (atRight - atLeft) / (right - left);
    if (!(slope > 0)) break;
    left = right;
    atLeft = atRight;
    right = Math.min(5, Math.max(0, right + (wanted - atRight) / slope));
    if (right === left) return right;
  }
  of(right);
  return right;
}
