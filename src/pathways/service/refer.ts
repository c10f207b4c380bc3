import { BSN_SYSTEM, isBsn, type Resource } from '../../fhir/index.ts';
import {
  type Actor,
  ageOn,
  asLocalDate,
  type Door,
  fail,
  localDate,
  newResidentId,
  newResourceId,
  Refusal,
  type Result,
  type Trx,
} from '../../platform/index.ts';
import { createInside, familyKey, MAY_EXIST, updateInside } from '../../record/index.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { tiedTeam } from '../read/tie.ts';
import { REFUSALS } from '../refusals.ts';
import {
  canonicalOf,
  concept,
  idIn,
  LETTERS,
  priorityOf,
  type Request,
  STARTED_FROM,
  SYSTEM,
  taskFor,
  withStopReason,
} from '../shapes.ts';
import { consentFor } from './consent.ts';
import { perform, refuse, theRequest, type Why } from './perform.ts';

/** A new resident as a practice registers them; lawful for 18 and over until LAW 7 is built whole. */
export type NewResident = {
  readonly given: string;
  readonly family: string;
  readonly birthDate: string;
  readonly gender: 'female' | 'male' | 'other' | 'unknown';
  readonly bsn?: string;
  readonly street?: string;
  readonly postcode: string;
  readonly city: string;
  readonly municipality?: string;
  readonly phone?: string;
  readonly mail?: string;
  /** BCP 47 code of the language somebody understands best. */
  readonly language?: string;
  /** Wants letters on paper, also where a mail address is known. */
  readonly letters?: boolean;
};

/** The FHIR Patient of a new resident. */
export function patientOf(person: NewResident): Resource {
  return {
    resourceType: 'Patient',
    ...(person.bsn ? { identifier: [{ use: 'official', system: BSN_SYSTEM, value: person.bsn }] } : {}),
    ...(person.letters ? { extension: [{ url: LETTERS, valueBoolean: true }] } : {}),
    active: true,
    name: [{ use: 'official', family: person.family, given: person.given.split(/\s+/).filter(Boolean) }],
    gender: person.gender,
    birthDate: person.birthDate,
    address: [
      {
        use: 'home',
        ...(person.street ? { line: [person.street] } : {}),
        postalCode: person.postcode,
        city: person.city,
        ...(person.municipality ? { district: person.municipality } : {}),
        country: 'NL',
      },
    ],
    ...(person.phone || person.mail
      ? {
          telecom: [
            ...(person.phone ? [{ system: 'phone', value: person.phone }] : []),
            ...(person.mail ? [{ system: 'email', value: person.mail }] : []),
          ],
        }
      : {}),
    ...(person.language
      ? {
          communication: [
            { language: { coding: [{ system: 'urn:ietf:bcp:47', code: person.language }] }, preferred: true },
          ],
        }
      : {}),
  };
}

/**
 * Registers a resident nobody has registered before. Where somebody may exist already it says only to check the
 * document and the BSN, and shows nobody (LAW 5). The practice gets no grant by this: the referral gives it.
 */
export async function registerResident(
  ground: PathwayGround,
  actor: Actor,
  person: NewResident,
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  if (person.bsn && !isBsn(person.bsn))
    return fail('unprocessable', REFUSALS.notABsn, [
      {
        place: 'bsn',
        text: REFUSALS.notABsn,
      },
    ]);
  if (ageOn(asLocalDate(person.birthDate), localDate(ground.clock.now())) < 18)
    return fail('unprocessable', REFUSALS.adultsOnly, [
      {
        place: 'birthDate',
        text: REFUSALS.adultsOnly,
      },
    ]);
  const resident = newResidentId();
  return perform(ground, actor, { resident, act: 'register', opens: true }, door, async (trx, why) => {
    const { rows } = await trx.query('select found from record.find_person($1, $2, null)', [
      familyKey(person.family),
      person.birthDate,
    ]);
    if (rows[0].found > 0 && !person.bsn) throw new Refusal(MAY_EXIST);
    await trx.query('insert into record.resident (resident_id, since) values ($1, $2)', [resident, ground.clock.now()]);
    await createInside(ground, trx, actor, { resource: patientOf(person), resident, ...why }, door);
    return { resident };
  });
}

export type Referral = {
  readonly resident: string;
  readonly pathway: string;
  readonly reasons: readonly string[];
  readonly urgency: string;
  readonly note?: string;
  /** The resident said yes to passing this on, with this text. */
  readonly agreed: boolean;
  /** Where the patient stands in the referrer's own system, if Omzien was opened from it: letters go back there. */
  readonly startedFrom?: string;
};

/** Refers a resident from a practice to the welfare-coach team tied to it: consent, request and Task in one transaction. */
export async function refer(
  ground: PathwayGround,
  actor: Actor,
  referral: Referral,
  door: Door,
): Promise<Result<{ readonly resident: string; readonly caseId: string; readonly number: string }>> {
  const definition = ground.definitions.pathway(referral.pathway);
  const hop = definition.hops[0]!;
  const team = (await tiedTeam(ground, idIn(actor.organisation)))?.team;
  if (!team) return fail('conflict', REFUSALS.noTiedTeam);
  if (!referral.agreed)
    return fail('unprocessable', REFUSALS.askAgreement, [
      {
        place: 'agreed',
        text: REFUSALS.noAgreement,
      },
    ]);
  return perform(ground, actor, { resident: referral.resident, act: 'refer', opens: true }, door, async (trx, why) => {
    await refuseDouble(trx, referral, actor);
    const consent = await createInside(
      ground,
      trx,
      actor,
      {
        resource: consentFor(ground, hop.consentText, referral.resident, actor, `HealthcareService/${team}`),
        resident: referral.resident,
        ...why,
        parties: [`HealthcareService/${team}`],
      },
      door,
    );
    const id = newResourceId(referral.resident, ground.clock);
    const at = ground.clock.now();
    const owner = { reference: `HealthcareService/${team}`, display: ground.definitions.organisationName(team) };
    const requester = { reference: actor.roleRef || actor.person, display: `${actor.name}, ${actor.organisationName}` };
    const request: Request = {
      resourceType: 'ServiceRequest',
      ...(referral.startedFrom ? { extension: [{ url: STARTED_FROM, valueUrl: referral.startedFrom }] } : {}),
      status: 'active',
      intent: 'order',
      instantiatesCanonical: [canonicalOf('PlanDefinition', definition)],
      priority: priorityOf(definition, referral.urgency),
      code: { coding: [{ system: SYSTEM.hop, code: hop.id }], text: hop.title },
      subject: { reference: `Patient/${referral.resident}` },
      authoredOn: at.toISOString(),
      requester,
      performer: [owner],
      reasonCode: referral.reasons.map((code) =>
        concept(SYSTEM.reason, code, definition.reasons.find((reason) => reason.code === code)?.label ?? code),
      ),
      supportingInfo: [{ reference: `Consent/${consent.id}` }],
      ...(referral.note?.trim() ? { note: [{ text: referral.note.trim() }] } : {}),
    };
    const written = await createInside(
      ground,
      trx,
      actor,
      { resource: request, resident: referral.resident, id, ...why },
      door,
    );
    await createInside(
      ground,
      trx,
      actor,
      {
        resource: taskFor({ ...request, id }, referral.resident, owner, requester, at),
        resident: referral.resident,
        ...why,
      },
      door,
    );
    const number =
      (JSON.parse(written.text) as Request).identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value ?? '';
    return { resident: referral.resident, caseId: id, number };
  });
}

async function refuseDouble(trx: Trx, referral: Referral, actor: Actor): Promise<void> {
  const { rows } = await trx.query<{ number: string }>(
    'select number from pathways."case" where resident_id = $1 and pathway = $2 and practice = $3 and closed_at is null',
    [referral.resident, referral.pathway, actor.organisation],
  );
  if (rows[0])
    refuse('conflict', {
      nl: `Uw praktijk heeft deze inwoner al verwezen (zaak ${rows[0].number}). Die verwijzing loopt nog.`,
      en: `Your practice has referred this resident already (case ${rows[0].number}). That referral is still under way.`,
    });
}

/** Undoes a referral that was a mistake (the wrong resident): everything that followed is undone, all who saw it are told. */
export async function undoReferral(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string; readonly reason: string },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return endReferral(ground, actor, what, 'entered-in-error', 'undo', door);
}

/** Withdraws a referral that is no longer wanted; what had begun is stopped with it. */
export async function withdrawReferral(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string; readonly reason: string },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return endReferral(ground, actor, what, 'revoked', actor.role === 'resident' ? 'change-mind' : 'undo', door);
}

async function endReferral(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string; readonly reason: string },
  status: 'entered-in-error' | 'revoked',
  act: 'undo' | 'change-mind',
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act }, door, async (trx, why) => {
    const request = await theRequest(trx, what.resident, what.caseId);
    if (request.status === status)
      refuse('conflict', status === 'revoked' ? REFUSALS.referralWithdrawn : REFUSALS.undoneAlready);
    await endRequest(ground, trx, actor, what.resident, request, status, what.reason, why, door);
    return { caseId: what.caseId };
  });
}

/** Gives a request its ending status, with the reason on it. */
export async function endRequest(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  request: Request,
  status: 'entered-in-error' | 'revoked' | 'completed',
  reason: string,
  why: Why,
  door: Door,
): Promise<void> {
  const ended = {
    ...(reason ? withStopReason(request, stopConcept(ground.definitions, request, reason)) : request),
    status,
  };
  await updateInside(ground, trx, actor, { resource: ended as Resource, resident, id: request.id!, ...why }, door);
}

/** Closes one's own request, once the outcome has been looked at. */
export async function closeOwnRequest(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly request: string },
  door: Door,
): Promise<Result<{ readonly request: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'close-own' }, door, async (trx, why) => {
    const request = await theRequest(trx, what.resident, what.request);
    if (request.status === 'completed') refuse('conflict', REFUSALS.referralClosed);
    await endRequest(ground, trx, actor, what.resident, request, 'completed', '', why, door);
    return { request: what.request };
  });
}
