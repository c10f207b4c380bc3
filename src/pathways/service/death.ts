import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type LocalDate,
  localDate,
  Refusal,
  type Result,
  type Trx,
} from '../../platform/index.ts';
import { createInside, loadResource, openRow, personOf, updateInside } from '../../record/index.ts';
import { openGrant } from '../access.ts';
import type { PathwayGround } from '../ground.ts';
import { ENGINE, ENGINE_WRITE } from '../ports/engine.ts';
import { isDeath, type Request, requestStopReason, taskFor, withoutStopReason } from '../shapes.ts';
import { auditAct, perform, refuse, theCase, theRequest } from './perform.ts';

/** Records that a resident has died, on a day or without one. The port of the Patient does the rest (`ports/death.ts`). */
export async function reportDeath(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string; readonly on?: LocalDate },
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'report-death' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const patient = await thePatient(ground, trx, what.resident);
    const person = personOf(patient);
    if (person.deceased)
      refuse('conflict', { nl: 'Dit overlijden is al vastgelegd.', en: 'This death has been recorded already.' });
    if (what.on && what.on > localDate(ground.clock.now()))
      refuse('unprocessable', { nl: 'Deze dag komt nog.', en: 'This day is still to come.' }, 'on');
    if (what.on && person.birthDate && what.on < person.birthDate)
      refuse(
        'unprocessable',
        { nl: 'Deze dag ligt voor de geboortedatum.', en: 'This day is before the birth date.' },
        'on',
      );
    const died = what.on ? { deceasedDateTime: what.on } : { deceasedBoolean: true };
    const resource = { ...alive(patient), ...died };
    await updateInside(ground, trx, actor, { resource, resident: what.resident, id: what.resident, ...why }, door);
    return { resident: what.resident };
  });
}

/** Corrects a death that was recorded by mistake. What was cancelled stays cancelled. */
export async function correctDeath(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<{ readonly resident: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'report-death' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const patient = await thePatient(ground, trx, what.resident);
    if (!personOf(patient).deceased)
      refuse('conflict', { nl: 'Er is geen overlijden vastgelegd.', en: 'No death has been recorded.' });
    await updateInside(
      ground,
      trx,
      actor,
      { resource: alive(patient), resident: what.resident, id: what.resident, ...why },
      door,
    );
    return { resident: what.resident };
  });
}

/**
 * Opens a case again that had stopped by a death that was a mistake: the request runs on, and the same team is asked
 * once more. Agreements hold as they stood; what providers were asked is asked anew by the coach.
 */
export async function reopenCase(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<{ readonly caseId: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'report-death' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, what.resident, what.caseId);
    const request = await theRequest(trx, what.resident, what.caseId);
    if (personOf(await thePatient(ground, trx, what.resident)).deceased)
      refuse('conflict', {
        nl: 'Herstel eerst dat het overlijden een vergissing was.',
        en: 'First correct the death that was a mistake.',
      });
    if (request.status !== 'revoked' || !isDeath(requestStopReason(request)))
      refuse('conflict', {
        nl: 'Deze zaak loopt al, of stopte om een andere reden.',
        en: 'This case runs already, or stopped for another reason.',
      });
    const running = { ...withoutStopReason(request), status: 'active' } as Request;
    await asEngine(ground, trx, what.resident, what.caseId, running);
    await openGrant(ground, trx, what.resident, {
      grantee: row.practice,
      relation: 'referrer',
      categories: row.categories,
      source: what.caseId,
    });
    const owner = request.performer?.[0] ?? { reference: row.team };
    await createInside(
      ground,
      trx,
      ENGINE,
      {
        resource: taskFor(
          running,
          what.resident,
          owner,
          request.requester ?? { reference: row.practice },
          ground.clock.now(),
        ),
        resident: what.resident,
        parties: [row.practice],
        follows: true,
        ...ENGINE_WRITE,
      },
      { door: 'job' },
    );
    await auditAct(ground, trx, actor, what.resident, why, door, {
      type: 'ServiceRequest',
      id: what.caseId,
      detail: 'case opened again',
    });
    return { caseId: what.caseId };
  });
}

async function asEngine(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  id: string,
  resource: Resource,
): Promise<void> {
  await updateInside(ground, trx, ENGINE, { resource, resident, id, follows: true, ...ENGINE_WRITE }, { door: 'job' });
}

/** The Patient as it was written, with what is sealed. */
export async function thePatient(ground: PathwayGround, trx: Trx, resident: string): Promise<Resource> {
  const row = await loadResource(trx, resident, 'Patient', resident, true);
  if (!row) throw new Refusal(ABSENT);
  return JSON.parse(openRow(ground, row, true)) as Resource;
}

function alive(patient: Resource): Resource {
  const { deceasedBoolean: _flag, deceasedDateTime: _on, ...rest } = patient;
  return rest as Resource;
}
