import type { Colleague, OpenInvite, StaffView } from '../../../../directory/index.ts';
import {
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  Filters,
  Form,
  formatDate,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  Pager,
  renderPage,
  SearchForm,
  Section,
  Status,
  TextField,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import { adminPaths, idIn } from '../paths.ts';
import { peopleWords } from './words.ts';

export type PeoplePage = {
  readonly view: StaffView;
  readonly name: string;
  readonly people: readonly Colleague[];
  readonly next: string | undefined;
  readonly first: boolean;
  readonly invites: readonly OpenInvite[];
  readonly nameOf: (reference: string) => string;
  readonly today: string;
};

const VIEWS: readonly StaffView[] = ['active', 'away', 'quiet', 'check', 'left'];

/** Address of one list of people. */
export function peopleHref(view: StaffView, name = '', after = ''): string {
  const query = new URLSearchParams({
    ...(view === 'active' ? {} : { wie: view }),
    ...(name ? { naam: name } : {}),
    ...(after ? { na: after } : {}),
  }).toString();
  return query ? `${adminPaths.people}?${query}` : adminPaths.people;
}

/** Where a colleague stands today, in a word. */
export function StateOf(props: { readonly colleague: Colleague; readonly lang: Language }) {
  const words = peopleWords(props.lang);
  const { colleague } = props;
  if (!colleague.active) return <Status tone="neutral">{words.left}</Status>;
  const day = (date: string) => formatDate(date, 'day', props.lang);
  if (colleague.away)
    return (
      <Status tone="attention">
        {colleague.away.until ? words.awayUntil({ date: day(colleague.away.until) }) : words.away}
      </Status>
    );
  const open = colleague.roles.filter((role) => role.open);
  const last = open.every((role) => role.until !== null)
    ? open
        .map((role) => role.until!)
        .toSorted()
        .at(-1)
    : undefined;
  return last ? (
    <Status tone="attention">{words.leaves({ date: day(last) })}</Status>
  ) : (
    <Status tone="good">{words.here}</Status>
  );
}

/** The people of an organisation: found by name, page by page; and the invitations that wait. */
export function peoplePage(context: PageContext, page: PeoplePage): string {
  const { lang } = context;
  const words = peopleWords(lang);
  const rolesShown = (one: Colleague) => (one.active ? one.roles.filter((role) => role.open) : one.roles);
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    intro: words.intro,
    actions: (
      <LinkButton href={adminPaths.invite} icon="person">
        {words.invite}
      </LinkButton>
    ),
    main: (
      <>
        <SearchForm
          action={adminPaths.people}
          label={words.search}
          inline
          hidden={page.view === 'active' ? {} : { wie: page.view }}
        >
          <TextField name="naam" label={words.search} value={page.name} optional={false} />
          <Button kind="secondary" icon="search">
            {words.find}
          </Button>
        </SearchForm>
        <Filters
          label={words.viewsLabel}
          groups={[
            {
              label: words.viewsLabel,
              options: VIEWS.map((view) => ({
                label: words.views[view],
                href: peopleHref(view, page.name),
                current: view === page.view,
              })),
            },
          ]}
        />
        {page.people.length === 0 ? (
          <EmptyState title={page.name ? words.emptyName({ name: page.name }) : words.empty[page.view]} />
        ) : (
          <DataTable
            caption={words.views[page.view]}
            rows={page.people}
            rowKey={(one) => one.person}
            columns={[
              {
                key: 'name',
                header: words.name,
                cell: (one) => <Link href={adminPaths.person(idIn(one.person))}>{one.name}</Link>,
              },
              {
                key: 'roles',
                header: words.roles,
                cell: (one) => [...new Set(rolesShown(one).map((role) => roleLabel(role.code, lang)))].join(', '),
              },
              {
                key: 'teams',
                header: words.teams,
                cell: (one) =>
                  [...new Set(rolesShown(one).flatMap((role) => role.services))].map(page.nameOf).join(', ') || '–',
              },
              {
                key: 'lastSignIn',
                header: words.lastSignIn,
                keepTogether: true,
                cell: (one) => (one.lastSignIn ? formatDate(one.lastSignIn, 'numeric', lang) : words.never),
              },
              { key: 'state', header: words.state, cell: (one) => <StateOf colleague={one} lang={lang} /> },
            ]}
          />
        )}
        <Pager
          {...(page.next ? { nextHref: peopleHref(page.view, page.name, page.next) } : {})}
          {...(page.first ? {} : { previousHref: peopleHref(page.view, page.name) })}
        />
        <Section title={words.invites}>
          {page.invites.length === 0 ? (
            <p>{words.invitesNone}</p>
          ) : (
            <DataTable
              caption={words.invites}
              captionHidden
              rows={page.invites}
              rowKey={(one) => one.id}
              columns={[
                { key: 'name', header: words.name, cell: (one) => one.name },
                { key: 'mail', header: words.mail, cell: (one) => one.mail },
                {
                  key: 'roles',
                  header: words.roles,
                  cell: (one) => one.roles.map((role) => roleLabel(role.code, lang)).join(', '),
                },
                {
                  key: 'until',
                  header: words.until,
                  cell: (one) =>
                    one.expired ? (
                      <Status tone="error">{words.expired}</Status>
                    ) : (
                      words.untilDay({ date: formatDate(one.until, 'day', lang) })
                    ),
                },
                { key: 'by', header: words.by, cell: (one) => one.invitedBy },
              ]}
              action={(one) => (
                <ButtonGroup>
                  <Form action={adminPaths.resend(one.id)}>
                    <Button kind="secondary" small about={words.about({ name: one.name })}>
                      {words.resend}
                    </Button>
                  </Form>
                  <Form action={adminPaths.withdraw(one.id)}>
                    <Button kind="subtle" small about={words.about({ name: one.name })}>
                      {words.withdraw}
                    </Button>
                  </Form>
                </ButtonGroup>
              )}
            />
          )}
        </Section>
        <p className="omzien-soft">{words.privacy}</p>
      </>
    ),
  });
}
