import type { Resource } from '../../fhir/index.ts';
import { type Actor, type Door, type LocalDate, localDate, type Result, type Trx } from '../../platform/index.ts';
import { createInside, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { idIn, SYSTEM } from '../shapes.ts';
import { perform, refuse, theCase } from './perform.ts';

/** Who does something that was agreed. */
export const PLAN_WHO = ['resident', 'coach', 'provider', 'near'] as const;
export type PlanWho = (typeof PLAN_WHO)[number];

/** One thing that was agreed: what, by whom, by when, and whether it was done. */
export type PlanAction = {
  readonly text: string;
  readonly who: PlanWho;
  readonly by?: LocalDate;
  readonly done: boolean;
};

/** Most things in one plan: a plan of more is none. */
export const MOST_ACTIONS = 12;

type Activity = {
  readonly detail?: {
    readonly status?: string;
    readonly description?: string;
    readonly scheduledPeriod?: { readonly end?: string };
    readonly performer?: readonly { readonly display?: string }[];
  };
};

/** The plan of a case, as its page reads it. `version` is what one changes it on top of. */
export function actionsIn(plan: Resource | undefined): readonly PlanAction[] {
  return ((plan?.activity ?? []) as readonly Activity[]).map(({ detail }) => ({
    text: detail?.description ?? '',
    who: PLAN_WHO.find((one) => one === detail?.performer?.[0]?.display) ?? 'coach',
    ...(detail?.scheduledPeriod?.end ? { by: detail.scheduledPeriod.end as LocalDate } : {}),
    done: detail?.status === 'completed',
  }));
}

/** Whether a CarePlan is the one plan of a case. */
export const isPlanOf = (plan: Resource, caseId: string): boolean =>
  ((plan.identifier ?? []) as readonly { readonly system?: string; readonly value?: string }[]).some(
    (one) => one.system === SYSTEM.case && one.value === caseId,
  );

/**
 * Writes down what was agreed: there is one plan a case, and its goals are the resident's own. Somebody who changed it
 * meanwhile is not overwritten: `version` is the one that was seen (0: there was none).
 */
export async function keepPlan(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly actions: readonly PlanAction[];
    readonly version: number;
  },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'plan' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, what.resident, what.caseId);
    if (row.closed_at) refuse('conflict', { nl: 'Deze zaak is al gesloten.', en: 'This case is closed already.' });
    if (what.actions.length > MOST_ACTIONS) {
      const text = {
        nl: `Kies hooguit ${MOST_ACTIONS} afspraken. Wat is nu het belangrijkst?`,
        en: `Choose ${MOST_ACTIONS} agreements at most. What matters most now?`,
      };
      refuse('unprocessable', text, 'action-1');
    }
    const present = await thePlan(trx, what.resident, what.caseId);
    if ((present?.version ?? 0) !== what.version)
      refuse('conflict', {
        nl: 'Iemand was net eerder en veranderde het plan. Kijk opnieuw wat er nu staat.',
        en: 'Somebody was just before you and changed the plan. Look again at how it stands.',
      });
    const content = {
      activity: what.actions.map((action) => ({
        detail: {
          status: action.done ? 'completed' : 'in-progress',
          description: action.text,
          ...(action.by ? { scheduledPeriod: { end: action.by } } : {}),
          performer: [{ display: action.who }],
        },
      })),
      goal: (await goalIds(trx, what.resident, what.caseId)).map((id) => ({ reference: `Goal/${id}` })),
    };
    const tidy = {
      ...(content.activity.length > 0 ? { activity: content.activity } : {}),
      ...(content.goal.length > 0 ? { goal: content.goal } : {}),
    };
    const common = { resident: what.resident, ...why, parties: [row.team] };
    if (present) {
      const { activity: _activity, goal: _goal, ...rest } = JSON.parse(present.content) as Resource;
      await updateInside(
        ground,
        trx,
        actor,
        { resource: { ...rest, ...tidy } as Resource, id: present.id, ...common },
        door,
      );
      return { id: present.id };
    }
    const resource: Resource = {
      resourceType: 'CarePlan',
      identifier: [{ system: SYSTEM.case, value: what.caseId }],
      status: 'active',
      intent: 'plan',
      subject: { reference: `Patient/${what.resident}` },
      period: { start: localDate(ground.clock.now()) },
      created: ground.clock.now().toISOString(),
      ...tidy,
    };
    const written = await createInside(ground, trx, actor, { resource, ...common }, door);
    return { id: written.id };
  });
}

async function thePlan(
  trx: Trx,
  resident: string,
  caseId: string,
): Promise<{ readonly id: string; readonly version: number; readonly content: string } | undefined> {
  const { rows } = await trx.query<{ id: string; version: number; content: string }>(
    `select id, version, content from record.resource
     where resident_id = $1 and type = 'CarePlan' and not deleted and tokens && $2::text[] order by id limit 1`,
    [resident, [`identifier|${SYSTEM.case}|${caseId}`]],
  );
  return rows[0];
}

async function goalIds(trx: Trx, resident: string, caseId: string): Promise<readonly string[]> {
  const { rows } = await trx.query<{ id: string; content: string }>(
    "select id, content from record.resource where resident_id = $1 and type = 'Goal' and not deleted order by id",
    [resident],
  );
  return rows
    .filter((row) =>
      ((JSON.parse(row.content) as Resource).addresses as readonly { readonly reference?: string }[] | undefined)?.some(
        (ref) => idIn(ref.reference) === caseId,
      ),
    )
    .map((row) => row.id);
}
