import { distanceKm, type Point } from '../../platform/index.ts';

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
  /** As the crow flies, or what stands for it by telephone; null where the place of who asks is not known. */
  readonly km: number | null;
};

/** From where on a fit counts as so good: parts of the best score. */
const LEVELS = [0.86, 0.66, 0.45] as const;
/** Beyond each of these a service fits one level less: nobody keeps going to what is far. */
const FAR_KM = [6, 14, 25] as const;
/** Help by telephone or internet stands among what is this far; of another municipality, people know their own less. */
const REMOTE_KM = { own: 2, elsewhere: 7 } as const;

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
      const own = one.municipality === place.municipality;
      const straight = distanceKm(place, one);
      const km =
        one.delivery === 'on-site' || one.delivery === 'at-home' ? straight : own ? REMOTE_KM.own : REMOTE_KM.elsewhere;
      // Who comes to people comes all over their own municipality.
      const far = one.delivery === 'at-home' && own ? 0 : FAR_KM.filter((most) => km > most).length;
      return { ...one, level: Math.max(1, level - far), km };
    })
    .toSorted(byFit);
}

function byFit(a: Ranked, b: Ranked): number {
  return b.level - a.level || (a.km ?? 0) - (b.km ?? 0) || b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** The key of a place in the list, for the link to the next page. */
export const keyOf = (one: Ranked): string => `${one.level}~${(one.km ?? 0).toFixed(3)}~${one.id}`;

/** What comes after a key, also when the service it names has gone from the list. */
export function after(ranked: readonly Ranked[], key: string | undefined): readonly Ranked[] {
  if (!key) return ranked;
  const [level, km, id] = key.split('~');
  const there = ranked.findIndex((one) => one.id === id);
  if (there >= 0) return ranked.slice(there + 1);
  const next = ranked.findIndex(
    (one) => one.level < Number(level) || (one.level === Number(level) && (one.km ?? 0) > Number(km)),
  );
  return next < 0 ? [] : ranked.slice(next);
}
