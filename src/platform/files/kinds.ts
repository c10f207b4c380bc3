/** The kinds of files that may be kept with an entry. What is not here is refused: no SVG, no HTML, no archives. */
export const FILE_KINDS = {
  'application/pdf': { extension: 'pdf', name: 'PDF' },
  'image/jpeg': { extension: 'jpg', name: 'JPEG' },
  'image/png': { extension: 'png', name: 'PNG' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { extension: 'docx', name: 'Word' },
  'text/plain': { extension: 'txt', name: 'tekst' },
} as const;

/** A media type that is kept. */
export type FileType = keyof typeof FILE_KINDS;

/** Bytes of one file at most. */
export const MOST_FILE_BYTES = 10_000_000;

/** Why a file is not taken; the words stand in `words.ts`. */
export type FileRefusal =
  | 'empty'
  | 'too-large'
  | 'kind'
  | 'damaged'
  | 'too-many-pixels'
  | 'pdf-locked'
  | 'pdf-active'
  | 'word-active'
  | 'text-markup'
  | 'name-bsn';

/** A file as it may be kept: its kind by content, a clean name, and bytes without what says where or by whom it was made. */
export type CheckedFile = { readonly name: string; readonly type: FileType; readonly bytes: Uint8Array };
