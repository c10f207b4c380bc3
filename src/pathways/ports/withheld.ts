import { addDays, fail, localDate, ok, type Trx } from '../../platform/index.ts';
import {
  type Change,
  isWithheld,
  keepFrom,
  letThrough,
  loadResource,
  type WritePort,
  withheldOf,
} from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { refreshCase } from '../refresh.ts';
import { caseOf, idIn, type Request } from '../shapes.ts';

/** Days until an entry is looked at again, where a system withholds it and names no day. */
const REVIEW_DAYS = 90;

/** What may be kept from a resident: what was told, said or written down, also by care; never what was asked of whom, or agreed. */
export const WITHHELD_TYPES = [
  'Communication',
  'QuestionnaireResponse',
  'Observation',
  'Appointment',
  'CarePlan',
  'Condition',
  'AllergyIntolerance',
  'Immunization',
  'MedicationStatement',
  'Procedure',
  'Device',
  'Flag',
  'List',
  'Encounter',
  'RiskAssessment',
  'DocumentReference',
] as const;

/**
 * The port of entries that their resident must not read: the label on the resource (NOPAT) and the row that row security
 * reads are one, through whichever door the label comes or goes.
 */
export function withheldPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-withheld',
    types: WITHHELD_TYPES,
    settle: async (_record, trx, change) => {
      // What a resident or their carer sends carries no label, and takes none away.
      const own = change.actor.role === 'resident' || change.actor.role === 'carer';
      if (own && change.before && (await rowOf(trx, change)))
        return fail('absent', { nl: 'Dit gegeven is er niet (meer).', en: 'This is not here (any more).' });
      return own && isWithheld(change.after)
        ? fail('unprocessable', {
            nl: 'U kunt niets voor uzelf afschermen.',
            en: 'You cannot withhold something from yourself.',
          })
        : ok({});
    },
    follow: async (_record, trx, change) => follow(groundOf(), trx, change),
  };
}

async function rowOf(trx: Trx, change: Change): Promise<boolean> {
  return (await withheldOf(trx, change.resident)).some((one) => one.resource_id === change.id);
}

async function follow(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const [was, is] = [change.before ? isWithheld(change.before) : false, isWithheld(change.after)];
  if (was === is) return;
  const entry = { resident: change.resident, type: change.type, id: change.id };
  const caseId = await caseIdOf(trx, change);
  if (!is) await letThrough(ground, trx, change.actor, entry);
  else if (!(await rowOf(trx, change)))
    await keepFrom(ground, trx, change.actor, {
      ...entry,
      caseId,
      reason: 'label',
      review: addDays(localDate(change.at), REVIEW_DAYS),
    });
  if (caseId) await refreshCase(ground, trx, change.resident, caseId);
}

async function caseIdOf(trx: Trx, change: Change): Promise<string | undefined> {
  const based = (change.after.basedOn ?? []) as readonly { readonly reference?: string }[];
  const request = based.find((ref) => ref.reference?.startsWith('ServiceRequest/'));
  const row = request && (await loadResource(trx, change.resident, 'ServiceRequest', idIn(request.reference)));
  return row ? caseOf(JSON.parse(row.content) as Request) : undefined;
}
