import type { LocalDate } from '../../../../platform/index.ts';
import {
  type Column,
  DataTable,
  DueLabel,
  EmptyState,
  Filters,
  Link,
  LinkButton,
  type PageContext,
  Pager,
  renderPage,
  Status,
} from '../../../../ui/index.ts';
import { COUNT_CAP, VIEWS, type View, type Worklist } from '../../../read/worklist.ts';
import { paths } from '../../shared/index.ts';
import { hrefOf, type Row } from './presenter.ts';
import { worklistWords } from './words.ts';

function columnsOf(context: PageContext, today: LocalDate): readonly Column<Row>[] {
  const words = worklistWords(context.lang);
  return [
    {
      key: 'resident',
      header: words.columns.resident,
      cell: (row) => (
        <>
          <Link href={row.href}>{row.name}</Link> {row.age}{' '}
          {row.urgent ? <Status tone="attention">{words.urgent}</Status> : null}
        </>
      ),
    },
    { key: 'area', header: words.columns.area, cell: (row) => row.area },
    { key: 'step', header: words.columns.step, cell: (row) => row.step },
    {
      key: 'due',
      header: words.columns.due,
      keepTogether: true,
      cell: (row) =>
        row.paused ? (
          <Status tone="neutral" icon="pause">
            {row.paused}
          </Status>
        ) : (
          <DueLabel bare due={row.due} today={today} />
        ),
    },
    { key: 'at', header: words.columns.at, cell: (row) => row.at },
  ];
}

/** The list of a team: who, at what step, until when, with whom, and the next thing to do. */
export function worklistPage(
  context: PageContext,
  list: Worklist,
  rows: readonly Row[],
  shown: { readonly view: View; readonly team: string; readonly today: LocalDate; readonly first: boolean },
): string {
  const words = worklistWords(context.lang);
  const counts: Readonly<Partial<Record<View, number>>> = list.counts;
  const options = VIEWS.map((view) => {
    const count = counts[view];
    const capped = count !== undefined && count >= COUNT_CAP;
    return {
      label: capped ? words.capped({ label: words.views[view], most: COUNT_CAP }) : words.views[view],
      href: hrefOf(view),
      current: view === shown.view,
      ...(count === undefined || capped ? {} : { count }),
    };
  });
  const caption = words.captions[shown.view];
  return renderPage({
    title: words.title({ team: shown.team }),
    kind: 'work',
    context,
    actions: (
      <LinkButton href={paths.handOver} kind="secondary" icon="person">
        {words.handOver}
      </LinkButton>
    ),
    main: (
      <>
        <Filters groups={[{ label: words.filter, options }]} />
        {rows.length === 0 && shown.first ? (
          <EmptyState
            title={words.empty[shown.view]}
            action={
              shown.view === 'open' ? null : (
                <LinkButton href={paths.work} kind="secondary">
                  {words.showAll}
                </LinkButton>
              )
            }
          >
            <p>{words.emptyText}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={caption}
            columns={columnsOf(context, shown.today)}
            rows={rows}
            rowKey={(row) => row.id}
            attention={(row) => row.late}
            action={(row) => (
              <LinkButton small kind="secondary" href={row.action.href} about={words.about({ name: row.name })}>
                {row.action.label}
              </LinkButton>
            )}
            actionHeader={words.columns.next}
          />
        )}
        <Pager
          {...(shown.first ? {} : { previousHref: hrefOf(shown.view) })}
          {...(list.next ? { nextHref: hrefOf(shown.view, list.next) } : {})}
          about={words.more}
        />
      </>
    ),
  });
}
