import {
  Button,
  ButtonGroup,
  Checkbox,
  DateField,
  Form,
  FormSection,
  kept,
  LinkButton,
  type PageContext,
  readDateParts,
  Section,
  SelectField,
  TextField,
} from '../../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import { actionsIn, keepPlan, PLAN_WHO } from '../../../service/plan.ts';
import { paths, planWords, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { casePart } from '../frame.tsx';
import { frameWords } from '../frame-words.ts';
import { type CoachParts, type OpenedCase, openOwnCase } from '../parts.ts';
import { planValues, readPlan, rowsIn } from './form.ts';
import { planPageWords } from './words.ts';

/** GET /werk/zaak/:case/plan */
export async function showPlan(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(
    parts,
    ask,
    (on, shown) => {
      const typed = shown.values && Object.keys(shown.values).length > 0 ? shown.values : undefined;
      const values = typed ?? {
        ...planValues(actionsIn(on.view.plan)),
        version: on.view.plan?.meta?.versionId ?? '0',
      };
      return planPage(ask.context, on, { ...shown, values });
    },
    form,
  );
}

/** POST /werk/zaak/:case/plan */
export async function savePlan(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const again = (errors: Readonly<Record<string, string>>) => showPlan(parts, ask, { values: ask.posted, errors });
  const read = readPlan(ask.posted, ask.context.lang);
  if (!read.ok) return again(read.errors);
  const what = { resident, caseId, actions: read.value, version: Number(text(ask.posted, 'version')) || 0 };
  const done = await keepPlan(parts.ground, ask.actor, what, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['action-1'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: planPageWords(ask.context.lang).saved } };
}

/** Who does what by when: rows to fill in, of which empty ones count for nothing. */
function planPage(context: PageContext, on: OpenedCase, form: Shown): string {
  const words = planPageWords(context.lang);
  const who = planWords(context.lang).who;
  const values = form.values ?? {};
  return casePart(context, on, {
    title: words.title,
    intro: words.intro,
    form,
    main: (
      <>
        <Section title={words.goals}>
          {on.view.goals.length === 0 ? (
            <p>{words.noGoals}</p>
          ) : (
            <ul>
              {on.view.goals.map((goal) => (
                <li key={goal.id}>{(goal.description as { readonly text?: string } | undefined)?.text}</li>
              ))}
            </ul>
          )}
        </Section>
        <Form action={paths.case(on.caseId, 'plan')} hidden={{ version: text(values, 'version') }}>
          <p>{words.emptyHelp}</p>
          {Array.from({ length: rowsIn(values) }, (_, at) => at + 1).map((row) => (
            <FormSection key={row} title={words.one({ number: row })}>
              <TextField {...kept(form, `action-${row}`)} label={words.text} maxLength={200} optional />
              <SelectField
                {...kept(form, `who-${row}`)}
                value={kept(form, `who-${row}`).value || 'resident'}
                label={words.who}
                width="half"
                options={PLAN_WHO.map((value) => ({ value, label: who[value] }))}
              />
              <DateField
                name={`by-${row}`}
                label={words.by}
                value={readDateParts(values, `by-${row}`)}
                error={form.errors?.[`by-${row}`]}
                optional
              />
              <Checkbox
                name={`done-${row}`}
                value="yes"
                label={words.done}
                checked={text(values, `done-${row}`) === 'yes'}
                optional
              />
            </FormSection>
          ))}
          <ButtonGroup>
            <Button>{words.save}</Button>
            <LinkButton kind="subtle" href={paths.case(on.caseId)}>
              {frameWords(context.lang).cancel}
            </LinkButton>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
