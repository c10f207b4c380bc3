import { BSN_SYSTEM, type Resource, type ResourceType, typeRow } from './types.ts';

/** What a resource is found by. */
export type IndexRow = {
  readonly status: string | null;
  /** `param|system|code` and `param||code`. */
  readonly tokens: readonly string[];
  /** `element=Type/id`. */
  readonly refs: readonly string[];
  readonly from: Date | null;
  readonly to: Date | null;
  readonly name: string | null;
};

type Json = Record<string, unknown>;
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

/** Computes the index of one resource; pure. BSN never enters it. */
export function indexRow(type: ResourceType, resource: Resource): IndexRow {
  const row = typeRow(type);
  const tokens = new Set<string>();
  for (const identifier of list(resource.identifier) as Json[]) {
    if (identifier.system !== BSN_SYSTEM && typeof identifier.value === 'string') {
      tokens.add(`identifier|${identifier.system ?? ''}|${identifier.value}`);
      tokens.add(`identifier||${identifier.value}`);
    }
  }
  for (const element of row.code ?? []) addCodes(tokens, 'code', resource[element]);
  if (type === 'HealthcareService') addCodes(tokens, 'service-category', resource.category);
  const active = typeof resource.active === 'boolean' ? (resource.active ? 'active' : 'inactive') : null;
  const status = row.status ? resource[row.status] : active;
  const { from, to } = period(row.date, resource);
  return {
    status: typeof status === 'string' ? status : null,
    tokens: [...tokens],
    refs: [...referencesOf(resource)],
    from,
    to,
    name: nameOf(resource),
  };
}

function addCodes(tokens: Set<string>, param: string, value: unknown): void {
  for (const concept of list(value) as Json[]) {
    for (const coding of (concept.coding ? list(concept.coding) : [concept]) as Json[]) {
      if (typeof coding?.code !== 'string') continue;
      tokens.add(`${param}|${coding.system ?? ''}|${coding.code}`);
      tokens.add(`${param}||${coding.code}`);
    }
  }
}

function* referencesOf(resource: Resource): Generator<string> {
  for (const [element, value] of Object.entries(resource)) {
    if (element === 'contained' || element === 'extension') continue;
    for (const item of list(value) as Json[]) {
      if (item === null || typeof item !== 'object') continue;
      if (typeof item.reference === 'string') yield `${element}=${item.reference}`;
      const actor = item.actor as Json | undefined;
      if (actor && typeof actor.reference === 'string') yield `${element}.actor=${actor.reference}`;
      const member = item.member as Json | undefined;
      if (member && typeof member.reference === 'string') yield `${element}.member=${member.reference}`;
    }
  }
}

/** The first and last instant a FHIR date, dateTime, instant or Period covers; partial dates cover their whole span (UTC where no zone is given). */
export function spanOf(value: unknown): { readonly from: Date; readonly to: Date } | undefined {
  if (typeof value === 'string') {
    const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/.exec(value);
    if (!match) return undefined;
    const [, year, month, day, time] = match;
    if (time) {
      const at = new Date(value);
      if (Number.isNaN(at.getTime())) return undefined;
      const exact = /\.\d/.test(time);
      return { from: at, to: exact ? at : new Date(at.getTime() + 999) };
    }
    const y = Number(year);
    const from = new Date(Date.UTC(y, Number(month ?? 1) - 1, Number(day ?? 1)));
    const next = day
      ? Date.UTC(y, Number(month) - 1, Number(day) + 1)
      : month
        ? Date.UTC(y, Number(month), 1)
        : Date.UTC(y + 1, 0, 1);
    return { from, to: new Date(next - 1) };
  }
  if (value && typeof value === 'object') {
    const { start, end } = value as Json;
    if (start === undefined && end === undefined) return undefined;
    const from = spanOf(start)?.from ?? new Date('0001-01-01T00:00:00Z');
    const to = spanOf(end)?.to ?? new Date('9999-12-31T23:59:59Z');
    return { from, to };
  }
  return undefined;
}

function period(
  elements: readonly string[] | undefined,
  resource: Resource,
): { readonly from: Date | null; readonly to: Date | null } {
  for (const element of elements ?? []) {
    const span = spanOf(list(resource[element])[0]);
    if (span) return span;
  }
  return { from: null, to: null };
}

function nameOf(resource: Resource): string | null {
  const { name, title } = resource;
  if (typeof name === 'string') return name.toLowerCase();
  if (Array.isArray(name) && name[0]) {
    const human = name[0] as Json;
    return `${list(human.given).join(' ')} ${human.family ?? ''} ${human.text ?? ''}`.trim().toLowerCase();
  }
  return typeof title === 'string' ? title.toLowerCase() : null;
}
