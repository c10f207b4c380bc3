import type { Region } from '../../content/index.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { isSmall, wordsOf } from './text.ts';

/** The stems of words, as the dictionary of the database makes them; empty for a word that says nothing. */
export type Stems = ReadonlyMap<string, string>;

/** Something people say, by the stems of its words, and which needs they mean by it, the first one most. */
type Saying = { readonly stems: readonly string[]; readonly needs: readonly string[]; readonly weight: number };

/** What the search knows: sayings that lead to needs, and the words that occur in the directory. */
export type Lexicon = {
  readonly sayings: readonly Saying[];
  readonly sayingsOf: ReadonlyMap<string, readonly number[]>;
  readonly known: ReadonlySet<string>;
  readonly speller: Speller;
  readonly stems: Stems;
};

/** The words of a saying that carry it. A saying of small words only keeps them all. */
function carrying(text: string): readonly string[] {
  const words = wordsOf(text);
  const left = words.filter((word) => !isSmall(word));
  return left.length > 0 ? left : words;
}

type Sayings = Pick<Region, 'needs' | 'search'>;

/** Every word that has to be known: of needs, sayings and the services themselves (`texts`). */
export function vocabulary({ needs, search }: Sayings, texts: Iterable<string>): readonly string[] {
  const words = new Set<string>();
  const take = (text: string) => {
    for (const word of wordsOf(text)) words.add(word);
  };
  for (const { label, synonyms } of needs) for (const text of [label, ...synonyms]) take(text);
  for (const { say } of search.phrases) for (const text of say) take(text);
  for (const text of texts) for (const word of text.split(/\s+/)) take(word);
  return [...words];
}

/** Makes the lexicon. `words`: the vocabulary, likeliest first; `stems`: of each of them. */
export function createLexicon({ needs, search }: Sayings, words: readonly string[], stems: Stems): Lexicon {
  const stemOf = (word: string) => stems.get(word) || word;
  const said = (text: string, to: readonly string[], weight: number): Saying => ({
    stems: [...new Set(carrying(text).map(stemOf))],
    needs: to,
    weight,
  });
  const sayings = [
    ...search.phrases.flatMap(({ say, needs: to }) => say.map((text) => said(text, to, 1))),
    ...needs.flatMap(({ id, label, synonyms }) => [
      said(label, [id], 1),
      ...synonyms.map((text) => said(text, [id], 0.95)),
    ]),
  ];
  const sayingsOf = new Map<string, number[]>();
  sayings.forEach((saying, index) => {
    for (const stem of saying.stems) {
      const there = sayingsOf.get(stem);
      if (there) there.push(index);
      else sayingsOf.set(stem, [index]);
    }
  });
  return {
    sayings,
    sayingsOf,
    known: new Set(words),
    speller: createSpeller(words.filter((word) => !isSmall(word))),
    stems,
  };
}

/** What somebody looks for, as it was understood. */
export type Question = {
  /** Stems to look for in the texts of services. */
  readonly terms: readonly string[];
  /** Needs by how strongly they were said, 0 to 1. */
  readonly needs: ReadonlyMap<string, number>;
  /** The words as they were read, where a typing error was mended. */
  readonly mended?: string;
};

/** Mends the typing errors of a question. Words of its own that nobody knows stay as they are. */
export function mend(
  lexicon: Lexicon,
  words: readonly string[],
): { readonly words: readonly string[]; readonly changed: boolean } {
  let changed = false;
  const mended = words.flatMap((word) => {
    if (isSmall(word) || lexicon.known.has(word) || /\d/.test(word)) return [word];
    const meant = lexicon.speller(word) ?? inTwo(lexicon, word);
    if (meant === undefined || meant === word) return [word];
    changed = true;
    return meant.split(' ');
  });
  return { words: mended, changed };
}

/** Two words that were written as one: "geldzorgenhulp", "traplopen". */
function inTwo(lexicon: Lexicon, word: string): string | undefined {
  for (let at = word.length - 3; at >= 3; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (lexicon.known.has(first) && lexicon.known.has(second)) return `${first} ${second}`;
  }
  return undefined;
}

/** Reads a question: `words` as `mend` gave them, `stemOf` also for words that the lexicon does not know. */
export function readQuestion(
  lexicon: Lexicon,
  words: readonly string[],
  stemOf: (word: string) => string,
): Omit<Question, 'mended'> {
  const carried = words.filter((word) => !isSmall(word));
  const terms = [...new Set((carried.length > 0 ? carried : words).map(stemOf).filter((stem) => stem !== ''))];
  const asked = new Set([...terms, ...words.map(stemOf)]);
  const candidates = new Set([...asked].flatMap((stem) => lexicon.sayingsOf.get(stem) ?? []));
  const heard = [...candidates]
    .map((index) => lexicon.sayings[index]!)
    .filter((saying) => saying.stems.every((stem) => asked.has(stem)));
  const needs = new Map<string, number>();
  const longest = Math.max(0, ...heard.map(({ stems }) => stems.length));
  for (const { stems, needs: to, weight } of heard) {
    // A whole saying says more than one word that is also in it.
    const strength = weight * (stems.length === longest ? 1 : 0.75 ** (longest - stems.length));
    to.forEach((need, index) => {
      needs.set(need, Math.max(needs.get(need) ?? 0, strength * (index === 0 ? 1 : index === 1 ? 0.7 : 0.5)));
    });
  }
  return { terms, needs };
}
