/** What is wrong, or doubtful, with a resource against a profile that it claims. */
export type Finding = {
  readonly severity: 'error' | 'warning';
  readonly place: string;
  readonly text: string;
  readonly code: string;
};

/** One constraint of a profile: what it finds on a resource. Written down by ourselves from what the profile says. */
export type Rule = (resource: Json, type: string) => Iterable<Finding>;

/** A profile that this server checks where a resource claims it (`meta.profile`). */
export type Profile = {
  readonly url: string;
  readonly type: string;
  readonly rules: readonly Rule[];
};

export type Json = Readonly<Record<string, unknown>>;

/** One element with where it stands. */
export type Found = { readonly value: unknown; readonly place: string };

/** Every value at a path, such as `contact.relationship`, with its place, through lists. */
export function* at(from: unknown, path: string, place: string): Generator<Found> {
  const dot = path.indexOf('.');
  const key = dot === -1 ? path : path.slice(0, dot);
  const held = (from as Json | null | undefined)?.[key];
  if (held === undefined || held === null) return;
  const items = Array.isArray(held)
    ? held.map((value, index) => ({ value, place: `${place}.${key}[${index}]` }))
    : [{ value: held, place: `${place}.${key}` }];
  for (const item of items)
    if (dot === -1) yield item;
    else yield* at(item.value, path.slice(dot + 1), item.place);
}

export const wrong = (place: string, text: string, code = 'invariant'): Finding => ({
  severity: 'error',
  place,
  text,
  code,
});
export const doubtful = (place: string, text: string): Finding => ({
  severity: 'warning',
  place,
  text,
  code: 'business-rule',
});

/** At least one value at a path. */
export const required = (path: string, text = 'Required by the profile'): Rule =>
  function* (resource, type) {
    for (const _ of at(resource, path, type)) return;
    yield wrong(`${type}.${path}`, text, 'required');
  };

/** At most so many values at a path, counted under each parent. */
export const atMost = (parent: string, key: string, most: number): Rule =>
  function* (resource, type) {
    const parents = parent === '' ? [{ value: resource as unknown, place: type }] : at(resource, parent, type);
    for (const one of parents) {
      const held = (one.value as Json)[key];
      if (Array.isArray(held) && held.length > most)
        yield wrong(
          `${one.place}.${key}`,
          most === 0 ? 'Not in this profile' : `At most ${most} in this profile`,
          'structure',
        );
    }
  };

/** None of these keys. */
export const without = (...keys: readonly string[]): Rule =>
  function* (resource, type) {
    for (const key of keys)
      if (resource[key] !== undefined) yield wrong(`${type}.${key}`, 'Not in this profile', 'structure');
  };

type Coding = { readonly system?: unknown; readonly code?: unknown };

/** The codings of a CodeableConcept. */
export const codingsOf = (concept: unknown): readonly Coding[] => {
  const { coding } = (concept ?? {}) as { readonly coding?: unknown };
  return Array.isArray(coding) ? (coding as readonly Coding[]) : [];
};

export const hasCode = (concept: unknown, system: string, code: string): boolean =>
  codingsOf(concept).some((coding) => coding.system === system && coding.code === code);

/** Exactly one of the concepts in a list has this code. */
export const oneOf = (key: string, system: string, code: string): Rule =>
  function* (resource, type) {
    const count = [...at(resource, key, type)].filter(({ value }) => hasCode(value, system, code)).length;
    if (count !== 1)
      yield wrong(`${type}.${key}`, `One with ${system}|${code} is required, ${count} found`, 'required');
  };

/** The extensions of an element under one address, with their places. */
export function* extensionsOf(element: unknown, url: string, place: string): Generator<Found> {
  for (const one of at(element, 'extension', place)) if ((one.value as Json).url === url) yield one;
}
