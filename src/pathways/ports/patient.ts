import type { WritePort } from '../../record/index.ts';
import { personOf } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { stopForDeath, undoDeath } from './death.ts';

/** The port of the resident themself: what a death or its correction takes along, through every door. */
export function patientPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-patient',
    types: ['Patient'],
    follow: async (_record, trx, change) => {
      if (!change.before) return;
      const [before, after] = [personOf(change.before), personOf(change.after)];
      if (after.deceased && !before.deceased) await stopForDeath(groundOf(), trx, change);
      if (!after.deceased && before.deceased) await undoDeath(groundOf(), trx, change);
    },
  };
}
