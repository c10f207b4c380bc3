import type { Resource } from '../../../../fhir/index.ts';
import { ABSENT, type Problem, type Result } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { GOAL_LENGTH, GOAL_PROGRESS, type GoalProgress } from '../../../model/index.ts';
import { type OwnProgress, ownProgress } from '../../../read/own-progress.ts';
import { addOwnGoal, sayHowGoalGoes } from '../../../service/goals.ts';
import { answerSets, mistakes, refusalOf, type Shown } from '../../shared/index.ts';
import { goalPage, goalsPage } from './view.tsx';
import { goalWords } from './words.ts';

/** A goal as the resident reads it. */
export type GoalView = {
  readonly id: string;
  readonly text: string;
  readonly since: string | undefined;
  readonly progress: GoalProgress | 'active';
  readonly over: boolean;
  readonly notes: readonly { readonly text: string; readonly at: string | undefined }[];
};

type Goal = Resource & {
  readonly description?: { readonly text?: string };
  readonly startDate?: string;
  readonly lifecycleStatus?: string;
  readonly achievementStatus?: { readonly coding?: readonly { readonly code?: string }[] };
  readonly note?: readonly { readonly text?: string; readonly time?: string }[];
};

function viewOf(resource: Resource): GoalView {
  const goal = resource as Goal;
  const code = goal.achievementStatus?.coding?.[0]?.code;
  const progress =
    goal.lifecycleStatus === 'cancelled' ? 'let-go' : (GOAL_PROGRESS.find((one) => one === code) ?? 'active');
  return {
    id: goal.id ?? '',
    text: goal.description?.text ?? '',
    since: goal.startDate,
    progress,
    over: goal.lifecycleStatus === 'cancelled' || goal.lifecycleStatus === 'completed',
    notes: (goal.note ?? []).map((one) => ({ text: one.text ?? '', at: one.time })),
  };
}

async function own(ground: PathwayGround, ask: Ask): Promise<Result<OwnProgress, Problem>> {
  return ownProgress(ground, ask.actor, ask.door);
}

/** GET /mijn/doelen */
export async function showGoals(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const found = await own(ground, ask);
  if (!found.ok) return { problem: found.problem };
  const draft = form ? undefined : await ask.draft();
  const page = goalsPage(ask.context, {
    goals: found.value.goals.map(viewOf),
    sets: answerSets(ground.definitions.in(ask.context.lang), found.value.responses),
    form: form ?? (draft ? { values: draft } : {}),
  });
  return form ? { again: page } : page;
}

/** POST /mijn/doelen */
export async function addGoal(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const { lang } = ask.context;
  const words = goalWords(lang);
  const wrong = mistakes();
  const goal = text(ask.posted, 'goal').trim();
  if (goal === '') wrong.add('goal', words.mistakes.goal);
  if (goal.length > GOAL_LENGTH) wrong.add('goal', words.mistakes.long({ most: GOAL_LENGTH }));
  const again = (errors: Readonly<Record<string, string>>) => showGoals(ground, ask, { values: ask.posted, errors });
  const errors = wrong.found();
  if (errors) return again(errors);
  const done = await addOwnGoal(ground, ask.actor, goal, ask.door);
  if (!done.ok) {
    const refused = refusalOf(done.problem, [], 'goal', lang);
    return refused ? again(refused) : { problem: done.problem };
  }
  return { to: '/mijn/doelen', flash: { kind: 'good', text: words.added } };
}

/** GET /mijn/doelen/:goal */
export async function showGoal(ground: PathwayGround, ask: Ask, form?: Shown): Promise<Answer> {
  const found = await own(ground, ask);
  if (!found.ok) return { problem: found.problem };
  const goal = found.value.goals.find((one) => one.id === ask.param('goal'));
  if (!goal) return { problem: ABSENT };
  const draft = form ? undefined : await ask.draft();
  const page = goalPage(ask.context, viewOf(goal), form ?? (draft ? { values: draft } : {}));
  return form ? { again: page } : page;
}

/** POST /mijn/doelen/:goal */
export async function tellGoal(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const { lang } = ask.context;
  const words = goalWords(lang);
  const wrong = mistakes();
  const progress = GOAL_PROGRESS.find((one) => one === text(ask.posted, 'progress'));
  const note = text(ask.posted, 'note').trim();
  if (!progress) wrong.add('progress', words.mistakes.progress);
  if (note.length > GOAL_LENGTH) wrong.add('note', words.mistakes.long({ most: GOAL_LENGTH }));
  const again = (errors: Readonly<Record<string, string>>) => showGoal(ground, ask, { values: ask.posted, errors });
  const errors = wrong.found();
  if (errors || !progress) return again(errors ?? {});
  const done = await sayHowGoalGoes(ground, ask.actor, { goal: ask.param('goal'), progress, note }, ask.door);
  if (!done.ok) {
    const refused = refusalOf(done.problem, ['note'], 'progress', lang);
    return refused ? again(refused) : { problem: done.problem };
  }
  return { to: '/mijn/doelen', flash: { kind: 'good', text: words.saved } };
}
