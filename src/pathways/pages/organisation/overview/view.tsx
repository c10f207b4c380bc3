import type { OpenInvite, StaffCounts } from '../../../../directory/index.ts';
import {
  Card,
  CardGrid,
  Counts,
  formatDate,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { adminPaths, idIn } from '../paths.ts';
import { peopleHref } from '../people/view.tsx';
import { overviewWords } from './words.ts';

export type OverviewPage = {
  readonly name: string;
  readonly kind: string;
  readonly counts: StaffCounts;
  readonly invites: readonly OpenInvite[];
  /** Whose last day away is past, and who was not said to be back. */
  readonly past: readonly { readonly person: string; readonly name: string; readonly until: string }[];
};

type Waiting = { readonly key: string; readonly text: string; readonly href: string };

function waitingOf(context: PageContext, page: OverviewPage): readonly Waiting[] {
  const words = overviewWords(context.lang);
  const expired = page.invites.filter((one) => one.expired).length;
  return [
    ...(expired > 0 ? [{ key: 'expired', text: words.expired({ count: expired }), href: adminPaths.people }] : []),
    ...page.past.map((one) => ({
      key: one.person,
      text: words.back({ name: one.name, date: formatDate(one.until, 'day', context.lang) }),
      href: adminPaths.person(idIn(one.person)),
    })),
    ...(page.counts.check > 0
      ? [{ key: 'check', text: words.check({ count: page.counts.check }), href: peopleHref('check') }]
      : []),
    ...(page.counts.quiet > 0
      ? [{ key: 'quiet', text: words.quiet({ count: page.counts.quiet }), href: peopleHref('quiet') }]
      : []),
  ];
}

/** The administrator's first page. */
export function overviewPage(context: PageContext, page: OverviewPage): string {
  const words = overviewWords(context.lang);
  const waiting = waitingOf(context, page);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro({ name: page.name }),
    actions: (
      <LinkButton href={adminPaths.invite} icon="person">
        {words.invite}
      </LinkButton>
    ),
    main: (
      <>
        <Counts
          label={words.people}
          items={[
            { label: words.active, count: page.counts.active, href: peopleHref('active') },
            { label: words.away, count: page.counts.away, href: peopleHref('away') },
            { label: words.invited, count: page.invites.length, href: adminPaths.people },
          ]}
        />
        <Section title={words.waits}>
          {waiting.length === 0 ? (
            <p>{words.nothing}</p>
          ) : (
            <ul>
              {waiting.map((one) => (
                <li key={one.key}>
                  {one.text}{' '}
                  <Link href={one.href} about={one.text}>
                    {words.look}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={words.more}>
          <CardGrid>
            <Card title={words.teams} level={3} href={adminPaths.teams}>
              <p>{words.teamsText}</p>
            </Card>
            <Card title={words.rights} level={3} href={adminPaths.rights}>
              <p>{words.rightsText}</p>
            </Card>
            <Card title={words.figures} level={3} href={adminPaths.figures}>
              <p>{words.figuresText}</p>
            </Card>
          </CardGrid>
        </Section>
        <Card title={words.own} icon="safe">
          <p>{words.ownText}</p>
        </Card>
      </>
    ),
  });
}
