import type { Context } from 'hono';
import { fail, ok, type Result } from '../problem.ts';

/** What a form sent: one text for a name, or several. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;

/** Most fields one form may send. */
const MOST_FIELDS = 1000;

/** Reads a form (url-encoded, or multipart without files). Problems: `unsupported`, `invalid`. */
export async function readPosted(c: Context): Promise<Result<Posted>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const fields: [string, string][] = [];
  if (type === 'application/x-www-form-urlencoded') fields.push(...new URLSearchParams(await c.req.text()));
  else if (type === 'multipart/form-data') {
    for (const [name, value] of await c.req.formData()) if (typeof value === 'string') fields.push([name, value]);
  } else return fail('unsupported', 'Dit formulier kunnen we zo niet lezen. Ga terug en probeer het opnieuw.');
  if (fields.length > MOST_FIELDS) return fail('invalid', 'Dit formulier heeft te veel velden.');
  const posted = new Map<string, string | string[]>();
  for (const [name, value] of fields) {
    const before = posted.get(name);
    // NUL cannot be stored, and nobody types it.
    const clean = value.replaceAll('\0', '');
    posted.set(name, before === undefined ? clean : [before, clean].flat());
  }
  return ok(Object.fromEntries(posted));
}

/** One text of a form, trimmed, with `\n` as line end; empty when it was not sent. Of several the first. */
export function text(posted: Posted, name: string): string {
  return many(posted, name)[0]?.replace(/\r\n?/g, '\n').trim() ?? '';
}

/** All texts that were sent under a name. */
export function many(posted: Posted, name: string): readonly string[] {
  const value = Object.hasOwn(posted, name) ? posted[name] : undefined;
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The form without the fields that the web layer itself added. */
export function withoutOwnFields(posted: Posted): Posted {
  const { _csrf, _once, ...rest } = posted;
  return rest;
}
