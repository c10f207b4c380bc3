import { Readable } from 'node:stream';
import { Busboy } from '@fastify/busboy';
import type { Context } from 'hono';
import { fail, ok, type Result } from '../problem.ts';

/** A file as it was sent: nothing about it is believed yet. */
export type PostedFile = { readonly field: string; readonly name: string; readonly bytes: Uint8Array };

/** How many files a form may send, and how large each and all fields together; `files` 0 takes none. */
export type PartLimits = {
  readonly files: number;
  readonly fileBytes: number;
  readonly fields: number;
  readonly fieldBytes: number;
};

type Parts = { readonly fields: readonly (readonly [string, string])[]; readonly files: readonly PostedFile[] };

/**
 * Reads multipart/form-data as it comes in (RFC 7578), and stops where it is more than the form may send: parts, files
 * and bytes are counted on the way. A file that is one byte too large is kept as such, so that it can be named; more than
 * that is never held. Problems: `too-large`, `invalid`.
 */
export async function readMultipart(c: Context, limits: PartLimits): Promise<Result<Parts>> {
  const { body } = c.req.raw;
  const type = c.req.header('content-type') ?? '';
  if (!body) return BROKEN;
  const fields: [string, string][] = [];
  const files: PostedFile[] = [];
  const source = Readable.fromWeb(body as import('node:stream/web').ReadableStream);
  let read = 0;
  const most = limits.files * limits.fileBytes + limits.fieldBytes + 64_000;
  try {
    return await new Promise<Result<Parts>>((resolve) => {
      const end = (answer: Result<Parts>) => {
        source.unpipe(parser);
        source.destroy();
        resolve(answer);
      };
      const parser = new Busboy({
        headers: { 'content-type': type },
        isPartAFile: (_field, _type, name) => name !== undefined,
        limits: {
          fieldNameSize: 100,
          fieldSize: limits.fieldBytes,
          fields: limits.fields,
          files: Math.max(limits.files, 1),
          // One byte more than may be: what is too large is told by name.
          fileSize: limits.fileBytes + 1,
          parts: limits.fields + Math.max(limits.files, 1),
          headerPairs: 20,
        },
      });
      parser.on('field', (name, value, _nameCut, valueCut) => {
        if (valueCut) end(TOO_LARGE);
        else fields.push([name, value]);
      });
      parser.on('file', (field, stream, name) => {
        const chunks: Uint8Array[] = [];
        stream.on('data', (chunk: Uint8Array) => {
          if (limits.files > 0) chunks.push(chunk);
        });
        stream.on('end', () => {
          // A file field that was left empty comes as a file without a name.
          if (limits.files > 0 && (name || chunks.length > 0))
            files.push({ field, name: name ?? '', bytes: Buffer.concat(chunks) });
        });
        stream.on('error', () => end(BROKEN));
      });
      for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(event, () => end(TOO_MANY));
      parser.on('finish', () => resolve(ok({ fields, files })));
      parser.on('error', () => end(BROKEN));
      source.on('data', (chunk: Uint8Array) => {
        read += chunk.length;
        if (read > most) end(TOO_LARGE);
      });
      source.on('error', () => end(BROKEN));
      source.pipe(parser);
    });
  } catch {
    // No boundary in the header: the parser says so by throwing.
    return BROKEN;
  }
}

const BROKEN = fail('invalid', {
  nl: 'Dit formulier kwam niet heel aan. Ga terug en probeer het opnieuw.',
  en: 'This form did not arrive whole. Go back and try again.',
});
const TOO_MANY = fail('invalid', {
  nl: 'Dit formulier heeft te veel velden of bestanden.',
  en: 'This form has too many fields or files.',
});
const TOO_LARGE = fail('too-large', {
  nl: 'Dit formulier is te groot. Kies minder of kleinere bestanden.',
  en: 'This form is too large. Choose fewer or smaller files.',
});
