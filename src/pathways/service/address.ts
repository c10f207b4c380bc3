import { type Actor, auditInside, type Door, type Result } from '../../platform/index.ts';
import { isSecret, updateInside, withSecret } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { type ContactDetails, contactDetailsOf } from '../read/contact-details.ts';
import { thePatient } from './death.ts';
import { auditAct, perform, refuse, theCase } from './perform.ts';

/** Why an address is kept secret (LAW 14), and why somebody of the team needs it all the same. */
export const SECRET_REASONS = ['threat', 'shelter', 'asked'] as const;
export const NEED_REASONS = ['visit', 'letter', 'call', 'danger'] as const;

type Where = { readonly resident: string; readonly caseId: string };

/** Keeps an address secret, or no longer; the reason is in the log. */
export async function keepAddress(
  ground: PathwayGround,
  actor: Actor,
  what: Where & { readonly secret: boolean; readonly reason: string },
  door: Door,
): Promise<Result<{ readonly secret: boolean }>> {
  return perform(ground, actor, { resident: what.resident, act: 'keep-secret' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const patient = await thePatient(ground, trx, what.resident);
    if (what.secret && !SECRET_REASONS.some((reason) => reason === what.reason))
      refuse('unprocessable', { nl: 'Kies een reden.', en: 'Choose a reason.' }, 'reason');
    if (isSecret(patient) === what.secret)
      refuse(
        'conflict',
        what.secret
          ? { nl: 'Het adres was al geheim.', en: 'The address was secret already.' }
          : { nl: 'Het adres was niet (meer) geheim.', en: 'The address was not secret (any more).' },
      );
    await updateInside(
      ground,
      trx,
      actor,
      { resource: withSecret(patient, what.secret), resident: what.resident, id: what.resident, ...why },
      door,
    );
    await auditAct(ground, trx, actor, what.resident, why, door, {
      type: 'Patient',
      id: what.resident,
      detail: what.secret ? `address kept secret: ${what.reason}` : 'address no longer secret',
    });
    return { secret: what.secret };
  });
}

/** Shows a secret address to somebody of the team who needs it now, with the reason; each time is in the log as opened. */
export async function askAddress(
  ground: PathwayGround,
  actor: Actor,
  what: Where & { readonly reason: string },
  door: Door,
): Promise<Result<ContactDetails>> {
  return perform(ground, actor, { resident: what.resident, act: 'contact' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    if (!NEED_REASONS.some((reason) => reason === what.reason))
      refuse(
        'unprocessable',
        { nl: 'Kies waarvoor u het adres nodig hebt.', en: 'Choose what you need the address for.' },
        'need',
      );
    await auditInside(trx, ground.clock, {
      actor,
      action: 'opened',
      allowed: true,
      resident: what.resident,
      subjectType: 'Patient',
      subjectId: what.resident,
      ...why,
      ...door,
      detail: `secret address: ${what.reason}`,
    });
    return contactDetailsOf(await thePatient(ground, trx, what.resident));
  });
}
