import type { QuestionnaireContent } from '../../../../content/index.ts';
import { localDate } from '../../../../platform/index.ts';
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
} from '../../../../ui/index.ts';
import { type Question, questionsOf } from '../../../model/index.ts';
import { letterKey, type WaitingLetter } from '../../../read/letters.ts';
import { letterWords } from './words.ts';

const nameOf = (letter: WaitingLetter): string => letter.recipient.split('\n')[0] ?? '';

/** The letters a team has yet to print. */
export function lettersPage(context: PageContext, letters: readonly WaitingLetter[]): string {
  const words = letterWords(context.lang);
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
          caption={words.caption}
          rows={letters}
          rowKey={letterKey}
          columns={[
            { key: 'to', header: words.to, cell: nameOf },
            { key: 'about', header: words.about, cell: (letter) => letter.subject },
            { key: 'number', header: words.number, cell: (letter) => letter.case_number, keepTogether: true },
            {
              key: 'since',
              header: words.since,
              cell: (letter) => formatDate(letter.at, 'short', context.lang),
              keepTogether: true,
            },
          ]}
          action={(letter) => (
            <LinkButton small kind="secondary" href={`/werk/brieven/${letterKey(letter)}`} about={nameOf(letter)}>
              {words.open}
            </LinkButton>
          )}
        />
      ),
  });
}

/** Who sends it: name and the lines under it. */
export type LetterSender = { readonly name: string; readonly lines: readonly string[] };

/** One letter as it goes on paper, with the questions where it asks any. */
export function letterPage(
  context: PageContext,
  letter: WaitingLetter,
  sender: LetterSender,
  questionnaires: readonly QuestionnaireContent[],
): string {
  const words = letterWords(context.lang);
  const [name = '', ...lines] = letter.recipient.split('\n');
  const title = words.one({ subject: letter.subject });
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.nav, href: '/werk/brieven' }, { label: title }],
    intro: words.oneIntro,
    actions: <PrintButton>{words.print}</PrintButton>,
    main: (
      <>
        <InLanguage lang={letter.language}>
          <Letter
            sender={sender}
            recipient={{ name, lines }}
            date={localDate(letter.at)}
            subject={letter.subject}
            reference={letter.case_number}
            large={letter.large}
          >
            {letter.body.split('\n\n').map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {questionnaires.length > 0 ? <hr /> : null}
            {questionnaires.map((one) => (
              <PaperQuestions key={one.id} questionnaire={one} lang={letter.language} />
            ))}
          </Letter>
        </InLanguage>
        {letter.sent_at ? (
          <Alert tone="good">{words.postedOn({ date: formatDate(letter.sent_at, 'long', context.lang) })}</Alert>
        ) : (
          <Form action={`/werk/brieven/${letterKey(letter)}/verstuurd`}>
            <Button icon="check">{words.posted}</Button>
          </Form>
        )}
      </>
    ),
  });
}

/** Questions to be answered with a pen. */
function PaperQuestions(props: { readonly questionnaire: QuestionnaireContent; readonly lang: PageContext['lang'] }) {
  return (
    <>
      <h2>{props.questionnaire.title}</h2>
      <p>{props.questionnaire.intro}</p>
      <ol>
        {questionsOf(props.questionnaire).map((question) => (
          <li key={question.linkId}>
            <strong>{question.text}</strong>
            {question.help ? <p>{question.help}</p> : null}
            <PaperAnswer question={question} lang={props.lang} />
          </li>
        ))}
      </ol>
    </>
  );
}

const LINE = '_'.repeat(54);
/** Room on paper that a browser does not fold. */
const SPACE = '\u00a0\u00a0\u00a0\u00a0\u00a0';

function PaperAnswer({ question, lang }: { readonly question: Question; readonly lang: PageContext['lang'] }) {
  const words = letterWords(lang);
  if (question.type === 'scale') {
    const { min = 0, max = 10, anchors } = question;
    const marks = Array.from({ length: max - min + 1 }, (_, index) => min + index);
    return (
      <>
        <p>{words.circle({ min, max, low: anchors?.low ?? '', high: anchors?.high ?? '' })}</p>
        <p>{marks.join(SPACE)}</p>
      </>
    );
  }
  if (question.type === 'choice')
    return (
      <>
        <p>{words.cross}</p>
        <p>{(question.options ?? []).map((option) => `☐\u00a0${option.label}`).join(SPACE)}</p>
      </>
    );
  return (
    <>
      <p>{words.write}</p>
      <p aria-hidden="true">
        {LINE}
        <br />
        {LINE}
      </p>
    </>
  );
}
