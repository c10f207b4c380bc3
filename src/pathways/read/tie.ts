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

/**
 * The coach who is the fixed one of the practice that a request comes from, by name; undefined where there is none, or
 * where they no longer work in the team. `requester`: the reference on the request (`PractitionerRole/…`).
 */
export async function fixedCoachFor(ground: PathwayGround, requester: string | undefined): Promise<string | undefined> {
  const role = /^PractitionerRole\/(.+)$/.exec(requester ?? '')?.[1];
  if (role === undefined) return undefined;
  const { rows } = await ground.pool.query<{ name: string }>(
    `select t.coach_name as name from platform.role r join directory.tie t on r.organisation = 'Organization/' || t.practice
     where r.id = $1 and exists (select 1 from platform.role c where c.person = t.coach and c.code = 'welfare-coach' and c.active
       and 'HealthcareService/' || t.service = any (c.services))`,
    [role],
  );
  return rows[0]?.name;
}
