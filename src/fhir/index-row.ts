import { isBsnSystem } from './bsn.ts';
import { type Resource, type ResourceType, typeRow } from './types.ts';

/** What a resource is found by. */
export type IndexRow = {
  readonly status: string | null;
  /** What `tokenKey` makes of `system|code`, `code` and `system|`. */
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
    if (!isBsnSystem(identifier.system) && typeof identifier.value === 'string') {
      addToken(tokens, 'identifier', identifier.system, identifier.value);
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
      addToken(tokens, param, coding.system, coding.code);
    }
  }
}

function addToken(tokens: Set<string>, param: string, system: unknown, code: string): void {
  tokens.add(`${param}|${typeof system === 'string' ? system : ''}|${code}`);
  tokens.add(`${param}|*|${code}`);
  if (typeof system === 'string') tokens.add(`${param}|${system}|`);
}

/** The token a search value asks for (R4 3.1.1.4.10): `system|code`, `code` in any system, `|code` in none, `system|` any of a system. */
export function tokenKey(param: string, value: string): string {
  const bar = value.search(/(?<!\\)\|/);
  const plain = (part: string) => part.replaceAll('\\|', '|');
  return bar === -1
    ? `${param}|*|${plain(value)}`
    : `${param}|${plain(value.slice(0, bar))}|${plain(value.slice(bar + 1))}`;
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

const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01])(?:T(.+))?)?)?$/;
const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * The first and last instant a FHIR date, dateTime, instant or Period covers; partial dates cover their whole span (UTC
 * where no zone is given). Undefined for what is no moment, such as 30 February.
 */
export function spanOf(value: unknown): { readonly from: Date; readonly to: Date } | undefined {
  if (typeof value === 'string') {
    const match = DATE.exec(value);
    if (!match) return undefined;
    const [, year, month, day, time] = match;
    const [y, m, d] = [Number(year), Number(month ?? 1) - 1, Number(day ?? 1)];
    const from = utc(y, m, d);
    if (from.getUTCMonth() !== m) return undefined;
    if (time !== undefined) {
      const [fits, seconds, fraction, zone] = TIME.exec(time) ?? [];
      if (fits === undefined) return undefined;
      const at = new Date(zone ? value : `${value}Z`);
      return { from: at, to: fraction ? at : new Date(at.getTime() + (seconds ? 999 : 59_999)) };
    }
    const next = day ? utc(y, m, d + 1) : month ? utc(y, m + 1, 1) : utc(y + 1, 0, 1);
    return { from, to: new Date(next.getTime() - 1) };
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

/** As Date.UTC, without its habit of taking the years 0 to 99 for 1900 to 1999. */
function utc(year: number, month: number, day: number): Date {
  const at = new Date(Date.UTC(2000, month, day));
  at.setUTCFullYear(year, month, day);
  return at;
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
