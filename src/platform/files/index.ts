export { checkFile, type FileCheck } from './check.ts';
export { type CheckedFile, FILE_KINDS, type FileRefusal, type FileType, MOST_FILE_BYTES } from './kinds.ts';
export { cleanName } from './name.ts';
export { FILE_REFUSALS } from './words.ts';
