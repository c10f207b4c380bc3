import { type ElementDefinitionLike, elementOf, typesOf } from './schema.ts';

/** One value a path leads to, with its FHIR type (`CodeableConcept`, `Period`, `code` …). */
export type Typed = { readonly type: string; readonly value: unknown };

/** Reads the values of one path from a resource, or from an element of it; `types`: what they may be. */
export type PathReader = { readonly types: readonly string[]; readonly read: (of: unknown) => readonly Typed[] };

const NONE: readonly Typed[] = [];

type Filter = (value: Typed) => boolean;
type Step = {
  /** Keys as they stand in JSON with the type each of them has: one, or one for each type of a choice. */
  readonly keys: readonly { readonly key: string; readonly type: string }[];
  readonly filter?: Filter;
};

/**
 * Compiles one alternative of a search parameter's FHIRPath into a reader. The R4 parameters of the supported types use
 * a small part of FHIRPath: elements, `ofType()`, `where(resolve() is X)`, `where(name='value')` and one `exists()`; an
 * expression outside it throws, so that a new type cannot be half indexed.
 */
export function compilePath(root: string, expression: string): PathReader {
  const plain = withoutOuter(expression.trim());
  // R4, Patient-deceased: true for a date of death as well.
  const exists = /^([\w.]+)\.exists\(\) and \1 != false$/.exec(plain);
  if (exists) {
    const { read } = compilePath(root, exists[1]!);
    return {
      types: ['boolean'],
      read: (of) => [{ type: 'boolean', value: read(of).some(({ value }) => value !== false) }],
    };
  }
  const steps = stepsOf(root, plain);
  return {
    types: [...new Set(steps.at(-1)?.keys.map(({ type }) => type) ?? [root])],
    read: (of) => walk({ type: root, value: of }, steps, 0),
  };
}

/** `(Observation.value.ofType(CodeableConcept)).text` without the brackets that only hold it together. */
function withoutOuter(expression: string): string {
  if (!expression.startsWith('(')) return expression;
  let depth = 0;
  for (let at = 0; at < expression.length; at++) {
    if (expression[at] === '(') depth += 1;
    else if (expression[at] === ')' && --depth === 0) return expression.slice(1, at) + expression.slice(at + 1);
  }
  throw new Error(`Not a path: ${expression}`);
}

/** Goes one step further from one value; most elements are not there, and that costs nothing. */
function walk(from: Typed, steps: readonly Step[], at: number): readonly Typed[] {
  const step = steps[at];
  if (!step) return [from];
  if (from.value === null || typeof from.value !== 'object') return NONE;
  let found: Typed[] | undefined;
  for (const { key, type } of step.keys) {
    const held = (from.value as Record<string, unknown>)[key];
    if (held === undefined || held === null) continue;
    for (const value of Array.isArray(held) ? held : [held]) {
      if (value === null) continue;
      const one = { type, value };
      if (step.filter && !step.filter(one)) continue;
      found ??= [];
      if (at === steps.length - 1) found.push(one);
      else found.push(...walk(one, steps, at + 1));
    }
  }
  return found ?? NONE;
}

function stepsOf(root: string, expression: string): readonly Step[] {
  const parts = expression.match(/\w+\((?:[^()]|\(\))*\)|\w+/g);
  if (!parts) throw new Error(`Not a path: ${expression}`);
  const steps: Step[] = [];
  let types: readonly string[] = [root];
  for (const [index, part] of parts.entries()) {
    if (index === 0 && part === root) continue;
    const call = /^(\w+)\((.*)\)$/.exec(part);
    if (!call) {
      const keys = types.flatMap((type) => keysOf(type, part));
      if (keys.length === 0) throw new Error(`${expression}: ${types.join('|')} has no ${part}`);
      steps.push({ keys });
      types = [...new Set(keys.map(({ type }) => type))];
      continue;
    }
    const before = steps.pop();
    if (!before) throw new Error(`Not a path: ${expression}`);
    const step = called(before, call[1]!, call[2]!, expression);
    steps.push(step);
    types = [...new Set(step.keys.map(({ type }) => type))];
  }
  return steps;
}

function called(before: Step, name: string, given: string, expression: string): Step {
  if (name === 'ofType') {
    const keys = before.keys.filter(({ type }) => type === given);
    if (keys.length === 0) throw new Error(`${expression}: nothing of type ${given}`);
    return { ...before, keys };
  }
  const kind = /^resolve\(\) is (\w+)$/.exec(given)?.[1];
  if (name === 'where' && kind) {
    const leads = new RegExp(`(?:^|/)${kind}/[^/]+(?:/_history/[^/]+)?$`);
    return { ...before, filter: ({ value }) => isReferenceTo(value, kind, leads) };
  }
  const [, element, wanted] = /^(\w+)='([^']*)'$/.exec(given) ?? [];
  if (name === 'where' && element)
    return { ...before, filter: ({ value }) => (value as Record<string, unknown>)[element] === wanted };
  throw new Error(`${expression}: ${name}(${given}) is not understood`);
}

function isReferenceTo(value: unknown, kind: string, leads: RegExp): boolean {
  const { reference, type } = (value ?? {}) as { reference?: unknown; type?: unknown };
  if (typeof reference === 'string') return leads.test(reference);
  return type === kind;
}

/** The keys an element has in JSON: its own name, or for a choice one for each type. */
function keysOf(type: string, element: string): Step['keys'] {
  const plain = elementOf(type, element);
  if (plain) return typesOf(plain).map((code) => ({ key: element, type: code }));
  const choice: ElementDefinitionLike | undefined = elementOf(type, `${element}[x]`);
  if (!choice) return [];
  return typesOf(choice).map((code) => ({
    key: `${element}${code.charAt(0).toUpperCase()}${code.slice(1)}`,
    type: code,
  }));
}
