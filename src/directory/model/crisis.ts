import type { Crisis, CrisisLine } from '../../content/index.ts';
import { allowance, lettersApart } from './spelling.ts';
import { wordsOf } from './text.ts';

/**
 * The crisis numbers that these words call for, the called-for ones first; empty where nothing points to danger.
 * Read with typing errors, and rather once too often than too seldom.
 */
export function crisisFor(crisis: Crisis, question: string): readonly CrisisLine[] {
  const words = wordsOf(question);
  const called = crisis.lines.filter((line) => line.triggers?.some((trigger) => says(words, wordsOf(trigger))));
  return called.length === 0 ? [] : [...called, ...crisis.lines.filter((line) => !called.includes(line))];
}

/** Whether these words occur, in this order, with at most one other word between. */
function says(words: readonly string[], trigger: readonly string[]): boolean {
  return words.some((_, from) => {
    let at = from;
    for (const [index, wanted] of trigger.entries()) {
      const here = words.slice(at, index === 0 ? at + 1 : at + 2).findIndex((word) => alike(word, wanted));
      if (here < 0) return false;
      at += here + 1;
    }
    return true;
  });
}

const alike = (word: string, wanted: string): boolean => {
  const most = wanted.length < 6 ? 0 : allowance(wanted.length);
  return word === wanted || (most > 0 && word[0] === wanted[0] && lettersApart(word, wanted, most) <= most);
};
