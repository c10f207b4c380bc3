import type { ProblemPlace } from '../../platform/index.ts';
import type { Resource } from '../types.ts';
import type { Contained } from './reference.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a resource contains: types by id. */
export function containedIn(resource: Json): Contained {
  const found = new Map<string, string>();
  if (Array.isArray(resource.contained))
    for (const one of resource.contained as readonly (Json | null)[])
      if (typeof one?.id === 'string') found.set(one.id, String(one.resourceType ?? ''));
  return found;
}

/** The invariants over a whole resource that the validator does not run: dom-3, the ids of what is contained, and org-1. */
export function checkWhole(resource: Resource, places: ProblemPlace[]): void {
  checkContained(resource, places);
  if (resource.resourceType === 'Organization' && resource.name === undefined && resource.identifier === undefined)
    places.push({
      place: 'Organization',
      text: 'Constraint org-1 not met: a name or an identifier has to be there',
      code: 'invariant',
    });
}

function checkContained(resource: Resource, places: ProblemPlace[]): void {
  if (!Array.isArray(resource.contained)) return;
  const all = resource.contained as readonly (Json | null)[];
  const named = new Set<string>();
  gatherLocal(resource, named);
  const seen = new Set<string>();
  for (const [index, one] of all.entries()) {
    const place = `${resource.resourceType}.contained[${index}]`;
    const id = one?.id;
    if (typeof id !== 'string') {
      places.push({ place: `${place}.id`, text: 'What is contained has an id', code: 'required' });
      continue;
    }
    if (seen.has(id)) places.push({ place: `${place}.id`, text: 'Not unique', code: 'duplicate' });
    seen.add(id);
    // Referred to from elsewhere, or referring to what contains it (R4 2.3.0.1.1).
    const own = new Set<string>();
    gatherLocal(one, own);
    if (!named.has(`#${id}`) && !own.has('#'))
      places.push({ place, text: 'Constraint dom-3 not met: nothing refers to it', code: 'invariant' });
  }
}

/** Every local reference: of Reference, and of addresses (`canonical`, `uri`) that begin with a hash. */
function gatherLocal(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') {
    if (value.charCodeAt(0) === 35) into.add(value);
  } else if (value !== null && typeof value === 'object')
    for (const item of Object.values(value)) gatherLocal(item, into);
}
