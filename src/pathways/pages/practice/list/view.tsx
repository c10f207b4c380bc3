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
import type { Worklist, WorklistLine } from '../../../read/worklist.ts';
import { caseWords, paths } from '../../shared/index.ts';
import { listWords } from './words.ts';

/** Whether the team has ended its part, and the practice is to read how it went. */
export function asksToRead(line: Pick<WorklistLine, 'waits_for' | 'closed'>): boolean {
  return !line.closed && line.waits_for === 'requester';
}

/** The referrals of one practice. */
export function listPage(
  context: PageContext,
  list: Worklist,
  shown: { readonly view: 'open' | 'closed'; readonly today: LocalDate; readonly first: boolean },
): string {
  const words = listWords(context.lang);
  const { now } = caseWords(context.lang);
  const columns: readonly Column<WorklistLine>[] = [
    {
      key: 'resident',
      header: words.columns.resident,
      cell: (line) => (
        <>
          <Link href={paths.referral(line.case_id)}>{line.label}</Link> {line.age ?? ''}{' '}
          {line.urgent ? <Status tone="attention">{words.urgent}</Status> : null}
        </>
      ),
    },
    { key: 'reason', header: words.columns.reason, cell: (line) => line.need },
    {
      key: 'now',
      header: words.columns.now,
      // A term is shown where this practice is the one to keep it.
      cell: (line) =>
        asksToRead(line) ? (
          <>
            {words.ready}{' '}
            {line.due ? (
              <DueLabel
                due={line.due}
                today={shown.today}
                pausedBecause={line.paused ? words.standsStill : undefined}
              />
            ) : null}
          </>
        ) : (
          now[line.step as keyof typeof now]
        ),
    },
  ];
  const option = (view: 'open' | 'closed') => ({
    label: words[view],
    href: view === 'open' ? paths.practice : `${paths.practice}?lijst=afgesloten`,
    current: shown.view === view,
  });
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    actions: (
      <LinkButton href={paths.find} icon="add">
        {words.new}
      </LinkButton>
    ),
    main: (
      <>
        <Filters groups={[{ label: words.filter, options: [option('open'), option('closed')] }]} />
        {list.lines.length === 0 && shown.first ? (
          <EmptyState
            title={words.empty[shown.view]}
            action={
              shown.view === 'open' ? (
                <LinkButton href={paths.find} kind="secondary">
                  {words.new}
                </LinkButton>
              ) : null
            }
          >
            <p>{shown.view === 'open' ? words.empty.openText : words.empty.closedText}</p>
          </EmptyState>
        ) : (
          <DataTable
            caption={words.caption[shown.view]}
            columns={columns}
            rows={list.lines}
            rowKey={(line) => line.id}
            attention={(line) => asksToRead(line) && !line.paused && line.due !== null && line.due < shown.today}
            action={(line) => (
              <LinkButton
                small
                kind="secondary"
                href={paths.referral(line.case_id)}
                about={words.about({ name: line.label })}
              >
                {asksToRead(line) ? words.read : words.show}
              </LinkButton>
            )}
          />
        )}
        <Pager
          {...(shown.first ? {} : { previousHref: option(shown.view).href })}
          {...(list.next
            ? {
                nextHref: `${paths.practice}?${new URLSearchParams({ ...(shown.view === 'closed' ? { lijst: 'afgesloten' } : {}), na: list.next })}`,
              }
            : {})}
          about={words.more}
        />
      </>
    ),
  });
}
