import type { PurgePlan } from '../platform/index.ts';

/** What other systems are still to be told of somebody, or may ask for again. */
export const exchangePurge: PurgePlan = { room: 'exchange', tables: ['exchange.notification'] };
