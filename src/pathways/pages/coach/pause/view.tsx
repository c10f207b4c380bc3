import {
  Button,
  ButtonGroup,
  DateField,
  Form,
  kept,
  LinkButton,
  type PageContext,
  readDateParts,
  TextField,
} from '../../../../ui/index.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { pauseEndWords } from './end-words.ts';
import { pauseWords } from './words.ts';

/** Lets the clocks stand still, with a reason that both sides see. */
export function pausePage(context: PageContext, on: OpenedCase, form: Shown): string {
  const words = pauseWords(context.lang);
  const more = pauseEndWords(context.lang);
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <Form action={paths.case(on.caseId, 'pauze')}>
        <TextField {...kept(form, 'reason')} label={words.reason} help={words.reasonHelp} maxLength={200} />
        <DateField
          name="expected"
          label={more.expected}
          help={more.expectedHelp}
          value={readDateParts(form.values ?? {}, 'expected')}
          error={form.errors?.expected}
          optional
        />
        <ButtonGroup>
          <Button icon="pause">{words.do}</Button>
          <LinkButton kind="subtle" href={paths.case(on.caseId)}>
            {frameWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
