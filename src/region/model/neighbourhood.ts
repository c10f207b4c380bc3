import type { Region } from '../../content/index.ts';
import { type Estimate, type Published, publishedProportion } from '../../figures/index.ts';
import { type Ages, agesOf, type PostcodeCounts, publishedByPostcode, within } from './by-postcode.ts';
import { FIRM, type Plan } from './homes.ts';
import type { Kind, Nearest } from './reach.ts';

/** How many residents of an age there will be for each one of ten years younger now: expected, lowest and highest. */
export type Ahead = { readonly value: number; readonly lower: number; readonly upper: number };
/** Of a municipality: those of 65–74 who become 75–84, and of 75 and over who become 85 and over, in ten years. */
export type Growing = { readonly young: Ahead; readonly old: Ahead };

/** A four-digit postcode area, as load and strength, reach and homes are told of it. Null: hidden, or not known. */
export type Neighbourhood = {
  readonly code: string;
  readonly place: string;
  readonly municipality: string;
  readonly residents: Published;
  readonly over75: Published;
  readonly over85: Published;
  readonly share75: Estimate | null;
  readonly share85: Estimate | null;
  /** How many more there are of 75 and over in ten years. */
  readonly more75: Ahead | null;
  /** Residents of 20 to 65 for each one of 65 and over; and of 50 to 75 for each one of 85 and over. */
  readonly workers: number | null;
  readonly carers: number | null;
  readonly nearest: ReadonlyMap<Kind, Nearest>;
};

export const ALL: Ages = { from: 0 };
export const OVER_65: Ages = { from: 65 };
export const OVER_75: Ages = { from: 75 };
export const OVER_85: Ages = { from: 85 };
export const WORKING: Ages = { from: 20, to: 64 };
export const CARING: Ages = { from: 50, to: 74 };

const kept = new WeakMap<object, PostcodeCounts>();
/** The counts that may be shown; worked out once for what the content says. */
function countsOf(region: Region): PostcodeCounts {
  const key = region.populationByPostcode ?? region.population;
  const found = kept.get(key);
  if (found) return found;
  const made = publishedByPostcode(region);
  kept.set(key, made);
  return made;
}

const ratio = (part: Published, whole: Published): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

/** The region as a whole: its residents of these ages, from the counts of its municipalities. */
export function residentsOf({ population }: Region, ages: Ages): number {
  const groups = population.ageGroups.map((group) => within(agesOf(group), ages));
  return population.municipalities.reduce(
    (sum, { men, women }) =>
      sum + groups.reduce((own, inside, index) => (inside ? own + men[index]! + women[index]! : own), 0),
    0,
  );
}

/** All postcode areas of the region, by number. Everything is worked out from counts that are shown. */
export function neighbourhoods(
  region: Region,
  nearest: readonly Nearest[],
  growing: (municipality: string) => Growing | undefined,
): readonly Neighbourhood[] {
  const counts = countsOf(region);
  const byCode = Map.groupBy(nearest, ({ postcode }) => postcode);
  return region.postcodes
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code, place, municipality }) => {
      const [residents, over65, over75, over85] = [ALL, OVER_65, OVER_75, OVER_85].map((ages) =>
        counts(code, ages),
      ) as [Published, Published, Published, Published];
      return {
        code,
        place,
        municipality,
        residents,
        over75,
        over85,
        share75: publishedProportion(over75, residents),
        share85: publishedProportion(over85, residents),
        more75: moreOf(over65, over75, growing(municipality)),
        workers: ratio(counts(code, WORKING), over65),
        carers: ratio(counts(code, CARING), over85),
        nearest: new Map((byCode.get(code) ?? []).map((one) => [one.kind, one])),
      };
    });
}

function moreOf(over65: Published, over75: Published, growing: Growing | undefined): Ahead | null {
  if (over65 === null || over75 === null || !growing) return null;
  const more = (end: keyof Ahead) => (over65 - over75) * growing.young[end] + over75 * growing.old[end] - over75;
  return { value: more('value'), lower: more('lower'), upper: more('upper') };
}

/** How many kinds of services are within so many kilometres. */
export const kindsWithin = ({ nearest }: Neighbourhood, km: number): number =>
  [...nearest.values()].filter((one) => one.km <= km).length;

/** Where a value stands among others: how many are lower, and how many there are beside it. */
export type Standing = { readonly below: number; readonly of: number };

/** Where one of the areas stands among all that have a value; undefined where it has none. */
export function standingOf(own: number | null, all: readonly (number | null)[]): Standing | undefined {
  if (own === null) return undefined;
  const known = all.filter((value) => value !== null);
  return { below: known.filter((value) => value < own).length, of: Math.max(0, known.length - 1) };
}

/** 0 for the lowest, 100 for the highest, the middle where several are the same; null where there is no value. */
function scoresOf(values: readonly (number | null)[]): readonly (number | null)[] {
  const known = values.filter((value) => value !== null);
  return values.map((own) => {
    if (own === null) return null;
    if (known.length < 2) return 50;
    const below = known.filter((value) => value < own).length;
    const same = known.filter((value) => value === own).length - 1;
    return ((below + same / 2) / (known.length - 1)) * 100;
  });
}

export const CRITERIA = ['need', 'growth', 'near', 'plans'] as const;
export type Criterion = (typeof CRITERIA)[number];
export type FitWeights = Readonly<Record<Criterion, number>>;

/** An area with how well homes of one type would fit there, from 0 to 100, in all and by criterion. */
export type Fit = {
  readonly area: Neighbourhood;
  /** Null where the counts of the area are hidden, or nothing weighs. */
  readonly score: number | null;
  readonly parts: Readonly<Record<Criterion, number | null>>;
  /** Homes of this type in its place that were decided on. */
  readonly planned: number;
};

/** Homes of a type in a place of a municipality that were decided on; a plan names a place, not a postcode. */
export function plannedIn(
  plans: readonly Plan[],
  type: string,
  { municipality, place }: Pick<Neighbourhood, 'municipality' | 'place'>,
): number {
  const plain = (text: string) => text.trim().toLowerCase();
  return plans
    .filter((plan) => plan.municipality === municipality && plan.type === type && FIRM.includes(plan.phase))
    .filter((plan) => plain(plan.place) === plain(place))
    .reduce((sum, { homes }) => sum + homes, 0);
}

/** The kinds of services that somebody with a small circle needs near. */
export const NEAR: readonly Kind[] = ['care', 'welfare', 'meeting-moving'];

/**
 * Orders areas by where homes of a type would fit, best first. Each criterion is a place among all areas of the region:
 * many people of 75 and over (`need`), many more in ten years (`growth`), services near (`near`), few homes planned for
 * those people (`plans`). A criterion that is not known of an area does not count there. An aid for a conversation.
 */
export function fitsOf(
  areas: readonly Neighbourhood[],
  plans: readonly Plan[],
  type: string,
  weights: FitWeights,
): readonly Fit[] {
  const planned = areas.map((area) => plannedIn(plans, type, area));
  const inPlace = Map.groupBy(areas, ({ municipality, place }) => `${municipality} ${place}`);
  const older = (area: Neighbourhood) =>
    inPlace.get(`${area.municipality} ${area.place}`)!.reduce((sum, { over75 }) => sum + (over75 ?? 0), 0);
  const far = areas.map(({ nearest }) => {
    const known = NEAR.flatMap((kind) => nearest.get(kind)?.km ?? []);
    return known.length < NEAR.length ? null : known.reduce((sum, km) => sum + km, 0) / NEAR.length;
  });
  const values: Readonly<Record<Criterion, readonly (number | null)[]>> = {
    need: areas.map(({ over75 }) => over75),
    growth: areas.map(({ more75 }) => more75?.value ?? null),
    near: far.map((km) => (km === null ? null : -km)),
    plans: areas.map((area, at) => (older(area) === 0 ? null : -planned[at]! / older(area))),
  };
  const scores = Object.fromEntries(CRITERIA.map((one) => [one, scoresOf(values[one])])) as Record<
    Criterion,
    readonly (number | null)[]
  >;
  return areas
    .map((area, at): Fit => {
      const parts = Object.fromEntries(CRITERIA.map((one) => [one, scores[one][at] ?? null])) as Fit['parts'];
      const counted = CRITERIA.filter((one) => parts[one] !== null && weights[one] > 0);
      const whole = counted.reduce((sum, one) => sum + weights[one], 0);
      const score =
        area.over75 === null || whole === 0
          ? null
          : counted.reduce((sum, one) => sum + weights[one] * parts[one]!, 0) / whole;
      return { area, score, parts, planned: planned[at]! };
    })
    .toSorted((a, b) => (b.score ?? -1) - (a.score ?? -1) || a.area.code.localeCompare(b.area.code));
}
