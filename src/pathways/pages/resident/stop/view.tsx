import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  type FormState,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
} from '../../../../ui/index.ts';
import type { Coded } from '../../../model/index.ts';
import { residentWords } from '../words.ts';
import type { StopField } from './form.ts';

/** A running support or question that can be stopped by itself. */
export type StopChoice = { readonly task: string; readonly service: string };

/** The page on which a resident changes their mind. Undefined choices: nothing runs. */
export function stopPage(
  context: PageContext,
  choices: { readonly services: readonly StopChoice[]; readonly reasons: readonly Coded[] } | undefined,
  form: FormState<StopField> = {},
): string {
  const all = residentWords(context.lang);
  const words = all.stop;
  const breadcrumbs = [{ label: all.nav.home, href: '/mijn' }, { label: words.crumb }];
  if (!choices)
    return renderPage({
      title: words.title,
      kind: 'resident',
      context,
      breadcrumbs,
      main: <EmptyState title={words.nothing} action={<LinkButton href="/mijn">{all.nav.home}</LinkButton>} />,
    });
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    breadcrumbs,
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <Form action="/mijn/stop">
        {choices.services.length > 0 ? (
          <RadioGroup
            {...kept(form, 'what')}
            label={words.what}
            options={[
              ...choices.services.map((one) => ({
                value: one.task,
                label: words.one({ service: one.service }),
                help: words.oneHelp,
              })),
              { value: 'all', label: words.all, help: words.allHelp },
            ]}
          />
        ) : (
          <p>{words.allHelp}</p>
        )}
        <RadioGroup
          {...kept(form, 'reason')}
          label={words.reason}
          optional
          options={choices.reasons.map((one) => ({ value: one.code, label: one.label }))}
        />
        <ButtonGroup>
          <Button kind="danger">{words.button}</Button>
          <LinkButton kind="secondary" href="/mijn">
            {words.back}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
