import {
  Button,
  ButtonGroup,
  Form,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
} from '../../../../ui/index.ts';
import type { TeamMember } from '../../../read/team.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { frameWords } from '../frame-words.ts';
import { handOverWords } from './words.ts';

/** One team with who works in it. */
export type Team = { readonly id: string; readonly name: string; readonly members: readonly TeamMember[] };

/** All cases of one colleague go to another; a form for each team the actor works in. */
export function handOverPage(context: PageContext, teams: readonly Team[], form: Shown): string {
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
    main: teams.map((team, index) => {
      // Only the form that was sent shows what was typed in it; field names stay unique on the page.
      const own: Shown = teams.length === 1 || posted === team.id ? form : {};
      const options = team.members.map((member) => ({ value: member.person, label: member.name }));
      const suffix = index === 0 ? '' : `-${index + 1}`;
      return (
        <Section key={team.id} title={team.name}>
          <Form action={paths.handOver} hidden={{ team: team.id, suffix }} label={team.name}>
            <RadioGroup {...kept(own, `from${suffix}`)} label={words.from} options={options} />
            <RadioGroup {...kept(own, `to${suffix}`)} label={words.to} options={options} />
            <ButtonGroup>
              <Button>{words.do}</Button>
              <LinkButton kind="subtle" href={paths.work}>
                {frame.cancel}
              </LinkButton>
            </ButtonGroup>
          </Form>
        </Section>
      );
    }),
  });
}
