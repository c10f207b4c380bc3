import type { QuestionnaireContent, QuestionnaireItem } from '../../../content/index.ts';
import { type Choice, kept, type Language, RadioGroup, ScaleField, TextArea, TextField } from '../../../ui/index.ts';
import { type Posted, text } from '../../../web/index.ts';
import { ANSWER_LIMITS, type Answers, type FieldError, parseAnswers, questionsOf } from '../../model/index.ts';
import type { Read, Shown } from '../shared/index.ts';
import { questionWords } from './question-words.ts';

/** How many times a question that repeats is offered on the page. */
export const REPEATS = 4;

const fieldsOf = (name: string, repeats: boolean): readonly string[] =>
  repeats ? Array.from({ length: REPEATS }, (_, index) => (index === 0 ? name : `${name}-${index + 1}`)) : [name];

/** Reads a questionnaire whose repeated questions are boxes of their own (`goal`, `goal-2`, …). */
export function readQuestions(
  questionnaire: QuestionnaireContent,
  posted: Posted,
  prefix: string,
  lang: Language,
): Read<Answers> {
  const together: Record<string, string | readonly string[]> = {};
  for (const question of questionsOf(questionnaire)) {
    const values = fieldsOf(prefix + question.linkId, question.repeats === true)
      .map((name) => text(posted, name))
      .filter(Boolean);
    if (values.length > 0) together[prefix + question.linkId] = values.length === 1 ? values[0]! : values;
  }
  const read = parseAnswers(questionnaire, together, prefix);
  if (read.ok) return { ok: true, value: read.value };
  return {
    ok: false,
    errors: Object.fromEntries(
      read.problem.errors.map((error) => [prefix + error.linkId, mistakeOf(questionnaire, error, lang)]),
    ),
  };
}

function mistakeOf(questionnaire: QuestionnaireContent, error: FieldError, lang: Language): string {
  const item = questionnaire.items.find((one) => one.linkId === error.linkId);
  const title = item?.title ?? item?.text ?? '';
  const words = questionWords(lang).mistakes;
  switch (error.code) {
    case 'required':
      return words.required({ title });
    case 'too-long':
      return words.tooLong({ title, most: error.max ?? ANSWER_LIMITS.signs });
    default:
      return words.choose({ title });
  }
}

/** The questions of a questionnaire as fields, in order; each note under the scale it belongs to. */
export function Questions(props: {
  readonly questionnaire: QuestionnaireContent;
  readonly form: Shown;
  readonly prefix?: string;
  readonly lang: Language;
}) {
  const { prefix = '', lang } = props;
  const { items } = props.questionnaire;
  return items.map((item) => (
    <Question
      key={item.linkId}
      item={item}
      form={props.form}
      prefix={prefix}
      lang={lang}
      about={item.noteFor && !item.title ? items.find((one) => one.linkId === item.noteFor)?.title : undefined}
    />
  ));
}

/** One question as its field or fields. */
export function Question(props: {
  readonly item: QuestionnaireItem;
  readonly form: Shown;
  readonly prefix: string;
  readonly lang: Language;
  /** The scale that a note belongs to. */
  readonly about?: string | undefined;
}) {
  const { item, form, prefix } = props;
  const words = questionWords(props.lang);
  const name = prefix + item.linkId;
  // Equal questions under different scales say which scale they are about.
  const label =
    item.title && item.type !== 'text'
      ? `${item.title}: ${item.text}`
      : props.about
        ? words.noteAbout({ text: item.text, about: props.about })
        : item.text;
  const field = { ...kept(form, name), label, help: item.help, optional: !item.required };
  if (item.type === 'scale')
    return (
      <ScaleField
        {...field}
        low={item.anchors?.low ?? ''}
        high={item.anchors?.high ?? ''}
        from={item.min ?? 0}
        to={item.max ?? 10}
      />
    );
  if (item.type === 'choice' || item.type === 'boolean') {
    const options: readonly Choice[] =
      item.type === 'choice'
        ? (item.options ?? []).map((option) => ({ value: option.code, label: option.label }))
        : [
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ];
    return <RadioGroup {...field} options={options} />;
  }
  if (item.repeats)
    return fieldsOf(name, true).map((one, index) => (
      <TextField
        key={one}
        {...kept(form, one)}
        label={words.numbered({ title: item.title ?? item.text, number: index + 1 })}
        help={index === 0 ? `${item.text} ${item.help ?? ''}`.trim() : undefined}
        optional={index > 0 || !item.required}
        maxLength={ANSWER_LIMITS.signs}
      />
    ));
  return <TextArea {...field} rows={2} maxLength={ANSWER_LIMITS.signs} />;
}
