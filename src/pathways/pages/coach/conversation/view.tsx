import type { Crisis, QuestionnaireContent } from '../../../../content/index.ts';
import { Button, ButtonGroup, Form, FormSection, LinkButton, type PageContext } from '../../../../ui/index.ts';
import { CrisisLines, paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { Questions } from '../questions.tsx';
import { conversationWords } from './words.ts';

/** What the form asks. */
export type Asked = {
  readonly conversation: QuestionnaireContent;
  readonly measure: QuestionnaireContent | undefined;
  readonly crisis: Crisis;
};

/** Names of the measure's fields begin with this. */
export const MEASURE = 'welzijn-';

/** The broad conversation and the four questions, on one page, saved whole. */
export function conversationPage(context: PageContext, on: OpenedCase, asked: Asked, form: Shown): string {
  const words = conversationWords(context.lang);
  const { lang } = context;
  return casePart(context, on, {
    title: words.title,
    intro: asked.conversation.intro,
    form,
    wide: true,
    actions: (
      <LinkButton kind="secondary" icon="print" href={paths.case(on.caseId, 'papier')}>
        {words.print}
      </LinkButton>
    ),
    main: (
      <Form action={paths.case(on.caseId, 'gesprek')}>
        <p>{words.note}</p>
        <FormSection title={asked.conversation.title}>
          <Questions questionnaire={asked.conversation} form={form} lang={lang} />
        </FormSection>
        {asked.measure ? (
          <FormSection title={words.measure}>
            <p>{asked.measure.intro}</p>
            <Questions questionnaire={asked.measure} form={form} prefix={MEASURE} lang={lang} />
          </FormSection>
        ) : null}
        <CrisisLines crisis={asked.crisis} steps={paths.case(on.caseId, 'veiligheid')} />
        <ButtonGroup>
          <Button>{words.save}</Button>
          <LinkButton kind="subtle" href={paths.case(on.caseId)}>
            {frameWords(lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
