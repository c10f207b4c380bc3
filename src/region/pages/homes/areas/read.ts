import type { Housing, Region } from '../../../../content/index.ts';
import { visitedServices } from '../../../../directory/index.ts';
import type { Ground } from '../../../../platform/index.ts';
import { growingOf } from '../../../homes/growing.ts';
import { REACH_AGE, type Reach, reachOf } from '../../../homes/reach.ts';
import { plansOf } from '../../../homes/store.ts';
import type { Plan } from '../../../model/homes.ts';
import { CRITERIA, type FitWeights, type Neighbourhood, neighbourhoods } from '../../../model/neighbourhood.ts';
import { nearestOf } from '../../../model/reach.ts';
import { areaWords } from './words.ts';

/** What the pages about neighbourhoods show. */
export type AreasRead = {
  readonly region: Region;
  readonly housing: Housing;
  readonly reach: Reach;
  readonly plans: readonly Plan[];
  /** All postcode areas of the region. */
  readonly areas: readonly Neighbourhood[];
};

/** Reads everything of all areas; undefined where the region follows no homes, or has no figures of postcode areas. */
export async function readAreas(ground: Ground, region: Region): Promise<AreasRead | undefined> {
  const { housing } = region;
  if (!housing || !region.populationByPostcode) return undefined;
  const [kept, plans] = await Promise.all([reachOf(ground), plansOf(ground.pool)]);
  const reach = kept ?? (await reachNow(ground, region));
  const growing = growingOf(region);
  return { region, housing, reach, plans, areas: neighbourhoods(region, reach.nearest, (id) => growing.get(id)) };
}

/** Until the first sweep has kept the distances they are worked out for who asks. */
async function reachNow(ground: Ground, region: Region): Promise<Reach> {
  const spots = await visitedServices(ground, REACH_AGE);
  return { at: ground.clock.now(), services: spots.length, nearest: nearestOf(region.postcodes, spots) };
}

const START: FitWeights = { need: 40, growth: 20, near: 20, plans: 20 };

/** The weights as they were given; what cannot be is said by field. */
export function readWeights(given: (name: string) => string | undefined, lang: 'nl' | 'en') {
  const errors: Record<string, string> = {};
  const values: Record<string, string> = {};
  const weights = Object.fromEntries(
    CRITERIA.map((one) => {
      const typed = given(`w-${one}`);
      values[`w-${one}`] = typed ?? String(START[one]);
      if (typed === undefined) return [one, START[one]];
      const value = typed === '' ? 0 : /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
      if (!(value <= 100)) errors[`w-${one}`] = areaWords(lang).weightMistake;
      return [one, value <= 100 ? value : 0];
    }),
  ) as FitWeights;
  return { weights, state: { values, errors } };
}

/** The type of home that the ordering is about: as asked, or the one for who has a small circle. */
export function typeOf({ types }: Housing, asked: string | undefined): Housing['types'][number] | undefined {
  if (asked) return types.find(({ id }) => id === asked);
  return types.find(({ smallCircle }) => smallCircle) ?? types.at(-1);
}
