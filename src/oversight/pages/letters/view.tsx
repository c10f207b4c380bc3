import { localDate } from '../../../platform/index.ts';
import {
  Alert,
  Button,
  DataTable,
  EmptyState,
  Form,
  formatDate,
  InLanguage,
  Letter,
  LinkButton,
  type PageContext,
  PrintButton,
  renderPage,
} from '../../../ui/index.ts';
import type { DutyLetter } from '../../service/letters.ts';
import { dutyLetterWords } from './words.ts';

const nameOf = (letter: DutyLetter): string => letter.recipient.split('\n')[0] ?? '';
const pathOf = (letter: DutyLetter): string => `/privacy/brieven/${letter.key}`;

/** The letters the privacy officer has yet to print. */
export function lettersPage(context: PageContext, letters: readonly DutyLetter[]): string {
  const words = dutyLetterWords(context.lang);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    main:
      letters.length === 0 ? (
        <EmptyState title={words.empty}>
          <p>{words.emptyMore}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          captionHidden
          rows={letters}
          rowKey={(letter) => letter.key}
          columns={[
            { key: 'to', header: words.to, cell: nameOf },
            { key: 'about', header: words.about, cell: (letter) => letter.subject },
            {
              key: 'since',
              header: words.since,
              cell: (letter) => formatDate(letter.at, 'short', context.lang),
              keepTogether: true,
            },
          ]}
          actionHeader={words.action}
          action={(letter) => (
            <LinkButton small kind="secondary" href={pathOf(letter)} about={`${nameOf(letter)}, ${letter.subject}`}>
              {words.open}
            </LinkButton>
          )}
        />
      ),
  });
}

/** One letter as it goes on paper; `home`: the lines of the office under its name. */
export function letterPage(context: PageContext, letter: DutyLetter, home: readonly string[]): string {
  const words = dutyLetterWords(context.lang);
  const [name = '', ...lines] = letter.recipient.split('\n');
  const title = words.one({ subject: letter.subject });
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.nav, href: '/privacy/brieven' }, { label: title }],
    intro: words.oneIntro,
    actions: <PrintButton>{words.print}</PrintButton>,
    main: (
      <>
        {lines.length === 0 ? <Alert tone="warning">{words.secret}</Alert> : null}
        <InLanguage lang={letter.language}>
          <Letter
            sender={{ name: dutyLetterWords(letter.language).office, lines: home }}
            recipient={{ name, lines }}
            date={localDate(letter.at)}
            subject={letter.subject}
            large={letter.large}
          >
            {letter.body.split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Letter>
        </InLanguage>
        {letter.sentAt ? (
          <Alert tone="good">{words.postedOn({ date: formatDate(letter.sentAt, 'long', context.lang) })}</Alert>
        ) : (
          <Form action={`${pathOf(letter)}/verstuurd`}>
            <Button icon="check">{words.posted}</Button>
          </Form>
        )}
      </>
    ),
  });
}
