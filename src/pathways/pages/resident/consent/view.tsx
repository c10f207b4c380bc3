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
import type { Agreement } from './agreement.ts';

function AgreementCard({ agreement, context }: { readonly agreement: Agreement; readonly context: PageContext }) {
  const words = residentWords(context.lang).consent;
  const { text } = agreement;
  const on = (moment: string | undefined) => (moment ? formatDate(moment, 'long', context.lang) : '');
  return (
    <Card
      title={agreement.title}
      level={3}
      {...(agreement.active
        ? {
            actions: (
              <LinkButton kind="secondary" href={`/mijn/toestemming/${agreement.id}/intrekken`} about={agreement.title}>
                {words.withdraw}
              </LinkButton>
            ),
          }
        : {})}
    >
      <p>
        {agreement.active ? (
          <Status tone="good" icon="check">
            {words.givenOn({ date: on(agreement.givenAt) })}
          </Status>
        ) : (
          <Status tone="neutral" icon="close">
            {words.withdrawnOn({ date: on(agreement.withdrawnAt) })}
          </Status>
        )}
      </p>
      <DataList
        facts={[
          { term: words.who, value: agreement.towards },
          ...(text ? [{ term: words.means, value: text.means }] : []),
          ...(text && agreement.active ? [{ term: words.after, value: text.withdraw }] : []),
          { term: words.recorded, value: agreement.recordedBy },
        ]}
      />
      {text ? (
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
  agreements: readonly Agreement[],
  information: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly withdraw: string;
  }[],
): string {
  const words = residentWords(context.lang).consent;
  const given = agreements.filter((one) => one.active);
  const ended = agreements.filter((one) => !one.active);
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    main: (
      <>
        {agreements.length === 0 ? (
          <EmptyState title={words.empty}>
            <p>{words.emptyMore}</p>
          </EmptyState>
        ) : null}
        {given.length > 0 ? (
          <Section title={words.given}>
            {given.map((one) => (
              <AgreementCard key={one.id} agreement={one} context={context} />
            ))}
          </Section>
        ) : null}
        {ended.length > 0 ? (
          <Section title={words.ended}>
            {ended.map((one) => (
              <AgreementCard key={one.id} agreement={one} context={context} />
            ))}
          </Section>
        ) : null}
        <Section title={words.information}>
          {information.map((one) => (
            <Details key={one.id} summary={one.title}>
              <p>{one.text}</p>
              <p>{one.withdraw}</p>
            </Details>
          ))}
        </Section>
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
