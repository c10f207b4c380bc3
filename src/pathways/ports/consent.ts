import type { Resource } from '../../fhir/index.ts';
import { ok, type Trx } from '../../platform/index.ts';
import {
  alongWith,
  type Change,
  loadResource,
  loadResources,
  updateInside,
  type WritePort,
} from '../../record/index.ts';
import { consentPartyRef, withPartiesOfR4 } from '../consent-party.ts';
import { stopConcept } from '../definitions.ts';
import type { PathwayGround } from '../ground.ts';
import { codesIn, idIn, isRunning, type Request, SYSTEM, withStopReason } from '../shapes.ts';
import { ENGINE, ENGINE_WRITE } from './engine.ts';

type Consent = Resource & {
  readonly status: string;
  readonly category?: Parameters<typeof codesIn>[0];
  readonly policyRule?: { readonly text?: string };
  readonly provision?: {
    readonly type?: string;
    readonly actor?: readonly { readonly reference?: Parameters<typeof consentPartyRef>[0] }[];
  };
};

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
      if (!change.before || !holds(change.before) || holds(change.after)) return;
      await stopWhatHangsOn(groundOf(), trx, change);
      await withdrawAlong(groundOf(), trx, change);
    },
  };
}

/** What an agreement is about: the text that was said yes to (else its kind), and towards whom. */
function aboutOf(consent: Resource): string | undefined {
  const { policyRule, category, provision } = consent as Consent;
  const text = policyRule?.text?.split('|')[0] || codesIn(category, SYSTEM.consentKind).join(',');
  const towards = consentPartyRef(provision?.actor?.[0]?.reference);
  return text && towards ? `${text} ${towards}` : undefined;
}

/** True where both say yes to the same, towards the same. */
export const sameAgreement = (one: Resource, other: Resource): boolean =>
  aboutOf(one) !== undefined && aboutOf(one) === aboutOf(other);

/** Who withdraws a yes withdraws it as a person: the same yes in another record of theirs goes along. */
async function withdrawAlong(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  for (const resident of await alongWith(trx, change.resident))
    for (const row of await loadResources(trx, resident, ['Consent'])) {
      const consent = JSON.parse(row.content) as Resource;
      if (!holds(consent) || !sameAgreement(consent, change.before!)) continue;
      const resource = { ...consent, status: 'inactive' } as Resource;
      await updateInside(
        ground,
        trx,
        ENGINE,
        { resource, resident, id: row.id, follows: true, ...ENGINE_WRITE },
        { door: 'job' },
      );
    }
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
