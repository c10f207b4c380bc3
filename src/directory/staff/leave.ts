import type { LocalDate, Trx } from '../../platform/index.ts';

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
