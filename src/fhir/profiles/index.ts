import type { Resource } from '../types.ts';
import { NL_CORE_PROFILES } from './nl-core.ts';
import { doubtful, type Finding, type Profile, wrong } from './rule.ts';
import { VITAL_SIGNS_PROFILES } from './vital-signs.ts';

export type { Finding } from './rule.ts';

const PROFILES: ReadonlyMap<string, Profile> = new Map(
  [...NL_CORE_PROFILES, ...VITAL_SIGNS_PROFILES].map((profile) => [profile.url, profile]),
);
const BASE = 'http://hl7.org/fhir/StructureDefinition/';

/** The profiles that are checked where a resource of this type claims them. */
export function profilesOf(type: string): readonly string[] {
  return [...PROFILES.values()].filter((profile) => profile.type === type).map(({ url }) => url);
}

/**
 * What a resource does not keep of the profiles that it claims in `meta.profile`. A profile that is not known here is a
 * warning: it was not looked at.
 */
export function* claimed(resource: Resource): Generator<Finding> {
  const claims = resource.meta?.profile;
  if (!Array.isArray(claims)) return;
  const type = resource.resourceType;
  for (const [index, claim] of claims.entries()) {
    const place = `${type}.meta.profile[${index}]`;
    const url = String(claim).split('|')[0]!;
    const profile = PROFILES.get(url);
    if (profile && profile.type !== type) yield wrong(place, `${url} is a profile of ${profile.type}`, 'structure');
    else if (profile) for (const rule of profile.rules) yield* rule(resource, type);
    else if (url !== `${BASE}${type}`) yield doubtful(place, `${url} is not known here; it was not checked`);
  }
}
