import type { LocalDate } from '../../../../platform/index.ts';
import {
  type Column,
  DataTable,
  DueLabel,
  EmptyState,
  Filters,
  formErrors,
  keptMany,
  Link,
  LinkButton,
  type PageContext,
  Pager,
  renderPage,
  Status,
  Tick,
} from '../../../../ui/index.ts';
import type { Load } from '../../../read/load.ts';
import { COUNT_CAP, VIEWS, type View, type Worklist } from '../../../read/worklist.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { hrefOf, type Row } from './presenter.ts';
import { Assigning, Loads } from './team.tsx';
import { teamWords } from './team-words.ts';
import { worklistWords } from './words.ts';

function columnsOf(
  context: PageContext,
  today: LocalDate,
  picked: readonly string[] | undefined,
  first: string | undefined,
): readonly Column<Row>[] {
  const words = worklistWords(context.lang);
  const team = teamWords(context.lang);
  return [
    {
      key: 'resident',
      header: words.columns.resident,
      cell: (row) => (
        <>
          {picked && row.pick !== undefined ? (
            <Tick
              name="case"
              // The first is where the summary of mistakes leads to.
              id={row.id === first ? 'case' : `case-${row.id}`}
              value={row.pick}
              label={team.pickOne({ name: row.name })}
              checked={picked.includes(row.pick)}
            />
          ) : null}
          {picked && row.pick === undefined ? <span className="omzien-tick-space" /> : null}
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

/** What the page of the list shows beside its rows. */
type ShownList = {
  readonly view: View;
  readonly team: string;
  readonly today: LocalDate;
  readonly first: boolean;
  readonly after: string | undefined;
  readonly load: readonly Load[];
  /** Only the lines of this colleague. */
  readonly of: Load | undefined;
  /** Whether rows can be chosen to be given to a colleague. */
  readonly assigns: boolean;
  readonly form: Shown;
};

/** The list of a team: who, at what step, until when, with whom, and the next thing to do. */
export function worklistPage(context: PageContext, list: Worklist, rows: readonly Row[], shown: ShownList): string {
  const words = worklistWords(context.lang);
  const counts: Readonly<Partial<Record<View, number>>> = list.counts;
  const options = VIEWS.map((view) => {
    const count = counts[view];
    const capped = count !== undefined && count >= COUNT_CAP;
    return {
      label: capped ? words.capped({ label: words.views[view], most: COUNT_CAP }) : words.views[view],
      href: hrefOf(view, { of: shown.of?.person }),
      current: view === shown.view,
      ...(count === undefined || capped ? {} : { count }),
    };
  });
  const team = teamWords(context.lang);
  const plain = words.captions[shown.view];
  const caption = shown.of ? team.ofCoach({ caption: plain, name: shown.of.name }) : plain;
  const table = (
    <DataTable
      caption={caption}
      columns={columnsOf(
        context,
        shown.today,
        shown.assigns ? keptMany(shown.form, 'case').values : undefined,
        rows.find((row) => row.pick)?.id,
      )}
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
  );
  return renderPage({
    title: words.title({ team: shown.team }),
    kind: 'work',
    context,
    errors: formErrors(shown.form),
    actions: (
      <LinkButton href={paths.handOver} kind="secondary" icon="person">
        {words.handOver}
      </LinkButton>
    ),
    main: (
      <>
        <Filters
          groups={[
            { label: words.filter, options },
            ...(shown.load.length > 1
              ? [
                  {
                    label: team.load,
                    options: [
                      { label: team.everybody, href: hrefOf(shown.view), current: shown.of === undefined },
                      ...shown.load.map((one) => ({
                        label: one.name,
                        href: hrefOf(shown.view, { of: one.person }),
                        current: one === shown.of,
                      })),
                    ],
                  },
                ]
              : []),
          ]}
        />
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
        ) : shown.assigns ? (
          <Assigning shown={shown}>{table}</Assigning>
        ) : (
          table
        )}
        <Pager
          {...(shown.first ? {} : { previousHref: hrefOf(shown.view, { of: shown.of?.person }) })}
          {...(list.next ? { nextHref: hrefOf(shown.view, { of: shown.of?.person, after: list.next }) } : {})}
          about={words.more}
        />
        <Loads shown={shown} />
      </>
    ),
  });
}
