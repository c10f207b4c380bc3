import {
  Button,
  ButtonGroup,
  Card,
  EmptyState,
  Form,
  formatDate,
  formErrors,
  kept,
  LinkButton,
  type PageContext,
  RadioGroup,
  renderPage,
  Section,
  Status,
  TextArea,
} from '../../../../ui/index.ts';
import { GOAL_LENGTH, GOAL_PROGRESS } from '../../../model/index.ts';
import { type AnswerSet, MeasureTable, type Shown, SpiderOf } from '../../shared/index.ts';
import { residentWords } from '../words.ts';
import type { GoalView } from './handler.ts';
import { goalWords } from './words.ts';

function GoalCard({ goal, context }: { readonly goal: GoalView; readonly context: PageContext }) {
  const words = goalWords(context.lang);
  const tone = goal.progress === 'achieved' || goal.progress === 'improving' ? 'good' : 'neutral';
  return (
    <Card
      title={goal.text}
      level={3}
      {...(goal.over
        ? {}
        : {
            actions: (
              <LinkButton kind="secondary" href={`/mijn/doelen/${goal.id}`} about={goal.text}>
                {words.say}
              </LinkButton>
            ),
          })}
    >
      <p>
        <Status tone={tone}>{words.progress[goal.progress]}</Status>
        {goal.since ? ` ${words.since({ date: formatDate(goal.since, 'long', context.lang) })}` : ''}
      </p>
      {goal.notes.length > 0 ? (
        <ul>
          {goal.notes.map((note) => (
            <li key={`${note.at}-${note.text}`}>
              {note.at ? words.says({ date: formatDate(note.at, 'long', context.lang), text: note.text }) : note.text}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** What a resident wants to reach, how it goes, and how they are: then and now. */
export function goalsPage(
  context: PageContext,
  page: { readonly goals: readonly GoalView[]; readonly sets: readonly AnswerSet[]; readonly form: Shown },
): string {
  const words = goalWords(context.lang);
  const talks = page.sets.filter((set) => set.questionnaire.kind === 'conversation');
  const measures = page.sets.filter((set) => set.questionnaire.kind === 'measure');
  const goals = page.goals.toSorted((a, b) => Number(a.over) - Number(b.over));
  return renderPage({
    title: words.title,
    kind: 'resident',
    context,
    intro: words.intro,
    errors: formErrors(page.form),
    main: (
      <>
        <Section title={words.mine}>
          {goals.length === 0 ? <p>{words.none}</p> : null}
          {goals.map((goal) => (
            <GoalCard key={goal.id} goal={goal} context={context} />
          ))}
          <Form action="/mijn/doelen">
            <TextArea
              {...kept(page.form, 'goal')}
              label={words.addLabel}
              help={words.addHelp}
              rows={2}
              maxLength={GOAL_LENGTH}
            />
            <ButtonGroup>
              <Button kind="secondary">{words.add}</Button>
            </ButtonGroup>
          </Form>
        </Section>
        <Section title={words.web}>
          {talks.length === 0 ? (
            <EmptyState title={words.webNone} level={3} />
          ) : (
            <>
              <p>{words.webHelp}</p>
              <SpiderOf sets={talks} />
            </>
          )}
        </Section>
        {measures.length > 0 ? (
          <Section title={words.measure}>
            <MeasureTable sets={measures} own />
          </Section>
        ) : null}
      </>
    ),
  });
}

/** One goal: the resident says how it goes. */
export function goalPage(context: PageContext, goal: GoalView, form: Shown): string {
  const words = goalWords(context.lang);
  return renderPage({
    title: words.sayTitle,
    kind: 'resident',
    context,
    breadcrumbs: [
      { label: residentWords(context.lang).nav.home, href: '/mijn' },
      { label: words.title, href: '/mijn/doelen' },
      { label: words.sayTitle },
    ],
    intro: goal.text,
    errors: formErrors(form),
    main: (
      <Form action={`/mijn/doelen/${goal.id}`}>
        <RadioGroup
          {...kept(form, 'progress')}
          label={words.choose}
          options={GOAL_PROGRESS.map((value) => ({ value, label: words.choices[value] }))}
        />
        <TextArea
          {...kept(form, 'note')}
          label={words.note}
          help={words.noteHelp}
          rows={3}
          maxLength={GOAL_LENGTH}
          optional
        />
        <ButtonGroup>
          <Button>{words.save}</Button>
        </ButtonGroup>
      </Form>
    ),
  });
}
