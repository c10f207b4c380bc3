import type { Region } from '../../../../content/index.ts';
import { readPosted } from '../../../../platform/http/index.ts';
import type { Actor } from '../../../../platform/index.ts';
import type { FormState } from '../../../../ui/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { schemesFor } from '../../../model/index.ts';
import { type QuestionName, readAnswers } from './form.ts';
import { answersPage, questionsPage } from './view.tsx';
import { incomeWords } from './words.ts';

/** GET /hulp/inkomen */
export function showQuestions(region: Region, ask: Ask<Actor | undefined>): Answer {
  return questionsPage(ask.context, region);
}

/**
 * POST /hulp/inkomen. It only asks: nothing is changed, kept or logged, so there is no token, no cookie and no redirect;
 * the answers are in the body, so that they stand in no address and no history.
 */
export async function showSchemes(region: Region, ask: Ask<Actor | undefined>): Promise<Answer> {
  const read = await readPosted(ask.c);
  if (!read.ok) return { problem: read.problem };
  const form = readAnswers(read.value.posted, incomeWords(ask.context.lang));
  if (form.ok) return answersPage(ask.context, region, schemesFor(region.schemes.schemes, form.value));
  const values = read.value.posted as NonNullable<FormState<QuestionName>['values']>;
  return { again: questionsPage(ask.context, region, { values, errors: form.errors }) };
}
