/** What a page asks of who reads it. */
export type Reading = {
  readonly sentences: readonly string[];
  /** Words per sentence, of what is a sentence: it ends as one, or has five words or more. */
  readonly average: number;
  readonly longest: string;
  readonly longestWords: number;
  /** Share of the words with more than three syllables or more than twelve letters. */
  readonly long: number;
  readonly longWords: readonly string[];
};

const BLOCK =
  /<\/?(?:p|li|dd|dt|h[1-6]|td|th|tr|caption|label|legend|button|a|summary|figcaption|div|section|option|strong|ul|ol|dl|form|fieldset|article|svg|text|title|span class="[^"]*(?:help|hidden)[^"]*")\b[^>]*>/gi;
const INLINE_ENDS = /<br\s*\/?>/gi;

/** The sentences of the main part of a page; what is marked as another language, and what somebody typed, is left out. */
export function sentencesOf(html: string): readonly string[] {
  const main = /<main[\s\S]*?<\/main>/.exec(html)?.[0] ?? html;
  const text = main
    .replace(/<(script|style|svg|textarea|select)\b[\s\S]*?<\/\1>/gi, '\n')
    .replace(/<span lang="(?:nl|en)">[\s\S]*?<\/span>/gi, '\n')
    .replace(INLINE_ENDS, '\n')
    .replace(BLOCK, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/&[a-z]+;|&#\w+;/g, ' ');
  return text
    .split('\n')
    .flatMap((block) => block.split(/(?<=[.!?:;])\s+(?=\S)/))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** The words of a sentence: with letters, so neither numbers nor times. */
export const wordsOf = (sentence: string): readonly string[] => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [];

/**
 * The syllables of a Dutch word: its groups of vowels, where two vowels that make one sound are one group and a
 * diaeresis begins a new one. A rule of thumb, without hyphenation; compounds count as one word, as readers meet them.
 */
export function syllables(word: string): number {
  const sounds = word
    .toLowerCase()
    .match(/eeuw|ieuw|[aeo]oi|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyàáâèéêëìíïòóôöùúûü]/g);
  return sounds?.length ?? 0;
}

/** A word that asks much of a reader: more than three syllables, or more than twelve letters. Names do not count. */
export const isLong = (word: string): boolean => syllables(word) > 3 || word.replace(/[^\p{L}]/gu, '').length > 12;

/** Reads a page. `known`: words that are explained once and met all over, and names. */
export function read(html: string, known: ReadonlySet<string>): Reading {
  const sentences = sentencesOf(html);
  const whole = sentences.filter((one) => /[.!?]$/.test(one) || wordsOf(one).length >= 5);
  const counts = whole.map((one) => wordsOf(one).length);
  const at = counts.indexOf(Math.max(0, ...counts));
  const words = sentences.flatMap((one) => wordsOf(one).map((word, index) => ({ word, first: index === 0 })));
  const longWords = words
    // A capital inside a sentence is a name.
    .filter(({ word, first }) => (first || !/^\p{Lu}/u.test(word)) && isLong(word) && !known.has(word.toLowerCase()))
    .map(({ word }) => word.toLowerCase());
  return {
    sentences,
    average: counts.length === 0 ? 0 : counts.reduce((sum, count) => sum + count, 0) / counts.length,
    longest: whole[at] ?? '',
    longestWords: counts[at] ?? 0,
    long: words.length === 0 ? 0 : longWords.length / words.length,
    longWords,
  };
}
