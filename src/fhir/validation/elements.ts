import type { ProblemPlace } from '../../platform/index.ts';
import type { RequiredCodes } from '../definitions.ts';
import { type ElementPlan, planOf } from './plan.ts';
import { type Contained, misleads } from './reference.ts';
import { containedIn } from './whole.ts';

type Json = Readonly<Record<string, unknown>>;

/** What a walk over one resource knows: the codes, what the resource contains, and what it found so far. */
export type Walk = {
  readonly codes: RequiredCodes;
  readonly contained: Contained;
  readonly places: ProblemPlace[];
};

/**
 * What the validator leaves open, element by element: required codes, where references lead, values that are empty (R4
 * 2.6.2, ele-1), nothing in a list without something beside it (R4 2.6.2.2), two of a choice at once, and a time without
 * a zone (R4 2.24.0.1).
 */
export function checkElements(walk: Walk, value: Json, type: string, path: string): void {
  const plan = planOf(walk.codes, type);
  if (!plan) return;
  let chosen: Set<string> | undefined;
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === null || item === undefined) continue;
    const at = `${path}.${key}`;
    if (key.charAt(0) === '_' ? saysNothing(item, value[key.slice(1)]) : isEmpty(item)) {
      walk.places.push({ place: at, text: 'Empty; leave it out', code: 'invalid' });
      continue;
    }
    const element = plan.get(key);
    if (!element) continue;
    if (element.choice) {
      if (chosen?.has(element.choice))
        walk.places.push({ place: `${path}.${element.choice}`, text: 'Only one of a choice', code: 'structure' });
      chosen ??= new Set();
      chosen.add(element.choice);
    }
    if (!Array.isArray(item)) checkValue(walk, element, item, at);
    else
      for (const [index, one] of item.entries()) {
        if (one === null ? !besideIt(value[`_${key}`], index) : isEmpty(one))
          walk.places.push({ place: `${at}[${index}]`, text: 'Empty; leave it out', code: 'invalid' });
        else if (one !== null) checkValue(walk, element, one, `${at}[${index}]`);
      }
  }
}

function checkValue(walk: Walk, element: ElementPlan, value: unknown, at: string): void {
  const { type, codes } = element;
  if (codes && !fits(codes.has, value))
    walk.places.push({ place: at, text: `Not a code of the required value set ${codes.url}`, code: 'code-invalid' });
  if (typeof value === 'string') {
    if (type === 'dateTime' && value.includes('T') && !/(?:Z|[+-]\d\d:\d\d)$/.test(value))
      walk.places.push({ place: at, text: 'A time needs a zone, such as Z or +01:00', code: 'value' });
    return;
  }
  if (value === null || typeof value !== 'object') return;
  const json = value as Json;
  if (type === 'Reference') {
    const wrong = misleads(json, element.targets, walk.contained);
    if (wrong) walk.places.push({ place: `${at}.${wrong.element}`, text: wrong.text, code: 'value' });
  }
  const within = element.apart ? { ...walk, contained: containedIn(json) } : walk;
  checkElements(within, json, type ?? String(json.resourceType ?? ''), at);
}

/** Nothing in it, or nothing but an id (ele-1). */
function isEmpty(value: unknown): boolean {
  if (value === '') return true;
  if (value === null || typeof value !== 'object') return false;
  const keys = Object.keys(value);
  return keys.length === 0 || (keys.length === 1 && keys[0] === 'id' && !Array.isArray(value));
}

/** What stands beside a value that is not there has to say something itself. */
function saysNothing(beside: unknown, value: unknown): boolean {
  if (beside === null || typeof beside !== 'object' || Object.keys(beside).length === 0) return true;
  return value === undefined && !Array.isArray(beside) && (beside as Json).extension === undefined;
}

function besideIt(beside: unknown, index: number): boolean {
  return Array.isArray(beside) && beside[index] !== null && beside[index] !== undefined;
}

function fits(has: (key: string) => boolean, value: unknown): boolean {
  if (typeof value === 'string') return has(`|${value}`);
  if (value === null || typeof value !== 'object') return true;
  const concept = value as { readonly coding?: readonly Json[]; readonly code?: unknown; readonly system?: unknown };
  if (Array.isArray(concept.coding))
    return concept.coding.some((coding) => has(`${coding?.system ?? ''}|${coding?.code}`));
  if (typeof concept.code === 'string') return has(`${concept.system ?? ''}|${concept.code}`);
  return true;
}
