import { type OwnOrganisation, ROLES_WITH_SERVICES } from '../../../../directory/index.ts';
import {
  Alert,
  Button,
  ButtonGroup,
  CheckboxGroup,
  Form,
  formErrors,
  kept,
  keptMany,
  LinkButton,
  type PageContext,
  renderPage,
  TextField,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import type { Shown } from '../../shared/index.ts';
import { adminPaths } from '../paths.ts';
import { peopleWords } from '../people/words.ts';
import { adminWords } from '../words.ts';
import { inviteWords } from './words.ts';

/** Who is invited, by which mail address, in which roles and for which teams. */
export function invitePage(context: PageContext, organisation: OwnOrganisation, form: Shown): string {
  const words = inviteWords(context.lang);
  const withServices =
    organisation.services.length > 0 && organisation.roles.some((code) => ROLES_WITH_SERVICES.includes(code));
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [{ label: peopleWords(context.lang).title, href: adminPaths.people }, { label: words.title }],
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <>
        <Form action={adminPaths.invite}>
          <TextField {...kept(form, 'given')} label={words.given} width="half" />
          <TextField {...kept(form, 'family')} label={words.family} width="half" />
          <TextField {...kept(form, 'mail')} label={words.mail} help={words.mailHelp} width="half" type="email" />
          <CheckboxGroup
            {...keptMany(form, 'role')}
            label={words.role}
            help={words.roleHelp}
            options={organisation.roles.map((code) => ({ value: code, label: capital(roleLabel(code, context.lang)) }))}
          />
          {withServices ? (
            <CheckboxGroup
              {...keptMany(form, 'services')}
              label={organisation.kind === 'welfare' ? words.servicesWelfare : words.services}
              help={words.servicesHelp}
              options={organisation.services.map(({ reference, name }) => ({ value: reference, label: name }))}
            />
          ) : null}
          <ButtonGroup>
            <Button>{words.send}</Button>
            <LinkButton kind="subtle" href={adminPaths.people}>
              {adminWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
        <Alert tone="info">{words.elsewhere}</Alert>
      </>
    ),
  });
}

const capital = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
