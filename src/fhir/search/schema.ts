import { getDataType, type InternalTypeSchema } from '@medplum/core';

/** One element of a type as the R4 definitions have it. */
export type ElementDefinitionLike = InternalTypeSchema['elements'][string];

const schemas = new Map<string, InternalTypeSchema>();

/** The R4 definition of a type or of a part of one; undefined where there is none. Definitions are loaded first. */
export function typeSchema(name: string): InternalTypeSchema | undefined {
  const known = schemas.get(name);
  if (known) return known;
  try {
    const found = getDataType(name);
    schemas.set(name, found);
    return found;
  } catch {
    return undefined;
  }
}

/** An element of a type by its name in the definition (`status`, `value[x]`). */
export function elementOf(type: string, element: string): ElementDefinitionLike | undefined {
  return typeSchema(type)?.elements[element];
}

/** The types an element may have; `Reference` and others once, whatever profiles or targets they name. */
export function typesOf(element: ElementDefinitionLike): readonly string[] {
  return [...new Set(element.type.map(({ code }) => code))];
}
