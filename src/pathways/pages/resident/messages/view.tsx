import type { Crisis } from '../../../../content/index.ts';
import type { LocalDate } from '../../../../platform/index.ts';
import {
  Alert,
  DataTable,
  EmptyState,
  formatDateTime,
  formErrors,
  kept,
  Link,
  LinkButton,
  Messages,
  type MessageView,
  type PageContext,
  RadioGroup,
  renderPage,
  Status,
} from '../../../../ui/index.ts';
import type { ThreadRow } from '../../../thread-store.ts';
import { MessageForm, messageFrameWords, type Shown } from '../../shared/index.ts';
import { residentWords } from '../words.ts';
import { messagesWords } from './words.ts';

type Listed = { readonly thread: ThreadRow; readonly team: string | undefined };

/** All exchanges of a resident. */
export function messagesPage(context: PageContext, rows: readonly Listed[]): string {
  const words = messagesWords(context.lang);
  const write = <LinkButton href="/mijn/berichten/nieuw">{words.write}</LinkButton>;
  const nameOf = (row: Listed) => row.team ?? '';
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    main:
      rows.length === 0 ? (
        <EmptyState title={words.empty} action={write}>
          <p>{words.emptyMore}</p>
        </EmptyState>
      ) : (
        <>
          <p>{write}</p>
          <DataTable
            caption={words.caption}
            captionHidden
            rows={rows}
            rowKey={(row) => row.thread.id}
            columns={[
              {
                key: 'with',
                header: words.with,
                cell: (row) => <Link href={`/mijn/berichten/${row.thread.id}`}>{nameOf(row)}</Link>,
              },
              {
                key: 'last',
                header: words.last,
                cell: (row) => formatDateTime(row.thread.last_at, 'short', context.lang),
              },
              {
                key: 'state',
                header: words.state,
                cell: ({ thread }) =>
                  thread.unread_resident > 0 ? (
                    <Status tone="attention" icon="letter">
                      {words.fresh({ count: thread.unread_resident })}
                    </Status>
                  ) : thread.closed ? (
                    words.closed
                  ) : (
                    words.wasRead
                  ),
              },
            ]}
          />
        </>
      ),
  });
}

/** One exchange: what was written, and room to answer. */
export function threadPage(
  context: PageContext,
  page: {
    readonly thread: ThreadRow;
    readonly team: string | undefined;
    readonly phone: string | undefined;
    readonly messages: readonly MessageView[];
    readonly crisis: Crisis;
    readonly form: Shown;
  },
): string {
  const words = messagesWords(context.lang);
  const { thread } = page;
  const title = words.one({ team: page.team ?? '' });
  return renderPage({
    title,
    kind: 'resident',
    context,
    breadcrumbs: [
      { label: residentWords(context.lang).nav.home, href: '/mijn' },
      { label: words.title, href: '/mijn/berichten' },
      { label: title },
    ],
    errors: formErrors(page.form),
    main: (
      <>
        <Messages label={messageFrameWords(context.lang).label} messages={page.messages} />
        {thread.closed ? (
          <Alert tone="info">{words.isClosed}</Alert>
        ) : (
          <>
            {page.phone ? <p>{words.call({ phone: page.phone })}</p> : null}
            <MessageForm action={`/mijn/berichten/${thread.id}`} crisis={page.crisis} form={page.form} />
          </>
        )}
      </>
    ),
  });
}

export type NewMessagePage = {
  readonly cases: readonly { readonly id: string; readonly number: string; readonly team: string }[];
  readonly phone: string | undefined;
  readonly service: { readonly id: string; readonly name: string } | undefined;
  readonly crisis: Crisis;
  readonly form: Shown;
  readonly today: LocalDate;
};

/** A new message to the team; with several cases one says which. */
export function newMessagePage(context: PageContext, page: NewMessagePage): string {
  const words = messagesWords(context.lang);
  const [only] = page.cases;
  return renderPage({
    title: words.newTitle,
    kind: 'resident',
    context,
    breadcrumbs: [
      { label: residentWords(context.lang).nav.home, href: '/mijn' },
      { label: words.title, href: '/mijn/berichten' },
      { label: words.newTitle },
    ],
    intro: words.newIntro({ team: only?.team ?? '' }),
    errors: formErrors(page.form),
    main: (
      <>
        {page.phone ? <p>{words.call({ phone: page.phone })}</p> : null}
        <MessageForm
          action="/mijn/berichten/nieuw"
          crisis={page.crisis}
          form={page.form}
          {...(page.service ? { hidden: { dienst: page.service.id } } : {})}
        >
          {page.cases.length > 1 ? (
            <RadioGroup
              {...kept(page.form, 'zaak')}
              label={words.which}
              options={page.cases.map((one) => ({ value: one.id, label: words.caseOf(one) }))}
            />
          ) : null}
          {page.service ? (
            <p>
              <Link href={`/hulp/${page.service.id}`}>{words.about({ service: page.service.name })}</Link>
            </p>
          ) : null}
        </MessageForm>
      </>
    ),
  });
}

/** Nobody reads now: what one can do instead. */
export function nobodyPage(context: PageContext): string {
  const words = messagesWords(context.lang);
  return renderPage({
    title: words.newTitle,
    kind: 'resident',
    context,
    main: (
      <EmptyState
        title={words.nobody}
        action={<LinkButton href="/mijn">{residentWords(context.lang).nav.home}</LinkButton>}
      >
        <p>{words.nobodyMore}</p>
      </EmptyState>
    ),
  });
}
