import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Mistake } from './mistakes.ts';
import { TRANSLATED, type Translation, textsOf } from './translation.ts';
import { words } from './vocabulary.ts';
import { type ContentFile, readContentFile } from './yaml-file.ts';

const translation: z.ZodType<Translation> = z.lazy(() => z.record(z.string(), z.union([words, translation])));

/** What the folder `en/` says: the texts, what is wrong with them, and what still has no English. */
export type English = {
  readonly texts: Readonly<Record<string, Translation>>;
  readonly mistakes: readonly Mistake[];
  readonly missing: readonly Mistake[];
};

/**
 * Reads the English of a region: for each file a file of the same name under `en/`, with its texts by id. A text that
 * says nothing of the Dutch file is a mistake; a text without English is told of, and is said in Dutch until then.
 */
export function readEnglish(dir: string, files: readonly ContentFile<unknown>[]): English {
  const found = files.flatMap((file) => {
    const spec = specOf(file.name);
    return spec ? [one(dir, file, spec)] : [];
  });
  return {
    texts: Object.fromEntries(found.flatMap(({ name, said }) => (said ? [[name, said]] : []))),
    mistakes: found.flatMap(({ mistakes }) => mistakes),
    missing: found.flatMap(({ missing }) => missing),
  };
}

type Spec = (typeof TRANSLATED)[keyof typeof TRANSLATED];

function specOf(name: string): Spec | undefined {
  if (name.startsWith('pathways/')) return TRANSLATED.pathway;
  if (name.startsWith('questionnaires/')) return TRANSLATED.questionnaire;
  if (name.startsWith('indicators/')) return TRANSLATED.theme;
  return Object.hasOwn(TRANSLATED, name) ? TRANSLATED[name as keyof typeof TRANSLATED] : undefined;
}

function one(dir: string, file: ContentFile<unknown>, spec: Spec) {
  const name = `en/${file.name}`;
  const wanted = textsOf(file.value, spec);
  const missingAt = (said: Translation) =>
    wanted
      .filter(({ as }) => typeof textAt(said, as) !== 'string')
      .map(({ at, as }) =>
        file.mistakeAt(at, `Deze tekst heeft nog geen Engels. Zet die in ${name} bij ‘${as.join(' › ')}’.`),
      );
  if (!existsSync(join(dir, name))) return { name: file.name, said: undefined, mistakes: [], missing: missingAt({}) };
  const read = readContentFile(dir, name, translation);
  if (!read.ok) return { name: file.name, said: undefined, mistakes: read.mistakes, missing: [] };
  const known = new Set(wanted.map(({ as }) => as.join('\n')));
  const mistakes = leaves(read.file.value)
    .filter((path) => !known.has(path.join('\n')))
    .map((path) =>
      read.file.mistakeAt(path, `${file.name} heeft hier geen tekst bij. Haal deze regel weg, of kijk de id na.`),
    );
  return { name: file.name, said: read.file.value, mistakes, missing: missingAt(read.file.value) };
}

function leaves(said: Translation, at: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(said).flatMap(([key, value]) =>
    typeof value === 'string' ? [[...at, key]] : leaves(value, [...at, key]),
  );
}

function textAt(said: Translation, path: readonly string[]): string | Translation | undefined {
  let found: string | Translation | undefined = said;
  for (const key of path) {
    if (found === undefined || typeof found === 'string') return undefined;
    found = Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}
