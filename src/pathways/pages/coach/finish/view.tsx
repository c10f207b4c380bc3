import {
  Alert,
  Button,
  ButtonGroup,
  Card,
  DataList,
  Form,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  TextArea,
} from '../../../../ui/index.ts';
import { reasonsFor } from '../../../model/index.ts';
import { LONG_TEXT, paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { FAILED, type FinishForm } from './form.ts';
import { finishWords } from './words.ts';

/** How it ends, and what the practice may know. */
export function finishPage(context: PageContext, on: OpenedCase, form: Shown): string {
  const words = finishWords(context.lang);
  const events = new Set((on.view.facts?.events ?? []).map((event) => event.name));
  const asked = events.has('support-started') && !events.has('follow-up-held');
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        {asked ? <Alert tone="warning">{words.notFollowedUp}</Alert> : null}
        <Form action={paths.case(on.caseId, 'afronden')}>
          <RadioGroup
            {...kept(form, 'ending')}
            label={words.ending}
            options={[
              ...on.pathway.outcomes.map(({ code, label, help }) => ({ value: code, label, help })),
              ...reasonsFor(on.pathway, 'failed', 'provider').map(({ code, label }) => ({
                value: `${FAILED}${code}`,
                label: `${words.stopped}: ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
              })),
            ]}
          />
          <TextArea
            {...kept(form, 'summary')}
            label={words.summary}
            help={words.summaryHelp}
            rows={5}
            maxLength={LONG_TEXT}
          />
          <ButtonGroup>
            <Button name="step" value="check">
              {words.check}
            </Button>
            <LinkButton kind="subtle" href={paths.case(on.caseId)}>
              {frameWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** Exactly what the practice will read, and the button that sends it. */
export function finishCheckPage(context: PageContext, on: OpenedCase, filled: FinishForm): string {
  const words = finishWords(context.lang).checking;
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    main: (
      <>
        <Card>
          <DataList
            facts={[
              { term: words.practice, value: on.first.requester?.display },
              { term: words.number, value: on.number },
              { term: filled.outcome ? words.outcome : words.reason, value: filled.label },
              { term: words.summary, value: filled.summary || words.noSummary },
            ]}
          />
        </Card>
        <p>{words.not}</p>
        <Form action={paths.case(on.caseId, 'afronden')} hidden={{ ending: filled.ending, summary: filled.summary }}>
          <ButtonGroup>
            <Button name="step" value="send" icon="send">
              {words.send}
            </Button>
            <Button name="step" value="change" kind="secondary">
              {words.change}
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
