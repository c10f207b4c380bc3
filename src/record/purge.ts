import type { PurgePlan } from '../platform/index.ts';

/** The record of one resident: files, versions, what finds them, who it is; the resident last, on whom the rest hangs. */
export const recordPurge: PurgePlan = {
  room: 'record',
  tables: [
    'record.withheld',
    'record.misplaced',
    'record.merged',
    'record.attachment',
    'record.timeline',
    'record.history',
    'record.resource',
    'record.person',
    'record.identity',
    'record.resident',
  ],
};
