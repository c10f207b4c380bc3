import type { Invitation } from '../../../../directory/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  DataList,
  Form,
  formatDate,
  LinkButton,
  type PageContext,
  renderPage,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import { acceptWords } from './words.ts';

const pathOf = (secret: string) => `/uitnodiging/${secret}`;

function rolesOf(context: PageContext, invitation: Invitation): string {
  return invitation.roles.map((code) => roleLabel(code, context.lang)).join(', ');
}

/** What the link of an invitation leads to, before anybody has signed in. */
export function invitationPage(context: PageContext, secret: string, invitation: Invitation): string {
  const words = acceptWords(context.lang);
  return renderPage({
    title: words.title({ organisation: invitation.organisation }),
    kind: 'public',
    context: { ...context, signInHref: null },
    intro: words.intro({ name: invitation.name }),
    main: (
      <>
        <DataList
          facts={[
            { term: words.organisation, value: invitation.organisation },
            { term: words.roles, value: rolesOf(context, invitation) },
            { term: words.until, value: formatDate(invitation.until, 'long', context.lang) },
          ]}
        />
        <p>{words.signInText}</p>
        <LinkButton href={`/inloggen?${new URLSearchParams({ terug: pathOf(secret) })}`}>{words.signIn}</LinkButton>
        <p className="omzien-soft">{words.notYou}</p>
      </>
    ),
  });
}

/** Asks somebody whom the identity provider vouched for whether the invitation is theirs. */
export function confirmPage(context: PageContext, secret: string, invitation: Invitation): string {
  const words = acceptWords(context.lang);
  return renderPage({
    title: words.confirmTitle,
    kind: 'public',
    context: { ...context, signInHref: null },
    intro: words.confirmIntro,
    main: (
      <>
        <DataList
          facts={[
            { term: words.name, value: invitation.name },
            ...(invitation.knownAs ? [{ term: words.knownAs, value: invitation.knownAs }] : []),
            { term: words.organisation, value: invitation.organisation },
            { term: words.roles, value: rolesOf(context, invitation) },
          ]}
        />
        <Alert tone="info">{invitation.knownAs ? words.joined : words.fresh}</Alert>
        <Form action={pathOf(secret)}>
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

/** Somebody said that it is not for them: nothing has changed. */
export function notMePage(context: PageContext): string {
  const words = acceptWords(context.lang);
  return renderPage({
    title: words.refusedTitle,
    kind: 'public',
    context: { ...context, signInHref: null },
    main: <p>{words.refusedText}</p>,
  });
}
