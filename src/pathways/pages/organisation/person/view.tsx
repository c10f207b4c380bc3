import { type ColleagueRole, type Leave, stateOf, type TiedSystem } from '../../../../directory/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  Card,
  DataList,
  DataTable,
  Form,
  formatDate,
  type Language,
  Link,
  LinkButton,
  type PageContext,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import type { OnColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { StateOf } from '../people/view.tsx';
import { peopleWords } from '../people/words.ts';
import { personWords } from './words.ts';

type ShownLeave = Leave & { readonly casesAway: boolean };

export type PersonPage = {
  readonly on: OnColleague;
  readonly today: string;
  readonly quietSince: string;
  readonly leaves: readonly ShownLeave[];
  readonly systems: readonly TiedSystem[];
};

/** One colleague: roles, the yearly check, time away, leaving. */
export function personPage(context: PageContext, page: PersonPage): string {
  const { lang } = context;
  const words = personWords(lang);
  const { colleague, id } = page.on;
  const open = colleague.roles.filter((role) => role.open);
  const past = colleague.roles.filter((role) => !role.open);
  const seen = stateOf(colleague);
  return renderPage({
    title: colleague.name,
    kind: 'work',
    context,
    breadcrumbs: [{ label: peopleWords(lang).title, href: adminPaths.people }, { label: colleague.name }],
    main: (
      <>
        <DataList
          facts={[
            { term: words.state, value: <StateOf colleague={colleague} lang={lang} /> },
            {
              term: words.lastSignIn,
              value: colleague.lastSignIn ? formatDate(colleague.lastSignIn, 'long', lang) : words.never,
            },
          ]}
        />
        {colleague.active && (colleague.lastSignIn ?? open[0]?.since ?? page.today) < page.quietSince ? (
          <Alert tone="warning">{words.quiet}</Alert>
        ) : null}
        {colleague.active ? (
          <>
            <OpenRoles page={page} roles={open} lang={lang} />
            <Card title={words.check} level={2}>
              <p>{words.checkText}</p>
              <Form action={adminPaths.person(id, 'klopt')} hidden={{ seen }}>
                <Button kind="secondary" icon="done">
                  {words.checkDo}
                </Button>
              </Form>
            </Card>
            <Away page={page} lang={lang} />
            <Section title={words.leave}>
              <p>{words.leaveText}</p>
              <ButtonGroup>
                <LinkButton kind="secondary" href={adminPaths.person(id, 'vertrek')}>
                  {words.leaveDo}
                </LinkButton>
              </ButtonGroup>
            </Section>
          </>
        ) : (
          <Alert tone="info">{words.hasLeft}</Alert>
        )}
        <Systems page={page} lang={lang} />
        {past.length > 0 ? (
          <Section title={words.past}>
            <DataTable
              caption={words.past}
              captionHidden
              rows={past}
              rowKey={(role) => role.id}
              columns={[
                { key: 'role', header: words.role, cell: (role) => roleLabel(role.code, lang) },
                { key: 'teams', header: words.teams, cell: (role) => teamsIn(page, role) },
                {
                  key: 'ended',
                  header: words.ended,
                  cell: (role) => (role.until ? formatDate(role.until, 'long', lang) : '–'),
                },
              ]}
            />
          </Section>
        ) : null}
      </>
    ),
  });
}

const teamsIn = (page: PersonPage, role: ColleagueRole) => role.services.map(page.on.nameOf).join(', ') || '–';

/** From which systems of the organisation this colleague opens Omzien; a wrong one is undone here. */
function Systems(props: { readonly page: PersonPage; readonly lang: Language }) {
  const { page, lang } = props;
  const words = personWords(lang);
  const { id, colleague } = page.on;
  if (page.systems.length === 0) return null;
  return (
    <Section title={words.systems}>
      <p>{words.systemsText({ name: colleague.name })}</p>
      {page.systems.map((system) => (
        <Card key={`${system.issuer} ${system.subject}`} title={system.name} level={3}>
          <DataList facts={[{ term: words.userThere, value: system.subject }]} />
          <p className="omzien-soft">{words.untieHelp}</p>
          <Form
            action={adminPaths.person(id, 'ontkoppelen')}
            hidden={{ issuer: system.issuer, subject: system.subject }}
          >
            <Button kind="secondary">
              {words.untie} <span className="omzien-hidden">{words.untieFrom({ system: system.name })}</span>
            </Button>
          </Form>
        </Card>
      ))}
    </Section>
  );
}

function OpenRoles(props: {
  readonly page: PersonPage;
  readonly roles: readonly ColleagueRole[];
  readonly lang: Language;
}) {
  const { page, lang } = props;
  const words = personWords(lang);
  const { id } = page.on;
  return (
    <Section title={words.roles} action={<Link href={adminPaths.person(id, 'rol')}>{words.give}</Link>}>
      <DataTable
        caption={words.roles}
        captionHidden
        rows={props.roles}
        rowKey={(role) => role.id}
        columns={[
          { key: 'role', header: words.role, cell: (role) => roleLabel(role.code, lang) },
          { key: 'teams', header: words.teams, cell: (role) => teamsIn(page, role) },
          {
            key: 'since',
            header: words.since,
            cell: (role) => (role.since ? formatDate(role.since, 'numeric', lang) : '–'),
          },
          {
            key: 'until',
            header: words.until,
            cell: (role) => (role.until ? formatDate(role.until, 'numeric', lang) : words.noEnd),
          },
          {
            key: 'checked',
            header: words.checked,
            cell: (role) =>
              role.checkedOn
                ? words.checkedOn({ date: formatDate(role.checkedOn, 'numeric', lang), name: role.checkedBy ?? '' })
                : words.notChecked,
          },
        ]}
        action={(role) => (
          <Link
            href={adminPaths.person(id, `rol/${role.id}`)}
            about={words.about({ role: roleLabel(role.code, lang) })}
          >
            {words.change}
          </Link>
        )}
      />
    </Section>
  );
}

function Away(props: { readonly page: PersonPage; readonly lang: Language }) {
  const { page, lang } = props;
  const words = personWords(lang);
  const { id } = page.on;
  return (
    <Section title={words.away} action={<Link href={adminPaths.person(id, 'afwezig')}>{words.awaySet}</Link>}>
      {page.leaves.length === 0 ? <p>{words.awayNone}</p> : null}
      {page.leaves.map((leave) => (
        <Card key={leave.id} title={words.kinds[leave.kind]} level={3}>
          <DataList
            facts={[
              { term: words.from, value: formatDate(leave.from, 'long', lang) },
              { term: words.until, value: leave.until ? formatDate(leave.until, 'long', lang) : words.untilUnknown },
              { term: words.cover, value: leave.coverName ?? words.coverNone },
            ]}
          />
          {leave.coverName ? <p className="omzien-soft">{words.handOverHelp({ name: leave.coverName })}</p> : null}
          <ButtonGroup>
            {leave.cover ? (
              <Form action={adminPaths.person(id, 'overdragen')} hidden={{ leave: leave.id }}>
                <Button kind="secondary">{words.handOver}</Button>
              </Form>
            ) : null}
            {leave.casesAway ? (
              <>
                <Form action={adminPaths.person(id, 'terug')} hidden={{ leave: leave.id, cases: 'back' }}>
                  <Button kind="secondary">{words.backCases}</Button>
                </Form>
                <Form action={adminPaths.person(id, 'terug')} hidden={{ leave: leave.id, cases: 'stay' }}>
                  <Button kind="subtle">{words.backKeep}</Button>
                </Form>
              </>
            ) : (
              <Form action={adminPaths.person(id, 'terug')} hidden={{ leave: leave.id, cases: 'stay' }}>
                <Button kind="subtle">{words.back}</Button>
              </Form>
            )}
          </ButtonGroup>
        </Card>
      ))}
      <p className="omzien-soft">{words.whoSees}</p>
    </Section>
  );
}
