import { addDays, type LocalDate } from '../../../../platform/index.ts';
import {
  DataTable,
  EmptyState,
  formatDate,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Status,
  Tabs,
  type Tone,
} from '../../../../ui/index.ts';
import { type Request, requestKey } from '../../../store/requests.ts';
import { requestWords } from '../words.ts';

export type RequestsPage = {
  readonly which: 'open' | 'closed';
  readonly requests: readonly Request[];
  readonly today: LocalDate;
  readonly warnDays: number;
};

/** Requests of residents, what must be answered first on top. */
export function requestsPage(context: PageContext, page: RequestsPage): string {
  const all = requestWords(context.lang);
  const words = all.list;
  const due = (request: Request): { readonly tone: Tone; readonly mark: string } => {
    if (page.which === 'closed') return { tone: 'neutral', mark: '' };
    if (request.due < page.today) return { tone: 'error', mark: all.one.late };
    if (request.due <= addDays(page.today, page.warnDays)) return { tone: 'attention', mark: all.one.soon };
    return { tone: 'neutral', mark: '' };
  };
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    actions: <LinkButton href="/privacy/verzoeken/nieuw">{words.enter}</LinkButton>,
    main: (
      <>
        <Tabs
          label={words.tabs}
          items={[
            { label: words.open, href: '/privacy/verzoeken', current: page.which === 'open' },
            { label: words.closed, href: '/privacy/verzoeken?lijst=afgerond', current: page.which === 'closed' },
          ]}
        />
        {page.requests.length === 0 ? (
          <EmptyState title={words.empty} />
        ) : (
          <DataTable
            caption={words.title}
            captionHidden
            rows={page.requests}
            rowKey={(request) => requestKey(request)}
            attention={(request) => due(request).tone === 'error'}
            columns={[
              {
                key: 'number',
                header: words.number,
                cell: (request) => <Link href={`/privacy/verzoeken/${requestKey(request)}`}>{request.number}</Link>,
                keepTogether: true,
              },
              { key: 'kind', header: words.kind, cell: (request) => all.kinds[request.kind] },
              {
                key: 'received',
                header: words.received,
                cell: (request) => `${formatDate(request.receivedOn, 'long', context.lang)}, ${all.vias[request.via]}`,
              },
              {
                key: 'due',
                header: words.due,
                cell: (request) => {
                  const { tone, mark } = due(request);
                  const day = formatDate(request.due, 'long', context.lang);
                  return mark ? <Status tone={tone}>{`${mark}: ${day}`}</Status> : day;
                },
              },
              {
                key: 'state',
                header: words.state,
                cell: (request) => <Status tone="neutral">{all.states[request.state]}</Status>,
              },
            ]}
          />
        )}
      </>
    ),
  });
}
