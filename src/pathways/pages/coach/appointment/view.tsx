import {
  Button,
  ButtonGroup,
  DateField,
  Form,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  readDateParts,
  TextField,
} from '../../../../ui/index.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { appointmentWords } from './words.ts';

/** Plans a conversation with the resident. */
export function appointmentPage(context: PageContext, on: OpenedCase, form: Shown): string {
  const words = appointmentWords(context.lang);
  const usual = on.view.row?.stage === 'follow-up' || on.view.row?.stage === 'support' ? 'follow-up' : 'conversation';
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <Form action={paths.case(on.caseId, 'afspraak')}>
        <RadioGroup
          {...kept(form, 'about')}
          value={kept(form, 'about').value || usual}
          label={words.about}
          options={(['conversation', 'follow-up'] as const).map((value) => ({ value, label: words.kinds[value] }))}
        />
        <DateField
          name="date"
          label={words.date}
          value={readDateParts(form.values ?? {}, 'date')}
          error={form.errors?.date}
        />
        <TextField {...kept(form, 'time')} label={words.time} help={words.timeHelp} width="short" />
        <TextField {...kept(form, 'place')} label={words.place} help={words.placeHelp} width="half" maxLength={200} />
        <ButtonGroup>
          <Button icon="calendar">{words.save}</Button>
          <LinkButton kind="subtle" href={paths.case(on.caseId)}>
            {frameWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
