import { tieOf } from '../../directory/index.ts';
import type { Trx } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** Where the referrals of a practice go: the team, and the coach who is its fixed one where there is one. */
export type TiedTeam = { readonly team: string; readonly coach?: string; readonly coachName?: string };

/**
 * The team tied to a practice (both bare ids), as it stands now: what people changed in Omzien, or else the content.
 * A case keeps the team it went to.
 */
export async function tiedTeam(
  ground: PathwayGround,
  practice: string,
  db: Trx = ground.pool,
): Promise<TiedTeam | undefined> {
  const tie = await tieOf(db, practice);
  if (tie)
    return {
      team: tie.team,
      ...(tie.coach && tie.coachName ? { coach: tie.coach, coachName: tie.coachName } : {}),
    };
  const team = ground.definitions.teamOf(practice);
  return team === undefined ? undefined : { team };
}
