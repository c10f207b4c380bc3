import {
  Alert,
  Button,
  ButtonGroup,
  Form,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
} from '../../../../ui/index.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { onwardWords } from './words.ts';

/** Withdraws a request to providers, and shows what stops with it. */
export function withdrawPage(
  context: PageContext,
  on: OpenedCase,
  stop: {
    readonly request: string;
    readonly takes: readonly string[];
    readonly reasons: readonly { readonly code: string; readonly label: string }[];
  },
  form: Shown,
): string {
  const words = onwardWords(context.lang);
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <Alert tone="warning" title={words.takes}>
          <ul>
            {stop.takes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Alert>
        <Form action={paths.case(on.caseId, `aanmelding/${stop.request}/intrekken`)}>
          <RadioGroup
            {...kept(form, 'reason')}
            label={words.reason}
            options={stop.reasons.map(({ code, label }) => ({ value: code, label }))}
          />
          <ButtonGroup>
            <Button kind="danger">{words.do}</Button>
            <LinkButton kind="secondary" href={paths.case(on.caseId)}>
              {frameWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
