import { parametersOf } from './definitions.ts';
import { type Terms, termsOf } from './search/index.ts';
import { type Resource, type ResourceType, typeRow } from './types.ts';

/** What a resource is found by, and the few facts about it that lists read. */
export type IndexRow = Terms & {
  readonly status: string | null;
  readonly name: string | null;
};

/** Computes the index of one resource; pure. A BSN never enters it. */
export function indexRow(type: ResourceType, resource: Resource): IndexRow {
  return {
    ...termsOf(parametersOf(type).values(), findable(type, resource)),
    status: statusOf(type, resource),
    name: nameOf(resource),
  };
}

/** A Patient whose address is kept secret (v3-Confidentiality R) is not found by where they live or how they are called. */
function findable(type: ResourceType, resource: Resource): Resource {
  const labels = (resource.meta?.security ?? []) as readonly { readonly system?: string; readonly code?: string }[];
  if (type !== 'Patient' || !labels.some(({ system, code }) => system?.endsWith('/v3-Confidentiality') && code === 'R'))
    return resource;
  const { address: _address, telecom: _telecom, ...rest } = resource;
  return rest;
}

function statusOf(type: ResourceType, resource: Resource): string | null {
  const { status: element } = typeRow(type);
  const active = typeof resource.active === 'boolean' ? (resource.active ? 'active' : 'inactive') : null;
  const status = element ? resource[element] : active;
  return typeof status === 'string' ? status : null;
}

type Json = Record<string, unknown>;

function nameOf(resource: Resource): string | null {
  const { name, title } = resource;
  if (typeof name === 'string') return name.toLowerCase();
  if (Array.isArray(name) && name[0]) {
    const human = name[0] as Json;
    return `${[human.given ?? []].flat().join(' ')} ${human.family ?? ''} ${human.text ?? ''}`.trim().toLowerCase();
  }
  return typeof title === 'string' ? title.toLowerCase() : null;
}

/** The services and organisations a resource names anywhere but in what it contains: they are parties to it. */
export function partiesIn(resource: Resource): readonly string[] {
  const found = new Set<string>();
  for (const [element, value] of Object.entries(resource)) {
    if (element === 'contained' || element === 'extension') continue;
    for (const item of [value].flat() as (Json | null)[]) {
      if (item === null || typeof item !== 'object') continue;
      for (const one of [item, item.actor, item.member] as (Json | undefined)[]) {
        const reference = one?.reference;
        if (typeof reference === 'string' && /^(?:HealthcareService|Organization)\//.test(reference))
          found.add(reference);
      }
    }
  }
  return [...found];
}
