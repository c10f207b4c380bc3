import type { OwnOrganisation, Tie } from '../../../../directory/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  DataTable,
  EmptyState,
  Form,
  formatDate,
  formErrors,
  kept,
  Link,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  SelectField,
} from '../../../../ui/index.ts';
import type { Shown } from '../../shared/index.ts';
import { adminPaths, idIn } from '../paths.ts';
import { adminWords } from '../words.ts';
import { teamWords } from './words.ts';

type Member = { readonly person: string; readonly name: string; readonly coach: boolean };

export type TeamsPage = {
  readonly organisation: OwnOrganisation;
  /** Who works for which service or team, by its reference. */
  readonly staff: ReadonlyMap<string, readonly Member[]>;
  readonly ties: readonly Tie[];
  /** The name of a practice or team anywhere in the region, by bare id. */
  readonly nameOf: (id: string) => string;
  /** The name of the organisation that a team belongs to. */
  readonly ownerOf: (team: string) => string;
  readonly serviceName: (reference: string) => string;
};

/** The teams or services of an organisation with their people, and the ties between practices and teams. */
export function teamsPage(context: PageContext, page: TeamsPage): string {
  const { lang } = context;
  const words = teamWords(lang);
  const { organisation } = page;
  const practice = organisation.kind === 'gp-practice';
  const welfare = organisation.kind === 'welfare';
  const [tie] = page.ties;
  return renderPage({
    title: organisation.kind === 'provider' ? words.titleProvider : words.title,
    kind: 'work',
    context,
    intro: practice ? words.introPractice : welfare ? words.intro : words.introProvider,
    main: (
      <>
        {practice ? null : organisation.services.length === 0 ? (
          <EmptyState title={words.none} />
        ) : (
          <DataTable
            caption={welfare ? words.title : words.titleProvider}
            captionHidden
            rows={organisation.services}
            rowKey={(one) => one.reference}
            columns={[
              { key: 'name', header: welfare ? words.team : words.service, cell: (one) => one.name },
              {
                key: 'people',
                header: words.people,
                cell: (one) => {
                  const members = page.staff.get(one.reference) ?? [];
                  if (members.length === 0) return words.nobody;
                  return members.map((member, index) => (
                    <span key={member.person}>
                      {index > 0 ? ', ' : ''}
                      <Link href={adminPaths.person(idIn(member.person))}>{member.name}</Link>
                    </span>
                  ));
                },
              },
            ]}
          />
        )}
        {practice || welfare ? (
          <Section title={words.ties}>
            <p>{words.tiesText}</p>
            {page.ties.length === 0 ? (
              <EmptyState title={words.tiesNone} level={3} />
            ) : (
              <DataTable
                caption={words.ties}
                captionHidden
                rows={page.ties}
                rowKey={(one) => one.practice}
                columns={[
                  { key: 'practice', header: words.practice, cell: (one) => page.nameOf(one.practice) },
                  { key: 'team', header: words.team, cell: (one) => page.nameOf(one.team) },
                  { key: 'coach', header: words.coach, cell: (one) => one.coachName ?? words.noCoach },
                  {
                    key: 'since',
                    header: words.since,
                    cell: (one) => (one.editedAt ? formatDate(one.editedAt, 'numeric', lang) : words.fromContent),
                  },
                ]}
                {...(welfare
                  ? {
                      action: (one: Tie) => (
                        <Link
                          href={adminPaths.tie(one.practice)}
                          about={words.about({ practice: page.nameOf(one.practice) })}
                        >
                          {words.change}
                        </Link>
                      ),
                    }
                  : {})}
              />
            )}
            {practice && tie ? (
              <Alert tone="info">{words.practiceAsk({ organisation: page.ownerOf(tie.team) })}</Alert>
            ) : null}
          </Section>
        ) : null}
      </>
    ),
  });
}

/** Which team takes the referrals of one practice, and who is its fixed coach. */
export function tiePage(context: PageContext, page: TeamsPage, tie: Tie, form: Shown): string {
  const words = teamWords(context.lang);
  const title = words.tieTitle({ practice: page.nameOf(tie.practice) });
  const coaches = new Map(
    page.organisation.services.flatMap(({ reference, name }) =>
      (page.staff.get(reference) ?? []).filter(({ coach }) => coach).map((one) => [one.person, { ...one, team: name }]),
    ),
  );
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: words.title, href: adminPaths.teams }, { label: title }],
    intro: words.tieIntro,
    errors: formErrors(form),
    main: (
      <Form action={adminPaths.tie(tie.practice)} hidden={{ version: String(tie.version) }}>
        <RadioGroup
          {...kept(form, 'team')}
          label={words.chooseTeam}
          options={page.organisation.services.map(({ reference, name }) => ({ value: idIn(reference), label: name }))}
        />
        <SelectField
          {...kept(form, 'coach')}
          label={words.chooseCoach}
          help={words.chooseCoachHelp}
          empty={words.nobodyFixed}
          width="half"
          optional
          options={[...coaches.values()].map(({ person, name, team }) => ({
            value: person,
            label: `${name} (${team})`,
          }))}
        />
        <ButtonGroup>
          <Button>{words.save}</Button>
          <LinkButton kind="subtle" href={adminPaths.teams}>
            {adminWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
