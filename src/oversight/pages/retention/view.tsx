import type { Oversight, Retention } from '../../../content/index.ts';
import {
  Button,
  DataTable,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  formatNumber,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  Status,
  TextField,
} from '../../../ui/index.ts';
import type { Due, Run } from '../../store/retention.ts';
import { requestWords } from '../requests/words.ts';
import { retentionWords } from './words.ts';

export type RetentionPage = {
  readonly dues: readonly Due[];
  readonly runs: readonly Run[];
  readonly retention: readonly Retention[];
  readonly rules: Oversight;
  /** The part for which it is asked why it is held. */
  readonly holding?: Due | undefined;
};

const keyOf = (due: Due) => `${due.resident}-${due.part}`;

/** What is due, what was removed, and the terms. */
export function retentionPage(context: PageContext, page: RetentionPage, form: FormState<'because'> = {}): string {
  const all = retentionWords(context.lang);
  const words = all.due;
  const parts: Readonly<Record<string, string>> = requestWords(context.lang).regimes;
  return renderPage({
    title: all.title,
    kind: 'work',
    context,
    intro: all.intro,
    errors: formErrors(form),
    main: (
      <>
        {page.holding ? <HoldForm due={page.holding} form={form} context={context} /> : null}
        <Section title={words.title}>
          {page.dues.length === 0 ? (
            <EmptyState title={words.empty} level={3} />
          ) : (
            <DataTable
              caption={words.title}
              captionHidden
              rows={page.dues}
              rowKey={keyOf}
              columns={[
                { key: 'what', header: words.what, cell: (due) => parts[due.part] ?? due.part },
                { key: 'of', header: words.of, cell: (due) => words.resident({ id: due.resident.slice(0, 8) }) },
                { key: 'on', header: words.on, cell: (due) => formatDate(due.dueOn, 'long', context.lang) },
                {
                  key: 'state',
                  header: words.state,
                  cell: (due) => (
                    <>
                      <Status tone={due.state === 'held' ? 'attention' : 'neutral'}>{words.states[due.state]}</Status>
                      {due.heldBecause ? <p>{due.heldBecause}</p> : null}
                      {due.requestId ? <p>{words.request}</p> : null}
                    </>
                  ),
                },
              ]}
              actionHeader={words.action}
              action={(due) => <DueForms due={due} context={context} />}
            />
          )}
        </Section>
        <Section title={all.runs.title}>
          <p>{all.runs.intro}</p>
          {page.runs.length === 0 ? (
            <EmptyState title={all.runs.empty} level={3} />
          ) : (
            <DataTable
              caption={all.runs.title}
              captionHidden
              rows={page.runs}
              rowKey={(run) => run.id}
              columns={[
                { key: 'when', header: all.runs.when, cell: (run) => formatDateTime(run.at, 'long', context.lang) },
                { key: 'what', header: words.what, cell: (run) => parts[run.part] ?? all.runs.system },
                { key: 'why', header: all.runs.why, cell: (run) => all.runs.kinds[run.kind] },
                { key: 'by', header: all.runs.by, cell: (run) => run.byName },
                {
                  key: 'rows',
                  header: all.runs.rows,
                  numeric: true,
                  cell: (run) =>
                    formatNumber(
                      Object.values(run.counts).reduce((sum, n) => sum + n, 0),
                      0,
                      context.lang,
                    ),
                },
              ]}
            />
          )}
        </Section>
        <Terms page={page} context={context} />
      </>
    ),
  });
}

function DueForms(props: { readonly due: Due; readonly context: PageContext }) {
  const { due, context } = props;
  const words = retentionWords(context.lang).due;
  const about = `${due.resident.slice(0, 8)}, ${requestWords(context.lang).regimes[due.part]}`;
  const of = { resident: due.resident, part: due.part };
  if (due.state !== 'due')
    return (
      <Form action="/privacy/bewaren" hidden={{ ...of, step: 'release' }}>
        <Button kind="secondary" small about={about}>
          {words.release}
        </Button>
      </Form>
    );
  return (
    <>
      <Form action="/privacy/bewaren" hidden={{ ...of, step: 'approve' }}>
        <Button small about={about}>
          {words.approve}
        </Button>
      </Form>
      <LinkButton kind="secondary" small href={`/privacy/bewaren?houd=${keyOf(due)}`} about={about}>
        {words.hold}
      </LinkButton>
    </>
  );
}

/** Why one part is held: asked apart from the list, so that there is room to say it. */
function HoldForm(props: { readonly due: Due; readonly form: FormState<'because'>; readonly context: PageContext }) {
  const { due, form, context } = props;
  const words = retentionWords(context.lang).due;
  const regimes = requestWords(context.lang).regimes;
  return (
    <Section title={`${words.hold}: ${regimes[due.part]}, ${words.resident({ id: due.resident.slice(0, 8) })}`}>
      <Form action="/privacy/bewaren" hidden={{ resident: due.resident, part: due.part, step: 'hold' }}>
        <TextField {...kept(form, 'because')} label={words.because} maxLength={1000} />
        <Button>{words.hold}</Button>
      </Form>
    </Section>
  );
}

function Terms(props: { readonly page: RetentionPage; readonly context: PageContext }) {
  const { retention, rules } = props.page;
  const { lang } = props.context;
  const words = retentionWords(lang).terms;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const froms: Readonly<Record<string, string>> = words.fromWords;
  const rows = [
    ...retention.map((one) => ({ ...one, what: one.label, since: one.from })),
    ...rules.keep.map((one) => ({ ...one, what: kinds[one.id] ?? one.id, since: froms[one.from] ?? one.from })),
  ];
  return (
    <Section title={words.title}>
      <DataTable
        caption={words.title}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'what', header: words.what, cell: (row) => row.what },
          {
            key: 'term',
            header: words.term,
            cell: (row) => (row.unit === 'months' ? words.months({ n: row.amount }) : words.days({ n: row.amount })),
          },
          { key: 'from', header: words.from, cell: (row) => row.since },
          {
            key: 'source',
            header: words.source,
            cell: (row) => (row.status === 'check' ? `${row.source} (${words.check})` : row.source),
          },
        ]}
      />
      <p>{words.backUps({ days: rules.backUps.days })}</p>
    </Section>
  );
}
