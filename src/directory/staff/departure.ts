import {
  type Actor,
  addDays,
  auditInside,
  type Door,
  type Ground,
  type LocalDate,
  localDate,
  type Result,
  systemActor,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { bare, refuse } from './act.ts';
import { changeColleague, endRole, keepAnAdministrator } from './roles.ts';
import { SAID } from './said.ts';

/**
 * A colleague leaves: their roles here end after a last day (today: at once, with their sessions). Who works nowhere
 * else is closed; what they wrote stays theirs, and their name stays readable. Cases are handed over before
 * (`pathways`, service/staff.ts).
 */
export function depart(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly seen?: string; readonly lastDay: LocalDate },
  door: Door,
): Promise<Result<{ readonly lastDay: LocalDate }>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell, colleague }) => {
    const today = localDate(ground.clock.now());
    if (what.lastDay < today) refuse('unprocessable', SAID.dayGone, 'lastDay');
    if (what.lastDay > addDays(today, 730)) refuse('unprocessable', SAID.dayTooFar, 'lastDay');
    if (!colleague.active) refuse('conflict', SAID.hasLeft);
    const open = colleague.roles.filter((role) => role.open);
    if (open.some(({ code }) => code === 'organisation-admin')) await keepAnAdministrator(trx, actor, what.person);
    for (const role of open) await endRole(ground, trx, role.id, what.lastDay);
    await trx.query(
      `insert into directory.departure (organisation, person, last_day, told_by, told_at) values ($1, $2, $3, $4, $5)
       on conflict (organisation, person, last_day) do update set told_by = excluded.told_by, told_at = excluded.told_at, done_at = null`,
      [actor.organisation, what.person, what.lastDay, actor.person, ground.clock.now()],
    );
    await trx.query(
      `update directory.tie set coach = null, coach_name = null, version = version + 1, edited_at = $3, edited_by = $4
       where coach = $1 and service = any (select replace(s, 'HealthcareService/', '') from unnest($2::text[]) s)`,
      [what.person, open.flatMap((role) => role.services), ground.clock.now(), actor.person],
    );
    if (what.lastDay === today) await finish(ground, trx, actor.organisation, what.person, what.lastDay);
    await tell({
      type: 'Practitioner',
      id: bare(what.person),
      detail: what.lastDay === today ? 'left' : `leaves after ${what.lastDay}`,
    });
    return { lastDay: what.lastDay };
  });
}

/** What is left to do once somebody is gone: their times away end, and the account of who has no employer left closes. */
async function finish(
  ground: Ground,
  trx: Trx,
  organisation: string,
  person: string,
  lastDay: LocalDate,
): Promise<void> {
  const now = ground.clock.now();
  await trx.query(
    'update platform.session set ended_at = now() where ended_at is null and role_id in (select id from platform.role where person = $1 and organisation = $2)',
    [person, organisation],
  );
  await trx.query(
    'update directory.leave set ended_at = $3 where organisation = $1 and person = $2 and ended_at is null',
    [organisation, person, now],
  );
  await trx.query(
    `update platform.account a set closed_at = $2 where a.person = $1 and a.closed_at is null and a.resident_id is null
       and not exists (select 1 from platform.role r where r.person = a.person and r.active and (r.until is null or r.until >= $3))`,
    [person, now, localDate(now)],
  );
  await trx.query(
    'update directory.departure set done_at = $4 where organisation = $1 and person = $2 and last_day = $3',
    [organisation, person, lastDay, now],
  );
}

/** Finishes the departures whose last day is past. Gives how many. */
export async function sweepDepartures(ground: Ground): Promise<number> {
  const actor = systemActor('departures');
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<{ organisation: string; person: string; last_day: LocalDate }>(
      `select organisation, person, last_day::text as last_day from directory.departure
       where done_at is null and last_day < $1 order by last_day for update skip locked`,
      [localDate(ground.clock.now())],
    );
    for (const row of rows) {
      await finish(ground, trx, row.organisation, row.person, row.last_day);
      await auditInside(trx, ground.clock, {
        actor,
        action: 'acted',
        allowed: true,
        subjectType: 'Practitioner',
        subjectId: bare(row.person),
        purpose: 'organisation',
        ground: 'told by the organisation',
        door: 'job',
        detail: 'has left',
      });
    }
    return rows.length;
  });
}
