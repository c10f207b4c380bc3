import { type Ground, systemActor, withActor } from '../../platform/index.ts';
import {
  Button,
  Card,
  DataList,
  Details,
  EmptyState,
  formatDateTime,
  Link,
  type PageContext,
  renderPage,
  SearchForm,
  TextField,
} from '../../ui/index.ts';
import { demoWords } from './words.ts';

/** A mail or letter as the outbox page shows it. */
export type Posted = {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'mail' | 'letter';
  readonly recipient: string;
  readonly recipient_kind: string;
  readonly subject: string;
  readonly body: string;
  readonly sent_at: Date | null;
  readonly cancelled_at: Date | null;
};

/** The last fifty mails and letters, newest first; those to one address or name where `to` says a part of it. */
export function lastPost(ground: Ground, to = ''): Promise<readonly Posted[]> {
  return withActor(ground, systemActor('demo'), { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<Posted>(
      `select id, at, kind, recipient, recipient_kind, subject, body, sent_at, cancelled_at from platform.message
       where $1 = '' or strpos(lower(recipient), lower($1)) > 0 order by at desc, id desc limit 50`,
      [to.trim()],
    );
    return rows;
  });
}

/** `/demo/post`: everything that would leave the house. `origin`: the address of this installation, whose links work. */
export function postPage(context: PageContext, post: readonly Posted[], origin: string, to = ''): string {
  const all = demoWords(context.lang);
  const words = all.post;
  const kinds: Readonly<Record<string, string>> = words.kinds;
  const moment = (date: Date) => formatDateTime(date, 'short', context.lang);
  const state = (one: Posted) => {
    if (one.cancelled_at) return words.cancelled({ date: moment(one.cancelled_at) });
    return one.sent_at ? words.sent({ date: moment(one.sent_at) }) : words.waiting;
  };
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: all.crumb, href: '/demo' }, { label: words.title }],
    intro: words.intro,
    main: (
      <>
        <SearchForm action="/demo/post" label={words.search} inline>
          <TextField name="aan" label={words.to} value={to} optional />
          <Button icon="search">{words.search}</Button>
        </SearchForm>
        {post.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{words.emptyMore}</p>
          </EmptyState>
        ) : (
          post.map((one) => (
            <Card key={one.id} title={one.subject} icon={one.kind}>
              <DataList
                compact
                facts={[
                  {
                    term: words.to,
                    value: `${one.recipient.replaceAll('\n', ', ')} (${kinds[one.recipient_kind] ?? words.kinds.other}, ${words[one.kind]})`,
                  },
                  { term: words.at, value: moment(one.at) },
                  { term: words.state, value: state(one) },
                ]}
              />
              <Details summary={words.read}>
                {one.body.split('\n\n').map((paragraph, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one text have no other name
                  <p key={index}>
                    <Linked text={paragraph} origin={origin} />
                  </p>
                ))}
              </Details>
            </Card>
          ))
        )}
      </>
    ),
  });
}

/** A paragraph in which an address of this installation can be followed. */
function Linked({ text, origin }: { readonly text: string; readonly origin: string }) {
  const at = text.indexOf(`${origin}/`);
  if (at < 0) return text;
  const [url = ''] = /^\S+/.exec(text.slice(at)) ?? [];
  return (
    <>
      {text.slice(0, at)}
      <Link href={url}>{url}</Link>
      {text.slice(at + url.length)}
    </>
  );
}
