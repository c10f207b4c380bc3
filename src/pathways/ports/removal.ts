import { type Resource, type ResourceType, TYPES, typeRow } from '../../fhir/index.ts';
import { fail, ok, type Result, type Trx } from '../../platform/index.ts';
import { loadResource, type Removal, type WritePort, withheldOf } from '../../record/index.ts';
import { followAppointment } from '../agenda.ts';
import { codesIn, idIn, pathwayOf, type Request, SYSTEM } from '../shapes.ts';
import { keepEasyRead } from '../wish-store.ts';

/** What to do instead: the status by which an entry of a case is taken back, which everybody who saw it reads. */
const INSTEAD: Readonly<Partial<Record<ResourceType, string>>> = {
  ServiceRequest: 'revoked, or entered-in-error where it was a mistake',
  Task: 'cancelled, or entered-in-error where it was a mistake, with a statusReason',
  Consent: 'inactive where the resident withdraws it, or entered-in-error where it was a mistake',
  CareTeam: 'inactive',
  CarePlan: 'revoked, or entered-in-error where it was a mistake',
  Appointment: 'cancelled, or entered-in-error where it was a mistake',
};

/**
 * The port of what is removed: an entry of a case is not, because clocks, letters and people have gone by it; it is
 * taken back by its status. Nor is an agreement, which is evidence, nor what is kept from its resident.
 */
export function removalPort(): WritePort {
  return {
    name: 'pathway-removal',
    types: (Object.keys(TYPES) as ResourceType[]).filter((type) => typeRow(type).home === 'resident'),
    remove: (_record, trx, removal) => mayGo(trx, removal),
    removed: async (_record, trx, { type, resident, id }) => {
      if (type === 'Appointment') await followAppointment(trx, resident, id, { resourceType: 'Appointment' });
      if (type === 'Patient') await keepEasyRead(trx, resident, false);
    },
  };
}

async function mayGo(trx: Trx, removal: Removal): Promise<Result<undefined>> {
  const { type, resident, id } = removal;
  if ((await withheldOf(trx, resident)).some((one) => one.resource_id === id))
    return fail(
      'conflict',
      'This is kept from its resident. Show it to them, or wait for the day it is looked at again.',
      [{ place: type, text: 'Withheld', code: 'business-rule' }],
    );
  if (!(await isOfCase(trx, removal)) && !isAgreement(removal)) return ok(undefined);
  const instead = INSTEAD[type] ?? 'entered-in-error';
  return fail('conflict', `This ${type} is part of a case and is not removed. Update it with status ${instead}.`, [
    { place: `${type}.status`, text: `Set it to ${instead}`, code: 'business-rule' },
  ]);
}

/** An agreement of a kind that opens or closes something here. */
function isAgreement({ type, before }: Removal): boolean {
  return type === 'Consent' && codesIn(before.category as Request['reasonCode'], SYSTEM.consentKind).length > 0;
}

type Part = Resource & {
  readonly focus?: { readonly reference?: string };
  readonly basedOn?: readonly { readonly reference?: string }[] | { readonly reference?: string };
  readonly identifier?: readonly { readonly system?: string }[] | { readonly system?: string };
};

/** True for a request on a pathway, and for what names a case or such a request. */
async function isOfCase(trx: Trx, { type, resident, before }: Removal): Promise<boolean> {
  if (type === 'ServiceRequest') return pathwayOf(before as Request) !== undefined;
  const { focus, basedOn, identifier } = before as Part;
  if ([identifier ?? []].flat().some((one) => one.system === SYSTEM.case)) return true;
  for (const { reference } of [focus ?? [], basedOn ?? []].flat()) {
    if (!reference?.startsWith('ServiceRequest/')) continue;
    const row = await loadResource(trx, resident, 'ServiceRequest', idIn(reference));
    if (row && pathwayOf(JSON.parse(row.content) as Request)) return true;
  }
  return false;
}
