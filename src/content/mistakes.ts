import type { z } from 'zod';

/** A mistake in the region's content: where it is and, in Dutch, what to write instead. `line` counts from 1. */
export type Mistake = {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  readonly message: string;
};

export type Path = readonly (string | number)[];

const TYPES: Readonly<Record<string, string>> = {
  string: 'een tekst (zet getallen en codes tussen aanhalingstekens)',
  number: 'een getal',
  int: 'een heel getal',
  boolean: '‘true’ of ‘false’',
  array: 'een lijst',
  object: 'een blok met namen en waarden',
};

/** What to write instead, in Dutch, for one problem that a schema found; a message of the schema's own comes first. */
export function explain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? `‘${String(issue.path.at(-1) ?? '')}’ ontbreekt. Schrijf hier ${typeName(issue.expected)}.`
        : `Schrijf hier ${typeName(issue.expected)}.`;
    case 'invalid_value':
      return issue.input === undefined
        ? `‘${String(issue.path.at(-1) ?? '')}’ ontbreekt. Kies een van deze: ${issue.values.map(String).join(', ')}.`
        : `Kies een van deze: ${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `‘${issue.keys.join('’, ‘')}’ is hier niet bekend. Haal het weg of controleer de spelling.`;
    case 'too_small':
      return issue.origin === 'array'
        ? `Deze lijst heeft ten minste ${issue.minimum} regel(s) nodig. Vul hem aan.`
        : `Schrijf hier ${issue.minimum} of meer.`;
    case 'too_big':
      return `Schrijf hier ${issue.maximum} of minder.`;
    case 'invalid_format':
      return 'Deze schrijfwijze klopt niet. Kijk hoe het in een ander bestand van deze soort staat.';
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return issue.message;
  }
}

/** `services[3].cost.amount`, as people write it. */
export function pathText(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? part : `${text}.${part}`;
  }, '');
}

/** By file, then by line. */
export function inReadingOrder(mistakes: readonly Mistake[]): readonly Mistake[] {
  return [...mistakes].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.path.localeCompare(b.path));
}

function typeName(expected: string): string {
  return TYPES[expected] ?? expected;
}
