import type { QuestionnaireContent } from '../../../../content/index.ts';
import type { Posted } from '../../../../web/index.ts';
import { type Answers, parseAnswers } from '../../../model/index.ts';
import type { PublicWords } from '../words.ts';

export type QuestionsForm =
  | { readonly ok: true; readonly value: Readonly<Record<string, Answers>> }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The name of the field of one question. */
export const fieldName = (questionnaire: string, linkId: string): string => `${questionnaire}__${linkId}`;

/** Reads the answers to each questionnaire, by its id; or every mistake, by field name. At least one must be answered. */
export function readQuestions(
  posted: Posted,
  questionnaires: readonly QuestionnaireContent[],
  words: PublicWords['questions'],
): QuestionsForm {
  const value: Record<string, Answers> = {};
  const errors: Record<string, string> = {};
  for (const one of questionnaires) {
    const read = parseAnswers(one, posted, `${one.id}__`);
    if (read.ok) value[one.id] = read.value;
    else for (const error of read.problem.errors) errors[fieldName(one.id, error.linkId)] = words.errors[error.code];
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const first = questionnaires[0];
  if (first && Object.values(value).every((answers) => Object.keys(answers).length === 0))
    return { ok: false, errors: { [fieldName(first.id, first.items[0]!.linkId)]: words.none } };
  return { ok: true, value };
}
