import { distanceKm } from '../../platform/index.ts';
import { addMonths, daysBetween, type LocalDate } from '../../platform/time/index.ts';
import { type Ask, type CostPer, costPerMonth, FIT, type ServiceOffer } from './service-fit.ts';

/** One thing that speaks for a service; its words are in the catalogue. Kilometres to one decimal, money in euro. */
export type Reason =
  | { readonly kind: 'answers-need'; readonly need: string }
  | { readonly kind: 'distance'; readonly km: number }
  | { readonly kind: 'comes-to-you'; readonly delivery: 'at-home' | 'phone' | 'online' }
  | { readonly kind: 'free' }
  | {
      readonly kind: 'within-budget' | 'costs';
      readonly amount: number;
      readonly per: CostPer;
      readonly perMonth: number;
    }
  | { readonly kind: 'speaks-language'; readonly language: string }
  | { readonly kind: 'waiting-days'; readonly days: number }
  | { readonly kind: 'opens'; readonly on: LocalDate }
  | { readonly kind: 'age-fits'; readonly minAge: number | null; readonly maxAge: number | null }
  | { readonly kind: 'for-gender'; readonly gender: 'female' | 'male' }
  | { readonly kind: 'confirmed'; readonly on: LocalDate };

/** One thing to know before choosing a service. */
export type But =
  | { readonly kind: 'far'; readonly km: number; readonly reachKm: number }
  | { readonly kind: 'place-unknown' }
  | {
      readonly kind: 'above-budget';
      readonly amount: number;
      readonly per: CostPer;
      readonly perMonth: number;
      readonly budget: number;
    }
  | { readonly kind: 'cost-unknown' }
  | { readonly kind: 'long-wait'; readonly days: number; readonly fits: number }
  | { readonly kind: 'wait-unknown' }
  | { readonly kind: 'full-until'; readonly on: LocalDate }
  | { readonly kind: 'only-for'; readonly gender: 'female' | 'male' }
  | { readonly kind: 'not-confirmed'; readonly since: LocalDate };

export type FitPart = keyof typeof FIT.points;

export type Proposal<Service extends ServiceOffer = ServiceOffer> = {
  readonly service: Service;
  readonly score: number;
  /** Where the score comes from; the parts add up to it. */
  readonly points: Readonly<Record<FitPart, number>>;
  /** As the crow flies, not rounded; null when the place of the person is not known. */
  readonly km: number | null;
  readonly why: readonly Reason[];
  readonly but: readonly But[];
};

/** Why a service is left out, in the order in which it is looked at: each counts once, for the first that holds. */
export const EXCLUSIONS = [
  'other-need',
  'other-municipality',
  'too-young',
  'too-old',
  'other-gender',
  'other-language',
  'too-far',
  'full',
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

export type Proposals<Service extends ServiceOffer = ServiceOffer> = {
  readonly ranked: readonly Proposal<Service>[];
  readonly fellOut: Readonly<Record<Exclusion, number>>;
};

/**
 * The services that fit, best first, each with why and with what to know. Ties are settled by distance, then by id,
 * so that the same question gives the same list.
 */
export function proposeServices<Service extends ServiceOffer>(
  ask: Ask,
  services: readonly Service[],
  today: LocalDate,
): Proposals<Service> {
  const fellOut: Record<Exclusion, number> = {
    'other-need': 0,
    'other-municipality': 0,
    'too-young': 0,
    'too-old': 0,
    'other-gender': 0,
    'other-language': 0,
    'too-far': 0,
    full: 0,
  };
  const ranked: Proposal<Service>[] = [];
  for (const service of services) {
    const out = exclusionOf(ask, service, today);
    if (out === null) ranked.push(fit(ask, service, today));
    else fellOut[out]++;
  }
  return { ranked: ranked.sort(byFit), fellOut };
}

/** Why this service is no option at all for this person; null when it is. */
export function exclusionOf(ask: Ask, service: ServiceOffer, today: LocalDate): Exclusion | null {
  const { minAge, maxAge, gender, languages, fullUntil } = service;
  if (!service.needs.some((need) => ask.needs.includes(need))) return 'other-need';
  if (service.residentsOnly && ask.municipality !== null && ask.municipality !== service.municipality) {
    return 'other-municipality';
  }
  if (minAge !== null && ask.age < minAge) return 'too-young';
  if (maxAge !== null && ask.age > maxAge) return 'too-old';
  if (gender === 'female' && ask.gender === 'male') return 'other-gender';
  if (gender === 'male' && ask.gender === 'female') return 'other-gender';
  if (ask.languages.length > 0 && !ask.languages.some((language) => languages.includes(language))) {
    return 'other-language';
  }
  if (isTooFar(ask, service)) return 'too-far';
  if (fullUntil !== null && daysBetween(today, fullUntil) > 2 * FIT.waitDays[ask.urgency]) return 'full';
  return null;
}

/** Nobody keeps going to what is several times as far as they can easily travel; what comes to people is never too far. */
function isTooFar(ask: Ask, service: ServiceOffer): boolean {
  if (service.delivery !== 'on-site' || ask.place === null) return false;
  const reachKm = 'maxKm' in ask.reach ? ask.reach.maxKm : FIT.reachKm[ask.reach.by];
  return distanceKm(ask.place, service) > Math.max(FIT.tooFar.timesReach * reachKm, FIT.tooFar.leastKm);
}

type Judged = { readonly part: number; readonly why?: readonly Reason[]; readonly but?: readonly But[] };

function fit<Service extends ServiceOffer>(ask: Ask, service: Service, today: LocalDate): Proposal<Service> {
  const needs = [...new Set(ask.needs)].filter((need) => service.needs.includes(need));
  const km = ask.place === null ? null : distanceKm(ask.place, service);
  const judged: Record<FitPart, Judged> = {
    need: { part: needs.length, why: needs.map((need) => ({ kind: 'answers-need', need })) },
    distance: byDistance(ask, service, km),
    waiting: byWaiting(ask, service, today),
    cost: byCost(ask, service),
    language: byLanguage(ask, service),
    confirmed: byConfirmation(service, today),
  };
  const parts = Object.keys(FIT.points) as FitPart[];
  const points = Object.fromEntries(parts.map((part) => [part, oneDecimal(FIT.points[part] * judged[part].part)]));
  return {
    service,
    score: oneDecimal(parts.reduce((sum, part) => sum + (points[part] ?? 0), 0)),
    points: points as Record<FitPart, number>,
    km,
    why: [...parts.flatMap((part) => judged[part].why ?? []), ...forWhom(ask, service)],
    but: [...parts.flatMap((part) => judged[part].but ?? []), ...notForAll(ask, service)],
  };
}

function byDistance(ask: Ask, service: ServiceOffer, km: number | null): Judged {
  const { delivery } = service;
  const why: readonly Reason[] = delivery === 'on-site' ? [] : [{ kind: 'comes-to-you', delivery }];
  if (delivery === 'phone' || delivery === 'online') {
    return { part: service.municipality === ask.municipality ? 1 : FIT.remoteElsewherePart, why };
  }
  if (km === null) return { part: 0.5, why, but: [{ kind: 'place-unknown' }] };
  const own = 'maxKm' in ask.reach ? ask.reach.maxKm : FIT.reachKm[ask.reach.by];
  const reachKm = delivery === 'at-home' ? FIT.atHomeKm : own;
  const part = reachKm > 0 ? Math.max(0, 1 - km / (2 * reachKm)) : 0;
  if (km > reachKm) return { part, why, but: [{ kind: 'far', km: oneDecimal(km), reachKm }] };
  return { part, why: delivery === 'at-home' ? why : [{ kind: 'distance', km: oneDecimal(km) }] };
}

function byWaiting(ask: Ask, service: ServiceOffer, today: LocalDate): Judged {
  const fits = FIT.waitDays[ask.urgency];
  const { waitingDays, fullUntil } = service;
  const opensIn = fullUntil === null ? 0 : Math.max(0, daysBetween(today, fullUntil));
  const days = Math.max(waitingDays ?? 0, opensIn);
  const part = waitingDays === null && opensIn === 0 ? 0.5 : Math.max(0, 1 - days / (2 * fits));
  const why: Reason[] = [];
  const but: But[] = [];
  if (fullUntil !== null && opensIn > 0) {
    if (opensIn <= fits) why.push({ kind: 'opens', on: fullUntil });
    else but.push({ kind: 'full-until', on: fullUntil });
  }
  if (waitingDays === null) but.push({ kind: 'wait-unknown' });
  else if (waitingDays > fits) but.push({ kind: 'long-wait', days: waitingDays, fits });
  else if (opensIn === 0) why.push({ kind: 'waiting-days', days: waitingDays });
  return { part, why, but };
}

function byCost(ask: Ask, service: ServiceOffer): Judged {
  const { costPart } = FIT;
  const perMonth = costPerMonth(service.cost);
  if (service.cost === null || perMonth === null)
    return { part: costPart.costUnknown, but: [{ kind: 'cost-unknown' }] };
  if (perMonth === 0) return { part: costPart.free, why: [{ kind: 'free' }] };
  const told = { amount: service.cost.amount, per: service.cost.per, perMonth };
  const budget = ask.maxCostPerMonth;
  if (budget === null) return { part: costPart.budgetUnknown, why: [{ kind: 'costs', ...told }] };
  if (perMonth <= budget) return { part: costPart.withinBudget, why: [{ kind: 'within-budget', ...told }] };
  return { part: costPart.aboveBudget, but: [{ kind: 'above-budget', ...told, budget }] };
}

function byLanguage(ask: Ask, service: ServiceOffer): Judged {
  const language = ask.languages.find((one) => service.languages.includes(one));
  if (language === undefined) return { part: 0 };
  const part = language === ask.languages[0] ? 1 : FIT.secondLanguagePart;
  return { part, why: [{ kind: 'speaks-language', language }] };
}

function byConfirmation(service: ServiceOffer, today: LocalDate): Judged {
  const on = service.confirmedOn;
  if (addMonths(on, FIT.confirmedWithinMonths) < today) return { part: 0, but: [{ kind: 'not-confirmed', since: on }] };
  return { part: 1, why: [{ kind: 'confirmed', on }] };
}

function forWhom(ask: Ask, { minAge, maxAge, gender }: ServiceOffer): readonly Reason[] {
  const why: Reason[] = [];
  if (minAge !== null || maxAge !== null) why.push({ kind: 'age-fits', minAge, maxAge });
  if (gender !== null && gender === ask.gender) why.push({ kind: 'for-gender', gender });
  return why;
}

function notForAll(ask: Ask, { gender }: ServiceOffer): readonly But[] {
  return gender !== null && gender !== ask.gender ? [{ kind: 'only-for', gender }] : [];
}

function byFit(a: Proposal, b: Proposal): number {
  return b.score - a.score || (a.km ?? Infinity) - (b.km ?? Infinity) || (a.service.id < b.service.id ? -1 : 1);
}

function oneDecimal(amount: number): number {
  return Math.round(amount * 10) / 10;
}
