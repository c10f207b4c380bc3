import { isResourceType, type Resource, type ResourceType, typeRow } from '../../fhir/index.ts';
import { newResidentId, newResourceId } from '../../platform/index.ts';
import { subjectOf } from '../doors.ts';
import type { RecordGround } from '../ground.ts';
import type { Entry } from './entries.ts';

/** What new entries and conditions are called in the bundle, and the reference that stands for each. */
export type Names = Map<string, string>;

/** The order of the entries means nothing (R4 3.1.0.11.2): what is new is written after what it names. */
export function afterWhatTheyName<
  T extends {
    readonly method: string;
    readonly type: ResourceType;
    readonly id: string;
    readonly sent: { readonly resource: unknown } | undefined;
  },
>(steps: readonly T[]): readonly T[] {
  const made = new Map(steps.filter((step) => step.method === 'POST').map((step) => [`${step.type}/${step.id}`, step]));
  const ordered = new Set<T>();
  const begun = new Set<T>();
  const add = (step: T): void => {
    if (begun.has(step)) return;
    begun.add(step);
    for (const reference of referencesIn(step.sent?.resource)) {
      const named = made.get(reference);
      if (named) add(named);
    }
    ordered.add(step);
  };
  steps.forEach(add);
  return [...ordered];
}

/** Every reference in a resource, wherever it stands. */
export function* referencesIn(value: unknown): Generator<string> {
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) {
    if (key === 'reference' && typeof item === 'string') yield item;
    else yield* referencesIn(item);
  }
}

/**
 * Gives every entry that is made its id before anything is written, so that references among entries can be rewritten.
 * `makes`: the indexes of those entries. `names` holds what is known already, and gets what is new.
 */
export function assignIds(
  ground: RecordGround,
  entries: readonly Entry[],
  makes: ReadonlySet<number>,
  names: Names,
): Readonly<Record<number, string>> {
  const ids: Record<number, string> = {};
  const typeOf = (entry: Entry) => entry.request.url.split(/[/?]/)[0] ?? '';
  for (const [index, entry] of entries.entries()) {
    if (!makes.has(index) || typeOf(entry) !== 'Patient') continue;
    ids[index] = newResidentId();
    if (entry.fullUrl) names.set(entry.fullUrl, `Patient/${ids[index]}`);
  }
  // What names another new entry as its subject gets its id after that one, wherever it stands.
  for (let found = true; found; ) {
    found = false;
    for (const [index, entry] of entries.entries()) {
      const type = typeOf(entry);
      if (!makes.has(index) || ids[index] || !isResourceType(type)) continue;
      const resident = entry.resource && subjectOf(type, namedIn(entry.resource, typeRow(type).subject, names));
      if (!resident) continue;
      found = true;
      ids[index] = newResourceId(resident, ground.clock);
      if (entry.fullUrl) names.set(entry.fullUrl, `${type}/${ids[index]}`);
    }
  }
  return ids;
}

/** The one element that says whom a resource is about, its reference as it will be. */
function namedIn(resource: Resource, element: string | undefined, names: ReadonlyMap<string, string>): Resource {
  const subject = element ? { [element]: rewrite(resource[element], names) } : {};
  return { resourceType: resource.resourceType, ...subject };
}

/** A value with every reference that has a name in the bundle as the reference it stands for. */
export function rewrite(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => rewrite(item, names));
  if (
    value === null ||
    typeof value !== 'object' ||
    (JSON as unknown as { isRawJSON: (v: unknown) => boolean }).isRawJSON(value)
  )
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === 'reference' && typeof item === 'string' ? (names.get(item) ?? item) : rewrite(item, names),
    ]),
  );
}
