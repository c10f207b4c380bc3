import type { Model } from '../model/model.ts';
import { DEMENTIA, ELDER } from '../model/states.ts';
import { AGES } from '../population/ages.ts';
import type { People } from './people.ts';
import { decision, draw, threshold, yearOf } from './random.ts';

/** What the small model counts. */
export type Small = {
  readonly personYears: number;
  readonly deaths: number;
  readonly falls: number;
  readonly dementia: number;
};

const [FALL, DEMENTIA_, DEATH] = [decision(11), decision(17), decision(20)] as const;

/**
 * The small model, to compare speed with other languages: only deaths, and falls and dementia of people of 65 and over,
 * each by age and sex, with the same keys and numbers by counter as the whole model. Nobody comes, leaves or is born.
 */
export function simulateSmall(model: Model, people: People): Small {
  const { settled, constants: k, rates } = model;
  const per = (of: (at: number) => number) => Int32Array.from({ length: AGES * 2 }, (_, at) => threshold(of(at)));
  const fall = per((at) => {
    const risk = settled.elder[at]?.risk ?? 0;
    return risk * k.fallAtRisk + (1 - risk) * k.fallOther;
  });
  const dementia = per((at) => settled.elder[at]?.dementia ?? 0);
  const death = rates.map(({ hazard }) => per((at) => 1 - Math.exp(-hazard[at]!)));
  let personYears = 0;
  let deaths = 0;
  let falls = 0;
  let cases = 0;
  for (let i = 0; i < people.count; i++) {
    const key0 = people.key0[i]!;
    const key1 = people.key1[i]!;
    let at = people.at[i]!;
    let ill = people.state[i]! & DEMENTIA;
    for (let y = 0; y < model.years; y++) {
      personYears++;
      const age = at % AGES;
      const start = yearOf(key0, y);
      if (age >= ELDER) {
        if (draw(start, key1, FALL) < fall[at]!) falls++;
        if (ill === 0 && draw(start, key1, DEMENTIA_) < dementia[at]!) {
          ill = DEMENTIA;
          cases++;
        }
      }
      if (draw(start, key1, DEATH) < death[y]![at]!) {
        deaths++;
        break;
      }
      if (age < AGES - 1) at++;
    }
  }
  return { personYears, deaths, falls, dementia: cases };
}
