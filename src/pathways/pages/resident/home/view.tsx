import {
  Alert,
  Card,
  DataList,
  Details,
  EmptyState,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
  Timeline,
} from '../../../../ui/index.ts';
import { calendarWords } from '../../shared/calendar.ts';
import { OwnPlan } from '../../shared/plan.tsx';
import { residentWords } from '../words.ts';
import type { HomePage } from './presenter.ts';

/** What was, as far as it is shown without asking. */
const SHOWN_AT_ONCE = 8;

/** What else is here of this resident. */
function OwnPages({ context }: { readonly context: PageContext }) {
  const words = residentWords(context.lang).home.own;
  return (
    <Section title={words.title}>
      <ul>
        {OWN.map(({ href, key }) => (
          <li key={href}>
            <Link href={href}>{words[key]}</Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const OWN = [
  { href: '/mijn/doelen', key: 'goals' },
  { href: '/mijn/toestemming', key: 'consents' },
  { href: '/mijn/inzage', key: 'looks' },
  { href: '/mijn/gegevens', key: 'details' },
  { href: '/mijn/alles', key: 'all' },
  { href: '/mijn/verzoeken', key: 'requests' },
] as const;

/** Mijn omzien: what happens now first, then what comes and what was. */
export function homePage(context: PageContext, home: HomePage | undefined): string {
  const words = residentWords(context.lang).home;
  if (!home)
    return renderPage({
      title: words.title,
      kind: 'resident',
      context,
      main: (
        <>
          <EmptyState title={words.nothing} action={<LinkButton href="/mijn/aanmelden">{words.selfRefer}</LinkButton>}>
            <p>{words.nothingMore}</p>
          </EmptyState>
          <OwnPages context={context} />
        </>
      ),
    });
  const { now, coach } = home;
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    overline: words.number({ number: home.number }),
    intro: words.intro,
    main: (
      <>
        {home.newText ? (
          <Alert tone="info" title={words.newText}>
            <p>
              {words.newTextMore} <Link href="/mijn/toestemming">{words.newTextLink}</Link>
            </p>
          </Alert>
        ) : null}
        <Card
          soft
          title={now.sentence}
          actions={
            <>
              {home.mayWrite ? <LinkButton href="/mijn/berichten/nieuw">{words.write}</LinkButton> : null}
              {home.mayMove ? (
                <LinkButton kind="secondary" href="/mijn/berichten/nieuw?over=dag">
                  {words.move}
                </LinkButton>
              ) : null}
              {home.over ? <LinkButton href="/mijn/aanmelden">{words.selfRefer}</LinkButton> : null}
              {home.mayTell ? (
                <LinkButton kind="secondary" href="/mijn/ervaring">
                  {words.tell}
                </LinkButton>
              ) : null}
              {home.mayStop ? (
                <LinkButton kind="secondary" href="/mijn/stop">
                  {words.stop}
                </LinkButton>
              ) : null}
            </>
          }
        >
          {now.paused ? <p>{now.paused}</p> : null}
          {now.late ? <p>{now.late}</p> : null}
          {home.calendar ? (
            <p>
              <Link href={home.calendar}>{calendarWords(context.lang).keep}</Link>
            </p>
          ) : null}
          {home.call ? <p>{home.call}</p> : null}
        </Card>
        <Section title={words.happened}>
          <Timeline upcoming={home.upcoming} past={home.past.slice(0, SHOWN_AT_ONCE)} />
          {home.past.length > SHOWN_AT_ONCE ? (
            <Details summary={words.allPast}>
              <Timeline past={home.past.slice(SHOWN_AT_ONCE)} />
            </Details>
          ) : null}
        </Section>
        {home.goals.length > 0 ? (
          <Section title={words.goals} action={<Link href="/mijn/doelen">{words.goalsMore}</Link>}>
            <ul>
              {home.goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          </Section>
        ) : null}
        <OwnPlan plan={home.plan} />
        {home.others.length > 0 ? (
          <Section title={words.others}>
            <ul>
              {home.others.map((other) => (
                <li key={other.href}>
                  <Link href={other.href}>{other.label}</Link>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
        <OwnPages context={context} />
      </>
    ),
    aside: (
      <Card title={words.coach} icon="person">
        <DataList
          compact
          facts={[
            { term: words.coachName, value: coach.name ?? words.noCoach },
            { term: words.team, value: coach.team },
            {
              term: words.phone,
              value: coach.phone ? <a href={`tel:${coach.phone.replace(/[^\d+]/g, '')}`}>{coach.phone}</a> : undefined,
            },
          ]}
        />
      </Card>
    ),
  });
}
