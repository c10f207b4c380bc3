import { Button, ButtonGroup, Form, kept, LinkButton, type PageContext, RadioGroup } from '../../../../ui/index.ts';
import type { TeamMember } from '../../../read/team.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import type { OpenedCase } from '../parts.ts';
import { assignWords } from './words.ts';

/** Gives the case to a colleague of the team. */
export function assignPage(context: PageContext, on: OpenedCase, members: readonly TeamMember[], form: Shown): string {
  const words = assignWords(context.lang);
  const present = on.view.row?.assignee;
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <Form action={paths.case(on.caseId, 'toewijzen')} hidden={{ present: present ?? '' }}>
        <RadioGroup
          {...kept(form, 'to')}
          label={words.to}
          options={members.map((member) => ({
            value: member.person,
            label: member.name,
            ...(member.person === present ? { help: words.now } : {}),
          }))}
        />
        <ButtonGroup>
          <Button icon="person">{words.do}</Button>
          <LinkButton kind="subtle" href={paths.case(on.caseId)}>
            {frameWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
