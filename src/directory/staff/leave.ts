import {
  type Actor,
  addDays,
  type Door,
  type Ground,
  type LocalDate,
  localDate,
  type Result,
  type Trx,
  ulid,
} from '../../platform/index.ts';
import { bare, overtaken, refuse } from './act.ts';
import { othersIn } from './people.ts';
import { changeColleague } from './roles.ts';
import { SAID } from './said.ts';

/** Somebody who is away on a day, as their colleagues may know it: not why. */
export type Away = {
  /** `Practitioner/…`. */
  readonly person: string;
  readonly name: string;
  readonly from: LocalDate;
  /** The last day away; null where nobody knows yet. */
  readonly until: LocalDate | null;
  readonly cover: string | null;
  readonly coverName: string | null;
};

/** Who of those that work in these services (`HealthcareService/…`) is away on this day. `db`: a transaction or the pool. */
export async function awayFrom(db: Trx, services: readonly string[], day: LocalDate): Promise<readonly Away[]> {
  const { rows } = await db.query<Away>({
    name: 'away-from',
    text: `select distinct l.person, l.person_name as name, l.from_day::text as "from", l.until_day::text as until,
             l.cover, l.cover_name as "coverName"
           from directory.leave l
           join platform.role r on r.person = l.person and r.organisation = l.organisation and r.active and r.services && $1
           where l.ended_at is null and l.from_day <= $2 and (l.until_day is null or l.until_day >= $2)
           order by l.person_name, l.person`,
    values: [services, day],
  });
  return rows;
}

/** Why somebody is away, as far as an employer records it here. Nothing medical. */
export const LEAVE_KINDS = ['leave', 'illness'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** One time away, as the administrator sees it. */
export type Leave = {
  readonly id: string;
  readonly kind: LeaveKind;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly cover: string | null;
  readonly coverName: string | null;
};

const LEAVE_COLUMNS = 'id, kind, from_day::text as "from", until_day::text as until, cover, cover_name as "coverName"';

/** The times away of a colleague that were not ended, the first first: also those that are over by their day. */
export async function leavesOf(trx: Trx, organisation: string, person: string): Promise<readonly Leave[]> {
  const { rows } = await trx.query<Leave>(
    `select ${LEAVE_COLUMNS} from directory.leave
     where organisation = $1 and person = $2 and ended_at is null order by from_day, id`,
    [organisation, person],
  );
  return rows;
}

/** Those of the whole organisation whose last day is past and who were not said to be back: something may wait. */
export async function leavesPast(
  trx: Trx,
  organisation: string,
  today: LocalDate,
): Promise<readonly { readonly person: string; readonly name: string; readonly until: LocalDate }[]> {
  const { rows } = await trx.query(
    `select person, person_name as name, until_day::text as until from directory.leave
     where organisation = $1 and ended_at is null and until_day < $2 order by until_day, id limit 50`,
    [organisation, today],
  );
  return rows;
}

export type NewLeave = {
  readonly kind: LeaveKind;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly cover: string | null;
};

/** Records that a colleague is away, and who takes over: somebody who shares a team or service with them. */
export function setLeave(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly seen: string; readonly leave: NewLeave },
  door: Door,
): Promise<Result<Leave>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell, colleague }) => {
    const { kind, from, until, cover } = what.leave;
    const today = localDate(ground.clock.now());
    if (until !== null && until < from) refuse('unprocessable', SAID.endBeforeBegin, 'until');
    if (from > addDays(today, 730) || (until !== null && until > addDays(today, 730)))
      refuse('unprocessable', SAID.dayTooFar, 'from');
    if (!colleague.active) refuse('conflict', SAID.hasLeft);
    const open = await leavesOf(trx, actor.organisation, what.person);
    if (open.some((one) => one.from <= (until ?? '9999-12-31') && (one.until ?? '9999-12-31') >= from))
      refuse('conflict', SAID.awayAlready, 'from');
    const services = colleague.roles.filter((role) => role.open).flatMap((role) => role.services);
    const others = cover === null ? [] : await othersIn(ground, trx, actor, services, what.person);
    const chosen = others.find((one) => one.person === cover);
    if (cover !== null && !chosen) refuse('unprocessable', SAID.cover, 'cover');
    const leave: Leave = {
      id: ulid(ground.clock),
      kind,
      from,
      until,
      cover,
      coverName: chosen?.name ?? null,
    };
    await trx.query(
      `insert into directory.leave (id, person, person_name, organisation, kind, from_day, until_day, cover, cover_name, set_by, set_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        leave.id,
        what.person,
        colleague.name,
        actor.organisation,
        kind,
        from,
        until,
        cover,
        leave.coverName,
        actor.person,
        ground.clock.now(),
      ],
    );
    // Why somebody is away is not for the log either.
    await tell({ type: 'Practitioner', id: bare(what.person), detail: 'away, with who takes over' });
    return leave;
  });
}

/** Says that a colleague is back (or will not be away after all). */
export function endLeave(
  ground: Ground,
  actor: Actor,
  what: { readonly person: string; readonly leave: string },
  door: Door,
): Promise<Result<Leave>> {
  return changeColleague(ground, actor, what, door, async ({ trx, tell }) => {
    const { rows } = await trx.query<Leave>(
      `update directory.leave set ended_at = $4 where id = $1 and person = $2 and organisation = $3 and ended_at is null
       returning ${LEAVE_COLUMNS}`,
      [what.leave, what.person, actor.organisation, ground.clock.now()],
    );
    if (!rows[0]) return overtaken();
    await tell({ type: 'Practitioner', id: bare(what.person), detail: 'back' });
    return rows[0];
  });
}
