import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../../fhir/index.ts';
import { fail, ok } from '../../platform/index.ts';
import { isSecret, personOf, type WritePort, withSecret } from '../../record/index.ts';
import { casesOf } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { wishesOf } from '../model/index.ts';
import { refreshCase } from '../refresh.ts';
import { keepEasyRead } from '../wish-store.ts';
import { carryDeath, stopForDeath, undoDeath } from './death.ts';
import { noticeMove } from './move.ts';
import { hideOnLetters } from './secret.ts';

/** What a resident changes of themselves: how they are reached and served. Who they are is changed at its source. */
const THEIR_OWN = ['telecom', 'address', 'communication', 'extension', 'id', 'meta'] as const;

/**
 * The port of the resident themself, through every door: a resident corrects how they are reached and not who they are;
 * what a death or its correction takes along; and where an address that becomes secret still stands.
 */
export function patientPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-patient',
    types: ['Patient'],
    settle: async (_record, _trx, change) => {
      if (change.actor.role !== 'resident' || !change.before) return ok({});
      const fixed = (patient: Resource) =>
        Object.fromEntries(
          Object.entries(patient).filter(([name]) => !(THEIR_OWN as readonly string[]).includes(name)),
        );
      // That their address is secret is lifted by the practice or the team, who ask them in person.
      const still = isSecret(change.before) && !isSecret(change.after);
      if (isDeepStrictEqual(fixed(change.before), fixed(change.after)))
        return ok(still ? { resource: withSecret(change.after, true) } : {});
      return fail(
        'unprocessable',
        {
          nl: 'Uw naam, geboortedatum en BSN verandert u bij uw praktijk of uw gemeente. Uw telefoon, mail, adres en taal verandert u hier.',
          en: 'Your name, date of birth and BSN are changed at your practice or your municipality. Your telephone, mail, address and language you change here.',
        },
        [{ place: 'Patient', text: `A resident changes ${THEIR_OWN.slice(0, 4).join(', ')}`, code: 'business-rule' }],
      );
    },
    follow: async (_record, trx, change) => {
      await keepEasyRead(trx, change.resident, wishesOf(change.after).easyRead);
      if (!change.before) return;
      const [before, after] = [personOf(change.before), personOf(change.after)];
      if (after.deceased && !before.deceased) await stopForDeath(groundOf(), trx, change);
      if (!after.deceased && before.deceased) await undoDeath(groundOf(), trx, change);
      if (after.deceased !== before.deceased) await carryDeath(groundOf(), trx, change, after.deceased);
      await noticeMove(groundOf(), trx, change);
      if (after.secret && !before.secret) await hideOnLetters(trx, change.resident);
      // Lists say who it is and where they live.
      if (!isDeepStrictEqual(before, after))
        for (const row of await casesOf(trx, change.resident))
          await refreshCase(groundOf(), trx, change.resident, row.id);
    },
  };
}
