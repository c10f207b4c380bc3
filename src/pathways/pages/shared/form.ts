import { type Language, mistakesIn, type Problem, textIn } from '../../../platform/index.ts';
import { many, type Posted } from '../../../web/index.ts';

/** A form as it was read: what it says, or every mistake by field name; never both. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** What a form shows again: what was typed, and what is wrong with it. */
export type Shown = {
  readonly values?: Posted;
  readonly errors?: Readonly<Record<string, string>>;
};

/** Collects mistakes while a form is read; the first mistake of a field stays. */
export function mistakes(): {
  readonly add: (field: string, text: string) => void;
  readonly found: () => Readonly<Record<string, string>> | undefined;
} {
  const errors: Record<string, string> = {};
  return {
    add: (field, text) => {
      errors[field] ??= text;
    },
    found: () => (Object.keys(errors).length > 0 ? errors : undefined),
  };
}

/** Several codes in one hidden box: codes have no spaces, and names of boxes stay unique on a page. */
export function carried(values: Posted): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat().join(' ')]));
}

/** The codes under a name, ticked one by one or carried along in one box. */
export function codesOf(posted: Posted, name: string): readonly string[] {
  return many(posted, name).flatMap((value) => value.split(' ').filter(Boolean));
}

/** A form in which carried codes are loose again under these names, so that its boxes can be ticked. */
export function loosened(posted: Posted, isCodes: (name: string) => boolean): Posted {
  return Object.fromEntries(
    Object.entries(posted).map(([name, value]) => [name, isCodes(name) ? codesOf(posted, name) : value]),
  );
}

/** Most signs in a text of somebody's own. */
export const LONG_TEXT = 2000;

/**
 * A refusal of a service as mistakes of the form, so that nothing typed is lost: on the fields it names, or on the form
 * as a whole. Undefined where the form cannot help (absent, too many): that is a page of its own.
 */
export function refusalOf(
  problem: Problem,
  fields: readonly string[],
  otherwise: string,
  language: Language,
): Readonly<Record<string, string>> | undefined {
  if (problem.kind !== 'unprocessable' && problem.kind !== 'conflict') return undefined;
  const named = (problem.at ?? []).filter((one) => fields.includes(one.place));
  return named.length > 0 ? mistakesIn(named, language) : { [otherwise]: textIn(problem.text, language) };
}
