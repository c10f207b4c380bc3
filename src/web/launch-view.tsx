import { Alert, Button, ButtonGroup, DataList, Form, LinkButton, type PageContext, renderPage } from '../ui/index.ts';
import { launchWords } from './launch-words.ts';

/** Where somebody ties their identity at a system to themself, and where they choose who goes on. */
export const TIE_PATH = '/launch/koppelen';
export const OTHER_PATH = '/launch/wissel';

/** Omzien does not know yet who this is: signing in once in the usual way comes first. */
export function signInFirstPage(context: PageContext, system: string): string {
  const words = launchWords(context.lang).tie;
  return renderPage({
    title: words.title,
    kind: 'public',
    context: { ...context, signInHref: null },
    intro: words.intro({ system }),
    main: (
      <>
        <p>{words.once}</p>
        <LinkButton href={`/inloggen?${new URLSearchParams({ terug: TIE_PATH })}`}>{words.signIn}</LinkButton>
        <p className="omzien-soft">{words.nobody}</p>
      </>
    ),
  });
}

/** Asks who is signed in whether the identity at the system is theirs too. */
export function tiePage(
  context: PageContext,
  asked: { readonly system: string; readonly there: string; readonly here: string },
): string {
  const words = launchWords(context.lang).tie;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro({ system: asked.system }),
    main: (
      <>
        <DataList
          facts={[
            { term: words.system, value: asked.system },
            { term: words.there, value: asked.there || words.unnamed },
            { term: words.here, value: asked.here },
          ]}
        />
        <Alert tone="info" title={words.question}>
          <p>{words.warning}</p>
        </Alert>
        <Form action={TIE_PATH}>
          <ButtonGroup>
            <Button name="answer" value="yes">
              {words.yes}
            </Button>
            <Button kind="secondary" name="answer" value="no">
              {words.no}
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** Somebody else is signed in in this browser: nothing goes on before it is said who does. */
export function otherPage(
  context: PageContext,
  asked: { readonly system: string; readonly here: string; readonly stay: string },
): string {
  const words = launchWords(context.lang).other;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro(asked),
    main: (
      <>
        <p>{words.kept}</p>
        <Form action={OTHER_PATH}>
          <ButtonGroup>
            <Button name="answer" value="go">
              {words.go}
            </Button>
            <LinkButton href={asked.stay} kind="secondary">
              {words.stay}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
