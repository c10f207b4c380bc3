import { type Actor, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** Somebody who works in a team of welfare coaches. */
export type TeamMember = { readonly person: string; readonly name: string };

/** The colleagues of one team of the actor, by name; nobody where the team is not the actor's. */
export async function teamMembers(ground: PathwayGround, actor: Actor, team: string): Promise<readonly TeamMember[]> {
  if (!actor.services.includes(team)) return [];
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<TeamMember>(
      `select distinct person, person_name as name from platform.role
       where active and $1 = any (services) and code in ('welfare-coach', 'coordinator') order by name`,
      [team],
    );
    return rows;
  });
}
