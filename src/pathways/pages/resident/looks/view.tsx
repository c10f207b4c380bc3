import type { RoleCode } from '../../../../platform/index.ts';
import {
  Card,
  DataTable,
  EmptyState,
  formatDate,
  formatTime,
  Link,
  type PageContext,
  Pager,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import { residentWords } from '../words.ts';
import { byDay, type LookRow } from './presenter.ts';

/** Who opened something of this resident, when and why. */
export function looksPage(
  context: PageContext,
  looks: readonly LookRow[],
  what: {
    readonly organisationName: (id: string) => string;
    readonly next: string | undefined;
    readonly first: boolean;
  },
): string {
  const words = residentWords(context.lang).looks;
  const subjects: Readonly<Record<string, string>> = words.subjects;
  const purposes: Readonly<Record<string, string>> = words.purposes;
  const who = (look: LookRow) =>
    [
      look.person_name,
      roleLabel(look.role as RoleCode, context.lang),
      what.organisationName(look.organisation.slice(look.organisation.indexOf('/') + 1)),
    ]
      .filter(Boolean)
      .join(', ');
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    main: (
      <>
        {looks.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{words.emptyMore}</p>
          </EmptyState>
        ) : (
          byDay(looks).map(({ day, rows }) => (
            <Section key={day} title={formatDate(day, 'weekday', context.lang)}>
              <DataTable
                caption={`${words.caption}, ${formatDate(day, 'long', context.lang)}`}
                captionHidden
                rows={rows}
                rowKey={(look) => look.id}
                columns={[
                  { key: 'who', header: words.who, cell: who },
                  {
                    key: 'when',
                    header: words.when,
                    cell: (look) =>
                      `${formatTime(look.at, context.lang)}${look.more > 0 ? words.more({ more: look.more }) : ''}`,
                  },
                  {
                    key: 'what',
                    header: words.what,
                    cell: (look) => subjects[look.subject_type] ?? words.subjects.other,
                  },
                  { key: 'why', header: words.why, cell: (look) => purposes[look.purpose] ?? words.purposes.none },
                ]}
                action={(look) => (
                  <Link href={`/mijn/verzoeken/nieuw?regel=${look.id}`} about={`: ${who(look)}`}>
                    {words.ask}
                  </Link>
                )}
              />
            </Section>
          ))
        )}
        <Pager
          {...(what.next ? { nextHref: `/mijn/inzage?na=${what.next}` } : {})}
          {...(what.first ? {} : { previousHref: '/mijn/inzage' })}
          about={words.title}
        />
        <Card title={words.odd}>
          <p>{words.oddMore}</p>
          <p>{words.systems}</p>
        </Card>
      </>
    ),
  });
}
