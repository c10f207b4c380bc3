/** A question as the engine reads it; content may carry more. */
export type Question = {
  readonly linkId: string;
  readonly type: 'scale' | 'text' | 'choice' | 'boolean' | 'group';
  readonly text: string;
  readonly title?: string | undefined;
  readonly help?: string | undefined;
  readonly required?: boolean | undefined;
  /** A text or choice may be answered more than once (goals). */
  readonly repeats?: boolean | undefined;
  /** The category of data an answer belongs to; of a group, that of its items counts. */
  readonly category?: string | undefined;
  /** The side of life a scale stands for in the spider web. */
  readonly dimension?: string | undefined;
  readonly noteFor?: string | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly anchors?: { readonly low: string; readonly high: string } | undefined;
  readonly options?:
    | readonly { readonly code: string; readonly label: string; readonly value?: number | undefined }[]
    | undefined;
  /** A lower score is better. */
  readonly reversed?: boolean | undefined;
  readonly items?: readonly Question[] | undefined;
};

export type QuestionnaireDefinition = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly kind?: string | undefined;
  readonly intro?: string | undefined;
  readonly licence?: string | undefined;
  readonly source?: string | undefined;
  readonly note?: string | undefined;
  readonly scoring?: string | undefined;
  readonly items: readonly Question[];
};

/** scale: a whole number · text and choice: a string, or several where the question repeats · boolean: true or false. */
export type Answer = number | string | boolean | readonly string[];
/** By linkId; a question that was not answered is not in it. */
export type Answers = Readonly<Record<string, Answer>>;

/** What a form sent, by field name: a text, or several. */
export type FormInput = Readonly<Record<string, unknown>>;

export type FieldError = {
  readonly linkId: string;
  readonly code:
    | 'required'
    | 'not-a-number'
    | 'out-of-range'
    | 'not-an-option'
    | 'too-long'
    | 'not-yes-or-no'
    | 'one-answer';
  readonly min?: number;
  readonly max?: number;
};

export type ParsedAnswers =
  | { readonly ok: true; readonly value: Answers }
  | { readonly ok: false; readonly problem: { readonly kind: 'answers'; readonly errors: readonly FieldError[] } };

/** Signs in one answer, and answers to one question that repeats. */
export const ANSWER_LIMITS = { signs: 4000, answers: 20 } as const;

/** The questions that can be answered, in order; those in a group are taken out of it. */
export function questionsOf(definition: Pick<QuestionnaireDefinition, 'items'>): readonly Question[] {
  return definition.items.flatMap((item) =>
    item.type === 'group' ? questionsOf({ items: item.items ?? [] }) : [item],
  );
}

/**
 * Reads what a form sent as answers to a questionnaire: the answers, or every mistake, never both. Field names are
 * `prefix` + linkId; other fields (a token, a button) are left alone. Blank is not answered.
 */
export function parseAnswers(
  definition: Pick<QuestionnaireDefinition, 'items'>,
  form: FormInput,
  prefix = '',
): ParsedAnswers {
  const answers: Record<string, Answer> = {};
  const errors: FieldError[] = [];
  for (const question of questionsOf(definition)) {
    const { linkId } = question;
    const told = textsIn(form, prefix + linkId);
    const mistake = (code: FieldError['code'], bounds: Pick<FieldError, 'min' | 'max'> = {}): void => {
      errors.push({ linkId, code, ...bounds });
    };
    if (told.length === 0) {
      if (question.required) mistake('required');
    } else if (told.length > 1 && !mayRepeat(question)) mistake('one-answer');
    else if (told.length > ANSWER_LIMITS.answers) mistake('too-long', { max: ANSWER_LIMITS.answers });
    else {
      const read = told.map((text) => readOne(question, text));
      const wrong = read.find((one) => 'code' in one);
      if (wrong !== undefined && 'code' in wrong) {
        const { code, ...bounds } = wrong;
        mistake(code, bounds);
        continue;
      }
      const values = read.flatMap((one) => ('value' in one ? [one.value] : []));
      const first = values[0];
      if (mayRepeat(question)) answers[linkId] = [...new Set(values.map(String))];
      else if (first !== undefined) answers[linkId] = first;
    }
  }
  return errors.length > 0 ? { ok: false, problem: { kind: 'answers', errors } } : { ok: true, value: answers };
}

type One = { readonly value: number | string | boolean } | Pick<FieldError, 'code' | 'min' | 'max'>;

function readOne(question: Question, text: string): One {
  switch (question.type) {
    case 'scale': {
      const { min = 0, max = 10 } = question;
      if (!/^-?\d{1,6}$/.test(text)) return { code: 'not-a-number', min, max };
      const value = Number(text);
      return value >= min && value <= max ? { value } : { code: 'out-of-range', min, max };
    }
    case 'choice':
      return question.options?.some((option) => option.code === text) ? { value: text } : { code: 'not-an-option' };
    case 'boolean':
      if (text === 'yes' || text === 'true') return { value: true };
      return text === 'no' || text === 'false' ? { value: false } : { code: 'not-yes-or-no' };
    default: {
      const { signs } = ANSWER_LIMITS;
      return text.length > signs ? { code: 'too-long', max: signs } : { value: text };
    }
  }
}

function mayRepeat(question: Question): boolean {
  return question.repeats === true && (question.type === 'text' || question.type === 'choice');
}

function textsIn(form: FormInput, name: string): readonly string[] {
  const told = Object.hasOwn(form, name) ? form[name] : undefined;
  return (Array.isArray(told) ? told : [told])
    .filter((one): one is string => typeof one === 'string')
    .map((text) => text.replace(/\r\n?/g, '\n').trim())
    .filter((text) => text !== '');
}
