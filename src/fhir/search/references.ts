import { fail, type Result } from '../../platform/index.ts';
import { parametersOf } from '../definitions.ts';
import { isResourceType, type Resource, type ResourceType } from '../types.ts';

/** How many resources a chain may lead over. */
export const MOST_ON_THE_WAY = 1000;

/** Said where more was found on the way than one search may carry along. */
export function tooMuch(place: string): Result<never> {
  return fail('invalid', 'This leads to too many resources on the way. Ask more narrowly, for example with patient=.', [
    { place, text: 'Too many on the way', code: 'too-costly' },
  ]);
}

/** A reference as far as it leads to something kept here: `Type` and `id`. */
export function leadsTo(reference: string): { readonly type: ResourceType; readonly id: string } | undefined {
  const [, type = '', id = ''] =
    /(?:^|\/)([A-Z][A-Za-z]+)\/([A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(reference) ?? [];
  return isResourceType(type) ? { type, id } : undefined;
}

/** Where a resource leads by one of its reference parameters, or by all of them (`*`). */
export function referencesOf(
  version: { readonly type: string; readonly text: string },
  by: string,
): readonly { readonly type: ResourceType; readonly id: string }[] {
  const resource = JSON.parse(version.text) as Resource;
  const parameters = [...parametersOf(version.type as ResourceType).values()].filter(
    (one) => one.type === 'reference' && (by === '*' || one.name === by),
  );
  return parameters
    .flatMap(({ paths }) => paths.flatMap(({ read }) => read(resource)))
    .flatMap(({ value }) => {
      const reference = typeof value === 'string' ? value : (value as { reference?: unknown } | null)?.reference;
      const to = typeof reference === 'string' ? leadsTo(reference) : undefined;
      return to ? [to] : [];
    });
}
