import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  Form,
  type FormState,
  kept,
  RadioGroup,
  readDateParts,
  Section,
  TextArea,
  TextField,
} from '../../../../ui/index.ts';
import { ATTENDANCE } from '../../../service/contact.ts';
import type { ProviderWords } from '../words.ts';
import type { AttendanceField } from './attendance-form.ts';
import type { TaskPage } from './presenter.ts';

type Props = { readonly page: TaskPage; readonly words: ProviderWords };

/** The times that the place and the resident saw each other. */
export function Sessions({ page, words }: Props) {
  const t = words.task;
  if (page.sessions.length === 0)
    return page.phase === 'ended' ? null : (
      <Section title={t.sessions}>
        <EmptyState title={t.sessionsEmpty} level={3} />
      </Section>
    );
  return (
    <Section title={t.sessions}>
      <DataTable
        caption={t.sessions}
        captionHidden
        rows={page.sessions}
        rowKey={(row) => row.key}
        columns={[
          { key: 'date', header: t.date, cell: (row) => row.date },
          { key: 'time', header: t.time, cell: (row) => row.time },
          { key: 'attended', header: t.attended, cell: (row) => row.attended },
          { key: 'note', header: t.note, cell: (row) => row.note },
        ]}
      />
    </Section>
  );
}

/** The form that keeps one more of them. */
export function AddSession({
  page,
  words,
  form,
  today,
}: Props & { readonly form: FormState<AttendanceField>; readonly today: string }) {
  const t = words.task;
  const posted = form.values as Readonly<Record<string, unknown>> | undefined;
  return (
    <Section title={t.addSession}>
      {page.phase === 'accepted' ? <p>{t.addSessionHelp}</p> : null}
      <Form action={`${page.href}/aanwezigheid`}>
        <DateField
          name="date"
          label={t.date}
          value={posted ? readDateParts(posted, 'date') : today}
          error={form.errors?.date}
        />
        <TextField {...kept(form, 'time')} label={t.time} help={t.timeHelp} width="short" optional />
        <RadioGroup
          {...kept(form, 'attended')}
          label={t.attendedLabel}
          options={ATTENDANCE.map((one) => ({ value: one.code, label: one.label }))}
        />
        <TextArea {...kept(form, 'note')} label={t.noteLabel} help={t.noteHelp} rows={3} optional />
        <Button>{t.save}</Button>
      </Form>
    </Section>
  );
}
