import { parseExactly, type Resource } from '../fhir/index.ts';
import type { Actor, Seen } from '../platform/index.ts';

/** HL7's label for what only those may see who need it (v3-Confidentiality: restricted). */
const RESTRICTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'R' } as const;

type Label = { readonly system?: string; readonly code?: string };
const labelsOf = (resource: Resource): readonly Label[] =>
  (resource.meta?.security as readonly Label[] | undefined) ?? [];

/** True for a Patient whose address is kept secret. */
export function isSecret(patient: Resource): boolean {
  return labelsOf(patient).some((label) => label.system === RESTRICTED.system && label.code === RESTRICTED.code);
}

/** The same Patient with its address secret, or no longer. */
export function withSecret(patient: Resource, secret: boolean): Resource {
  const others = labelsOf(patient).filter(
    (label) => label.system !== RESTRICTED.system || label.code !== RESTRICTED.code,
  );
  const { security: _security, ...meta } = patient.meta ?? {};
  const security = secret ? [...others, RESTRICTED] : others;
  return { ...patient, meta: { ...meta, ...(security.length > 0 ? { security } : {}) } };
}

/** Roles that read a secret address without asking: the resident, the practice, and systems under an agreement. */
const KNOWS: readonly Actor['role'][] = ['resident', 'practice-nurse', 'gp', 'system'];

type Point = { readonly system?: string };

/** So does the system of an organisation that refers, as its people do; a provider's does not. */
const knows = ({ role, services }: Actor) =>
  KNOWS.includes(role) || (role === 'partner-system' && services.length === 0);

/**
 * A Patient or RelatedPerson as this reader gets it where the address is secret: no address, and no telephone either
 * (numbers are looked up). Also of versions from before it was secret. Mail stays for the team, not for a provider.
 */
export function withoutSecret(actor: Actor, type: string, text: string, seen: Seen | undefined): string {
  if ((type !== 'Patient' && type !== 'RelatedPerson') || knows(actor)) return text;
  const resource = parseExactly(text) as Resource;
  if (!seen?.s && !isSecret(resource)) return text;
  const team = actor.role === 'welfare-coach' || actor.role === 'coordinator';
  const { address: _address, telecom, contact: _contact, ...rest } = resource;
  const points = (telecom ?? []) as readonly Point[];
  const left =
    type === 'RelatedPerson' ? (team ? points : []) : team ? points.filter((point) => point.system === 'email') : [];
  return JSON.stringify(left.length > 0 ? { ...rest, telecom: left } : rest);
}
