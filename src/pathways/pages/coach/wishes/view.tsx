import { Alert, Button, Form, type PageContext, Section } from '../../../../ui/index.ts';
import { paths, type Shown, WishFields } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import type { OpenedCase } from '../parts.ts';
import { coachWishWords } from './words.ts';

/** How a resident wants to be served, filled in with them. */
export function wishesPage(context: PageContext, on: OpenedCase, form: Shown, since: Date | undefined): string {
  const words = coachWishWords(context.lang);
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        {since ? (
          <Section title={words.wordTitle}>
            <p>{words.wordIntro}</p>
            <Form action={paths.case(on.caseId, 'codewoord')} once={false}>
              <Button kind="secondary">{words.show}</Button>
            </Form>
          </Section>
        ) : null}
        <WishFields action={paths.case(on.caseId, 'voorkeuren')} form={form} codeWordSince={since} other />
      </>
    ),
  });
}

/** The code word, for who has the resident on the telephone. */
export function codeWordPage(context: PageContext, on: OpenedCase, word: string | undefined): string {
  const words = coachWishWords(context.lang);
  return casePart(context, on, {
    title: words.wordTitle,
    intro: words.wordIntro,
    main: (
      <>
        <Alert tone="info">
          {word ? (
            <>
              {words.word} <strong>{word}</strong>
            </>
          ) : (
            words.noWord
          )}
        </Alert>
        <p>{words.seen}</p>
      </>
    ),
  });
}
