import type { Language } from '../platform/index.ts';

export type { Language };

type Phrase = string | ((...args: never[]) => string);

/** A tree of phrases: plain text, or a function of typed values that gives text. */
export type Phrases = { readonly [key: string]: Phrase | Phrases };

/** The same keys and the same parameters as `T`, with other text. */
export type SameWords<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : SameWords<T[K]>;
};

/**
 * Declares the words of a page or a room. Dutch comes first and sets the shape; English has
 * exactly the same keys and parameters, or the type check fails: neither a word nor a catalogue can be missing.
 *
 * @returns a function from language to words.
 * @example
 * const words = defineWords({
 *   nl: { title: 'Werklijst', late: (p: { days: number }) => `${p.days} dagen te laat` },
 *   en: { title: 'Worklist', late: (p) => `${p.days} days late` },
 * });
 * words('nl').late({ days: 2 });
 */
export function defineWords<const T extends Phrases>(catalogue: {
  readonly nl: T;
  readonly en: SameWords<NoInfer<T>>;
}): (language: Language) => SameWords<T> {
  const both: Readonly<Record<Language, SameWords<T>>> = {
    nl: catalogue.nl as unknown as SameWords<T>,
    en: catalogue.en,
  };
  return (language) => both[language];
}
