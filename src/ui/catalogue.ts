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
 * Declares the words of a page or a room. Dutch comes first and sets the shape; English, when given,
 * must have exactly the same keys and parameters or the type check fails.
 *
 * @returns a function from language to words; a language that is not there yet gives Dutch.
 * @example
 * const words = defineWords({ nl: { title: 'Werklijst', late: (p: { days: number }) => `${p.days} dagen te laat` } });
 * words('nl').late({ days: 2 });
 */
export function defineWords<const T extends Phrases>(catalogue: {
  readonly nl: T;
  readonly en?: SameWords<NoInfer<T>>;
}): (language: Language) => SameWords<T> {
  const dutch = catalogue.nl as unknown as SameWords<T>;
  return (language) => (language === 'en' ? (catalogue.en ?? dutch) : dutch);
}
