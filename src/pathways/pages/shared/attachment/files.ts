import { type CheckedFile, FILE_KINDS, FILE_REFUSALS, MOST_FILE_BYTES } from '../../../../platform/files/index.ts';
import { checkAttachment } from '../../../../record/index.ts';
import type { Language } from '../../../../ui/index.ts';
import type { PostedFile } from '../../../../web/index.ts';

/** Files one form takes. */
export const FILES_A_FORM = 3;

/** What a form with attachments takes: for its gate. */
export const FORM_FILES = { files: FILES_A_FORM, fileBytes: MOST_FILE_BYTES } as const;

/** What the box to choose files offers first; what a file is, is looked at afterwards. */
export const ACCEPTED_FILES: readonly string[] = Object.values(FILE_KINDS).map(({ extension }) => `.${extension}`);

/** The files of a form as they may be kept, or what is wrong with the first that may not, by its name. */
export async function readFiles(
  files: readonly PostedFile[],
  lang: Language,
): Promise<
  { readonly ok: true; readonly value: readonly CheckedFile[] } | { readonly ok: false; readonly mistake: string }
> {
  const taken: CheckedFile[] = [];
  for (const file of files) {
    const checked = await checkAttachment(file);
    if (!checked.ok) {
      const said = FILE_REFUSALS[checked.refusal][lang];
      // A name that seems to hold a BSN is not repeated.
      return { ok: false, mistake: checked.refusal === 'name-bsn' ? said : `${shortened(file.name)}: ${said}` };
    }
    taken.push(checked.value);
  }
  return { ok: true, value: taken };
}

const shortened = (name: string): string => (name.length > 60 ? `${name.slice(0, 57)}…` : name);
