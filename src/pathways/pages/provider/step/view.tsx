import {
  Button,
  ButtonGroup,
  Form,
  type FormState,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  TextArea,
} from '../../../../ui/index.ts';
import type { Coded } from '../../../model/index.ts';
import type { TaskPage } from '../task/presenter.ts';
import { providerWords } from '../words.ts';
import { STEPS, type StepField, type StepKind } from './form.ts';

/** One step that asks why, or how it ended: decline, hold, complete, stop. */
export function stepPage(
  context: PageContext,
  kind: StepKind,
  task: TaskPage,
  choices: readonly Coded[],
  form: FormState<StepField> = {},
): string {
  const all = providerWords(context.lang);
  const words = all.step[kind];
  const { path, field, note } = STEPS[kind];
  return renderPage({
    title: words.title,
    kind: 'work',
    context,
    breadcrumbs: [
      { label: all.task.nav, href: '/aanbod' },
      { label: task.title, href: task.href },
      { label: words.title },
    ],
    ...(task.number ? { overline: all.task.overline({ number: task.number }) } : {}),
    intro: words.intro,
    errors: formErrors(form),
    main: (
      <Form action={`${task.href}/${path}`}>
        <RadioGroup
          {...kept(form, field)}
          label={words.legend}
          options={choices.map((one) => ({
            value: one.code,
            label: one.label,
            ...(one.help ? { help: one.help } : {}),
          }))}
        />
        <TextArea
          {...kept(form, note)}
          label={kind === 'complete' ? all.step.summary : all.step.note}
          help={all.step.noteHelp}
          rows={4}
          optional
        />
        <ButtonGroup>
          <Button kind={kind === 'stop' ? 'danger' : 'primary'}>{words.button}</Button>
          <LinkButton kind="subtle" href={task.href}>
            {all.step.back}
          </LinkButton>
        </ButtonGroup>
      </Form>
    ),
  });
}
