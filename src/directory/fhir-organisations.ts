import type { Organisation, Owner, Partner, Region, Team } from '../content/index.ts';
import { OMZIEN, type Resource } from '../fhir/index.ts';

/** A code of Omzien itself as FHIR writes it; `system` is the last part of its address. */
export const coded = (system: string, code: string, display?: string) => ({
  coding: [{ system: `${OMZIEN}/CodeSystem/${system}`, code, ...(display ? { display } : {}) }],
});

/** The address of an extension of Omzien itself. */
export const extensionUrl = (name: string): string => `${OMZIEN}/StructureDefinition/${name}`;

/** "Voorbeeldstraat 8, Almelo" → street and place, as FHIR keeps them apart. */
export function addressOf(address: string, postcode: string, municipality: string): Resource['address'] {
  const [line, ...place] = address.split(', ');
  return {
    use: 'work',
    line: [line],
    ...(place.length > 0 ? { city: place.join(', ') } : {}),
    district: municipality,
    postalCode: postcode,
    country: 'NL',
  };
}

/** The name of a municipality of the region by its id. */
export function municipalityName(region: Region, id: string): string {
  return region.municipalities.find((municipality) => municipality.id === id)?.name ?? id;
}

/** Every organisation of the region as FHIR Organization: fictional ones, owners and partners, each with no more than the content states. */
export function organisationResources(region: Region): readonly Resource[] {
  return [
    ...region.organisations.map((organisation) => organisationResource(region, organisation)),
    ...region.owners.map((owner) => ownerResource(region, owner)),
    ...region.partners.map(partnerResource),
  ];
}

function organisationResource(region: Region, organisation: Organisation): Resource {
  const { id, name, kind, fictional, about, phone, mail, address, postcode, municipality } = organisation;
  return {
    resourceType: 'Organization',
    id,
    extension: [
      { url: extensionUrl('fictional'), valueBoolean: fictional },
      { url: extensionUrl('municipality'), valueCode: municipality },
      ...(about ? [{ url: extensionUrl('about'), valueString: about }] : []),
    ],
    active: true,
    type: [coded('organisation-kind', kind)],
    name,
    telecom: [
      { system: 'phone', value: phone, use: 'work' },
      { system: 'email', value: mail, use: 'work' },
    ],
    address: [addressOf(address, postcode, municipalityName(region, municipality))],
  };
}

function ownerResource(region: Region, { id, name, kind, municipality }: Owner): Resource {
  const cbsCode = region.municipalities.find((one) => one.id === municipality)?.cbsCode;
  return {
    resourceType: 'Organization',
    id,
    extension: [
      { url: extensionUrl('programme-owner'), valueBoolean: true },
      ...(municipality ? [{ url: extensionUrl('municipality'), valueCode: municipality }] : []),
    ],
    ...(cbsCode ? { identifier: [{ system: `${OMZIEN}/NamingSystem/cbs-municipality`, value: cbsCode }] } : {}),
    active: true,
    type: [coded('organisation-kind', kind)],
    name,
  };
}

function partnerResource({ id, name, alsoKnownAs, kind, namedIn, note }: Partner): Resource {
  return {
    resourceType: 'Organization',
    id,
    extension: [
      ...namedIn.map((plan) => ({ url: extensionUrl('named-in'), valueString: plan })),
      ...(note ? [{ url: extensionUrl('about'), valueString: note }] : []),
    ],
    type: [coded('organisation-kind', kind)],
    name,
    ...(alsoKnownAs ? { alias: alsoKnownAs } : {}),
  };
}

/** The teams of welfare coaches as FHIR HealthcareService; a team's id is its service id. */
export function teamResources(region: Region): readonly Resource[] {
  return region.organisations.flatMap((organisation) =>
    organisation.teams.map((team) => teamResource(region, organisation, team)),
  );
}

function teamResource(region: Region, organisation: Organisation, team: Team): Resource {
  return {
    resourceType: 'HealthcareService',
    id: team.id,
    extension: [{ url: extensionUrl('municipality'), valueCode: organisation.municipality }],
    active: true,
    providedBy: { reference: `Organization/${organisation.id}`, display: organisation.name },
    category: [coded('service-domain', 'welfare')],
    type: [coded('service-type', 'welfare-coach')],
    name: team.name,
    ...(team.area ? { comment: `${team.area} (${municipalityName(region, organisation.municipality)})` } : {}),
    telecom: [
      { system: 'phone', value: organisation.phone, use: 'work' },
      { system: 'email', value: organisation.mail, use: 'work' },
    ],
    serviceProvisionCode: [FREE],
  };
}

const PROVISION = 'http://terminology.hl7.org/CodeSystem/service-provision-conditions';
/** No charge to who is helped (FHIR, service provision conditions). */
export const FREE = { coding: [{ system: PROVISION, code: 'free' }] };
/** A charge to who is helped. */
export const COST = { coding: [{ system: PROVISION, code: 'cost' }] };
