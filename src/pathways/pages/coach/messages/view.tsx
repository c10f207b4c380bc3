import type { Crisis } from '../../../../content/index.ts';
import {
  Alert,
  DataTable,
  EmptyState,
  formatDateTime,
  Link,
  LinkButton,
  Messages,
  type MessageView,
  type PageContext,
  renderPage,
  Status,
} from '../../../../ui/index.ts';
import type { TeamThread } from '../../../read/messages.ts';
import { MessageForm, messageFrameWords, paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import type { OpenedCase } from '../parts.ts';
import { coachMessagesWords } from './words.ts';

const hrefOf = (thread: TeamThread) => paths.case(thread.case_id ?? '', 'berichten');

/** What residents wrote to the team: unread first. */
export function teamMessagesPage(context: PageContext, threads: readonly TeamThread[]): string {
  const words = coachMessagesWords(context.lang);
  return renderPage({
    title: words.listTitle,
    kind: 'work',
    context,
    intro: words.listIntro,
    main:
      threads.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyMore}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.caption}
          captionHidden
          rows={threads}
          rowKey={(thread) => thread.id}
          columns={[
            { key: 'who', header: words.who, cell: (thread) => <Link href={hrefOf(thread)}>{thread.label}</Link> },
            {
              key: 'last',
              header: words.last,
              cell: (thread) => formatDateTime(thread.last_at, 'short', context.lang),
              keepTogether: true,
            },
            { key: 'at', header: words.at, cell: (thread) => thread.assignee_name ?? words.nobody },
            {
              key: 'state',
              header: words.state,
              cell: (thread) =>
                thread.unread_other > 0 ? (
                  <Status tone="attention" icon="letter">
                    {words.fresh({ count: thread.unread_other })}
                  </Status>
                ) : thread.last_by === 'other' ? (
                  words.answered
                ) : (
                  words.wasRead
                ),
            },
          ]}
          action={(thread) => (
            <LinkButton small kind="secondary" href={hrefOf(thread)} about={thread.label}>
              {words.open}
            </LinkButton>
          )}
        />
      ),
  });
}

/** The messages of one case. */
export function caseMessagesPage(
  context: PageContext,
  on: OpenedCase,
  page: {
    readonly messages: readonly MessageView[];
    readonly closed: boolean;
    readonly crisis: Crisis;
    readonly form: Shown;
  },
): string {
  const words = coachMessagesWords(context.lang);
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form: page.form,
    main: (
      <>
        {page.messages.length > 0 ? (
          <Messages label={messageFrameWords(context.lang).label} messages={page.messages} />
        ) : (
          <p>{words.none}</p>
        )}
        {page.closed ? (
          <Alert tone="info">{words.closed}</Alert>
        ) : (
          <>
            {on.person?.paper ? <Alert tone="info">{words.paper}</Alert> : null}
            <MessageForm
              action={paths.case(on.caseId, 'berichten')}
              crisis={page.crisis}
              form={page.form}
              help={words.help}
            />
          </>
        )}
      </>
    ),
  });
}
