import type { LocalDate } from '../../../../platform/index.ts';
import {
  Button,
  ButtonGroup,
  DataTable,
  DateField,
  Form,
  formatDate,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  readDateParts,
  renderPage,
  Section,
  Status,
  useLanguage,
} from '../../../../ui/index.ts';
import type { TeamMember } from '../../../read/team.ts';
import { HAND_OVER_REASONS, type Lent } from '../../../service/hand-over.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { frameWords } from '../frame-words.ts';
import { handOverWords } from './words.ts';

/** One team with who works in it. */
export type Team = { readonly id: string; readonly name: string; readonly members: readonly TeamMember[] };

/** All cases of one colleague go to another; a form for each team the actor works in. */
export function handOverPage(
  context: PageContext,
  shown: { readonly teams: readonly Team[]; readonly lent: readonly Lent[]; readonly today: LocalDate },
  form: Shown,
): string {
  const { teams, lent, today } = shown;
  const words = handOverWords(context.lang);
  const frame = frameWords(context.lang);
  const posted = kept(form, 'team').value;
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: frame.worklist, href: paths.work }, { label: words.title }],
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        {lent.length > 0 ? <LentCases lent={lent} today={today} /> : null}
        {teams.map((team, index) => {
          // Only the form that was sent shows what was typed in it; field names stay unique on the page.
          const own: Shown = teams.length === 1 || posted === team.id ? form : {};
          const options = team.members.map((member) => ({ value: member.person, label: member.name }));
          const suffix = index === 0 ? '' : `-${index + 1}`;
          return (
            <Section key={team.id} title={team.name}>
              <Form action={paths.handOver} hidden={{ team: team.id, suffix }} label={team.name}>
                <RadioGroup {...kept(own, `from${suffix}`)} label={words.from} options={options} />
                <RadioGroup {...kept(own, `to${suffix}`)} label={words.to} options={options} />
                <RadioGroup
                  {...kept(own, `reason${suffix}`)}
                  label={words.reason}
                  options={HAND_OVER_REASONS.map((value) => ({ value, label: words.reasons[value] }))}
                />
                <DateField
                  name={`until${suffix}`}
                  label={words.until}
                  help={words.untilHelp}
                  value={readDateParts(own.values ?? {}, `until${suffix}`)}
                  error={own.errors?.[`until${suffix}`]}
                  optional
                />
                <ButtonGroup>
                  <Button>{words.do}</Button>
                  <LinkButton kind="subtle" href={paths.work}>
                    {frame.cancel}
                  </LinkButton>
                </ButtonGroup>
              </Form>
            </Section>
          );
        })}
      </>
    ),
  });
}

/** What went over for a time, and the button that gives it back. */
function LentCases({ lent, today }: { readonly lent: readonly Lent[]; readonly today: LocalDate }) {
  const lang = useLanguage();
  const words = handOverWords(lang);
  const { lentColumns: columns } = words;
  return (
    <Section title={words.lent}>
      <DataTable
        caption={words.lent}
        captionHidden
        rows={lent}
        rowKey={(row) => `${row.team} ${row.from.person} ${row.to.person}`}
        columns={[
          { key: 'from', header: columns.from, cell: (row) => row.from.name },
          { key: 'to', header: columns.to, cell: (row) => row.to.name },
          {
            key: 'until',
            header: columns.until,
            cell: ({ until }) =>
              until ? (
                <>
                  {formatDate(until, 'long', lang)}{' '}
                  {until < today ? <Status tone="attention">{words.over}</Status> : null}
                </>
              ) : (
                words.untilUnknown
              ),
          },
          { key: 'cases', header: columns.cases, numeric: true, cell: (row) => row.cases },
        ]}
        actionHeader={columns.back}
        action={(row) => (
          <Form
            action={paths.handBack}
            hidden={{ team: row.team, from: row.from.person, to: row.to.person }}
            label={`${words.back} ${words.backAbout({ name: row.from.name })}`}
          >
            <Button small kind="secondary" about={words.backAbout({ name: row.from.name })}>
              {words.back}
            </Button>
          </Form>
        )}
      />
    </Section>
  );
}
