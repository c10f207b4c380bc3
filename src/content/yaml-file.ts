import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { explain, type Mistake, type Path, pathText } from './mistakes.ts';

/** A content file that could be read: its value, and a way to point at a place in it. */
export type ContentFile<T> = {
  readonly name: string;
  readonly value: T;
  readonly mistakeAt: (path: Path, message: string) => Mistake;
};

export type Read<T> =
  | { readonly ok: true; readonly file: ContentFile<T> }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Reads one YAML file of a region and checks it against its schema.
 * @param name path relative to the region's folder, with forward slashes
 */
export function readContentFile<Schema extends z.ZodType>(
  dir: string,
  name: string,
  schema: Schema,
): Read<z.output<Schema>> {
  const text = readText(join(dir, name));
  if (text === undefined) {
    const message = 'Dit bestand ontbreekt. Maak het aan; README.md in de map van de regio zegt wat erin hoort.';
    return { ok: false, mistakes: [{ file: name, line: 1, path: '', message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors.map((error) => ({
    file: name,
    line: lines.linePos(error.pos[0]).line,
    path: '',
    message: yamlMessage(error.code, error.message),
  }));
  if (broken.length > 0) return { ok: false, mistakes: broken };

  const lineOf = (path: Path): number => {
    const node = nearestNode(document.contents, path);
    return node?.range ? lines.linePos(node.range[0]).line : 1;
  };
  const mistakeAt = (path: Path, message: string): Mistake => ({
    file: name,
    line: lineOf(path),
    path: pathText(path),
    message,
  });
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { ok: true, file: { name, value: parsed.data, mistakeAt } };
  return {
    ok: false,
    mistakes: parsed.error.issues.map((issue) => {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      const pointAt = issue.code === 'unrecognized_keys' && issue.keys[0] ? [...path, issue.keys[0]] : path;
      return { ...mistakeAt(path, ownOrExplained(issue)), line: lineOf(pointAt) };
    }),
  };
}

/** The message our own schema gives, or the explanation for Zod's default (English) message. */
function ownOrExplained(issue: z.core.$ZodIssue): string {
  const missing = issue.input === undefined;
  const own = /^(Invalid|Too |Unrecognized|Expected)/.test(issue.message) ? undefined : issue.message;
  if (own === undefined) return explain(issue);
  return missing ? `‘${String(issue.path.at(-1) ?? '')}’ ontbreekt. ${own}` : own;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The node at `path`, or the deepest one above it; for a pair of a map its key, so that the line is the key's. */
function nearestNode(root: unknown, path: Path): Node | undefined {
  let found: Node | undefined = isNode(root) ? root : undefined;
  let current: unknown = root;
  for (const part of path) {
    if (isMap(current)) {
      const pair = current.items.find((item) => isNode(item.key) && String(item.key) === String(part));
      if (!pair) return found;
      if (isNode(pair.key)) found = pair.key;
      current = pair.value;
    } else if (current && typeof current === 'object' && 'items' in current && Array.isArray(current.items)) {
      current = current.items[Number(part)];
      if (!isNode(current)) return found;
      found = current;
    } else {
      return found;
    }
  }
  return found;
}

function yamlMessage(code: string, message: string): string {
  const words: Readonly<Record<string, string>> = {
    DUPLICATE_KEY: 'Deze naam staat twee keer in hetzelfde blok. Laat er één staan.',
    TAB_AS_INDENT: 'Hier staat een tab. Gebruik spaties om in te springen.',
    BAD_INDENT: 'Het inspringen klopt niet. Zet deze regel recht onder de regels van hetzelfde blok.',
    MULTILINE_IMPLICIT_KEY: 'Hier ontbreekt een dubbele punt na de naam. Schrijf ‘naam: waarde’.',
    BLOCK_AS_IMPLICIT_KEY: 'Er staan twee dubbele punten op één regel. Zet de tekst tussen aanhalingstekens.',
    MISSING_CHAR:
      'Er ontbreekt een teken, bijvoorbeeld een aanhalingsteken, een komma of een haakje. Sluit de tekst of de lijst af.',
  };
  return words[code] ?? `Dit is geen geldige YAML. Herstel deze regel (${message}).`;
}
