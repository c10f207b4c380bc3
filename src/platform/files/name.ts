import { FILE_KINDS, type FileType } from './kinds.ts';

const MOST = 80;

/**
 * A file name that shows as it is: no folders, no control or direction signs, not long, with the ending of what the file
 * is. A name that says nothing becomes `bijlage`.
 */
export function cleanName(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones to leave out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff<>:"|?*%]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return `${[...stem].slice(0, MOST).join('').trim() || 'bijlage'}.${FILE_KINDS[type].extension}`;
}

/** Whether a name holds nine digits, written together or apart, that may be a BSN (Wabb art. 10: not in file names). */
export function mayNameBsn(name: string, isBsn: (digits: string) => boolean): boolean {
  const groups = name.match(/\d(?:[ ._-]?\d){7,}/g) ?? [];
  return groups.some((group) => {
    const digits = group.replace(/\D/g, '');
    return Array.from({ length: Math.max(digits.length - 8, 0) }, (_, from) => digits.slice(from, from + 9)).some(
      isBsn,
    );
  });
}
