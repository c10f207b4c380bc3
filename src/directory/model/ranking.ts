import { distanceKm, type Point } from './distance.ts';

/** What the database found: how well it fits, and where it is. */
export type Candidate = Point & {
  readonly id: string;
  readonly municipality: string;
  readonly delivery: 'on-site' | 'at-home' | 'phone' | 'online';
  readonly score: number;
};

export type Ranked = Candidate & {
  /** 4 is best; services of one level fit about as well. */
  readonly level: number;
  /** As the crow flies; null where the place of who asks is not known. */
  readonly km: number | null;
};

/** From where on a fit counts as so good: parts of the best score. */
const LEVELS = [0.86, 0.66, 0.45] as const;
/** What is farther than this fits one level less; nobody keeps going to what is far. */
const FAR_KM = 12;
const VERY_FAR_KM = 22;
/** Help by telephone stands among what is this far. */
const REMOTE_KM = 4;

/** The services by fit, then by distance; the same question gives the same order. */
export function rank(
  candidates: readonly Candidate[],
  place: (Point & { readonly municipality: string }) | undefined,
): readonly Ranked[] {
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  return candidates
    .map((one): Ranked => {
      const level = 1 + LEVELS.filter((part) => one.score >= part * best).length;
      if (!place) return { ...one, level, km: null };
      const km = distanceKm(place, one);
      const goes = one.delivery === 'on-site' ? km : one.municipality === place.municipality ? 0 : km;
      const far = remote(one) ? 0 : goes > VERY_FAR_KM ? 2 : goes > FAR_KM ? 1 : 0;
      return { ...one, level: Math.max(1, level - far), km };
    })
    .toSorted(byFit);
}

const remote = ({ delivery }: Candidate) => delivery === 'phone' || delivery === 'online';
const reach = (one: Ranked) => (one.km === null ? 0 : remote(one) ? REMOTE_KM : one.km);

function byFit(a: Ranked, b: Ranked): number {
  return b.level - a.level || reach(a) - reach(b) || b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** The key of a place in the list, for the link to the next page. */
export const keyOf = (one: Ranked): string => `${one.level}~${reach(one).toFixed(3)}~${one.id}`;

/** What comes after a key, also when the service it names has gone from the list. */
export function after(ranked: readonly Ranked[], key: string | undefined): readonly Ranked[] {
  if (!key) return ranked;
  const [level, km, id] = key.split('~');
  const there = ranked.findIndex((one) => one.id === id);
  if (there >= 0) return ranked.slice(there + 1);
  const next = ranked.findIndex(
    (one) => one.level < Number(level) || (one.level === Number(level) && reach(one) > Number(km)),
  );
  return next < 0 ? [] : ranked.slice(next);
}
