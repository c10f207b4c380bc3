import { inflateSync } from 'node:zlib';
import type { FileRefusal } from './kinds.ts';

/** Names (ISO 32000-2) of what runs, opens or carries something along when somebody opens the file. */
const ACTIVE =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR|Movie|Sound|Rendition)\b/;
/** What one compressed part may become, and how many are looked into. */
const MOST_INFLATED = 4_000_000;
const MOST_PARTS = 400;

/**
 * Why a PDF is not taken: it is none, it is locked (and so cannot be looked into), or it runs or carries something.
 * Objects may hide in compressed object streams, and names may be written in hexadecimal: both are undone first.
 */
export function pdfRefusal(bytes: Uint8Array): FileRefusal | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!text.startsWith('%PDF-') || !text.slice(-2048).includes('%%EOF')) return 'damaged';
  const plain = unescaped(text);
  if (/\/Encrypt\b/.test(plain)) return 'pdf-locked';
  if (ACTIVE.test(plain)) return 'pdf-active';
  let parts = 0;
  for (const found of text.matchAll(/\/ObjStm\b/g)) {
    parts += 1;
    const opened = parts > MOST_PARTS ? undefined : inflated(text, found.index);
    // What cannot be looked into is not taken.
    if (opened === undefined) return 'damaged';
    if (ACTIVE.test(unescaped(opened))) return 'pdf-active';
  }
  return undefined;
}

/** `/J#61vaScript` is `/JavaScript` (7.3.5). */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function inflated(text: string, from: number): string | undefined {
  const start = /stream\r?\n/g;
  start.lastIndex = from;
  const head = start.exec(text);
  if (!head) return undefined;
  const begin = head.index + head[0].length;
  const end = text.indexOf('endstream', begin);
  if (end === -1) return undefined;
  const dictionary = text.slice(Math.max(text.lastIndexOf(' obj', from), 0), begin);
  const body = Buffer.from(text.slice(begin, end), 'latin1');
  if (!/\/FlateDecode\b/.test(dictionary)) return /\/Filter\b/.test(dictionary) ? undefined : body.toString('latin1');
  try {
    return inflateSync(body, { maxOutputLength: MOST_INFLATED }).toString('latin1');
  } catch {
    return undefined;
  }
}
