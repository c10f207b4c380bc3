import { type ColleagueRole, ROLES_WITH_SERVICES, stateOf } from '../../../../directory/index.ts';
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
  RadioGroup,
  renderPage,
} from '../../../../ui/index.ts';
import { roleLabel } from '../../../../web/index.ts';
import type { Shown } from '../../shared/index.ts';
import type { OnColleague } from '../colleague.ts';
import { adminPaths } from '../paths.ts';
import { peopleWords } from '../people/words.ts';
import { type Covered, TakerFields } from '../takers.tsx';
import { adminWords } from '../words.ts';
import { roleWords } from './words.ts';

/** The way from the list of people to a page about one colleague. */
export function crumbsTo(context: PageContext, on: OnColleague, title: string) {
  return [
    { label: peopleWords(context.lang).title, href: adminPaths.people },
    { label: on.colleague.name, href: adminPaths.person(on.id) },
    { label: title },
  ];
}

/** One more role for a colleague. */
export function giveRolePage(context: PageContext, on: OnColleague, self: boolean, form: Shown): string {
  const words = roleWords(context.lang);
  const { colleague, organisation } = on;
  const open = organisation.roles.filter((code) => !colleague.roles.some((role) => role.open && role.code === code));
  const withServices = organisation.services.length > 0 && open.some((code) => ROLES_WITH_SERVICES.includes(code));
  const impossible = self ? words.self : open.length === 0 ? words.noneLeft : undefined;
  return renderPage({
    title: words.giveTitle,
    kind: 'work',
    context,
    breadcrumbs: crumbsTo(context, on, words.giveTitle),
    intro: words.giveIntro({ name: colleague.name }),
    errors: formErrors(form),
    main: impossible ? (
      <>
        <Alert tone="info">{impossible}</Alert>
        <LinkButton kind="secondary" href={adminPaths.person(on.id)}>
          {adminWords(context.lang).back}
        </LinkButton>
      </>
    ) : (
      <Form action={adminPaths.person(on.id, 'rol')} hidden={{ seen: stateOf(colleague) }}>
        <RadioGroup
          {...kept(form, 'role')}
          label={words.role}
          options={open.map((code) => ({ value: code, label: capital(roleLabel(code, context.lang)) }))}
        />
        {withServices ? (
          <CheckboxGroup
            {...keptMany(form, 'services')}
            label={words.services}
            options={organisation.services.map(({ reference, name }) => ({ value: reference, label: name }))}
          />
        ) : null}
        <ButtonGroup>
          <Button>{words.give}</Button>
          <LinkButton kind="subtle" href={adminPaths.person(on.id)}>
            {adminWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}

/** One role of a colleague: for which teams, or not any more. */
export function rolePage(
  context: PageContext,
  page: {
    readonly on: OnColleague;
    readonly role: ColleagueRole;
    readonly covered: readonly Covered[];
    readonly form: Shown;
  },
): string {
  const words = roleWords(context.lang);
  const { on, role, form } = page;
  const title = words.title({ role: roleLabel(role.code, context.lang) });
  const withServices = ROLES_WITH_SERVICES.includes(role.code);
  return renderPage({
    title,
    kind: 'work',
    context,
    breadcrumbs: crumbsTo(context, on, title),
    overline: on.colleague.name,
    errors: formErrors(form),
    main: (
      <Form action={adminPaths.person(on.id, `rol/${role.id}`)} hidden={{ seen: stateOf(on.colleague) }}>
        {withServices ? (
          <CheckboxGroup
            {...keptMany(form, 'services')}
            label={words.services}
            options={on.organisation.services.map(({ reference, name }) => ({ value: reference, label: name }))}
          />
        ) : null}
        <TakerFields covered={page.covered} form={form} />
        <p>{words.takeText}</p>
        <ButtonGroup>
          {withServices ? (
            <Button name="act" value="save">
              {words.save}
            </Button>
          ) : null}
          <Button kind="danger" name="act" value="take">
            {words.take}
          </Button>
          <LinkButton kind="subtle" href={adminPaths.person(on.id)}>
            {adminWords(context.lang).cancel}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}

export const capital = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
