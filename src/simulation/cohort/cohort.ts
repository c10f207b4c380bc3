import {
  type Approach,
  byNumber,
  FALLS,
  fits,
  RESPITE,
  reachIn,
  type Scenario,
  TECHNOLOGY,
  TOGETHER,
  WEIGHT,
  WELLBEING,
} from '../model/approaches.ts';
import { type Effects, effects } from '../model/effects.ts';
import type { ElderReach } from '../model/elder.ts';
import { type Counts, emptyCounts, MEASURE_COUNT, rowOf } from '../model/measures.ts';
import type { Model } from '../model/model.ts';
import { ELDER } from '../model/states.ts';
import { AGES, cell, OLDEST } from '../population/ages.ts';
import { BOYS, FIRST_BIRTH, LAST_BIRTH } from '../population/births.ts';
import { type Group, groupOf, growOlder, join } from './group.ts';
import { elderOutcome, youngOutcome } from './outcome.ts';

/** The counts with nothing new, with the scenario, and the difference. */
export type Expected = { readonly baseline: Counts; readonly scenario: Counts };

/**
 * What is expected, with and without a scenario: the mean of all lives that `simulate` may draw, without chance. People
 * of one sex and age who are in one state go on together. Municipalities that are reached alike are taken together for
 * the shares of states (who lives where makes no difference to a life, but for reach), and each has its own numbers of
 * people, births and moves. A few milliseconds.
 */
export function expected(model: Model, scenario: Scenario): Expected {
  const chosen = byNumber(scenario);
  const [baseline, with_] = [
    emptyCounts(model.municipalities.length, model.years),
    emptyCounts(model.municipalities.length, model.years),
  ];
  for (const members of reachedAlike(model, chosen)) {
    const asItGoes = baselineOf(model, members);
    for (const m of members) copyRows(asItGoes, baseline, m, model.years);
    if (chosen.some(Boolean)) walk(model, members, chosen, with_);
    else for (const m of members) copyRows(asItGoes, with_, m, model.years);
  }
  return { baseline, scenario: with_ };
}

/** Baselines that were made before: a preview moves the scenario, and the model stays. */
const known = new WeakMap<Model, Map<string, Counts>>();

function baselineOf(model: Model, members: readonly number[]): Counts {
  const made = known.get(model) ?? new Map<string, Counts>();
  known.set(model, made);
  const found = made.get(members.join()) ?? emptyCounts(model.municipalities.length, model.years);
  if (!made.has(members.join())) walk(model, members, [], found);
  made.set(members.join(), found);
  return found;
}

function copyRows(from: Counts, to: Counts, m: number, years: number): void {
  const [start, end] = [rowOf(years, m, 0), rowOf(years, m + 1, 0)];
  to.cells.set(from.cells.subarray(start, end), start);
}

function reachedAlike(model: Model, chosen: readonly (Approach | undefined)[]): readonly (readonly number[])[] {
  const all = model.municipalities.map((_, m) => m);
  const key = (m: number) =>
    chosen.map((approach) => Number(!approach?.municipalities || approach.municipalities.includes(m))).join('');
  return [...Map.groupBy(all, key).values()];
}

function walk(
  model: Model,
  members: readonly number[],
  chosen: readonly (Approach | undefined)[],
  counts: Counts,
): void {
  const effect = effects(model.constants, chosen);
  const people = members.map((m) => model.start[m]!.slice());
  const next = people.map((each) => new Float64Array(each.length));
  const group = groupOf(model, people);
  const rows = new Float64Array(AGES * 2 * MEASURE_COUNT);
  const alive = new Float64Array(AGES * 2);
  for (let year = 0; year < model.years; year++) {
    const reach = reachOf(chosen, model.from + year, members[0]!);
    rows.fill(0);
    const staying = whoStays(model, members, year, people);
    for (let at = 0; at < AGES * 2; at++) {
      if (staying.all[at]! > 0)
        alive[at] = yearOf(model, group, year, at, staying.share[at]!, reach, effect, rows) / staying.all[at]!;
    }
    growOlder(group);
    share(model, members, year, { people, staying, rows, alive, next, counts });
    const born = members.map((m, i) => birthsOf(model, year, m, staying.each[i]!));
    settleNext(model, members, year, next, born, group, counts);
    for (let i = 0; i < members.length; i++) people[i]!.set(next[i]!);
  }
}

/** Who does not move away, of each municipality and of all, and the share of all that they are. */
function whoStays(model: Model, members: readonly number[], year: number, people: readonly Float64Array[]) {
  const all = new Float64Array(AGES * 2);
  const share_ = new Float64Array(AGES * 2);
  const each = people.map((counts, i) => {
    const { leave } = model.rates[year]!.local[members[i]!]!;
    const stay = new Float64Array(AGES * 2);
    for (let at = 0; at < AGES * 2; at++) {
      stay[at] = counts[at]! * (1 - leave[at]!);
      all[at]! += stay[at]!;
      share_[at]! += counts[at]!;
    }
    return stay;
  });
  for (let at = 0; at < AGES * 2; at++) share_[at] = share_[at]! > 0 ? all[at]! / share_[at]! : 0;
  return { all, each, share: share_ };
}

function birthsOf(model: Model, year: number, m: number, stay: Float64Array): number {
  const { births, local } = model.rates[year]!;
  let born = 0;
  for (let age = FIRST_BIRTH; age <= LAST_BIRTH; age++) born += stay[AGES + age]! * births[age]!;
  return born * local[m]!.fertility;
}

type Shared = {
  readonly people: readonly Float64Array[];
  readonly staying: ReturnType<typeof whoStays>;
  readonly rows: Float64Array;
  readonly alive: Float64Array;
  readonly next: readonly Float64Array[];
  readonly counts: Counts;
};

/** Gives each municipality its part of what each sex and age brought, and who of them is alive a year later. */
function share(model: Model, members: readonly number[], year: number, shared: Shared): void {
  const { people, staying, rows, alive, next, counts } = shared;
  const { cells } = counts;
  const since = sinceWhen(rows);
  const part = new Float64Array(CELLS);
  for (const [i, m] of members.entries()) {
    const [here, stays, later] = [people[i]!, staying.each[i]!, next[i]!];
    const to = rowOf(model.years, m, year);
    later.fill(0);
    for (let at = 0; at < CELLS; at++) {
      cells[to]! += here[at]!;
      const all = staying.all[at]!;
      const stay = stays[at]!;
      part[at] = all === 0 ? 0 : stay / all;
      later[at % AGES === OLDEST ? at : at + 1]! += all === 0 ? 0 : alive[at]! * stay;
    }
    for (let k = 1; k < MEASURE_COUNT; k++) {
      const [column, from] = [k * CELLS, since[k]!];
      let [men, women] = [0, 0];
      for (let age = from; age < AGES; age++) {
        men += rows[column + age]! * part[age]!;
        women += rows[column + AGES + age]! * part[AGES + age]!;
      }
      cells[to + k]! += men + women;
    }
  }
}

/** From which age on each measure was brought at all: most are of one part of life, and some of none. */
function sinceWhen(rows: Float64Array): Int32Array {
  return Int32Array.from({ length: MEASURE_COUNT }, (_, k) => {
    let age = 0;
    while (age < AGES && rows[k * CELLS + age] === 0 && rows[k * CELLS + AGES + age] === 0) age++;
    return age;
  });
}

const CELLS = AGES * 2;

/** Adds newborns and who came, to the numbers of each municipality and to the states of the group. */
function settleNext(
  model: Model,
  members: readonly number[],
  year: number,
  next: readonly Float64Array[],
  born: readonly number[],
  group: Group,
  counts: Counts,
): void {
  const { newborn } = model.rates[year]!;
  const came = new Float64Array(AGES * 2);
  for (let i = 0; i < members.length; i++) {
    const row = rowOf(model.years, members[i]!, year);
    counts.cells[row + 1]! += born[i]!;
    for (let sex = 0; sex < 2; sex++) {
      const children = born[i]! * (sex === 0 ? BOYS : 1 - BOYS);
      counts.cells[row + 2]! += children * (1 - newborn[sex]!);
      next[i]![cell(sex, 0)]! += children * newborn[sex]!;
      came[cell(sex, 0)]! += children * newborn[sex]!;
      for (let age = 0; age < AGES; age++) {
        const to = cell(sex, Math.min(OLDEST, age + 1));
        const coming = model.coming[year]![members[i]!]![cell(sex, age)]!;
        next[i]![to]! += coming;
        came[to]! += coming;
      }
    }
  }
  join(model, group, came);
}

/** Who takes part: by approach, and who lives together (0) or alone (1); whether an age fits is looked at per age. */
export type Reach = readonly { readonly share: number; readonly approach: Approach | undefined }[];

function reachOf(chosen: readonly (Approach | undefined)[], year: number, municipality: number): Reach {
  return Array.from({ length: 6 }, (_, i) => ({ share: reachIn(chosen[i], year, municipality), approach: chosen[i] }));
}

function shareOf({ share, approach }: Reach[number], age: number, alone: boolean): number {
  return share > 0 && approach && fits(approach, age, alone) ? share : 0;
}

function bothOf(reach: Reach[number], age: number): readonly [number, number] {
  return reach.share > 0 ? [shareOf(reach, age, false), shareOf(reach, age, true)] : NOBODY;
}
const NOBODY = [0, 0] as const;

function yearOf(
  model: Model,
  group: Group,
  year: number,
  at: number,
  staying: number,
  reach: Reach,
  effect: Effects,
  row: Float64Array,
): number {
  const age = at % AGES;
  const wellbeing = bothOf(reach[WELLBEING]!, age);
  if (age < ELDER)
    return youngOutcome(
      model,
      group,
      year,
      at,
      staying,
      { weight: bothOf(reach[WEIGHT]!, age), wellbeing },
      effect,
      row,
    );
  const elder: ElderReach = {
    falls: bothOf(reach[FALLS]!, age),
    respite: bothOf(reach[RESPITE]!, age),
    together: bothOf(reach[TOGETHER]!, age),
    technology: bothOf(reach[TECHNOLOGY]!, age),
  };
  return elderOutcome(model, group, year, at, staying, elder, wellbeing, effect, row);
}
