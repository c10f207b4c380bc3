import type { PurgePlan } from '../platform/index.ts';

/** Cases and what follows from them; what hangs on a case first. */
export const pathwaysPurge: PurgePlan = {
  room: 'pathways',
  tables: [
    'pathways.correction',
    'pathways.move',
    'pathways.appointment',
    'pathways.place',
    'pathways.hand_over',
    'pathways.thread',
    'pathways.preference',
    'pathways.worklist',
    'pathways.invitation',
    'pathways.clock',
    'pathways.pause',
    'pathways.happening',
    'pathways.case',
  ],
};
