import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { applyPatch, type Operation, Pointer } from 'rfc6902';
import { fail, ok, type Result } from '../platform/index.ts';
import { readSent, type Sent } from './sent.ts';
import type { ResourceType } from './types.ts';

/** A patch as it was sent (RFC 6902), before it meets what it changes. */
export type Patch = { readonly operations: readonly Operation[]; readonly mark: string };

const OPERATIONS = ['add', 'remove', 'replace', 'move', 'copy', 'test'];
const MOST_OPERATIONS = 200;
/** What a JavaScript object has and no resource. */
const NO_ELEMENTS = ['__proto__', 'constructor', 'prototype'];

type Reviver = (this: unknown, key: string, value: unknown, context: { source?: string }) => unknown;

/**
 * Reads JSON with every number whose spelling a JavaScript number cannot keep as a text behind a mark that nobody can
 * guess, so that a patch moves and copies it like any other value.
 */
function parseMarked(text: string, mark: string): unknown {
  const reviver: Reviver = (_key, value, context) =>
    typeof value === 'number' && context.source !== undefined && String(value) !== context.source
      ? `${mark}${context.source}`
      : value;
  return JSON.parse(text, reviver as Parameters<typeof JSON.parse>[1]);
}

/** Writes it again, the marked numbers as they were spelled. */
function writeMarked(value: unknown, mark: string): string {
  return JSON.stringify(value, (_key, item) =>
    typeof item === 'string' && item.startsWith(mark)
      ? (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(item.slice(mark.length))
      : item,
  );
}

/** Reads a body as a JSON Patch; a problem names the operation. */
export function readPatch(body: string): Result<Patch> {
  const mark = `${randomUUID()}:`;
  let operations: unknown;
  try {
    operations = parseMarked(body, mark);
  } catch (error) {
    return fail('invalid', `The body is not JSON: ${(error as Error).message}`);
  }
  if (!Array.isArray(operations) || operations.length === 0)
    return fail('invalid', 'A JSON Patch is a list of operations (RFC 6902).', [{ place: 'patch', text: 'A list' }]);
  if (operations.length > MOST_OPERATIONS)
    return fail('too-large', `At most ${MOST_OPERATIONS} operations in one patch.`);
  for (const [index, one] of (operations as readonly (Record<string, unknown> | null)[]).entries()) {
    const wrong = wrongWith(one);
    if (wrong) return fail('invalid', `Operation ${index}: ${wrong}.`, [{ place: `patch[${index}]`, text: wrong }]);
  }
  return ok({ operations: operations as Operation[], mark });
}

function wrongWith(one: Record<string, unknown> | null): string | undefined {
  if (one === null || typeof one !== 'object') return 'no operation';
  if (!OPERATIONS.includes(String(one.op))) return `op is one of ${OPERATIONS.join(', ')}`;
  const pointer = (value: unknown) =>
    typeof value === 'string' &&
    /^(?:\/(?:[^~/]|~[01])*)*$/.test(value) &&
    !value.split('/').some((token) => NO_ELEMENTS.includes(token));
  const ends = String(one.op === 'move' ? one.from : one.path);
  if (ends.endsWith('/-') && !['add', 'copy'].includes(String(one.op))) return 'behind the end of a list is nothing';
  if (!pointer(one.path)) return 'path is a JSON Pointer, such as /status';
  if ((one.op === 'move' || one.op === 'copy') && !pointer(one.from)) return 'from is a JSON Pointer';
  if (['add', 'replace', 'test'].includes(String(one.op)) && !Object.hasOwn(one, 'value')) return 'value is missing';
  return undefined;
}

/**
 * A resource of a type as a patch makes it of its present text, each number as it was spelled. A test that fails and a
 * place that is not there are problems that name the operation; then nothing is changed.
 */
export function patched(type: ResourceType, text: string, { operations, mark }: Patch): Result<Sent> {
  const target = { whole: parseMarked(text, mark) };
  for (const [index, operation] of operations.entries()) {
    const wrong = apply(target, operation, mark);
    if (wrong)
      return fail('unprocessable', `Operation ${index} (${operation.op} ${operation.path}): ${wrong}.`, [
        { place: `patch[${index}]`, text: wrong, code: 'processing' },
      ]);
  }
  return readSent(type, writeMarked(target.whole, mark));
}

function apply(target: { whole: unknown }, operation: Operation, mark: string): string | undefined {
  if (operation.op === 'test') {
    const found = Pointer.fromJSON(`/whole${operation.path}`).evaluate(target).value as unknown;
    // Numbers are the same where they are worth the same (RFC 6902, 4.6).
    return found !== undefined && isDeepStrictEqual(plain(found, mark), plain(operation.value, mark))
      ? undefined
      : 'what is there differs';
  }
  // One level deeper, so that a patch may also stand on the whole document.
  const below = { ...operation, path: `/whole${operation.path}` } as Operation & { from?: string };
  if (below.from !== undefined) below.from = `/whole${below.from}`;
  try {
    return applyPatch(target, [below])[0]?.name;
  } catch (error) {
    return (error as Error).message;
  }
}

function plain(value: unknown, mark: string): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, item) =>
      typeof item === 'string' && item.startsWith(mark) ? Number(item.slice(mark.length)) : item,
    ),
  );
}
