import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, localDate, type Result, residentOf } from '../../platform/index.ts';
import { createInside, loadResource, updateInside } from '../../record/index.ts';
import { casesOf } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import type { GoalProgress } from '../model/index.ts';
import { recordToWriteIn } from '../read/merged.ts';
import { perform, refuse } from './perform.ts';

const ACHIEVEMENT = 'http://terminology.hl7.org/CodeSystem/goal-achievement';

/** A resident sets a goal of their own; it hangs on the case that runs, if any, so that the team sees it. */
export async function addOwnGoal(
  ground: PathwayGround,
  actor: Actor,
  text: string,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  if (!actor.residentId || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  const resident = await recordToWriteIn(ground, actor, actor.residentId);
  return perform(ground, actor, { resident, act: 'own-goal' }, door, async (trx, why) => {
    const running = (await casesOf(trx, resident)).find((row) => row.closed_at === null);
    const resource: Resource = {
      resourceType: 'Goal',
      lifecycleStatus: 'active',
      subject: { reference: `Patient/${resident}` },
      description: { text },
      startDate: localDate(ground.clock.now()),
      expressedBy: { reference: `Patient/${resident}` },
      ...(running ? { addresses: [{ reference: `ServiceRequest/${running.id}` }] } : {}),
    };
    const parties = running ? [running.team] : [];
    const { id } = await createInside(ground, trx, actor, { resource, resident, ...why, parties }, door);
    return { id };
  });
}

/** A resident says how a goal goes, with words of their own if they like. */
export async function sayHowGoalGoes(
  ground: PathwayGround,
  actor: Actor,
  told: { readonly goal: string; readonly progress: GoalProgress; readonly note?: string },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const resident = residentOf(told.goal);
  if (!resident) return { ok: false, problem: ABSENT };
  return perform(ground, actor, { resident, act: 'own-goal' }, door, async (trx, why) => {
    const row = await loadResource(trx, resident, 'Goal', told.goal, true);
    if (!row || row.deleted) refuse('absent', { nl: 'Dit doel is er niet.', en: 'This goal is not there.' });
    const goal = JSON.parse(row.content) as Resource & { readonly note?: readonly object[] };
    const { achievementStatus: _achievementStatus, ...rest } = goal;
    const at = ground.clock.now();
    const resource = {
      ...rest,
      statusDate: localDate(at),
      ...(told.progress === 'let-go'
        ? { lifecycleStatus: 'cancelled' }
        : {
            lifecycleStatus: told.progress === 'achieved' ? 'completed' : 'active',
            achievementStatus: { coding: [{ system: ACHIEVEMENT, code: told.progress }] },
          }),
      ...(told.note?.trim()
        ? {
            note: [
              ...(goal.note ?? []),
              { authorReference: { reference: `Patient/${resident}` }, time: at.toISOString(), text: told.note.trim() },
            ],
          }
        : {}),
    } as Resource;
    await updateInside(ground, trx, actor, { resource, resident, id: told.goal, ...why }, door);
    return { id: told.goal };
  });
}
