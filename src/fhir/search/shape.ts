import { parseExactly } from '../json.ts';
import type { Resource } from '../types.ts';
import type { Results } from './results.ts';
import { typeSchema } from './schema.ts';

const SUBSETTED = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'SUBSETTED',
};

/**
 * A resource as a search was asked to show it: whole, its summary elements, its text, all but its text, or some elements
 * and what is mandatory (R4 3.1.1.5.8, 3.1.1.5.9). What was left out of is tagged SUBSETTED. Numbers stay as they were.
 */
export function shaped(text: string, { summary, elements }: Pick<Results, 'summary' | 'elements'>): string {
  if (summary === 'false' && elements.length === 0) return text;
  const resource = parseExactly(text) as Resource;
  const kept = keepers(resource, summary, elements);
  const { resourceType, id, meta, ...rest } = resource;
  const whole = Object.keys(rest).every((key) => kept(bare(key)));
  if (whole) return text;
  return JSON.stringify({
    resourceType,
    id,
    meta: { ...meta, tag: [...(Array.isArray(meta?.tag) ? meta.tag : []), SUBSETTED] },
    ...Object.fromEntries(Object.entries(rest).filter(([key]) => kept(bare(key)))),
  });
}

/** `_birthDate` belongs to `birthDate`. */
const bare = (key: string) => key.replace(/^_/, '');

function keepers(
  resource: Resource,
  summary: Results['summary'],
  elements: readonly string[],
): (key: string) => boolean {
  const schema = typeSchema(resource.resourceType);
  const named = (names: ReadonlySet<string> | undefined, key: string): boolean =>
    names?.has(key) === true ||
    [...(names ?? [])].some((name) => name.endsWith('[x]') && key.startsWith(name.slice(0, -3)));
  const mandatory = (key: string) => named(schema?.mandatoryProperties, key) || key === 'modifierExtension';
  if (elements.length > 0)
    return (key) => mandatory(key) || elements.some((one) => key === one || isChoice(schema, key, one));
  if (summary === 'text') return (key) => key === 'text' || mandatory(key);
  if (summary === 'data') return (key) => key !== 'text';
  return (key) => named(schema?.summaryProperties, key) || mandatory(key);
}

/** `value` names whichever of `valueQuantity`, `valueString` … is there. */
function isChoice(schema: ReturnType<typeof typeSchema>, key: string, asked: string): boolean {
  return schema?.elements[`${asked}[x]`] !== undefined && key.startsWith(asked);
}
