import type { LocalDate, RoleCode } from '../../../platform/index.ts';
import {
  Button,
  DataList,
  DataTable,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  formErrors,
  kept,
  Link,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  Status,
  Tabs,
  TextArea,
} from '../../../ui/index.ts';
import { roleLabel } from '../../../web/index.ts';
import { GLASS_OUTCOMES } from '../../model/break-glass.ts';
import { glassKey } from '../../service/break-glass.ts';
import type { BreakGlass } from '../../store/break-glass.ts';
import { glassWords } from '../glass-words.ts';

type NameOf = (reference: string) => string;

/** Every emergency access that waits for review, or was reviewed. */
export function glassesPage(
  context: PageContext,
  page: {
    readonly which: 'open' | 'closed';
    readonly glasses: readonly BreakGlass[];
    readonly today: LocalDate;
    readonly nameOf: NameOf;
  },
): string {
  const all = glassWords(context.lang);
  const words = all.list;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        <Tabs
          label={words.tabs}
          items={[
            { label: words.open, href: '/privacy/nood', current: page.which === 'open' },
            { label: words.closed, href: '/privacy/nood?lijst=nagekeken', current: page.which === 'closed' },
          ]}
        />
        {page.glasses.length === 0 ? (
          <EmptyState title={page.which === 'open' ? words.empty : words.emptyClosed} />
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            rows={page.glasses}
            rowKey={glassKey}
            columns={[
              {
                key: 'when',
                header: words.when,
                cell: (glass) => (
                  <Link href={`/privacy/nood/${glassKey(glass)}`}>
                    {formatDateTime(glass.at, 'long', context.lang)}
                  </Link>
                ),
              },
              { key: 'who', header: words.who, cell: (glass) => whoOf(glass, page.nameOf, context) },
              { key: 'why', header: words.why, cell: (glass) => all.reasons[glass.reason] },
              page.which === 'open'
                ? {
                    key: 'by',
                    header: words.by,
                    cell: (glass: BreakGlass) => {
                      const date = formatDate(glass.reviewBy, 'long', context.lang);
                      return glass.reviewBy < page.today ? <Status tone="error">{words.late({ date })}</Status> : date;
                    },
                  }
                : {
                    key: 'outcome',
                    header: words.outcome,
                    cell: (glass: BreakGlass) => (glass.outcome ? all.review.outcomes[glass.outcome] : ''),
                  },
            ]}
          />
        )}
      </>
    ),
  });
}

const whoOf = (glass: BreakGlass, nameOf: NameOf, context: PageContext): string =>
  [glass.personName, roleLabel(glass.role as RoleCode, context.lang), nameOf(glass.organisation)]
    .filter(Boolean)
    .join(', ');

export type ReviewField = 'outcome' | 'note';

/** One emergency access with the officer's finding, or the form for it. */
export function glassPage(
  context: PageContext,
  glass: BreakGlass,
  nameOf: NameOf,
  form: FormState<ReviewField> = {},
): string {
  const all = glassWords(context.lang);
  const words = all.review;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.list.title, href: '/privacy/nood' }, { label: words.title }],
    errors: formErrors(form),
    main: (
      <>
        <Section title={words.facts}>
          <DataList
            facts={[
              { term: all.list.when, value: formatDateTime(glass.at, 'long', context.lang) },
              { term: all.list.who, value: whoOf(glass, nameOf, context) },
              { term: all.list.why, value: all.reasons[glass.reason] },
              { term: words.said, value: glass.said },
              { term: words.until, value: formatDateTime(glass.until, 'long', context.lang) },
              {
                term: words.resident,
                value: (
                  <Link href={`/privacy?${new URLSearchParams({ inwoner: glass.resident, persoon: glass.person })}`}>
                    {words.log}
                  </Link>
                ),
              },
            ]}
          />
        </Section>
        <Section title={words.form}>
          {glass.outcome ? (
            <DataList
              facts={[
                { term: all.list.outcome, value: words.outcomes[glass.outcome] },
                { term: words.note, value: glass.note },
              ]}
            />
          ) : (
            <Form action={`/privacy/nood/${glassKey(glass)}`}>
              <RadioGroup
                {...kept(form, 'outcome')}
                label={words.outcome}
                options={GLASS_OUTCOMES.map((one) => ({ value: one, label: words.outcomes[one] }))}
              />
              <TextArea {...kept(form, 'note')} label={words.note} maxLength={2000} />
              <Button>{words.save}</Button>
            </Form>
          )}
        </Section>
      </>
    ),
  });
}
