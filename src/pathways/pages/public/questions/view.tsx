import type { QuestionnaireContent } from '../../../../content/index.ts';
import {
  Button,
  Form,
  FormSection,
  type FormState,
  formErrors,
  kept,
  type PageContext,
  RadioGroup,
  renderPage,
  ScaleField,
  TextArea,
} from '../../../../ui/index.ts';
import { type Question, questionsOf } from '../../../model/index.ts';
import { type PublicWords, publicWords } from '../words.ts';
import { fieldName } from './form.ts';

/** The questions that came by link. Nothing on it says whose they are. */
export function questionsPage(
  context: PageContext,
  token: string,
  questionnaires: readonly QuestionnaireContent[],
  form: FormState = {},
): string {
  const words = publicWords(context.lang).questions;
  return renderPage({
    title: words.title,
    kind: 'public',
    context: { ...context, signInHref: null },
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <Form action={`/vragen/${token}`}>
        {questionnaires.map((one) => (
          <FormSection key={one.id} title={one.title}>
            {questionsOf(one).map((question) => (
              <QuestionField
                key={question.linkId}
                name={fieldName(one.id, question.linkId)}
                question={question}
                form={form}
                words={words}
              />
            ))}
          </FormSection>
        ))}
        <p>{words.once}</p>
        <Button icon="send">{words.send}</Button>
      </Form>
    ),
  });
}

/** One question as a field: a scale, a choice or a text. */
export function QuestionField(props: {
  readonly name: string;
  readonly question: Question;
  readonly form: FormState;
  readonly words: PublicWords['questions'];
}) {
  const { question, words } = props;
  const field = {
    ...kept(props.form, props.name),
    label: question.text,
    help: question.help,
    optional: !question.required,
  };
  switch (question.type) {
    case 'scale':
      return (
        <ScaleField
          {...field}
          low={question.anchors?.low ?? ''}
          high={question.anchors?.high ?? ''}
          from={question.min ?? 0}
          to={question.max ?? 10}
        />
      );
    case 'choice':
      return (
        <RadioGroup
          {...field}
          options={(question.options ?? []).map((one) => ({ value: one.code, label: one.label }))}
        />
      );
    case 'boolean':
      return (
        <RadioGroup
          {...field}
          inline
          options={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
        />
      );
    default:
      return <TextArea {...field} rows={4} />;
  }
}

/** Thanks; or a link that no longer works. Both look the same for whoever tries one. */
export function saidPage(context: PageContext, which: 'thanks' | 'gone'): string {
  const words = publicWords(context.lang).questions;
  const [title, intro, more] =
    which === 'thanks'
      ? [words.thanks, words.thanksIntro, words.thanksMore]
      : [words.gone, words.goneIntro, words.goneMore];
  return renderPage({
    title,
    kind: 'public',
    context: { ...context, signInHref: null },
    intro,
    main: <p>{more}</p>,
  });
}
