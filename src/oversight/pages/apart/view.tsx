import type { LocalDate, RoleCode } from '../../../platform/index.ts';
import {
  DataTable,
  EmptyState,
  formatDate,
  Link,
  type PageContext,
  Pager,
  renderPage,
  Status,
  Tabs,
} from '../../../ui/index.ts';
import { roleLabel } from '../../../web/index.ts';
import type { Lines, MisplacedLine, WhichWithheld, WithheldLine } from '../../service/kept-apart.ts';
import { apartWords } from './words.ts';

type NameOf = (reference: string) => string;
type Paged = { readonly first: boolean; readonly next: string | undefined };
const PATHS = {
  now: '/privacy/afgeschermd',
  lifted: '/privacy/afgeschermd?lijst=opgeheven',
  misplaced: '/privacy/afgeschermd/verkeerd',
} as const;

function Lists(props: { readonly current: keyof typeof PATHS; readonly context: PageContext }) {
  const words = apartWords(props.context.lang);
  return (
    <Tabs
      label={words.tabs}
      items={(['now', 'lifted', 'misplaced'] as const).map((list) => ({
        label: words[list],
        href: PATHS[list],
        current: props.current === list,
      }))}
    />
  );
}

/** To the next page by its key, and back to the first. */
function Pages({ path, first, next }: { readonly path: string } & Paged) {
  return (
    <Pager
      {...(first ? {} : { previousHref: path })}
      {...(next ? { nextHref: `${path}${path.includes('?') ? '&' : '?'}na=${next}` } : {})}
    />
  );
}

/** The case, with the way to who may see it. */
function CaseNumbers({ numbers, context }: { readonly numbers: string | null; readonly context: PageContext }) {
  if (!numbers) return apartWords(context.lang).noNumber;
  return numbers.split(', ').map((number) => (
    <Link key={number} href={`/privacy/inwoner?inwoner=${encodeURIComponent(number)}`}>
      {number}
    </Link>
  ));
}

const byWhom = (
  line: { readonly byName: string; readonly organisation: string },
  nameOf: NameOf,
  context: PageContext,
): string =>
  [line.byName || apartWords(context.lang).system, line.organisation && nameOf(line.organisation)]
    .filter(Boolean)
    .join(', ');

/** `name (role-code)`, as it was kept, with the role in words. */
const named = (who: string, context: PageContext): string =>
  who.replace(/\(([a-z-]+)\)$/, (_, role: string) => `(${roleLabel(role as RoleCode, context.lang)})`);

type Apart = {
  readonly numbers: string | null;
  readonly type: string;
  readonly byName: string;
  readonly organisation: string;
};

/** What both lists say of an entry: of which case, what it is, and who did it. */
function sharedColumns<Line extends Apart>(context: PageContext, nameOf: NameOf) {
  const words = apartWords(context.lang);
  const kinds: Readonly<Record<string, string>> = words.kinds;
  return {
    number: {
      key: 'number',
      header: words.number,
      cell: (line: Line) => <CaseNumbers numbers={line.numbers} context={context} />,
    },
    what: { key: 'what', header: words.what, cell: (line: Line) => kinds[line.type] ?? line.type },
    by: { key: 'by', header: words.by, cell: (line: Line) => byWhom(line, nameOf, context) },
  } as const;
}

/** What is kept from residents, or no longer is. */
export function withheldPage(
  context: PageContext,
  page: Lines<WithheldLine> &
    Paged & { readonly which: WhichWithheld; readonly today: LocalDate; readonly nameOf: NameOf },
): string {
  const words = apartWords(context.lang);
  const shared = sharedColumns<WithheldLine>(context, page.nameOf);
  const reasons: Readonly<Record<string, string>> = words.reasons;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main: (
      <>
        <Lists current={page.which} context={context} />
        {page.lines.length === 0 ? (
          <EmptyState title={page.which === 'now' ? words.emptyNow : words.emptyLifted} />
        ) : (
          <DataTable
            caption={words[page.which]}
            captionHidden
            rows={page.lines}
            rowKey={(line) => line.key}
            columns={[
              shared.number,
              shared.what,
              { key: 'why', header: words.why, cell: (line) => reasons[line.reason] ?? line.reason },
              shared.by,
              { key: 'since', header: words.since, cell: (line) => formatDate(line.at, 'long', context.lang) },
              page.which === 'now'
                ? {
                    key: 'review',
                    header: words.review,
                    cell: (line: WithheldLine) => (
                      <>
                        {formatDate(line.review, 'long', context.lang)}{' '}
                        {line.review < page.today ? <Status tone="error">{words.late}</Status> : null}
                      </>
                    ),
                  }
                : {
                    key: 'lifted',
                    header: words.liftedOn,
                    cell: ({ liftedAt, liftedBy }: WithheldLine) =>
                      liftedAt
                        ? words.liftedBy({
                            date: formatDate(liftedAt, 'long', context.lang),
                            name: liftedBy || words.system,
                          })
                        : '',
                  },
            ]}
          />
        )}
        <Pages path={PATHS[page.which]} first={page.first} next={page.next} />
      </>
    ),
  });
}

/** What stood with the wrong resident: a breach to weigh (GDPR 33 and 34). */
export function misplacedPage(
  context: PageContext,
  page: Lines<MisplacedLine> & Paged & { readonly nameOf: NameOf },
): string {
  const words = apartWords(context.lang);
  const shared = sharedColumns<MisplacedLine>(context, page.nameOf);
  return renderPage({
    title: words.wrongTitle,
    kind: 'work',
    context,
    intro: words.wrongIntro,
    main: (
      <>
        <Lists current="misplaced" context={context} />
        {page.lines.length === 0 ? (
          <EmptyState title={words.emptyWrong} />
        ) : (
          <DataTable
            caption={words.misplaced}
            captionHidden
            rows={page.lines}
            rowKey={(line) => line.key}
            columns={[
              shared.number,
              shared.what,
              { key: 'when', header: words.when, cell: (line) => formatDate(line.at, 'long', context.lang) },
              shared.by,
              {
                key: 'saw',
                header: words.saw,
                cell: (line) =>
                  line.saw.length > 0 ? line.saw.map((who) => named(who, context)).join(', ') : words.nobody,
              },
              {
                key: 'became',
                header: words.became,
                cell: (line) => (line.moved ? words.moved : words.removed),
              },
            ]}
          />
        )}
        <Pages path={PATHS.misplaced} first={page.first} next={page.next} />
      </>
    ),
  });
}
