import { exchangePurge } from '../exchange/index.ts';
import { pathwaysPurge } from '../pathways/index.ts';
import { type PurgePlan, platformPurge } from '../platform/index.ts';
import { recordPurge } from '../record/index.ts';

/** What oversight itself keeps of residents. `oversight.due`, by which a purge is allowed, goes last of all. */
export const oversightPurge: PurgePlan = {
  room: 'oversight',
  tables: [
    'oversight.notice',
    'oversight.request_step',
    'oversight.request',
    'oversight.break_glass',
    'oversight.flag',
    'oversight.due',
  ],
};

/** Every table that a purge empties, in an order that no foreign key forbids. */
export function tablesToPurge(plans: readonly PurgePlan[] = PLANS): readonly string[] {
  const tables = plans.flatMap((plan) => plan.tables);
  return [...tables.filter((table) => table !== LAST), LAST];
}

const LAST = 'oversight.due';

/** The plans of all rooms; the record, on which the others hang, last. */
export const PLANS: readonly PurgePlan[] = [oversightPurge, exchangePurge, pathwaysPurge, platformPurge, recordPurge];
