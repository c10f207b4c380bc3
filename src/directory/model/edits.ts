import { isDeepStrictEqual } from 'node:util';
import type { Service } from '../../content/index.ts';

/** What the provider of a service may change; the rest is the region's: what it is for, for whom, and where. */
export const EDITABLE = [
  'description',
  'cost',
  'languages',
  'waitingDays',
  'places',
  'placesFree',
  'when',
  'whenNote',
  'phone',
  'fullUntil',
  'confirmed',
] as const satisfies readonly (keyof Service)[];
export type Editable = (typeof EDITABLE)[number];

/** The fields people changed in Omzien; null where they took something away. The database owns these. */
export type Edits = { readonly [Field in Editable]?: NonNullable<Service[Field]> | null };

/** A service of the content with what people changed in it. */
export function withEdits(service: Service, edits: Edits | null | undefined): Service {
  if (!edits) return service;
  const kept = Object.entries({ ...service, ...edits }).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(kept) as unknown as Service;
}

/** The edits after `next` was saved over `before`: what differs now, and all that was changed earlier. */
export function editsAfter(edits: Edits | null | undefined, before: Service, next: Service): Edits {
  const changed = changedFields(before, next).map((field) => [field, next[field] ?? null]);
  return { ...edits, ...Object.fromEntries(changed) } as Edits;
}

/** Which fields that people may change say something else. */
export function changedFields(before: Service, after: Service): readonly Editable[] {
  return EDITABLE.filter((field) => !isDeepStrictEqual(plainOf(before[field]), plainOf(after[field])));
}

/** As JSON keeps it: a field that is undefined is no field. */
const plainOf = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
