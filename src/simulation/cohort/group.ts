import type { Model } from '../model/model.ts';
import { enter, YOUNG_STATES } from '../model/settle.ts';
import { ELDER, ELDER_STATES } from '../model/states.ts';
import { AGES, cell, OLDEST } from '../population/ages.ts';

/**
 * People of some municipalities together. `young[at]`: people under 65 in the four states; `old[at]`: from 65 on in 128.
 * Living alone and in a suitable home under 65, and caring for somebody, hang on age and sex only and lie evenly over
 * the states: they are shares, and `settle` keeps them at those of the curves, for who stays as for who comes.
 */
export type Group = {
  readonly young: Float64Array[];
  readonly old: Float64Array[];
  /** Who turns 65 at the end of the year, by sex. */
  readonly coming: Float64Array[];
};

const NONE = new Float64Array(0);

export function groupOf(model: Model, people: readonly Float64Array[]): Group {
  // Of each age only the states that somebody of that age can be in.
  const blank = (length: number, lived: (age: number) => boolean) =>
    Array.from({ length: AGES * 2 }, (_, at) => (lived(at % AGES) ? new Float64Array(length) : NONE));
  const group = {
    young: blank(YOUNG_STATES, (age) => age < ELDER),
    old: blank(ELDER_STATES, (age) => age >= ELDER),
    coming: [new Float64Array(ELDER_STATES), new Float64Array(ELDER_STATES)],
  };
  const total = new Float64Array(AGES * 2);
  for (const each of people) for (let at = 0; at < total.length; at++) total[at]! += each[at]!;
  join(model, group, total);
  return group;
}

/** People come to live here: their states lie as those of their age did in the first year. */
export function join(model: Model, group: Group, people: Float64Array): void {
  const { young, old } = model.settled;
  for (let at = 0; at < AGES * 2; at++) {
    const share = at % AGES < ELDER ? young[at]! : old[at]!;
    const into = at % AGES < ELDER ? group.young[at]! : group.old[at]!;
    const count = people[at]!;
    for (let state = 0; state < share.length; state++) into[state]! += count * share[state]!;
  }
}

/** A birthday for all: who was 64 joins those from 65 on, who was 98 those of 99 and over. */
export function growOlder(group: Group): void {
  for (let sex = 0; sex < 2; sex++) {
    const oldest = group.old[cell(sex, OLDEST)]!;
    const before = group.old[cell(sex, OLDEST - 1)]!;
    for (let state = 0; state < ELDER_STATES; state++) oldest[state]! += before[state]!;
    for (let age = OLDEST - 1; age > ELDER; age--) group.old[cell(sex, age)] = group.old[cell(sex, age - 1)]!;
    // Whose arrays are free are used again: those of who joined the oldest, and of who turned 65.
    group.old[cell(sex, ELDER)] = group.coming[sex]!;
    group.coming[sex] = before.fill(0);
    const free = group.young[cell(sex, ELDER - 1)]!;
    for (let age = ELDER - 1; age > 0; age--) group.young[cell(sex, age)] = group.young[cell(sex, age - 1)]!;
    group.young[cell(sex, 0)] = free.fill(0);
  }
}

/** Who turns 65 at the end of the year. */
export function turn65(model: Model, group: Group, sex: number, young: Float64Array): void {
  const { alone, suitable } = model.settled;
  const at = cell(sex, ELDER);
  enter(group.coming[sex]!, young, alone.share[at]!, suitable.share[at]!);
}
