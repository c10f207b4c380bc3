import type { Service } from '../content/index.ts';
import type { Answering } from '../directory/index.ts';
import { asLocalDate, type LocalDate } from '../platform/index.ts';
import type { Definitions } from './ground.ts';
import { type Proposals, proposeServices, type ServiceOffer, type Travel } from './model/index.ts';

/** What the coach fills in with the resident: needs, and the resident's own limits. */
export type ProposalWish = {
  readonly needs: readonly string[];
  readonly languages: readonly string[];
  /** Euro a month; undefined where it was not asked. */
  readonly maxCostPerMonth?: number;
  readonly travel: Travel;
  readonly urgency: 'routine' | 'soon';
};

export type ServiceFit = ServiceOffer & { readonly content: Service };
export type ProposalResult = Proposals<ServiceFit>;

/** A service of the region as matching reads it. */
export function offerOf(definitions: Definitions, service: Service): ServiceFit {
  return {
    id: service.id,
    name: service.name,
    organisation: service.organisation,
    organisationName: definitions.organisationName(service.organisation),
    domain: service.domain,
    needs: service.needs,
    minAge: service.audience.minAge ?? null,
    maxAge: service.audience.maxAge ?? null,
    gender: service.audience.gender ?? null,
    municipality: service.municipality,
    residentsOnly: service.audience.residentsOnly ?? false,
    languages: service.languages,
    cost: { amount: service.cost.amount, per: service.cost.per },
    waitingDays: service.waitingDays,
    delivery: service.delivery,
    lat: service.location.lat,
    lon: service.location.lon,
    fullUntil: service.fullUntil ? asLocalDate(service.fullUntil) : null,
    confirmedOn: asLocalDate(service.confirmed.on),
    content: service,
  };
}

/**
 * The services that fit one person, best first, out of those that answer a need (`others`: how many do not).
 * The place is the centroid of the postcode, never the address.
 */
export function proposalFor(
  definitions: Definitions,
  answering: Answering,
  wish: ProposalWish,
  person: { readonly age: number; readonly postcode: string | undefined; readonly gender: string | undefined },
  today: LocalDate,
): ProposalResult {
  const area = definitions.region.postcodes.find((one) => one.code === person.postcode?.slice(0, 4));
  const gender =
    person.gender === 'female' || person.gender === 'male' || person.gender === 'other' ? person.gender : 'unknown';
  const { ranked, fellOut } = proposeServices(
    {
      needs: wish.needs,
      place: area ? { lat: area.lat, lon: area.lon } : null,
      municipality: area?.municipality ?? null,
      age: person.age,
      gender,
      languages: wish.languages,
      maxCostPerMonth: wish.maxCostPerMonth ?? null,
      reach: { by: wish.travel },
      urgency: wish.urgency,
    },
    answering.services.map((service) => offerOf(definitions, service)),
    today,
  );
  return { ranked, fellOut: { ...fellOut, 'other-need': fellOut['other-need'] + answering.others } };
}
