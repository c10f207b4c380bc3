import { BSN_SYSTEM } from './types.ts';

/** The names that a BSN goes by: as FHIR in the Netherlands names it, and the OID that older systems send. */
const BSN_SYSTEMS: readonly unknown[] = [BSN_SYSTEM, 'urn:oid:2.16.840.1.113883.2.4.6.3'];

/** True for a system whose values are BSNs. */
export function isBsnSystem(system: unknown): boolean {
  return BSN_SYSTEMS.includes(system);
}

/** Whether a text can hold a BSN under its own name; a quick look before a thorough one. */
export function mayHoldBsn(text: string): boolean {
  return BSN_SYSTEMS.some((system) => text.includes(system as string));
}

/** True for nine digits that pass the eleven test (Besluit burgerservicenummer, art. 4). */
export function isBsn(value: string): boolean {
  if (!/^\d{9}$/.test(value) || value === '000000000') return false;
  const sum = [...value].reduce((total, digit, index) => total + Number(digit) * (index === 8 ? -1 : 9 - index), 0);
  return sum % 11 === 0;
}

/** BSNs found in a resource, by where they stood (JSON pointer). */
export type Sealed = Readonly<Record<string, string>>;

/** Takes every BSN out of a resource; returns the rest and what was taken, or undefined where there was none. */
export function takeBsn<T>(resource: T): { readonly rest: T; readonly taken: Sealed | undefined } {
  const taken: Record<string, string> = {};
  const walk = (value: unknown, pointer: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => walk(item, `${pointer}/${index}`));
    if (value === null || typeof value !== 'object' || isRaw(value)) return value;
    const entry = value as Record<string, unknown>;
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(entry)) {
      if (key === 'value' && isBsnSystem(entry.system) && typeof item === 'string') taken[pointer] = item;
      else copy[key] = walk(item, `${pointer}/${key}`);
    }
    return copy;
  };
  const rest = walk(resource, '') as T;
  return { rest, taken: Object.keys(taken).length > 0 ? taken : undefined };
}

/** Puts BSNs back where they stood; `without` instead removes the emptied identifiers, for readers the law gives no BSN. */
export function putBsn(resource: Record<string, unknown>, taken: Sealed, allowed: boolean): Record<string, unknown> {
  for (const [pointer, value] of Object.entries(taken)) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop();
    const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], resource);
    if (parent === undefined || parent === null || last === undefined) continue;
    const entry = (parent as Record<string, unknown>)[last];
    if (allowed && entry) (entry as Record<string, unknown>).value = value;
    else (parent as Record<string, unknown>)[last] = undefined;
  }
  return allowed ? resource : (dropEmpty(resource) as Record<string, unknown>);
}

function dropEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(dropEmpty);
  if (value === null || typeof value !== 'object' || isRaw(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, dropEmpty(item)] as const)
      .filter(([, item]) => !(Array.isArray(item) && item.length === 0)),
  );
}

function isRaw(value: object): boolean {
  return (JSON as unknown as { isRawJSON: (value: unknown) => boolean }).isRawJSON(value);
}
