import type { Resource } from '../../fhir/index.ts';
import { ok, type Trx } from '../../platform/index.ts';
import { type Change, loadResource, loadResources, updateInside, type WritePort } from '../../record/index.ts';
import { withPartiesOfR4 } from '../consent-party.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { idIn, isRunning, type Request, withStopReason } from '../shapes.ts';
import { ENGINE, ENGINE_WRITE } from './engine.ts';

type Consent = Resource & { readonly status: string; readonly provision?: { readonly type?: string } };

/** True where an agreement holds. */
export function holds(consent: Resource): boolean {
  const { status, provision } = consent as Consent;
  return status === 'active' && provision?.type !== 'deny';
}

/** The port of consent: an agreement withdrawn stops, at once and through every door, what hangs on it (LAW 1). */
export function consentPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-consent',
    types: ['Consent'],
    // What was agreed before R4 was held to in this can still be withdrawn.
    settle: async (_record, _trx, change) => {
      const resource = change.before ? withPartiesOfR4(change.after) : change.after;
      return ok(resource === change.after ? {} : { resource });
    },
    follow: async (_record, trx, change) => {
      if (change.before && holds(change.before) && !holds(change.after)) await stopWhatHangsOn(groundOf(), trx, change);
    },
  };
}

/** Ends the requests that name the agreement; their port takes along the Tasks and what is based on them. */
async function stopWhatHangsOn(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  for (const { id } of await loadResources(trx, change.resident, ['ServiceRequest'])) {
    // Looked at one by one: ending the first may have ended the next.
    const row = await loadResource(trx, change.resident, 'ServiceRequest', id);
    const request = row && (JSON.parse(row.content) as Request);
    if (!request || !isRunning(request)) continue;
    if (!(request.supportingInfo ?? []).some((ref) => idIn(ref.reference) === change.id)) continue;
    const reason = stopConcept(ground.definitions, request, 'consent-withdrawn');
    const resource = { ...withStopReason(request, reason), status: 'revoked' } as Resource;
    await updateInside(
      ground,
      trx,
      ENGINE,
      { resource, resident: change.resident, id, follows: true, ...ENGINE_WRITE },
      { door: 'job' },
    );
  }
}
