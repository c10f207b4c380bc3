import type { Crisis, QuestionnaireContent } from '../../../../content/index.ts';
import { Alert, Button, ButtonGroup, Form, FormSection, LinkButton, type PageContext } from '../../../../ui/index.ts';
import { CrisisLines, paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { Questions } from '../questions.tsx';
import { followUpWords } from './words.ts';

/** One questionnaire of the look back, and what its field names begin with. */
export type LookBack = { readonly questionnaire: QuestionnaireContent; readonly prefix: string };

/** What came back on paper, typed in by the coach. */
export function followUpPage(
  context: PageContext,
  on: OpenedCase,
  asked: { readonly parts: readonly LookBack[]; readonly crisis: Crisis },
  form: Shown,
): string {
  const words = followUpWords(context.lang);
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    wide: true,
    actions: (
      <LinkButton kind="secondary" icon="print" href={paths.case(on.caseId, 'papier')}>
        {words.print}
      </LinkButton>
    ),
    main: (
      <>
        {on.person?.mail && !on.person.letters ? <Alert tone="info">{words.mailed}</Alert> : null}
        <Form action={paths.case(on.caseId, 'terugkijken')}>
          {asked.parts.map(({ questionnaire, prefix }) => (
            <FormSection key={prefix} title={questionnaire.title}>
              <p>{questionnaire.intro}</p>
              <Questions questionnaire={questionnaire} form={form} prefix={prefix} lang={context.lang} />
            </FormSection>
          ))}
          <CrisisLines crisis={asked.crisis} steps={paths.case(on.caseId, 'veiligheid')} />
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton kind="subtle" href={paths.case(on.caseId)}>
              {frameWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
