import type { WritePort } from '../../../record/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { follow } from './follow.ts';
import { settle } from './settle.ts';

/** The port of the Tasks: the one table of steps, and what each step opens, closes and leads to. */
export function taskPort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-tasks',
    types: ['Task'],
    settle: (_record, trx, change) => settle(groundOf(), trx, change),
    follow: (_record, trx, change) => follow(groundOf(), trx, change),
  };
}
