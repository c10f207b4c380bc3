import type { Json } from './door.ts';

type Reviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** A text of JSON as it is spelled: numbers stay the text they are, so that 1.10 differs from 1.1. */
export function exactly(text: string): Json {
  const reviver: Reviver = (_key, value, { source }) => (typeof value === 'number' ? { number: source } : value);
  return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]) as Json;
}

/** As it is spelled, without what the server adds. */
export function exactlySent(resource: Json): Json {
  const { id: _id, meta, ...rest } = resource;
  const { versionId: _version, lastUpdated: _updated, ...own } = (meta ?? {}) as Json;
  return Object.keys(own).length > 0 ? { ...rest, meta: own } : rest;
}
