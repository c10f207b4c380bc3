import {
  Button,
  type Column,
  DataTable,
  EmptyState,
  type FormState,
  formatDate,
  formErrors,
  kept,
  type PageContext,
  renderPage,
  SearchForm,
  Section,
  TextField,
} from '../../../ui/index.ts';
import type { GrantRow } from '../../service/log.ts';
import { privacyWords } from '../words.ts';

/** Who may see what of one resident's record, why and since when. */
export function grantsPage(
  context: PageContext,
  grants: readonly GrantRow[] | undefined,
  partyName: (reference: string) => string,
  form: FormState<'inwoner'> = {},
): string {
  const words = privacyWords(context.lang).grants;
  const relations: Readonly<Record<string, string>> = words.relations;
  const reasons: Readonly<Record<string, string>> = words.reasons;
  const names: Readonly<Record<string, string>> = words.categoryNames;
  const day = (date: Date) => formatDate(date, 'long', context.lang);
  const columns: readonly Column<GrantRow>[] = [
    {
      key: 'who',
      header: words.who,
      cell: (grant) => (grant.relation === 'self' ? words.self : partyName(grant.grantee.replace(/#.*$/, ''))),
    },
    { key: 'relation', header: words.relation, cell: (grant) => relations[grant.relation] ?? grant.relation },
    {
      key: 'categories',
      header: words.categories,
      cell: (grant) => grant.categories.map((category) => names[category] ?? category).join(', '),
    },
    { key: 'since', header: words.since, cell: (grant) => day(grant.opened_at) },
    {
      key: 'until',
      header: words.until,
      cell: (grant) => {
        if (grant.closed_at)
          return words.ended({
            date: day(grant.closed_at),
            reason:
              grant.relation === 'emergency' || grant.relation === 'request'
                ? words.reasons.over
                : (reasons[grant.closed_reason ?? ''] ?? words.reasons.other),
          });
        return grant.until ? day(grant.until) : words.noEnd;
      },
    },
  ];
  const table = (title: string, rows: readonly GrantRow[]) =>
    rows.length === 0 ? null : (
      <Section title={title}>
        <DataTable caption={title} captionHidden columns={columns} rows={rows} rowKey={(grant) => grant.id} />
      </Section>
    );
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <SearchForm action="/privacy/inwoner" label={words.title}>
          <TextField {...kept(form, 'inwoner')} label={words.label} width="half" />
          <Button icon="search">{words.button}</Button>
        </SearchForm>
        {grants?.length === 0 ? <EmptyState title={words.empty} /> : null}
        {grants
          ? table(
              words.open,
              grants.filter((grant) => !grant.closed_at),
            )
          : null}
        {grants
          ? table(
              words.closed,
              grants.filter((grant) => grant.closed_at),
            )
          : null}
        {grants?.some((grant) => grant.closed_at) ? <p>{words.received}</p> : null}
      </>
    ),
  });
}
