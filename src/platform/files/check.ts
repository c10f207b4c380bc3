import { fileTypeFromBuffer } from 'file-type';
import { cleanJpeg } from './jpeg.ts';
import { type CheckedFile, FILE_KINDS, type FileRefusal, type FileType, MOST_FILE_BYTES } from './kinds.ts';
import { cleanName, mayNameBsn } from './name.ts';
import { pdfRefusal } from './pdf.ts';
import { cleanPng } from './png.ts';

/** Sides and surface of a picture at most: more would stop the machine of who opens it. */
const MOST_SIDE = 20_000;
const MOST_PIXELS = 80_000_000;

export type FileCheck =
  | { readonly ok: true; readonly value: CheckedFile }
  | { readonly ok: false; readonly refusal: FileRefusal };

const refused = (refusal: FileRefusal): FileCheck => ({ ok: false, refusal });

/**
 * Looks at one file that somebody sends: what it is by its content (never by its name), whether it may be kept, and
 * leaves out of pictures where and by whom they were made. `isBsn` says whether nine digits may be one.
 */
export async function checkFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  isBsn: (digits: string) => boolean,
): Promise<FileCheck> {
  const { bytes } = file;
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > MOST_FILE_BYTES) return refused('too-large');
  if (mayNameBsn(file.name, isBsn)) return refused('name-bsn');
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const type = found?.mime ?? (isPlainText(bytes) ? 'text/plain' : undefined);
  if (type === undefined || !isKind(type)) return refused('kind');
  const made = contentOf(type, bytes);
  return 'refusal' in made
    ? refused(made.refusal)
    : { ok: true, value: { name: cleanName(file.name, type), type, bytes: made.bytes } };
}

function isKind(type: string): type is FileType {
  return Object.hasOwn(FILE_KINDS, type);
}

function contentOf(
  type: FileType,
  bytes: Uint8Array,
): { readonly bytes: Uint8Array } | { readonly refusal: FileRefusal } {
  switch (type) {
    case 'image/jpeg':
    case 'image/png': {
      const image = type === 'image/png' ? cleanPng(bytes) : cleanJpeg(bytes);
      if (!image.ok) return { refusal: 'damaged' };
      const { width, height } = image;
      if (width < 1 || height < 1) return { refusal: 'damaged' };
      return width > MOST_SIDE || height > MOST_SIDE || width * height > MOST_PIXELS
        ? { refusal: 'too-many-pixels' }
        : { bytes: image.bytes };
    }
    case 'application/pdf': {
      const refusal = pdfRefusal(bytes);
      return refusal ? { refusal } : { bytes };
    }
    case 'text/plain':
      return MARKUP.test(Buffer.from(bytes).toString('utf8')) ? { refusal: 'text-markup' } : { bytes };
    default:
      return ACTIVE_WORD.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
        ? { refusal: 'word-active' }
        : { bytes };
  }
}

/** Names of parts in the directory of a Word file that run or carry something along. */
const ACTIVE_WORD = /vbaProject|\/activeX\/|\/embeddings\/|oleObject|attachedToolbars/i;
/** Text that a browser might take for a page, a picture or a script. */
const MARKUP = /<\s*(?:!doctype|html|svg|script|iframe|object|embed|\?xml|\?php)/i;

/** UTF-8 without control signs other than tab and line ends. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that text does not hold
    return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text);
  } catch {
    return false;
  }
}
