import type { Organisation, QuestionnaireContent } from '../../../../content/index.ts';
import {
  Button,
  ButtonGroup,
  Form,
  InLanguage,
  Letter,
  type PageContext,
  PrintButton,
  Tabs,
  useLanguage,
} from '../../../../ui/index.ts';
import { paths } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import type { OpenedCase } from '../parts.ts';
import { Questions } from '../questions.tsx';
import { paperWords } from './words.ts';

/** Which paper is shown. */
export const PAPERS = ['brief', 'gesprek', 'terugkijken'] as const;
export type Paper = (typeof PAPERS)[number];

/** What is printed, and where typed answers go. */
export type PaperPage = {
  readonly kind: Paper;
  /** That of the resident. */
  readonly language: PageContext['lang'];
  readonly questionnaires: readonly { readonly questionnaire: QuestionnaireContent; readonly prefix: string }[];
  readonly sender: Organisation | undefined;
  readonly coach: string;
  readonly team: string;
};

function LetterOf(props: { readonly on: OpenedCase; readonly page: PaperPage }) {
  const words = paperWords(useLanguage()).letter;
  const { on, page } = props;
  const look = ['support', 'follow-up', 'closing'].includes(on.view.row?.stage ?? '');
  return (
    <Letter
      sender={{
        name: page.sender?.name ?? page.team,
        lines: [page.sender?.address ?? '', page.sender?.phone ?? ''].filter(Boolean),
      }}
      recipient={{ name: on.name, lines: on.person?.addressLines ?? [] }}
      date={on.today}
      subject={look ? words.subjects.look : words.subjects.meet}
      reference={on.number}
      signature={
        <p>
          {page.coach}
          <br />
          {page.team}
        </p>
      }
    >
      <p>{words.hello({ name: on.name })}</p>
      <p>{look ? words.look : words.meet({ practice: on.first.requester?.display ?? '' })}</p>
      <p>{look ? words.lookNext : words.meetNext}</p>
      {page.sender?.phone ? <p>{words.call({ phone: page.sender.phone })}</p> : null}
      <p>{words.free}</p>
      <p>{words.greet}</p>
    </Letter>
  );
}

/** A letter, or a questionnaire to fill in by hand, for who has no mail. */
export function paperPage(context: PageContext, on: OpenedCase, page: PaperPage): string {
  const words = paperWords(context.lang);
  const here = paths.case(on.caseId, 'papier');
  const labels = { brief: words.tabs.letter, gesprek: words.tabs.conversation, terugkijken: words.tabs.lookBack };
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    wide: true,
    main: (
      <>
        <Tabs
          items={PAPERS.map((kind) => ({
            label: labels[kind],
            href: kind === 'brief' ? here : `${here}?soort=${kind}`,
            current: kind === page.kind,
          }))}
        />
        <ButtonGroup>
          <PrintButton>{words.print}</PrintButton>
        </ButtonGroup>
        {page.kind === 'brief' ? (
          <InLanguage lang={page.language}>
            <LetterOf on={on} page={page} />
          </InLanguage>
        ) : (
          <Form action={paths.case(on.caseId, page.kind)} printable>
            <InLanguage lang={page.language}>
              {page.questionnaires.map(({ questionnaire, prefix }) => (
                <section key={questionnaire.id} className="omzien-flow">
                  <h2>{questionnaire.title}</h2>
                  <p>{questionnaire.intro}</p>
                  <Questions questionnaire={questionnaire} form={{}} prefix={prefix} lang={page.language} />
                </section>
              ))}
            </InLanguage>
            <ButtonGroup>
              <Button kind="secondary">{words.save}</Button>
            </ButtonGroup>
          </Form>
        )}
      </>
    ),
  });
}
