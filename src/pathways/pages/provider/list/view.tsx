import {
  type Column,
  Counts,
  DataTable,
  DueLabel,
  EmptyState,
  formatDate,
  LinkButton,
  type PageContext,
  Pager,
  renderPage,
  Section,
  Status,
  Tabs,
  TaskStatus,
} from '../../../../ui/index.ts';
import { providerWords } from '../words.ts';
import { type PlacesRow, PlacesTable } from './places.tsx';
import type { ListPage, ListRow } from './presenter.ts';

/** The list of who was referred to this provider, and who it helps now. */
export function listPage(context: PageContext, list: ListPage, today: string, places: readonly PlacesRow[]): string {
  const words = providerWords(context.lang).list;
  const base: readonly Column<ListRow>[] = [
    { key: 'who', header: words.who, cell: (row) => row.who },
    { key: 'area', header: words.area, cell: (row) => row.area },
    {
      key: 'need',
      header: words.need,
      cell: (row) => (
        <>
          {row.need} {row.urgent ? <Status tone="attention">{words.soon}</Status> : null}
        </>
      ),
    },
    { key: 'state', header: words.state, cell: (row) => <TaskStatus status={row.status} /> },
  ];
  const due: Column<ListRow> = {
    key: 'due',
    header: words.due,
    cell: (row) =>
      row.due ? <DueLabel bare due={row.due} today={today} daysLate={row.daysLate || undefined} /> : null,
  };
  const since: Column<ListRow> = {
    key: 'since',
    header: words.since,
    cell: (row) => formatDate(row.since, 'short', context.lang),
    keepTogether: true,
  };
  const table = (caption: string, rows: readonly ListRow[], columns: readonly Column<ListRow>[], label: string) => (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      attention={(row) => row.daysLate > 0}
      action={(row) => (
        <LinkButton small kind="secondary" href={row.href} about={row.who}>
          {label}
        </LinkButton>
      )}
    />
  );
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        <Counts
          label={words.counts}
          items={[
            { label: words.countNew, count: list.counts.new },
            { label: words.countWeek, count: list.counts.week },
            { label: words.countLate, count: list.counts.late, tone: list.counts.late > 0 ? 'error' : 'neutral' },
          ]}
        />
        <Tabs
          items={[
            { label: words.now, href: '/aanbod', current: !list.closed },
            { label: words.closed, href: '/aanbod?fase=afgerond', current: list.closed },
          ]}
        />
        {list.closed ? (
          <Section title={words.closedOnes}>
            {list.ended.length === 0 ? (
              <EmptyState title={words.closedEmpty} level={3} />
            ) : (
              table(words.closedOnes, list.ended, [...base, since], words.open)
            )}
          </Section>
        ) : (
          <>
            <Section title={words.newOnes}>
              {list.offers.length === 0 ? (
                <EmptyState title={words.newEmpty} level={3}>
                  <p>{words.newEmptyMore}</p>
                </EmptyState>
              ) : (
                table(words.newOnes, list.offers, [...base, due], words.answer)
              )}
            </Section>
            <Section title={words.running}>
              {list.running.length === 0 ? (
                <EmptyState title={words.runningEmpty} level={3}>
                  <p>{words.runningEmptyMore}</p>
                </EmptyState>
              ) : (
                table(words.running, list.running, [...base, due], words.open)
              )}
            </Section>
          </>
        )}
        {list.closed ? null : <PlacesTable places={places} />}
        <Pager {...(list.nextHref ? { nextHref: list.nextHref } : {})} about={words.title} />
      </>
    ),
  });
}
