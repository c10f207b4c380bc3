import type { Resource } from '../../fhir/index.ts';
import { type Actor, type Door, fail, newResourceId, type Result } from '../../platform/index.ts';
import { createInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { recordThatGoesOn } from '../read/merged.ts';
import { canonicalOf, concept, type Request, SYSTEM, taskFor } from '../shapes.ts';
import { perform } from './perform.ts';

export type OwnWish = {
  readonly pathway: string;
  readonly reasons: readonly string[];
  readonly note?: string;
};

/**
 * A resident asks for help themself: the request and the Task for the team of where they live, in one transaction. The
 * port decides which team, and that it is not asked twice; nobody chooses their own urgency.
 */
export async function referSelf(
  ground: PathwayGround,
  actor: Actor,
  wish: OwnWish,
  door: Door,
): Promise<Result<{ readonly caseId: string; readonly number: string; readonly team: string }>> {
  if (!actor.residentId || actor.role !== 'resident')
    return fail('absent', { nl: 'Dit kan hier niet.', en: 'This cannot be done here.' });
  const resident = await recordThatGoesOn(ground, actor, actor.residentId);
  const definition = ground.definitions.pathway(wish.pathway);
  const hop = definition.hops[0]!;
  return perform(ground, actor, { resident, act: 'refer-self' }, door, async (trx, why) => {
    const id = newResourceId(resident, ground.clock);
    const at = ground.clock.now();
    const request: Request = {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      instantiatesCanonical: [canonicalOf('PlanDefinition', definition)],
      code: { coding: [{ system: SYSTEM.hop, code: hop.id }], text: hop.title },
      subject: { reference: `Patient/${resident}` },
      authoredOn: at.toISOString(),
      requester: { reference: `Patient/${resident}` },
      reasonCode: wish.reasons.map((code) =>
        concept(SYSTEM.reason, code, definition.reasons.find((reason) => reason.code === code)?.label ?? code),
      ),
      ...(wish.note?.trim() ? { note: [{ text: wish.note.trim() }] } : {}),
    };
    const written = JSON.parse(
      (await createInside(ground, trx, actor, { resource: request, resident, id, ...why }, door)).text,
    ) as Request;
    const team = written.performer![0]!;
    const task: Resource = taskFor(written, resident, team, written.requester!, at);
    await createInside(ground, trx, actor, { resource: task, resident, ...why }, door);
    const number = written.identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value ?? '';
    return { caseId: id, number, team: team.display ?? '' };
  });
}
