import {
  DataTable,
  EmptyState,
  formatDate,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Status,
} from '../../../../ui/index.ts';
import { type Request, requestKey } from '../../../store/requests.ts';
import { ownWords } from '../words.ts';

/** Where a request stands, in a few words. */
export function stateOf(request: Request, lang: Language): string {
  const words = ownWords(lang).state;
  if (request.state !== 'open') return words[request.state];
  const due = formatDate(request.due, 'long', lang);
  return request.extended ? words.extended({ due }) : words.open({ due });
}

/** What a resident asked about their data, and where that stands. */
export function ownListPage(context: PageContext, requests: readonly Request[]): string {
  const all = ownWords(context.lang);
  const words = all.list;
  const make = <LinkButton href="/mijn/verzoeken/nieuw">{words.make}</LinkButton>;
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    main:
      requests.length === 0 ? (
        <EmptyState title={words.empty} action={make}>
          <p>{words.emptyMore}</p>
        </EmptyState>
      ) : (
        <>
          <div className="utrecht-button-group">{make}</div>
          <DataTable
            caption={words.caption}
            captionHidden
            rows={requests}
            rowKey={(request) => request.id}
            columns={[
              {
                key: 'what',
                header: words.what,
                cell: (request) => (
                  <Link href={`/mijn/verzoeken/${requestKey(request)}`}>{all.kinds[request.kind]}</Link>
                ),
              },
              { key: 'number', header: words.number, cell: (request) => request.number, keepTogether: true },
              {
                key: 'when',
                header: words.when,
                cell: (request) => formatDate(request.receivedOn, 'long', context.lang),
              },
              {
                key: 'state',
                header: words.state,
                cell: (request) => (
                  <Status tone={request.state === 'done' ? 'good' : 'neutral'}>{stateOf(request, context.lang)}</Status>
                ),
              },
            ]}
          />
        </>
      ),
  });
}
