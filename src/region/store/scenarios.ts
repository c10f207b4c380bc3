import type { Ground, Trx } from '../../platform/index.ts';
import type { Approach } from '../../simulation/index.ts';

/** An approach as it is kept: municipalities by id, so that it means the same when the content changes. */
export type KeptApproach = Omit<Approach, 'municipalities'> & { readonly municipalities?: readonly string[] };
export type RunStatus = 'waiting' | 'running' | 'done' | 'failed';

/** A kept scenario with how its run stands. */
export type KeptScenario = {
  readonly id: string;
  readonly name: string;
  readonly approaches: readonly KeptApproach[];
  readonly seed: number;
  readonly byPerson: string;
  readonly byName: string;
  readonly shared: boolean;
  readonly keptAt: Date;
  readonly status: RunStatus | null;
  readonly tries: number;
  readonly doneAt: Date | null;
  readonly grounds: string | null;
};

const COLUMNS = `s.id, s.name, s.approaches, s.seed, s.by_person as "byPerson", s.by_name as "byName", s.shared, s.kept_at as "keptAt",
  r.status, coalesce(r.tries, 0) as tries, r.done_at as "doneAt", r.grounds`;
const FROM = 'from region.scenario s left join region.scenario_run r on r.scenario = s.id';
type Reads = Pick<Ground['pool'], 'query'>;

/** A scenario that this person may read: their own, or one that is shared. */
export async function scenarioFor(db: Reads, person: string, id: string): Promise<KeptScenario | undefined> {
  const { rows } = await db.query<KeptScenario>(
    `select ${COLUMNS} ${FROM} where s.id = $1 and (s.by_person = $2 or s.shared)`,
    [id, person],
  );
  return rows[0];
}

/** Their own and the shared ones, the newest first; at most 100. */
export async function scenariosFor(db: Reads, person: string): Promise<readonly KeptScenario[]> {
  const { rows } = await db.query<KeptScenario>(
    `select ${COLUMNS} ${FROM} where s.by_person = $1 or s.shared order by s.by_person = $1 desc, s.kept_at desc limit 100`,
    [person],
  );
  return rows;
}

/** The result of a run that is done. */
export async function resultOf(db: Reads, id: string): Promise<unknown> {
  const { rows } = await db.query<{ result: unknown }>(
    "select result from region.scenario_run where scenario = $1 and status = 'done'",
    [id],
  );
  return rows[0]?.result;
}

/** How many scenarios this person keeps, with nobody adding meanwhile. */
export async function countOf(trx: Trx, person: string): Promise<number> {
  await trx.query("select pg_advisory_xact_lock(hashtext('what-if ' || $1))", [person]);
  const { rows } = await trx.query<{ count: number }>(
    'select count(*)::int as count from region.scenario where by_person = $1',
    [person],
  );
  return rows[0]!.count;
}

/** How many runs wait or run in the region, with nobody adding meanwhile. */
export async function runsWaiting(trx: Trx): Promise<number> {
  await trx.query("select pg_advisory_xact_lock(hashtext('what-if runs'))");
  const { rows } = await trx.query<{ count: number }>(
    "select count(*)::int as count from region.scenario_run where status in ('waiting', 'running')",
  );
  return rows[0]!.count;
}

/** Asks for a run; nothing where one waits or runs already. Whether it is asked now. */
export async function askRun(trx: Trx, scenario: string, at: Date): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into region.scenario_run (scenario, status, asked_at) values ($1, 'waiting', $2)
     on conflict (scenario) do update set status = 'waiting', tries = 0, asked_at = excluded.asked_at, beat_at = null
       where region.scenario_run.status in ('done', 'failed')`,
    [scenario, at],
  );
  return rowCount === 1;
}

/** Takes the run that waits longest, where none is running; undefined where there is nothing to take. */
export async function takeRun(trx: Trx): Promise<{ readonly scenario: string; readonly tries: number } | undefined> {
  const { rows } = await trx.query<{ scenario: string; tries: number }>(
    `update region.scenario_run set status = 'running', tries = tries + 1, beat_at = clock_timestamp()
     where scenario = (select scenario from region.scenario_run where status = 'waiting' order by asked_at limit 1 for update skip locked)
       and not exists (select from region.scenario_run where status = 'running')
     returning scenario, tries`,
  );
  return rows[0];
}

/** Says that this try still lives; false where it was taken from it. */
export async function beat(db: Reads, scenario: string, tries: number): Promise<boolean> {
  const { rowCount } = await db.query(
    "update region.scenario_run set beat_at = clock_timestamp() where scenario = $1 and tries = $2 and status = 'running'",
    [scenario, tries],
  );
  return rowCount === 1;
}

/** The end of a try; nothing where the run was taken from it. */
export async function endRun(
  trx: Trx,
  scenario: string,
  tries: number,
  end: { readonly at: Date; readonly grounds: string; readonly result?: unknown },
): Promise<boolean> {
  const { rowCount } = await trx.query(
    `update region.scenario_run set status = case when $4::jsonb is null then 'failed' else 'done' end, done_at = $3, result = $4, grounds = $5
     where scenario = $1 and tries = $2 and status = 'running'`,
    [scenario, tries, end.at, end.result === undefined ? null : JSON.stringify(end.result), end.grounds],
  );
  return rowCount === 1;
}

/** So often is a run begun. */
export const TRIES = 3;

/** Runs without a sign of life for a minute: they wait again, or have failed where they were begun three times. How many wait. */
export async function wakeLost(trx: Trx, at: Date): Promise<number> {
  await trx.query(
    `update region.scenario_run set status = case when tries >= $1 then 'failed' else 'waiting' end, done_at = case when tries >= $1 then $2::timestamptz end
     where status = 'running' and beat_at < clock_timestamp() - interval '1 minute'`,
    [TRIES, at],
  );
  const { rows } = await trx.query<{ count: number }>(
    "select count(*)::int as count from region.scenario_run where status = 'waiting'",
  );
  return rows[0]!.count;
}
