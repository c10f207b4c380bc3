import { type Answers, type Question, type QuestionnaireDefinition, questionsOf } from './questionnaire.ts';

type Items = Pick<QuestionnaireDefinition, 'items'>;

/** One scale or scored choice: as answered, and turned so that higher is better. Null: not answered. */
export type Score = {
  readonly linkId: string;
  readonly value: number | null;
  readonly better: number | null;
  readonly min: number;
  readonly max: number;
  readonly reversed: boolean;
};

/** The score of every question that has one, in order, each on its own. */
export function scoresOf(definition: Items, answers: Answers): readonly Score[] {
  return questionsOf(definition).flatMap((question) => {
    const range = rangeOf(question);
    if (range === null) return [];
    const { min, max } = range;
    const value = numberOf(question, answers);
    const reversed = question.reversed === true;
    const better = value === null || !reversed ? value : min + max - value;
    return [{ linkId: question.linkId, value, better, min, max, reversed }];
  });
}

export type WellBeing = {
  /** The questions apart: this is how the source (ONS4) reports them, and what is shown to people. */
  readonly questions: readonly Score[];
  /** Mean of the questions where higher is better (satisfied, worthwhile, happy); null unless all are answered. */
  readonly positive: number | null;
  /** Mean of the reversed questions (anxious), turned so that higher is better; null unless all are answered. */
  readonly calm: number | null;
};

/**
 * Well-being by the four questions of the ONS. They are never made into one number: the Office for National
 * Statistics reports anxiety apart from the three others (Personal well-being user guidance).
 */
export function wellBeing(definition: Items, answers: Answers): WellBeing {
  const questions = scoresOf(definition, answers);
  return {
    questions,
    positive: mean(questions.filter((score) => !score.reversed)),
    calm: mean(questions.filter((score) => score.reversed)),
  };
}

/** One spoke of the spider web. */
export type Spoke = {
  readonly dimension: string;
  readonly linkId: string;
  readonly title: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
};

/** The spider web: one spoke for each scale that stands for a dimension, in order; null where nothing was said. */
export function spider(definition: Items, answers: Answers): readonly Spoke[] {
  return questionsOf(definition).flatMap((question) => {
    const { linkId, dimension, type, text } = question;
    if (dimension === undefined || type !== 'scale') return [];
    const { min = 0, max = 10 } = question;
    return [{ dimension, linkId, title: question.title ?? text, value: numberOf(question, answers), min, max }];
  });
}

/**
 * The smallest difference on a scale of 0 to 10 that is called a difference. Set by the region: no source gives one
 * for a single person. On other scales it is the same part of the scale.
 */
export const SMALLEST_DIFFERENCE = 1;

export type Change = {
  readonly linkId: string;
  readonly before: number;
  readonly after: number;
  /** After minus before, as answered. */
  readonly difference: number;
  /** none: under the smallest difference, or the same. */
  readonly size: 'none' | 'some';
  /** Which way, for this person: a lower score on a reversed question is better. */
  readonly direction: 'better' | 'worse' | 'same';
};

export type Changes = {
  readonly questions: readonly Change[];
  /** Asked or answered at one of the two moments only: nothing can be said. */
  readonly notCompared: readonly string[];
  /** Always shown with it: a change in one person does not prove that the support brought it about. */
  readonly note: 'one-person-is-no-proof';
};

/** The change between two moments with the same questionnaire, question by question. */
export function changeBetween(
  definition: Items,
  before: Answers,
  after: Answers,
  smallest: number = SMALLEST_DIFFERENCE,
): Changes {
  const first = scoresOf(definition, before);
  const questions: Change[] = [];
  const notCompared: string[] = [];
  for (const score of scoresOf(definition, after)) {
    const { linkId, value: later, min, max, reversed } = score;
    const earlier = first.find((one) => one.linkId === linkId)?.value ?? null;
    if (earlier === null || later === null) {
      if (earlier !== later) notCompared.push(linkId);
      continue;
    }
    const difference = later - earlier;
    const size = difference !== 0 && Math.abs(difference) >= (smallest * (max - min)) / 10 ? 'some' : 'none';
    const up = reversed ? 'worse' : 'better';
    const down = reversed ? 'better' : 'worse';
    const direction = size === 'none' ? 'same' : difference > 0 ? up : down;
    questions.push({ linkId, before: earlier, after: later, difference, size, direction });
  }
  return { questions, notCompared, note: 'one-person-is-no-proof' };
}

/**
 * The answers split by category of data, so that each part is an entry of its own that is shown or left out by itself.
 * A question without a category falls under `otherwise`.
 */
export function answersByCategory(
  definition: Items,
  answers: Answers,
  otherwise = 'support',
): ReadonlyMap<string, Answers> {
  const parts = new Map<string, Record<string, Answers[string]>>();
  for (const { linkId, category = otherwise } of questionsOf(definition)) {
    if (!Object.hasOwn(answers, linkId)) continue;
    const answer = answers[linkId];
    if (answer === undefined) continue;
    const part = parts.get(category) ?? {};
    part[linkId] = answer;
    parts.set(category, part);
  }
  return parts;
}

function rangeOf(question: Question): { readonly min: number; readonly max: number } | null {
  if (question.type === 'scale') return { min: question.min ?? 0, max: question.max ?? 10 };
  if (question.type !== 'choice' || question.repeats) return null;
  const values = (question.options ?? []).flatMap(({ value }) => (value === undefined ? [] : [value]));
  return values.length < 2 ? null : { min: Math.min(...values), max: Math.max(...values) };
}

function numberOf(question: Question, answers: Answers): number | null {
  const answer = Object.hasOwn(answers, question.linkId) ? answers[question.linkId] : undefined;
  if (question.type === 'scale') return typeof answer === 'number' ? answer : null;
  return question.options?.find((option) => option.code === answer)?.value ?? null;
}

/** Rounded to two decimals; null when one is missing, since a mean of what is left is of other questions. */
function mean(scores: readonly Score[]): number | null {
  if (scores.length === 0) return null;
  let sum = 0;
  for (const { better } of scores) {
    if (better === null) return null;
    sum += better;
  }
  return Math.round((sum / scores.length) * 100) / 100;
}
