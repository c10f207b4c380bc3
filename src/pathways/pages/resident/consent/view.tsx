import {
  Button,
  ButtonGroup,
  Card,
  DataList,
  Details,
  EmptyState,
  Form,
  formatDate,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  Status,
} from '../../../../ui/index.ts';
import { residentWords } from '../words.ts';
import type { Agreement, Standing } from './agreement.ts';

function StandingCard({ standing, context }: { readonly standing: Standing; readonly context: PageContext }) {
  const words = residentWords(context.lang).consent;
  const { now, before } = standing;
  const { text } = now;
  const on = (moment: string | undefined) => (moment ? formatDate(moment, 'long', context.lang) : '');
  const said = before.flatMap((one) => [
    ...(one.withdrawnAt ? [{ key: `${one.id}-no`, what: words.saidNo({ date: on(one.withdrawnAt) }) }] : []),
    { key: `${one.id}-yes`, what: words.saidYes({ date: on(one.givenAt) }) },
  ]);
  const path = `/mijn/toestemming/${now.id}`;
  const about = [now.title, now.towards].filter(Boolean).join(', ');
  return (
    <Card
      title={now.title}
      level={3}
      {...(now.changed
        ? {
            actions: (
              <LinkButton href={`${path}/nieuw`} about={about}>
                {words.seeNew}
              </LinkButton>
            ),
          }
        : now.active
          ? {
              actions: (
                <LinkButton kind="secondary" href={`${path}/intrekken`} about={about}>
                  {words.withdraw}
                </LinkButton>
              ),
            }
          : text?.asked
            ? {
                actions: (
                  <LinkButton kind="secondary" href={`${path}/weer`} about={about}>
                    {words.yesAgain}
                  </LinkButton>
                ),
              }
            : {})}
    >
      <p>
        {now.active ? (
          <Status tone="good" icon="check">
            {words.givenOn({ date: on(now.givenAt) })}
          </Status>
        ) : (
          <Status tone="neutral" icon="close">
            {words.withdrawnOn({ date: on(now.withdrawnAt) })}
          </Status>
        )}
      </p>
      {now.changed ? (
        <p>
          <Status tone="attention">{words.textChanged}</Status> {words.stillHolds}
        </p>
      ) : null}
      <DataList
        facts={[
          { term: words.who, value: now.towards },
          ...(text ? [{ term: words.means, value: text.means }] : []),
          ...(text && now.active ? [{ term: words.after, value: text.withdraw }] : []),
          {
            term: words.recorded,
            value: now.verified ? words.byPaper({ who: now.verified.by, how: now.verified.how }) : now.recordedBy,
          },
        ]}
      />
      {said.length > 0 ? (
        <Details summary={words.changes}>
          <ul>
            {said.map((one) => (
              <li key={one.key}>{one.what}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      {text && !now.changed ? (
        <Details summary={words.says}>
          <p>{text.text}</p>
        </Details>
      ) : null}
    </Card>
  );
}

/** What a resident agreed to, and with whom. `information`: what is told, without a yes being asked. */
export function consentPage(
  context: PageContext,
  standings: readonly Standing[],
  information: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly withdraw: string;
  }[],
): string {
  const words = residentWords(context.lang).consent;
  const given = standings.filter(({ now }) => now.active);
  const ended = standings.filter(({ now }) => !now.active);
  const cards = (list: readonly Standing[]) =>
    list.map((one) => <StandingCard key={one.now.id} standing={one} context={context} />);
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    main: (
      <>
        {standings.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{words.emptyMore}</p>
          </EmptyState>
        ) : null}
        {given.length > 0 ? <Section title={words.given}>{cards(given)}</Section> : null}
        {ended.length > 0 ? <Section title={words.ended}>{cards(ended)}</Section> : null}
        <Section title={words.object}>
          <p>{words.objectMore}</p>
          <p>
            <LinkButton kind="secondary" href="/mijn/verzoeken/nieuw?soort=object">
              {words.objectButton}
            </LinkButton>
          </p>
        </Section>
        <Section title={words.information}>
          {information.map((one) => (
            <Details key={one.id} summary={one.title}>
              <p>{one.text}</p>
              <p>{one.withdraw}</p>
            </Details>
          ))}
          <Details summary={words.exchange}>
            <p>{words.exchangeMore}</p>
          </Details>
        </Section>
      </>
    ),
  });
}

/** The second click of a yes again: what it says, what it means, and what it does not bring back. */
export function againPage(context: PageContext, agreement: Agreement): string {
  const words = residentWords(context.lang).consent;
  const { text } = agreement;
  return renderPage({
    title: words.againTitle,
    kind: 'resident',
    context,
    breadcrumbs: [{ label: words.title, href: '/mijn/toestemming' }, { label: words.yesAgain }],
    intro: words.confirmIntro({ title: agreement.title }),
    main: (
      <>
        <DataList
          facts={[
            { term: words.who, value: agreement.towards },
            { term: words.says, value: text?.text },
            { term: words.means, value: text?.means },
          ]}
        />
        <Section title={words.what}>
          <ul>
            <li>{words.againNew}</li>
            <li>{words.againStopped}</li>
          </ul>
        </Section>
        <Form action={`/mijn/toestemming/${agreement.id}/weer`}>
          <ButtonGroup>
            <Button>{words.yesAgain}</Button>
            <LinkButton kind="secondary" href="/mijn/toestemming">
              {words.againNo}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** The second click: what happens when this is withdrawn. */
export function withdrawPage(context: PageContext, agreement: Agreement, stops: readonly string[]): string {
  const all = residentWords(context.lang);
  const words = all.consent;
  return renderPage({
    title: words.confirmTitle,
    kind: 'resident',
    context,
    breadcrumbs: [{ label: words.title, href: '/mijn/toestemming' }, { label: words.withdraw }],
    intro: words.confirmIntro({ title: agreement.title }),
    main: (
      <>
        <Section title={words.what}>
          <ul>
            <li>{words.stops}</li>
            {stops.map((what) => (
              <li key={what}>{words.takesAlong({ what })}</li>
            ))}
            <li>{words.stays({ who: agreement.towards || words.receiver })}</li>
          </ul>
        </Section>
        <Form action={`/mijn/toestemming/${agreement.id}/intrekken`}>
          <ButtonGroup>
            <Button kind="danger">{words.yes}</Button>
            <LinkButton kind="secondary" href="/mijn/toestemming">
              {words.no}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
