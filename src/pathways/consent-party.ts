import type { Resource } from '../fhir/index.ts';
import { SYSTEM } from './shapes.ts';

/** The ids of services as identifiers: where FHIR has no room for a reference to a HealthcareService. */
const SERVICE_ID = SYSTEM.service;

/** The party that an agreement names, as R4 lets a Consent name it (provision.actor leads to no HealthcareService). */
export type ConsentParty = {
  readonly reference?: string;
  readonly identifier?: { readonly system?: string; readonly value?: string };
  readonly display?: string;
};

/** How a Consent names a party, given by its reference. */
export function consentParty(reference: string, display: string | undefined): ConsentParty {
  const [type, id] = reference.split('/');
  const said = display === undefined ? {} : { display };
  return type === 'HealthcareService'
    ? { identifier: { system: SERVICE_ID, value: id ?? '' }, ...said }
    : { reference, ...said };
}

/** The reference of the party that a Consent names; also as it was written before. */
export function consentPartyRef(party: ConsentParty | undefined): string | undefined {
  const { reference, identifier } = party ?? {};
  if (reference) return reference;
  return identifier?.system === SERVICE_ID && identifier.value ? `HealthcareService/${identifier.value}` : undefined;
}

type Provision = { readonly actor?: readonly { readonly reference?: ConsentParty }[] };

/** An agreement that names a service by reference, as Omzien wrote it before, in the form that R4 knows; else as it is. */
export function withPartiesOfR4(consent: Resource): Resource {
  const provision = consent.provision as Provision | undefined;
  if (!provision?.actor?.some(({ reference }) => reference?.reference?.startsWith('HealthcareService/')))
    return consent;
  const actor = provision.actor.map((one) => {
    const named = one.reference?.reference;
    return named ? { ...one, reference: consentParty(named, one.reference?.display) } : one;
  });
  return { ...consent, provision: { ...provision, actor } };
}
