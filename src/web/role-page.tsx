import { AS_RESIDENT, type HeldRole } from '../platform/identity/index.ts';
import { Button, Form, formErrors, LinkButton, type PageContext, RadioGroup, renderPage } from '../ui/index.ts';
import { webWords } from './words.ts';

export type RoleChoices = {
  readonly roles: readonly HeldRole[];
  readonly asResident: boolean;
  readonly current: string | undefined;
  readonly returnTo: string;
  readonly home: string;
  readonly mistake: string | undefined;
};

/** The page on which a person says in which role they go on. */
export function rolePage(context: PageContext, choices: RoleChoices): string {
  const words = webWords(context.lang);
  const options = [
    ...choices.roles.map((role) => ({
      value: role.id,
      label: capital(words.roles[role.code]),
      help: role.organisationName,
    })),
    ...(choices.asResident ? [{ value: AS_RESIDENT, label: words.choose.own, help: words.choose.ownHelp }] : []),
  ];
  const state = choices.mistake ? { errors: { role: choices.mistake } } : {};
  const several = options.length > 1 || choices.current === undefined;
  return renderPage({
    title: words.choose.title,
    kind: 'work',
    context,
    intro: several ? words.choose.intro : words.choose.only,
    errors: formErrors(state),
    main: several ? (
      <Form action="/rol" once={false} hidden={{ terug: choices.returnTo }}>
        <RadioGroup
          name="role"
          label={words.choose.legend}
          options={options}
          value={choices.current}
          error={choices.mistake}
        />
        <Button>{words.choose.go}</Button>
      </Form>
    ) : (
      <LinkButton href={choices.home}>{words.choose.back}</LinkButton>
    ),
  });
}

const capital = (label: string) => label.charAt(0).toUpperCase() + label.slice(1);
