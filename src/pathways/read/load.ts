import { type Actor, type LocalDate, localDate, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { onLeave } from './leave.ts';
import { teamMembers } from './team.ts';
import { COUNT_CAP } from './worklist.ts';

/** How much one colleague has in hand. Counts stop at COUNT_CAP. */
export type Load = {
  readonly person: string;
  readonly name: string;
  readonly open: number;
  readonly late: number;
  /** Away today: until when (null: nobody knows yet), and who takes over. */
  readonly away: { readonly until: LocalDate | null; readonly cover: string | null } | undefined;
};

/**
 * How many open cases each colleague of the actor's teams has, and who is away. Each is read from the index of that
 * colleague's own lines, what is due first, up to the cap, at any size of region. No resident is in it.
 */
export async function loadOfTeam(ground: PathwayGround, actor: Actor): Promise<readonly Load[]> {
  const today = localDate(ground.clock.now());
  const teams = await Promise.all(actor.services.map((team) => teamMembers(ground, actor, team)));
  const members = [...new Map(teams.flat().map((one) => [one.person, one])).values()];
  const [counts, away] = await Promise.all([
    withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const { rows } = await trx.query<{ person: string; open: number; late: number }>(
        `select m.person, count(w.due_late)::int as open, count(*) filter (where w.due_late)::int as late
         from unnest($2::text[]) as m (person) cross join lateral (
           select coalesce(not paused and due < $3, false) as due_late from pathways.worklist
           where assignee = m.person and not closed and kind = 'case' and viewer = any ($1)
           order by coalesce(due, '9999-12-31'::date), id limit ${COUNT_CAP}) w
         group by m.person`,
        [[...actor.services], members.map(({ person }) => person), today],
      );
      return new Map(rows.map((row) => [row.person, row]));
    }),
    onLeave(ground, actor.services, today),
  ]);
  return members.map(({ person, name }) => {
    const absent = away.find((one) => one.person === person);
    return {
      person,
      name,
      open: counts.get(person)?.open ?? 0,
      late: counts.get(person)?.late ?? 0,
      away: absent && { until: absent.until, cover: absent.coverName },
    };
  });
}
