import {
  ButtonGroup,
  DataList,
  Letter,
  LinkButton,
  type PageContext,
  PrintButton,
  renderPage,
} from '../../../../ui/index.ts';
import { letterWords, type OutcomeLetter } from '../../../letter/index.ts';
import { paths } from '../../shared/index.ts';
import { letterPageWords } from './words.ts';

/** The letter about the outcome, as a sheet that can be printed. */
export function letterPage(
  context: PageContext,
  of: { readonly letter: OutcomeLetter; readonly caseId: string; readonly name: string },
): string {
  const words = letterPageWords(context.lang);
  const said = letterWords(context.lang);
  const { letter } = of;
  return renderPage({
    title: words.title({ name: of.name }),
    kind: 'work',
    context,
    breadcrumbs: [
      { label: words.list, href: paths.practice },
      { label: words.of({ name: of.name }), href: paths.referral(of.caseId) },
      { label: words.title({ name: of.name }) },
    ],
    intro: words.intro,
    main: (
      <>
        <ButtonGroup>
          <PrintButton>{words.print}</PrintButton>
          <LinkButton kind="secondary" href={paths.referral(of.caseId)}>
            {words.back}
          </LinkButton>
        </ButtonGroup>
        <Letter
          sender={{ name: letter.from, lines: [] }}
          recipient={{ name: letter.to, lines: [] }}
          date={letter.date}
          subject={letter.subject}
          reference={letter.number}
          signature={
            <p>
              {said.regards}
              <br />
              {letter.from}
            </p>
          }
        >
          <p>{said.hello}</p>
          <p>{letter.opening}</p>
          <DataList facts={letter.facts} />
          <p>{letter.closing}</p>
        </Letter>
      </>
    ),
  });
}
