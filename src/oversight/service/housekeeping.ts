import type { KeptKind } from '../../content/index.ts';
import {
  addDays,
  addMonths,
  auditInside,
  localDate,
  startOfLocalDay,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { type OversightGround, rulesOf } from '../ground.ts';
import { insertRun } from '../store/retention.ts';
import { KEEPER } from './retention.ts';

/** How what the system itself keeps is removed; sessions and drafts go by `sweepVisits`, by the clock of the machine. */
const SQL: Readonly<Partial<Record<KeptKind, string>>> = {
  // A message of a case that runs is still looked at: it says that something was told.
  message: `delete from platform.message m where coalesce(sent_at, cancelled_at) < $1
    and not exists (select 1 from pathways."case" c where c.resident_id = m.resident_id and c.id = m.case_id and c.closed_at is null)`,
  invitation: 'delete from pathways.invitation where coalesce(used_at, until) < $1',
  outbox: 'delete from platform.outbox where delivered_at < $1',
  flag: "delete from oversight.flag where state <> 'open' and reviewed_at < $1",
  'look-up-count': 'delete from platform.lookup_count where hour < $1',
};

/**
 * Once a day: removes what has passed the term that the region set for it, and the lines of the log past theirs. There is
 * nothing to decide about it, so nobody approves it; it is listed with the other runs. Gives how many rows went.
 */
export async function keepHouse(ground: OversightGround): Promise<number> {
  const at = ground.clock.now();
  const today = localDate(at);
  return withActor(ground, KEEPER, { kind: 'region' }, async (trx) => {
    const done = await trx.query("select 1 from oversight.run where kind = 'housekeeping' and at >= $1 limit 1", [
      startOfLocalDay(today),
    ]);
    if (done.rowCount !== 0) return 0;
    const counts: Record<string, number> = {};
    for (const { id, amount, unit } of rulesOf(ground).keep) {
      const before = startOfLocalDay(unit === 'months' ? addMonths(today, -amount) : addDays(today, -amount));
      const sql = SQL[id];
      if (sql) counts[id] = (await trx.query(sql, [before])).rowCount ?? 0;
    }
    counts.log = await purgeLog(ground, trx);
    const gone = Object.values(counts).reduce((sum, count) => sum + count, 0);
    await insertRun(trx, {
      id: ulid(ground.clock),
      at,
      kind: 'housekeeping',
      part: 'system',
      byName: KEEPER.name,
      counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    });
    if (gone > 0)
      await auditInside(trx, ground.clock, {
        actor: KEEPER,
        action: 'deleted',
        allowed: true,
        subjectType: 'System',
        purpose: 'retention',
        ground: 'GDPR 5(1)(e)',
        door: 'job',
        detail: `purged: ${gone} rows`,
      });
    return gone;
  });
}

async function purgeLog(ground: OversightGround, trx: Trx): Promise<number> {
  const term = ground.definitions.region.retention.find((one) => one.id === 'audit-log');
  if (!term) return 0;
  const before = startOfLocalDay(addMonths(localDate(ground.clock.now()), -term.amount));
  const { rows } = await trx.query<{ n: string }>('select oversight.purge_log($1) as n', [before]);
  return Number(rows[0]?.n ?? 0);
}
