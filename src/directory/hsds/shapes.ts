import type { Region, Service } from '../../content/index.ts';
import { asLocalDate, type LocalDate } from '../../platform/index.ts';
import { freshnessOf } from '../model/index.ts';
import { costOf, hoursOf, roomOf } from '../pages/shared/present.ts';
import { serviceWords } from '../pages/shared/words.ts';
import { publicId } from './ids.ts';
import type { StoredOrganisation, StoredService } from './store.ts';
import { termsOf } from './taxonomy.ts';

/** What shapes need to know beside the service: the region, its day, and the address of this installation. */
export type Around = { readonly region: Region; readonly today: LocalDate; readonly publicUrl: string };

/** The UUID of a part of something, such as its second schedule. */
const part = (id: string, name: string) => publicId('part', `${id}/${name}`);

/** Leaves out what is not known: HSDS has no nulls. */
function known<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** A service with its one-to-one fields (HSDS 3.0, service). */
export function serviceBrief({ service, changedAt }: StoredService, organisation: StoredOrganisation, around: Around) {
  const { audience, confirmed } = service;
  return known({
    id: publicId('service', service.id),
    organization_id: publicId('organization', service.organisation),
    name: service.name,
    description: service.description,
    url: `${around.publicUrl}/hulp/${service.id}`,
    email: organisation.mail,
    status: 'active' as const,
    application_process: service.signUp,
    fees_description: [costOf(service, 'nl'), service.cost.note].filter(Boolean).join('. '),
    wait_time: roomOf({ waitingDays: service.waitingDays }, around.today, 'nl'),
    eligibility_description: audience.text,
    minimum_age: audience.minAge,
    maximum_age: audience.maxAge,
    assured_date: confirmed.on,
    alert: alertOf(service, around.today),
    modified_date: changedAt.toISOString(),
    organization: organisationBrief(organisation),
  });
}

/** Full until a day, or not confirmed for half a year: what somebody has to know before they call. */
function alertOf(service: Service, today: LocalDate): string | undefined {
  const words = serviceWords('nl');
  const { fullUntil, confirmed } = service;
  const said = [
    ...(fullUntil !== undefined && fullUntil >= today ? [words.fullUntil({ date: fullUntil })] : []),
    ...(freshnessOf(asLocalDate(confirmed.on), today).kind === 'stale' ? [words.stale({ date: confirmed.on })] : []),
  ];
  return said.length > 0 ? said.join('. ') : undefined;
}

/** A service with everything that belongs to it. */
export function serviceFull(stored: StoredService, organisation: StoredOrganisation, around: Around) {
  const { service } = stored;
  const phone = service.phone ?? organisation.phone;
  const municipality = around.region.municipalities.find(({ id }) => id === service.municipality);
  const languages = new Intl.DisplayNames(['nl'], { type: 'language' });
  return {
    ...serviceBrief(stored, organisation, around),
    phones: phone ? [{ id: part(service.id, 'phone'), number: phone, type: 'voice' }] : [],
    schedules: schedulesOf(service),
    service_areas: service.audience.residentsOnly
      ? [
          {
            id: part(service.id, 'area'),
            name: municipality?.name ?? service.municipality,
            extent_type: 'text',
            extent: municipality?.cbsCode ?? '',
          },
        ]
      : [],
    service_at_locations: [serviceAtLocation(stored, around)],
    languages: service.languages.map((code) => ({
      id: part(service.id, `language-${code}`),
      name: languages.of(code) ?? code,
      code,
    })),
    cost_options: [
      known({
        id: part(service.id, 'cost'),
        option: service.cost.per,
        currency: 'EUR',
        amount: service.cost.amount,
        amount_description: service.cost.note,
      }),
    ],
    funding: [],
    required_documents: [],
    contacts: [],
    attributes: attributesOf(service, around.region),
    metadata: [],
  };
}

const DAYS = {
  monday: 'MO',
  tuesday: 'TU',
  wednesday: 'WE',
  thursday: 'TH',
  friday: 'FR',
  saturday: 'SA',
  sunday: 'SU',
};

/** Weekly times as RFC 5545 has them; what cannot be said so is said in words. */
function schedulesOf(service: Service) {
  const lines = service.when.map(({ weekday, from, to }, index) => ({
    id: part(service.id, `schedule-${index}`),
    freq: 'WEEKLY',
    interval: 1,
    wkst: 'MO',
    byday: DAYS[weekday],
    opens_at: from,
    closes_at: to,
    description: hoursOf({ when: [{ weekday, from, to }] }, 'nl')[0],
  }));
  return service.whenNote
    ? [...lines, { id: part(service.id, 'schedule-note'), description: service.whenNote }]
    : lines;
}

function attributesOf(service: Service, region: Region) {
  const codes = new Set<string>([...service.needs, service.domain]);
  return termsOf(region)
    .filter(({ code }) => codes.has(code))
    .map((term) => ({
      id: part(service.id, `attribute-${term.code}`),
      link_id: publicId('service', service.id),
      link_entity: 'service',
      taxonomy_term_id: term.id,
      taxonomy_term: term,
    }));
}

/** The place of a service (HSDS 3.0, location). */
export function locationOf(service: Service, around: Around) {
  const { address, postcode, lat, lon } = service.location;
  const [line, ...place] = address.split(', ');
  const remote = service.delivery === 'phone' || service.delivery === 'online';
  return {
    id: publicId('location', service.id),
    location_type: remote ? ('virtual' as const) : ('physical' as const),
    name: service.name,
    transportation: service.gettingThere,
    latitude: lat,
    longitude: lon,
    addresses: [
      {
        id: part(service.id, 'address'),
        address_1: line,
        city: place.join(', ') || service.municipality,
        state_province: around.region.name,
        postal_code: postcode,
        country: 'NL',
        address_type: 'physical' as const,
      },
    ],
    accessibility: service.wheelchair
      ? [{ id: part(service.id, 'wheelchair'), description: serviceWords('nl').wheelchair }]
      : [],
  };
}

/** A service at its place. */
export function serviceAtLocation({ service }: StoredService, around: Around) {
  const delivery = serviceWords('nl').delivery[service.delivery];
  return known({
    id: publicId('service-at-location', service.id),
    service_id: publicId('service', service.id),
    location_id: publicId('location', service.id),
    description: delivery === '' ? undefined : delivery,
    location: locationOf(service, around),
  });
}

/** A service at its place as it stands in a list: with the service. */
export function serviceAtLocationListed(stored: StoredService, organisation: StoredOrganisation, around: Around) {
  return { ...serviceAtLocation(stored, around), service: serviceBrief(stored, organisation, around) };
}

/** All of a service at its place. */
export function serviceAtLocationFull(stored: StoredService, organisation: StoredOrganisation, around: Around) {
  const { service_at_locations: _itself, ...service } = serviceFull(stored, organisation, around);
  return { ...serviceAtLocation(stored, around), service, schedules: service.schedules, phones: service.phones };
}

/** An organisation with its one-to-one fields (HSDS 3.0, organization). */
export function organisationBrief({ id, name, about, mail }: StoredOrganisation) {
  return known({ id: publicId('organization', id), name, description: about ?? name, email: mail });
}

/** An organisation with everything that belongs to it, and its services: whole ones where that is asked. */
export function organisationFull(
  organisation: StoredOrganisation,
  services: readonly StoredService[],
  around: Around,
  whole: boolean,
) {
  const { id, phone, address } = organisation;
  return {
    ...organisationBrief(organisation),
    phones: phone ? [{ id: part(id, 'phone'), number: phone, type: 'voice' }] : [],
    locations: address
      ? [
          {
            id: part(id, 'location'),
            location_type: 'physical' as const,
            addresses: [
              {
                id: part(id, 'address'),
                address_1: address.line,
                city: address.city,
                state_province: around.region.name,
                postal_code: address.postcode,
                country: 'NL',
                address_type: 'physical' as const,
              },
            ],
          },
        ]
      : [],
    funding: [],
    contacts: [],
    programs: [],
    organization_identifiers: [],
    attributes: [],
    metadata: [],
    services: services.map((stored) =>
      whole ? serviceFull(stored, organisation, around) : serviceBrief(stored, organisation, around),
    ),
  };
}
