import { NOBODY, type RoleCode } from '../../../platform/index.ts';
import type { LogRow } from '../../../record/index.ts';
import {
  Button,
  DataTable,
  DateField,
  Details,
  EmptyState,
  type FormState,
  formatDateTime,
  formErrors,
  kept,
  Link,
  type PageContext,
  Pager,
  readDateParts,
  renderPage,
  SearchForm,
  Section,
  SelectField,
  Status,
  TextField,
} from '../../../ui/index.ts';
import { roleLabel } from '../../../web/index.ts';
import { privacyWords } from '../words.ts';
import type { LogField } from './form.ts';

export type LogPage = {
  readonly lines: readonly LogRow[];
  readonly nextHref: string | undefined;
  readonly csvHref: string;
  readonly organisationName: (id: string) => string;
};

/** The log and the question to it. The address holds the question, so it can be kept and shared with a colleague. */
export function logPage(
  context: PageContext,
  organisations: readonly { readonly value: string; readonly label: string }[],
  page: LogPage | undefined,
  form: FormState<LogField> = {},
): string {
  const words = privacyWords(context.lang).log;
  const asked = (form.values ?? {}) as Readonly<Record<string, unknown>>;
  const actions: Readonly<Record<string, string>> = words.actions;
  const subjects: Readonly<Record<string, string>> = words.subjects;
  const purposes: Readonly<Record<string, string>> = words.purposes;
  const doors: Readonly<Record<string, string>> = words.doors;
  const who = (line: LogRow) =>
    [
      line.person_name,
      roleLabel(line.role as RoleCode, context.lang),
      line.organisation && page?.organisationName(line.organisation.slice(line.organisation.indexOf('/') + 1)),
    ]
      .filter(Boolean)
      .join(', ');
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <Details summary={words.search} open={page === undefined || page.lines.length === 0}>
          <SearchForm action="/privacy" label={words.search}>
            <TextField {...kept(form, 'persoon')} label={words.person} help={words.personHelp} width="half" optional />
            <TextField
              {...kept(form, 'inwoner')}
              label={words.resident}
              help={words.residentHelp}
              width="half"
              optional
            />
            <SelectField
              {...kept(form, 'actie')}
              label={words.action}
              empty={words.anyAction}
              width="half"
              optional
              options={Object.entries(actions).map(([value, label]) => ({ value, label }))}
            />
            <SelectField
              {...kept(form, 'organisatie')}
              label={words.organisation}
              empty={words.anyAction}
              width="half"
              optional
              options={organisations}
            />
            <SelectField
              {...kept(form, 'doel')}
              label={words.why}
              empty={words.anyAction}
              width="half"
              optional
              options={Object.entries(purposes).map(([value, label]) => ({ value, label }))}
            />
            <SelectField
              {...kept(form, 'deur')}
              label={words.door}
              empty={words.anyAction}
              width="half"
              optional
              options={Object.entries(doors).map(([value, label]) => ({ value, label }))}
            />
            <SelectField
              {...kept(form, 'uitkomst')}
              label={words.allowed}
              empty={words.both}
              width="half"
              optional
              options={[
                { value: 'ja', label: words.yes },
                { value: 'nee', label: words.no },
              ]}
            />
            <DateField
              name="van"
              label={words.from}
              optional
              value={readDateParts(asked, 'van')}
              error={form.errors?.van}
            />
            <DateField
              name="tot"
              label={words.until}
              optional
              value={readDateParts(asked, 'tot')}
              error={form.errors?.tot}
            />
            <Button icon="search">{words.button}</Button>
          </SearchForm>
        </Details>
        {page ? (
          <Section title={words.caption}>
            {page.lines.length === 0 ? (
              <EmptyState title={words.empty} level={3}>
                <p>{words.emptyMore}</p>
              </EmptyState>
            ) : (
              <DataTable
                caption={words.caption}
                captionHidden
                rows={page.lines}
                rowKey={(line) => `${line.resident_id}-${line.id}`}
                columns={[
                  {
                    key: 'when',
                    header: words.when,
                    cell: (line) => formatDateTime(line.at, 'short', context.lang),
                    keepTogether: true,
                  },
                  { key: 'who', header: words.who, cell: who },
                  {
                    key: 'what',
                    header: words.what,
                    cell: (line) =>
                      `${actions[line.action] ?? line.action}: ${subjects[line.subject_type] ?? line.subject_type}`,
                  },
                  {
                    key: 'about',
                    header: words.about,
                    cell: (line) =>
                      line.resident_id === NOBODY
                        ? words.nobody
                        : words.residentShort({ id: line.resident_id.slice(0, 8) }),
                  },
                  { key: 'why', header: words.why, cell: (line) => purposes[line.purpose] ?? line.purpose },
                  {
                    key: 'where',
                    header: words.where,
                    cell: (line) => [doors[line.door] ?? line.door, line.place].filter(Boolean).join(', '),
                  },
                  {
                    key: 'outcome',
                    header: words.outcome,
                    cell: (line) => (
                      <Status tone={line.allowed ? 'neutral' : 'attention'}>
                        {line.allowed ? words.yes : words.no}
                      </Status>
                    ),
                  },
                ]}
              />
            )}
            {page.lines.length > 0 ? (
              <p>
                <Link href={page.csvHref}>{words.csv}</Link>
              </p>
            ) : null}
            <Pager {...(page.nextHref ? { nextHref: page.nextHref } : {})} about={words.caption} />
          </Section>
        ) : null}
      </>
    ),
  });
}
