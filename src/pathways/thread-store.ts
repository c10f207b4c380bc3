import type { Trx } from '../platform/index.ts';
import type { ThreadFacts } from './model/index.ts';

/** One exchange of messages as the database has it. */
export type ThreadRow = {
  readonly resident_id: string;
  readonly id: string;
  readonly case_id: string | null;
  readonly team: string | null;
  readonly started_at: Date;
  readonly last_at: Date;
  readonly last_by: 'resident' | 'other';
  readonly unread_resident: number;
  readonly unread_other: number;
  readonly closed: boolean;
};

/** One exchange, or undefined. */
export async function loadThread(trx: Trx, resident: string, id: string): Promise<ThreadRow | undefined> {
  const { rows } = await trx.query<ThreadRow>('select * from pathways.thread where resident_id = $1 and id = $2', [
    resident,
    id,
  ]);
  return rows[0];
}

/** The exchange with the team of one case, or undefined while nobody has written. */
export async function threadOfCase(trx: Trx, resident: string, caseId: string): Promise<ThreadRow | undefined> {
  const { rows } = await trx.query<ThreadRow>(
    'select * from pathways.thread where resident_id = $1 and case_id = $2 order by id limit 1',
    [resident, caseId],
  );
  return rows[0];
}

/** All exchanges in the records of one person, the last one written in first. */
export async function threadsIn(trx: Trx, records: readonly string[]): Promise<readonly ThreadRow[]> {
  const { rows } = await trx.query<ThreadRow>(
    'select * from pathways.thread where resident_id = any ($1::uuid[]) order by last_at desc, id desc',
    [records],
  );
  return rows;
}

/** Writes what an exchange has become; the row is there or not. */
export async function keepThread(trx: Trx, resident: string, facts: ThreadFacts): Promise<void> {
  await trx.query(
    `insert into pathways.thread (resident_id, id, case_id, team, started_at, last_at, last_by, unread_resident, unread_other)
     select $1, $2, $3, (select c.team from pathways."case" c where c.resident_id = $1 and c.id = $3), $4, $5, $6, $7, $8
     on conflict (resident_id, id) do update set team = excluded.team, last_at = excluded.last_at, last_by = excluded.last_by,
       unread_resident = excluded.unread_resident, unread_other = excluded.unread_other`,
    [
      resident,
      facts.id,
      facts.caseId,
      facts.startedAt,
      facts.lastAt,
      facts.lastBy,
      facts.unreadResident,
      facts.unreadOther,
    ],
  );
}

/**
 * Closes the exchanges whose team no longer has the case, and opens those whose team has it (again). Nobody is counted
 * an unread message that they may no longer open.
 */
export async function settleThreads(trx: Trx, resident: string): Promise<void> {
  await trx.query(
    `update pathways.thread t set closed = not held.open, unread_other = case when held.open then t.unread_other else 0 end
     from (select t.id, exists (select 1 from platform."grant" g where g.resident_id = t.resident_id and g.grantee = t.team
             and g.relation = 'case-team' and g.source = t.case_id and g.closed_at is null) as open
           from pathways.thread t where t.resident_id = $1) held
     where t.resident_id = $1 and t.id = held.id and t.closed = held.open`,
    [resident],
  );
}

/** Whether a team has this case now: it said yes, and the case has not ended for it. */
export async function teamHas(trx: Trx, resident: string, caseId: string): Promise<boolean> {
  const { rowCount } = await trx.query(
    `select 1 from platform."grant" where resident_id = $1 and source = $2 and relation = 'case-team' and closed_at is null limit 1`,
    [resident, caseId],
  );
  return rowCount === 1;
}
