import type { Context } from 'hono';
import { fail, ok, type Result } from '../problem.ts';
import { type PostedFile, readMultipart } from './multipart.ts';

/** What a form sent: one text for a name, or several. */
export type Posted = Readonly<Record<string, string | readonly string[]>>;

/** Most fields one form may send, and bytes of all of them. */
const MOST_FIELDS = 1000;
const FIELD_BYTES = 200_000;

/** Files that a form may send; none unless it says so. */
export type FileLimits = { readonly files: number; readonly fileBytes: number };

/** A form as it was sent, with the files it may send. */
export type PostedForm = { readonly posted: Posted; readonly files: readonly PostedFile[] };

/** Reads a form (url-encoded, or multipart). Files come along where `limits` takes them. Problems: `unsupported`, `invalid`, `too-large`. */
export async function readPosted(
  c: Context,
  limits: FileLimits = { files: 0, fileBytes: 0 },
): Promise<Result<PostedForm>> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') {
    const fields = [...new URLSearchParams(await c.req.text())];
    return fields.length > MOST_FIELDS
      ? fail('invalid', { nl: 'Dit formulier heeft te veel velden.', en: 'This form has too many fields.' })
      : ok({ posted: postedOf(fields), files: [] });
  }
  if (type !== 'multipart/form-data')
    return fail('unsupported', {
      nl: 'Dit formulier kunnen we zo niet lezen. Ga terug en probeer het opnieuw.',
      en: 'We cannot read this form like this. Go back and try again.',
    });
  const read = await readMultipart(c, { ...limits, fields: MOST_FIELDS, fieldBytes: FIELD_BYTES });
  return read.ok ? ok({ posted: postedOf(read.value.fields), files: read.value.files }) : read;
}

function postedOf(fields: readonly (readonly [string, string])[]): Posted {
  const posted = new Map<string, string | string[]>();
  for (const [name, value] of fields) {
    const before = posted.get(name);
    // NUL cannot be stored, and nobody types it.
    const clean = value.replaceAll('\0', '');
    posted.set(name, before === undefined ? clean : [before, clean].flat());
  }
  return Object.fromEntries(posted);
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
