import { servicesAnswering } from '../../directory/index.ts';
import {
  type Actor,
  ageOn,
  asLocalDate,
  type Door,
  localDate,
  newResourceId,
  type Result,
} from '../../platform/index.ts';
import { createInside } from '../../record/index.ts';
import { loadParts } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { type ProposalResult, type ProposalWish, proposalFor } from '../proposal.ts';
import { REFUSALS } from '../refusals.ts';
import { canonicalOf, concept, idIn, priorityOf, type Request, SYSTEM, taskFor } from '../shapes.ts';
import { consentFor, type GivenHow } from './consent.ts';
import { perform, refuse, theCase } from './perform.ts';
import { stepInside } from './task.ts';

export type OnwardReferral = {
  readonly resident: string;
  readonly caseId: string;
  readonly needs: readonly string[];
  /** Service ids in the order the resident prefers; one is asked at a time. */
  readonly candidates: readonly string[];
  readonly note?: string;
  readonly agreed: boolean;
  /** How the resident said so: in a conversation, on the telephone or on paper. */
  readonly agreedHow?: GivenHow;
};

/** Refers on from the coach to a provider: the first candidate is asked, the next one only after a no or a silence. */
export async function referOn(
  ground: PathwayGround,
  actor: Actor,
  onward: OnwardReferral,
  door: Door,
): Promise<Result<{ readonly request: string }>> {
  return perform(ground, actor, { resident: onward.resident, act: 'refer-on' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, onward.resident, onward.caseId);
    if (row.closed_at) refuse('conflict', REFUSALS.caseClosed);
    if (!onward.agreed) refuse('unprocessable', REFUSALS.askAgreement, 'agreed');
    if (onward.candidates.length === 0) refuse('unprocessable', REFUSALS.choosePlace, 'candidates');
    const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
    const hop = definition.hops[1]!;
    const parts = await loadParts(trx, onward.resident, onward.caseId);
    const own = parts.tasks.find(
      (held) =>
        idIn(held.resource.focus?.reference) === onward.caseId &&
        ['accepted', 'in-progress'].includes(held.resource.status),
    );
    if (!own) refuse('conflict', REFUSALS.notWithYourTeam);
    if (parts.requests.some((held) => held.row.id !== onward.caseId && held.resource.status === 'active'))
      refuse('conflict', REFUSALS.requestRuns);
    if (own.resource.status === 'accepted')
      await stepInside(ground, trx, actor, onward.resident, { task: own.row.id, to: 'in-progress' }, why, door);
    const consent = await createInside(
      ground,
      trx,
      actor,
      {
        resource: consentFor(
          ground,
          hop.consentText,
          onward.resident,
          actor,
          `HealthcareService/${onward.candidates[0]}`,
          onward.agreedHow,
        ),
        resident: onward.resident,
        ...why,
        parties: [row.team],
      },
      door,
    );
    const at = ground.clock.now();
    const id = newResourceId(onward.resident, ground.clock);
    const requester = {
      reference: actor.person.startsWith('Device') ? actor.person : actor.roleRef || actor.person,
      display: `${actor.name}, ${ground.definitions.organisationName(idIn(row.team))}`,
    };
    const request: Request = {
      resourceType: 'ServiceRequest',
      status: 'active',
      intent: 'order',
      instantiatesCanonical: [canonicalOf('PlanDefinition', definition)],
      basedOn: [{ reference: `ServiceRequest/${onward.caseId}` }],
      priority: priorityOf(definition, row.urgency),
      code: { coding: [{ system: SYSTEM.hop, code: hop.id }], text: hop.title },
      subject: { reference: `Patient/${onward.resident}` },
      authoredOn: at.toISOString(),
      requester,
      performer: onward.candidates.map((candidate) => ({
        reference: `HealthcareService/${candidate}`,
        display: ground.definitions.organisationName(candidate),
      })),
      reasonCode: onward.needs.map((need) =>
        concept(SYSTEM.need, need, ground.definitions.region.needs.find((one) => one.id === need)?.label ?? need),
      ),
      supportingInfo: [{ reference: `Consent/${consent.id}` }],
      ...(onward.note?.trim() ? { note: [{ text: onward.note.trim() }] } : {}),
    };
    await createInside(
      ground,
      trx,
      actor,
      { resource: request, resident: onward.resident, id, ...why, parties: [row.team] },
      door,
    );
    const owner = request.performer![0]!;
    await createInside(
      ground,
      trx,
      actor,
      {
        resource: taskFor({ ...request, id }, onward.resident, owner, requester, at),
        resident: onward.resident,
        ...why,
      },
      door,
    );
    return { request: id };
  });
}

/** Proposes services that fit what the resident seeks, with why, and how many others fell out and for what. */
export async function propose(
  ground: PathwayGround,
  actor: Actor,
  wish: ProposalWish & { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<ProposalResult>> {
  return perform(ground, actor, { resident: wish.resident, act: 'refer-on' }, door, async (trx) => {
    await theCase(trx, actor, wish.resident, wish.caseId);
    const { rows } = await trx.query<{ birth_date: string; postcode: string | null; gender: string | null }>(
      'select birth_date::text, postcode, gender from record.person where resident_id = $1',
      [wish.resident],
    );
    const person = rows[0]!;
    const today = localDate(ground.clock.now());
    return proposalFor(
      ground.definitions,
      await servicesAnswering(trx, wish.needs),
      wish,
      {
        age: ageOn(asLocalDate(person.birth_date), today),
        postcode: person.postcode ?? undefined,
        gender: person.gender ?? undefined,
      },
      today,
    );
  });
}
