import type { Resource } from '../../../fhir/index.ts';
import { fail, ok, type Problem, type Trx } from '../../../platform/index.ts';
import type { Change, Settled } from '../../../record/index.ts';
import { teamAtHome } from '../../area.ts';
import type { PathwayGround } from '../../ground.ts';
import { hopOf, type Request } from '../../shapes.ts';
import { settleFirst } from './first.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/** A resident asks for help themself: through their own sign-in, or in the record of a partner's system. */
export function byThemself(change: Change, request: Request): boolean {
  if (change.actor.role === 'resident') return true;
  return change.actor.role === 'system' && request.requester?.reference === `Patient/${change.resident}`;
}

/**
 * A wish of the resident's own: on a pathway that takes them, for the team of where they live, without a haste of their
 * own choosing, and not twice.
 */
export async function settleOwnWish(
  ground: PathwayGround,
  trx: Trx,
  change: Change,
  request: Request,
  definition: ReturnType<PathwayGround['definitions']['pathway']>,
): Promise<Answer> {
  if (!definition.self || hopOf(request) !== 'first')
    return fail('unprocessable', OWN_WISH.notHere, [
      { place: 'ServiceRequest.instantiatesCanonical', text: 'Not a pathway residents ask for', code: 'business-rule' },
    ]);
  const { rows } = await trx.query<{ number: string }>(
    'select number from pathways."case" where resident_id = $1 and pathway = $2 and closed_at is null limit 1',
    [change.resident, definition.id],
  );
  if (rows[0]) return fail('conflict', OWN_WISH.running(rows[0].number));
  const team = await teamAtHome(ground, trx, change.resident);
  if (!team) return fail('conflict', OWN_WISH.elsewhere);
  const first = settleFirst(definition, change, request);
  if (!first.ok) return first;
  const { supportingInfo: _supportingInfo, ...rest } = (first.value.resource ?? request) as Request;
  const resource = {
    ...rest,
    priority: 'routine',
    requester: { reference: `Patient/${change.resident}`, display: 'De inwoner zelf' },
    performer: [{ reference: `HealthcareService/${team}`, display: ground.definitions.organisationName(team) }],
  };
  return ok({ ...first.value, resource: resource as unknown as Resource });
}

const OWN_WISH = {
  notHere: {
    nl: 'Hier kunt u niet zelf om vragen. Vraag het uw praktijk.',
    en: 'You cannot ask for this yourself. Ask your practice.',
  },
  running: (number: string) => ({
    nl: `Er loopt al een aanvraag voor u (zaak ${number}). U hoeft niets opnieuw te vragen.`,
    en: `A request for you is running already (case ${number}). You need not ask again.`,
  }),
  elsewhere: {
    nl: 'Wij weten niet welk team bij uw adres hoort. Kijk of uw adres klopt, of bel uw praktijk.',
    en: 'We do not know which team goes with your address. Check your address, or call your practice.',
  },
} as const;
