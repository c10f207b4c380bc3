import type { Point } from '../../platform/index.ts';
import type { LocalDate } from '../../platform/time/index.ts';

/** A point on the map; of a resident, the centroid of the postcode. */
export type Place = Point;

export type CostPer = 'free' | 'session' | 'month' | 'year';

/** A service as matching reads it. Null is "not known", never "none". */
export type ServiceOffer = Place & {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationName: string;
  readonly domain: string;
  readonly needs: readonly string[];
  readonly minAge: number | null;
  readonly maxAge: number | null;
  readonly gender: 'female' | 'male' | null;
  /** Slug; `residentsOnly`: for who lives there. */
  readonly municipality: string;
  readonly residentsOnly: boolean;
  readonly languages: readonly string[];
  /** In euro. Null when the cost is not known. */
  readonly cost: { readonly amount: number; readonly per: CostPer } | null;
  /** In calendar days. */
  readonly waitingDays: number | null;
  readonly delivery: 'on-site' | 'at-home' | 'phone' | 'online';
  readonly fullUntil: LocalDate | null;
  /** When somebody last said that these details are right. */
  readonly confirmedOn: LocalDate;
};

export type Travel = 'foot' | 'bike' | 'public-transport' | 'car';

/** What is asked for: the needs that came out of the conversation, and the person's own limits. */
export type Ask = {
  readonly needs: readonly string[];
  /** Null: where the person lives is not known or kept secret. */
  readonly place: Place | null;
  readonly municipality: string | null;
  /** In years. */
  readonly age: number;
  readonly gender: 'female' | 'male' | 'other' | 'unknown';
  /** ISO 639-1, best understood first; empty: not asked, nothing is left out for it. */
  readonly languages: readonly string[];
  /** Euro a month the person can spend; null: not known. */
  readonly maxCostPerMonth: number | null;
  /** How far the person can go: in kilometres as the crow flies, or by how they travel. */
  readonly reach: { readonly maxKm: number } | { readonly by: Travel };
  readonly urgency: 'routine' | 'soon';
};

/**
 * How much each part of a fit counts, in points, and the limits that go with it. Set by the region: no source gives
 * them. They are made so that answering one need more outweighs any single other part, that distance comes next
 * (people do not keep going to what is far), and that a fresh check of the details decides between equals.
 */
export const FIT = {
  points: { need: 40, distance: 25, waiting: 15, cost: 15, language: 5, confirmed: 5 },
  /** Kilometres as the crow flies that are within reach, by how somebody travels. */
  reachKm: { foot: 1.5, bike: 5, 'public-transport': 10, car: 20 },
  /** How far from its office a service at home goes before the distance is worth a warning. */
  atHomeKm: 20,
  /** On-site services beyond this many times the reach are left out, but never those within `leastKm`. */
  tooFar: { timesReach: 2, leastKm: 6 },
  /** Part of the points for distance of a telephone or online service of another municipality: people know their own town. */
  remoteElsewherePart: 0.6,
  /** A wait in days that fits the urgency; longer is a "but"; full for more than twice as long leaves a service out. */
  waitDays: { routine: 42, soon: 14 },
  /** A paid session is taken to be weekly when its cost is compared with what somebody can spend in a month. */
  sessionsPerMonth: 52 / 12,
  /** Part of the points for cost: by what is known. */
  costPart: { free: 1, withinBudget: 0.7, budgetUnknown: 0.5, costUnknown: 0.3, aboveBudget: 0 },
  /** Part of the points for a language that is understood, but not the best understood. */
  secondLanguagePart: 0.5,
  /** Details older than this are worth a warning. */
  confirmedWithinMonths: 6,
} as const;

/** What a service costs in a month, in euro, rounded to cents; null when not known. */
export function costPerMonth(cost: ServiceOffer['cost']): number | null {
  if (cost === null) return null;
  const times = { free: 0, session: FIT.sessionsPerMonth, month: 1, year: 1 / 12 }[cost.per];
  return Math.round(cost.amount * times * 100) / 100;
}
