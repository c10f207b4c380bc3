import { fail, type Result } from '../platform/index.ts';
import { MOST_DEPTH, tooDeep } from './json.ts';
import type { Resource, ResourceType } from './types.ts';

/** A resource sent from outside: parsed, with its exact text. */
export type Sent = { readonly resource: Resource; readonly text: string };

/** Reads a body as one resource of a type; a problem says what is wrong. */
export function readSent(type: ResourceType, body: string): Result<Sent> {
  try {
    const resource = JSON.parse(body) as Resource;
    if (resource === null || typeof resource !== 'object' || resource.resourceType !== type) {
      return fail('invalid', `Send a ${type}: resourceType must be "${type}".`, [
        { place: 'resourceType', text: `Must be ${type}` },
      ]);
    }
    // Before anything walks through it: what is nested without end would take the stack with it.
    if (tooDeep(resource))
      return fail('unprocessable', `Nested deeper than ${MOST_DEPTH} levels.`, [
        { place: type, text: 'Too deep', code: 'too-costly' },
      ]);
    return { ok: true, value: { resource, text: body } };
  } catch (error) {
    return fail('invalid', `The body is not JSON: ${(error as Error).message}`);
  }
}
