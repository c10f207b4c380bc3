/** A text in lower case without accents, as `directory.plain` in the database makes it. */
export function plain(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** The most that is read of a question: longer ones are a story, and their first words say what it is about. */
const MOST_SIGNS = 300;
const MOST_WORDS = 30;

/** The words of a text, plain, in their order. */
export function wordsOf(text: string): readonly string[] {
  return (plain(text.slice(0, MOST_SIGNS)).match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}

/**
 * Words that say nothing about what somebody looks for. The Dutch dictionary of the database knows the commonest; these
 * are the ones people begin a question with, and the dialect and English beside them.
 */
const SMALL = new Set(
  `ik mij me mijn mn je jij jou uw u we wij ons onze hij zij ze hem haar zijn hun het de een der den dat die dit deze wat wie waar hoe
  en of maar want als dan dus om te van voor naar met zonder op in uit bij aan over door tot tegen na af toe er hier daar
  is ben bent was waren zijn wordt word worden heb hebt heeft had hebben kan kun kunt kunnen kon wil wilt willen wou wilde moet moeten
  mag mogen zou zouden zal gaan ga gaat doe doet doen kom komt komen krijg krijgt krijgen zoek zoekt zoeken vind vinden weet weten
  niet geen meer nooit niks niets wel ook nog al altijd heel erg zo te veel steeds weer even graag eens soms nu bijna iets iemand
  hulp help helpen nodig vraag probleem problemen last goed slecht lukt lastig moeilijk
  t k n m nen mien zien hef nich neet gin
  i my me you the a an and or of for to in on at with is am are be been do does not no dont cant can need want some have help get with`.split(
    /\s+/,
  ),
);

/** Whether a word may be left out of a question without changing it. */
export const isSmall = (word: string): boolean => SMALL.has(word) || (word.length < 2 && !/\d/.test(word));
