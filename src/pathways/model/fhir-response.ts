import type { QuestionnaireResponseItem, QuestionnaireResponseItemAnswer } from '@medplum/fhirtypes';
import {
  type Answer,
  type Answers,
  type Question,
  type QuestionnaireDefinition,
  questionsOf,
} from './questionnaire.ts';

type Items = Pick<QuestionnaireDefinition, 'items'>;

/**
 * The answers as items of a FHIR R4 QuestionnaireResponse, in the order and nesting of the questionnaire; what was not
 * answered is left out. `base`: the canonical base of the region, as in `toQuestionnaire`.
 */
export function responseItems(definition: Items, answers: Answers, base: string): QuestionnaireResponseItem[] {
  return definition.items.flatMap((question): QuestionnaireResponseItem[] => {
    const { linkId, text } = question;
    if (question.type === 'group') {
      const item = responseItems({ items: question.items ?? [] }, answers, base);
      return item.length === 0 ? [] : [{ linkId, text, item }];
    }
    const told = Object.hasOwn(answers, linkId) ? answers[linkId] : undefined;
    const answer = told === undefined ? [] : toldAs(question, told, base);
    return answer.length === 0 ? [] : [{ linkId, text, answer }];
  });
}

function toldAs(question: Question, told: Answer, base: string): QuestionnaireResponseItemAnswer[] {
  const values: readonly (number | string | boolean)[] = typeof told === 'object' ? told : [told];
  return values.map((value) => {
    if (typeof value === 'number') return { valueInteger: value };
    if (typeof value === 'boolean') return { valueBoolean: value };
    if (question.type !== 'choice') return { valueString: value };
    const display = question.options?.find((option) => option.code === value)?.label;
    const system = `${base}/CodeSystem/answer-${question.linkId}`;
    return { valueCoding: { system, code: value, ...(display === undefined ? {} : { display }) } };
  });
}

/**
 * The answers in the items of a QuestionnaireResponse, wherever they are nested. What the questionnaire does not ask,
 * or an answer of another kind than it asks for, is left out.
 */
export function answersFrom(definition: Items, items: readonly QuestionnaireResponseItem[] | undefined): Answers {
  const given = new Map(flat(items).map((item) => [item.linkId, item.answer ?? []]));
  const answers: Record<string, Answer> = {};
  for (const question of questionsOf(definition)) {
    const values = (given.get(question.linkId) ?? []).flatMap((answer) => heard(question, answer));
    const first = values[0];
    if (first === undefined) continue;
    answers[question.linkId] = question.repeats === true ? values.map(String) : first;
  }
  return answers;
}

function heard(question: Question, answer: QuestionnaireResponseItemAnswer): (number | string | boolean)[] {
  const value =
    question.type === 'scale'
      ? answer.valueInteger
      : question.type === 'boolean'
        ? answer.valueBoolean
        : question.type === 'choice'
          ? answer.valueCoding?.code
          : answer.valueString;
  return value === undefined ? [] : [value];
}

function flat(items: readonly QuestionnaireResponseItem[] | undefined): readonly QuestionnaireResponseItem[] {
  return (items ?? []).flatMap((item) => [
    item,
    ...flat(item.item),
    ...flat(item.answer?.flatMap((one) => one.item ?? [])),
  ]);
}
