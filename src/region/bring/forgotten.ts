import { type Ground, systemActor, withActor } from '../../platform/index.ts';

/** How long what somebody read in waits to be brought in, in days; what came of it stands with its load, and stays. */
export const DRAFT_DAYS = 30;

const KEEPER = systemActor('figures');

/** Removes figures that were read in and looked at, and not brought in within their term. Gives how many went. */
export async function forgetDrafts(ground: Ground): Promise<number> {
  const before = new Date(ground.clock.now().getTime() - DRAFT_DAYS * 86_400_000);
  return withActor(ground, KEEPER, { kind: 'none' }, async (trx) => {
    const gone = await trx.query('delete from region.draft where at < $1', [before]);
    return gone.rowCount ?? 0;
  });
}
