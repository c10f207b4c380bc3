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
import { MEETING_MINUTES, MEETING_WAYS, OFF_REASONS } from '../../../service/appointment.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { appointmentWords } from './words.ts';

/** Plans a conversation with the resident, or moves the one that is named. */
export function appointmentPage(
  context: PageContext,
  on: OpenedCase,
  appointment: string | undefined,
  form: Shown,
): string {
  const words = appointmentWords(context.lang);
  const own = appointment ? words.change : words;
  const usual = on.view.row?.stage === 'follow-up' || on.view.row?.stage === 'support' ? 'follow-up' : 'conversation';
  return casePart(context, on, {
    title: own.title,
    intro: own.intro,
    form,
    main: (
      <Form action={paths.case(on.caseId, appointment ? `afspraak/${appointment}/wijzigen` : 'afspraak')}>
        {appointment ? null : (
          <RadioGroup
            {...kept(form, 'about')}
            value={kept(form, 'about').value || usual}
            label={words.about}
            options={(['conversation', 'follow-up'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          />
        )}
        <DateField
          name="date"
          label={words.date}
          value={readDateParts(form.values ?? {}, 'date')}
          error={form.errors?.date}
        />
        <TextField {...kept(form, 'time')} label={words.time} help={words.timeHelp} width="short" />
        <RadioGroup
          {...kept(form, 'minutes')}
          value={kept(form, 'minutes').value || '60'}
          label={words.minutes}
          inline
          options={MEETING_MINUTES.map((count) => ({ value: String(count), label: words.minutesOf({ count }) }))}
        />
        <RadioGroup
          {...kept(form, 'way')}
          label={words.way}
          options={MEETING_WAYS.map((value) => ({ value, label: words.ways[value] }))}
        />
        <TextField
          {...kept(form, 'place')}
          label={words.place}
          help={words.placeHelp}
          width="half"
          maxLength={200}
          optional
        />
        <ButtonGroup>
          <Button icon="calendar">{own.save}</Button>
          <LinkButton kind="subtle" href={paths.case(on.caseId)}>
            {frameWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}

/** Calls a planned conversation off, with its reason. */
export function offPage(
  context: PageContext,
  on: OpenedCase,
  what: { readonly appointment: string; readonly when: string },
  form: Shown,
): string {
  const words = appointmentWords(context.lang).off;
  return casePart(context, on, {
    title: words.title,
    intro: words.intro({ when: what.when }),
    form,
    main: (
      <Form action={paths.case(on.caseId, `afspraak/${what.appointment}/afzeggen`)}>
        <RadioGroup
          {...kept(form, 'reason')}
          label={words.reason}
          options={OFF_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
        />
        <ButtonGroup>
          <Button kind="danger">{words.do}</Button>
          <LinkButton kind="subtle" href={paths.case(on.caseId)}>
            {frameWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
