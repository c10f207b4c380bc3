import { AGES, CHILDREN, HOMES, HOUSEHOLDS, INCOMES } from '../../../../content/index.ts';
import { type Posted, text } from '../../../../web/index.ts';
import type { SchemeAnswers } from '../../../model/index.ts';
import type { IncomeWords } from './words.ts';

/** The five questions in their order, and what may be answered. */
export const QUESTIONS = {
  household: HOUSEHOLDS,
  children: CHILDREN,
  age: AGES,
  income: INCOMES,
  home: HOMES,
} as const satisfies { readonly [Name in keyof SchemeAnswers]: readonly SchemeAnswers[Name][] };

export type QuestionName = keyof typeof QUESTIONS;

export type IncomeForm =
  | { readonly ok: true; readonly value: SchemeAnswers }
  | { readonly ok: false; readonly errors: Readonly<Partial<Record<QuestionName, string>>> };

/** Reads the answers, or says which question is still open. */
export function readAnswers(posted: Posted, words: IncomeWords): IncomeForm {
  const names = Object.keys(QUESTIONS) as QuestionName[];
  const answered = (name: QuestionName) => (QUESTIONS[name] as readonly string[]).includes(text(posted, name));
  const open = names.filter((name) => !answered(name));
  if (open.length > 0)
    return {
      ok: false,
      errors: Object.fromEntries(open.map((name) => [name, words.choose({ question: words[name].label })])),
    };
  return { ok: true, value: Object.fromEntries(names.map((name) => [name, text(posted, name)])) as SchemeAnswers };
}
