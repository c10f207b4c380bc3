/**
 * The tables of one room with rows of residents, in the order in which they are emptied when a term ends. Every room has
 * its plan; a test walks the catalogue of the database and fails where a table with `resident_id` is in no plan.
 */
export type PurgePlan = { readonly room: string; readonly tables: readonly string[] };

/** Rights, events and messages. The log keeps its bare fact; sign-in, drafts and jobs go by `oversight.purge_traces`. */
export const platformPurge: PurgePlan = {
  room: 'platform',
  tables: ['platform.message', 'platform.outbox', 'platform.grant', 'platform.restriction'],
};
