import type { Model } from '../model/model.ts';
import { deathAt } from '../model/model.ts';
import { ADULT, ELDER } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import { FIRST_BIRTH, LAST_BIRTH } from '../population/births.ts';

const CELLS = AGES * 2;

/**
 * The highest chance that each thing which may happen in a year has for a sex and age (`cell`), whoever it is, wherever
 * and in whichever year of the model. Whether it then happens to this person is decided by the part that their own
 * chance is of it (`tables.ts`).
 */
export type Highest = ReturnType<typeof highest>;

export function highest(model: Model) {
  const { settled, constants: k, rates } = model;
  const each = (of: (at: number, age: number) => number) =>
    Float64Array.from({ length: CELLS }, (_, at) => Math.min(1, of(at, at % AGES)));
  const over = (of: (year: number, municipality: number) => number) => {
    let most = 0;
    for (let y = 0; y < model.years; y++)
      for (let m = 0; m < model.municipalities.length; m++) most = Math.max(most, of(y, m));
    return most;
  };
  const years = (of: (year: number) => number) => over((y) => of(y));
  const grown = (age: number) => age >= ADULT - 1;
  return {
    leave: each((at) => over((y, m) => rates[y]!.local[m]!.leave[at]!)),
    birth: each((at, age) =>
      at >= AGES && age >= FIRST_BIRTH && age <= LAST_BIRTH
        ? over((y, m) => rates[y]!.births[age]! * rates[y]!.local[m]!.fertility)
        : 0,
    ),
    weight: each((at, age) =>
      grown(age) && age < ELDER ? Math.max(settled.overweight.on[at]!, settled.overweight.off[at]!) : 0,
    ),
    chronic: each((at, age) =>
      age < ELDER ? settled.chronic[at]! * Math.max(1, k.overweightChronic) : settled.elder[at]!.chronic,
    ),
    frail: each((at, age) =>
      age < ELDER ? 0 : Math.max(settled.elder[at]!.frail, settled.elder[at]!.frail * k.chronicFrail, k.frailRecovery),
    ),
    dementia: each((at, age) => (age < ELDER ? 0 : settled.elder[at]!.dementia)),
    /** Under 65; from then on each draws their own death. */
    death: each((at, age) =>
      age < ELDER ? years((y) => Math.max(model.death[deathAt(y, at)]!, model.death[deathAt(y, at) + 1]!)) : 0,
    ),
    /** These hang on age, sex and whether one has it, so that the highest is the chance itself: [without, having]. */
    alone: turns(settled.alone, grown),
    suitable: turns(settled.suitable, grown),
    giver: turns(settled.giver, grown),
  };
}

function turns(
  { on, off }: { readonly on: Float64Array; readonly off: Float64Array },
  from: (age: number) => boolean,
): readonly [Float64Array, Float64Array] {
  const of = (chance: Float64Array) => chance.map((each, at) => (from(at % AGES) ? each : 0));
  return [of(on), of(off)];
}
