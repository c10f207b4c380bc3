import type { Resource } from '../../fhir/index.ts';
import type { Trx } from '../../platform/index.ts';
import { type Change, loadResources, updateInside, type WritePort } from '../../record/index.ts';
import { loadParts } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isOpen } from '../model/index.ts';
import { caseOf, idIn, type Request, SYSTEM } from '../shapes.ts';
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
    follow: async (_record, trx, change) => {
      if (change.before && holds(change.before) && !holds(change.after)) await stopWhatHangsOn(groundOf(), trx, change);
    },
  };
}

async function stopWhatHangsOn(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const rows = await loadResources(trx, change.resident, ['ServiceRequest']);
  for (const row of rows) {
    const request = JSON.parse(row.content) as Request;
    if (!['active', 'on-hold', 'draft'].includes(request.status)) continue;
    if (!(request.supportingInfo ?? []).some((ref) => idIn(ref.reference) === change.id)) continue;
    const { tasks } = await loadParts(trx, change.resident, caseOf(request));
    for (const task of tasks) {
      if (idIn(task.resource.focus?.reference) !== row.id || !isOpen(task.resource.status)) continue;
      const resource = {
        ...task.resource,
        status: 'cancelled',
        statusReason: {
          coding: [{ system: SYSTEM.stop, code: 'consent-withdrawn' }],
          text: 'De inwoner trok de toestemming in',
        },
        lastModified: change.at.toISOString(),
      };
      await updateInside(
        ground,
        trx,
        ENGINE,
        { resource: resource as Resource, resident: change.resident, id: task.row.id, follows: true, ...ENGINE_WRITE },
        { door: 'job' },
      );
    }
    const [present] = (await loadResources(trx, change.resident, ['ServiceRequest'])).filter(
      (one) => one.id === row.id,
    );
    const still = present && (JSON.parse(present.content) as Request);
    if (still && ['active', 'on-hold', 'draft'].includes(still.status)) {
      await updateInside(
        ground,
        trx,
        ENGINE,
        {
          resource: { ...still, status: 'revoked' } as Resource,
          resident: change.resident,
          id: row.id,
          follows: true,
          ...ENGINE_WRITE,
        },
        { door: 'job' },
      );
    }
  }
}
