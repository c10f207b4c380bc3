import type { WritePort } from '../../../record/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { followNew, settleNew } from './new.ts';
import { settleNext } from './next.ts';
import { followNext } from './what-ends.ts';

/** The port of the requests: who may be referred, on which pathway version, with whose agreement; and what a closing takes along. */
export function requestPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-requests',
    types: ['ServiceRequest'],
    settle: (_record, trx, change) =>
      change.kind === 'create' ? settleNew(groundOf(), trx, change) : settleNext(trx, change),
    follow: (_record, trx, change) =>
      change.kind === 'create' ? followNew(groundOf(), trx, change) : followNext(groundOf(), trx, change),
  };
}
