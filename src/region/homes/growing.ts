import type { Region } from '../../content/index.ts';
import { AGES } from '../../simulation/index.ts';
import { lookAhead, looksAhead, VARIANT_NAMES } from '../futures/ahead.ts';
import type { Ahead, Growing } from '../model/neighbourhood.ts';

/** So many years ahead: those of 65 are 75 then. */
export const YEARS_AHEAD = 10;

const kept = new WeakMap<Region['population'], ReadonlyMap<string, Growing>>();

/**
 * Of each municipality how its older people grow in number over ten years: who is 75–84 then for each one of 65–74 now,
 * and 85 and over for each one of 75 and over, by the projection of the pages that look ahead. The band: all its variants.
 */
export function growingOf(region: Region): ReadonlyMap<string, Growing> {
  if (!looksAhead(region)) return new Map();
  const found = kept.get(region.population);
  if (found) return found;
  const made = new Map(
    region.municipalities.map(({ id }) => {
      const of = VARIANT_NAMES.map((variant) => {
        const ahead = lookAhead(region, { area: id, variant, toPlans: false });
        const from = ahead.years[0]!;
        const [now, then] = [ahead.peopleIn(from), ahead.peopleIn(from + YEARS_AHEAD)];
        return { variant, young: people(then, 75, 85) / people(now, 65, 75), old: people(then, 85) / people(now, 75) };
      });
      const ends = (part: 'young' | 'old'): Ahead => {
        const all = of.map((one) => one[part]);
        return {
          value: of.find(({ variant }) => variant === 'middle')![part],
          lower: Math.min(...all),
          upper: Math.max(...all),
        };
      };
      return [id, { young: ends('young'), old: ends('old') }] as const;
    }),
  );
  kept.set(region.population, made);
  return made;
}

/** Men and women from an age until another. */
function people(residents: Float64Array, from: number, until = AGES): number {
  let sum = 0;
  for (let age = from; age < until; age++) sum += residents[age]! + residents[AGES + age]!;
  return sum;
}
