import type { InternalTypeSchema } from '@medplum/core';
import type { RequiredCodes } from '../definitions.ts';
import { typeSchema } from '../search/schema.ts';

/** What is checked of one element as it stands in JSON; worked out once for each type. */
export type ElementPlan = {
  /** The type of the element; undefined where it has to be read from the value (a resource within). */
  readonly type: string | undefined;
  /** A resource that stands on its own (in a Bundle): what it contains is its own. */
  readonly apart: boolean;
  /** The choice it belongs to (`value[x]`), of which one may stand. */
  readonly choice: string | undefined;
  /** Codes of the required value set, with its address. */
  readonly codes: { readonly url: string; readonly has: (key: string) => boolean } | undefined;
  /** The types a reference may lead to; undefined where any will do. */
  readonly targets: ReadonlySet<string> | undefined;
};

type Element = InternalTypeSchema['elements'][string];

const plans = new Map<string, ReadonlyMap<string, ElementPlan>>();

/** The plan of a type: one entry for each key that may stand in its JSON, choices spelled out. */
export function planOf(codes: RequiredCodes, type: string): ReadonlyMap<string, ElementPlan> | undefined {
  const known = plans.get(type);
  if (known) return known;
  const plan = makePlan(codes, type);
  if (plan) plans.set(type, plan);
  return plan;
}

function makePlan(codes: RequiredCodes, type: string): ReadonlyMap<string, ElementPlan> | undefined {
  const schema = typeSchema(type);
  if (!schema) return undefined;
  const plan = new Map<string, ElementPlan>();
  for (const [name, element] of Object.entries(schema.elements)) {
    if (!name.endsWith('[x]')) {
      const code = element.type[0]?.code;
      plan.set(name, {
        ...elementPlan(codes, element, code, undefined, ALSO[`${type}.${name}`] ?? []),
        apart: code === 'Resource' && name !== 'contained',
      });
      continue;
    }
    for (const { code } of element.type)
      plan.set(
        `${name.slice(0, -3)}${code.charAt(0).toUpperCase()}${code.slice(1)}`,
        elementPlan(codes, element, code, name, []),
      );
  }
  return plan;
}

function elementPlan(
  codes: RequiredCodes,
  element: Element,
  type: string | undefined,
  choice: string | undefined,
  also: readonly string[],
): ElementPlan {
  const url = element.binding?.strength === 'required' ? element.binding.valueSet : undefined;
  return {
    apart: false,
    type: type === 'Resource' ? undefined : type,
    choice,
    codes: codesOf(codes, url) ?? codesOf(codes, element.binding?.valueSet === LANGUAGES ? LANGUAGES : undefined),
    targets: targetsOf(element, also),
  };
}

const LANGUAGES = 'http://hl7.org/fhir/ValueSet/languages';

/** Value sets that point at a whole outside system: what belongs to them is known by its form, or by a list of the runtime. */
const BY_FORM: Readonly<Record<string, (code: string) => boolean>> = {
  // RFC 6838: type/subtype, with parameters behind it; and the short names of FHIR's own formats (R4 3.1.0.1.9).
  'http://hl7.org/fhir/ValueSet/mimetypes': (code) => /^(?:[\w.+-]+\/[\w.+-]+(?:\s*;.*)?|json|xml|ttl)$/.test(code),
  // ISO 4217.
  'http://hl7.org/fhir/ValueSet/currencies': (code) => CURRENCIES.has(code),
  // BCP 47; R4 lets any of its tags stand (maximum value set of `languages`).
  [LANGUAGES]: (code) => /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(code),
};
const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));

function codesOf(codes: RequiredCodes, url: string | undefined): ElementPlan['codes'] {
  if (url === undefined) return undefined;
  const listed = codes.get(url);
  if (listed) return { url, has: (key) => listed.has(key) };
  const fits = BY_FORM[url.split('|')[0]!];
  return fits && { url, has: (key) => fits(key.slice(key.indexOf('|') + 1)) };
}

/** Where references of ours lead beyond R4: a team asks another to take a case over (decision 30). */
const ALSO: Readonly<Record<string, readonly string[]>> = { 'Task.requester': ['HealthcareService'] };

function targetsOf(element: Element, also: readonly string[]): ReadonlySet<string> | undefined {
  const profiles = element.type.find(({ code }) => code === 'Reference')?.targetProfile;
  if (!profiles || profiles.length === 0) return undefined;
  const types = new Set([...profiles.map((profile) => profile.slice(profile.lastIndexOf('/') + 1)), ...also]);
  return types.has('Resource') ? undefined : types;
}
