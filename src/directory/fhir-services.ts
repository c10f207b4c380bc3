import type { Region, Service } from '../content/index.ts';
import type { Resource } from '../fhir/index.ts';
import { addressOf, COST, coded, extensionUrl, FREE, municipalityName } from './fhir-organisations.ts';

/** The services of the region as FHIR HealthcareService. */
export function serviceResources(region: Region): readonly Resource[] {
  const organisations = new Map(region.organisations.map(({ id, name }) => [id, name]));
  const needs = new Map(region.needs.map(({ id, label }) => [id, label]));
  return region.services.map((service) => ({
    resourceType: 'HealthcareService',
    id: service.id,
    extension: extensionsOf(service),
    active: true,
    providedBy: {
      reference: `Organization/${service.organisation}`,
      display: organisations.get(service.organisation) ?? service.organisation,
    },
    category: [coded('service-domain', service.domain)],
    type: service.needs.map((need) => coded('need', need, needs.get(need))),
    location: [{ reference: `Location/${service.id}` }],
    name: service.name,
    comment: service.description,
    ...(service.phone ? { telecom: [{ system: 'phone', value: service.phone, use: 'work' }] } : {}),
    extraDetails: `${service.signUp}\n\n${service.gettingThere}`,
    serviceProvisionCode: [service.cost.per === 'free' ? FREE : COST],
    eligibility: [
      { code: { ...coded('eligibility', 'audience'), text: service.audience.text } },
      ...(service.audience.residentsOnly
        ? [
            {
              code: coded('eligibility', 'residents-only'),
              comment: `Voor inwoners van ${municipalityName(region, service.municipality)}.`,
            },
          ]
        : []),
    ],
    characteristic: [
      coded('delivery', service.delivery),
      ...(service.wheelchair ? [coded('accessibility', 'wheelchair')] : []),
    ],
    communication: service.languages.map((code) => ({ coding: [{ system: 'urn:ietf:bcp:47', code }] })),
    ...(service.when.length > 0 ? { availableTime: timesOf(service) } : {}),
    ...(service.fullUntil ? { notAvailable: [{ description: 'Vol', during: { end: service.fullUntil } }] } : {}),
    ...(service.whenNote ? { availabilityExceptions: service.whenNote } : {}),
  }));
}

/** Where each service is, as FHIR Location with its position (WGS 84); a Location has the id of its service. */
export function locationResources(region: Region): readonly Resource[] {
  return region.services.map(({ id, name, organisation, municipality, location, delivery }) => ({
    resourceType: 'Location',
    id,
    status: 'active',
    name,
    ...(delivery === 'at-home' ? { description: 'Van hieruit komt de dienst bij mensen thuis.' } : {}),
    mode: 'instance',
    address: addressOf(location.address, location.postcode, municipalityName(region, municipality)),
    position: { longitude: location.lon, latitude: location.lat },
    managingOrganization: { reference: `Organization/${organisation}` },
  }));
}

function timesOf(service: Service): readonly unknown[] {
  return service.when.map(({ weekday, from, to }) => ({
    daysOfWeek: [weekday.slice(0, 3)],
    availableStartTime: `${from}:00`,
    availableEndTime: `${to}:00`,
  }));
}

function extensionsOf(service: Service): readonly unknown[] {
  const { audience, cost, confirmed } = service;
  const bounds = [
    ...(audience.minAge === undefined ? [] : [{ url: 'minAge', valueInteger: audience.minAge }]),
    ...(audience.maxAge === undefined ? [] : [{ url: 'maxAge', valueInteger: audience.maxAge }]),
    ...(audience.gender === undefined ? [] : [{ url: 'gender', valueCode: audience.gender }]),
  ];
  return [
    { url: extensionUrl('municipality'), valueCode: service.municipality },
    {
      url: extensionUrl('confirmed'),
      extension: [
        { url: 'on', valueDate: confirmed.on },
        { url: 'by', valueString: confirmed.by },
      ],
    },
    {
      url: extensionUrl('cost'),
      extension: [
        { url: 'amount', valueMoney: { value: cost.amount, currency: 'EUR' } },
        { url: 'per', valueCode: cost.per },
        ...(cost.note ? [{ url: 'note', valueString: cost.note }] : []),
      ],
    },
    { url: extensionUrl('waiting-days'), valueInteger: service.waitingDays },
    ...(service.places === undefined ? [] : [{ url: extensionUrl('places'), valueInteger: service.places }]),
    ...(service.placesFree === undefined
      ? []
      : [{ url: extensionUrl('places-free'), valueInteger: service.placesFree }]),
    ...(bounds.length > 0 ? [{ url: extensionUrl('audience'), extension: bounds }] : []),
  ];
}
