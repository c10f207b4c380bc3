import { reindex } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  addMonths,
  auditInside,
  type Door,
  localDate,
  Refusal,
  type Result,
  systemActor,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { dueParts, type Part, REGIMES, type Regime, regimeOf } from '../model/retention.ts';
import { tablesToPurge } from '../purge.ts';
import {
  approvedDues,
  changeDue,
  type Due,
  duesIn,
  insertRun,
  latestRuns,
  loadDue,
  putDue,
  type Run,
} from '../store/retention.ts';
import { onDuty } from './duty.ts';
import { refuseWith } from './refusals.ts';

/** Who keeps the terms; the one actor whom the database lets delete. */
export const KEEPER = systemActor('retention');
const PURPOSE = { purpose: 'retention', ground: 'GDPR 5(1)(e); BW 7:454; Wmo 2015 5.3.4' } as const;

/** How long somebody may wait for the letter about their request before what it lets go goes. */
const LETTER_DAYS = 14;

/** The list of what is due, with the runs that were. */
export function listDue(
  ground: OversightGround,
  actor: Actor,
  door: Door,
): Promise<Result<{ readonly dues: readonly Due[]; readonly runs: readonly Run[] }>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'Retention' } }, door, async (trx) => ({
    dues: await duesIn(ground.keys, trx),
    runs: await latestRuns(trx),
  }));
}

type Choice = { readonly resident: string; readonly part: Part };

/** The officer lets a part go; it is removed at the next sweep. */
export function approveDue(ground: OversightGround, actor: Actor, choice: Choice, door: Door): Promise<Result<void>> {
  return onDue(ground, actor, choice, 'approved', door, async (trx, due) => {
    if (due.state === 'held') refuseWith('held');
    if (due.state === 'approved') return;
    if (due.dueOn > localDate(ground.clock.now())) refuseWith('not-due');
    await changeDue(ground.keys, trx, due, { state: 'approved', by: actor.name, at: ground.clock.now() });
  });
}

/** The officer holds a part: there is a dispute, or a request that still runs. */
export function holdDue(
  ground: OversightGround,
  actor: Actor,
  choice: Choice & { readonly because: string },
  door: Door,
): Promise<Result<void>> {
  return onDue(ground, actor, choice, 'held', door, (trx, due) =>
    changeDue(ground.keys, trx, due, {
      state: 'held',
      because: choice.because,
      by: actor.name,
      at: ground.clock.now(),
    }),
  );
}

/** Ends a hold, or takes an approval back as long as nothing went. */
export function releaseDue(ground: OversightGround, actor: Actor, choice: Choice, door: Door): Promise<Result<void>> {
  return onDue(ground, actor, choice, 'released', door, (trx, due) =>
    changeDue(ground.keys, trx, due, { state: 'due', by: actor.name, at: ground.clock.now() }),
  );
}

function onDue(
  ground: OversightGround,
  actor: Actor,
  choice: Choice,
  what: string,
  door: Door,
  work: (trx: Trx, due: Due) => Promise<void>,
): Promise<Result<void>> {
  const subject = { type: 'Retention', id: choice.part, resident: choice.resident, detail: `retention ${what}` };
  return onDuty(ground, actor, { action: 'acted', subject }, door, async (trx) => {
    const due = await loadDue(ground.keys, trx, choice.resident, choice.part);
    if (!due) throw new Refusal(ABSENT);
    await work(trx, due);
  });
}

/**
 * Looks once a day, by business time, for records of which a part has passed its term; gives how many are new. Only
 * residents who have been here for the shortest term are looked at.
 */
export async function lookForDue(ground: OversightGround): Promise<number> {
  const today = localDate(ground.clock.now());
  const terms = ground.definitions.region.retention.filter((one) => REGIMES.includes(one.id as Regime));
  const shortest = Math.min(...terms.map((one) => one.amount));
  const before = addMonths(today, -shortest);
  return withActor(ground, KEEPER, { kind: 'region' }, async (trx) => {
    const first = await trx.query('select 1 from oversight.looked_for_due where day = $1', [today]);
    if (first.rowCount !== 0) return 0;
    let found = 0;
    for (let after = ''; ; ) {
      const { rows } = await trx.query<{ resident_id: string }>(
        `select resident_id from record.resident where since < $1 and ($2 = '' or resident_id > nullif($2, '')::uuid) order by resident_id limit 500`,
        [before, after],
      );
      if (rows.length === 0) break;
      after = rows.at(-1)!.resident_id;
      found += await putDueOf(
        ground,
        trx,
        rows.map((row) => row.resident_id),
      );
    }
    await trx.query(
      'insert into oversight.looked_for_due (day, at, found) values ($1, $2, $3) on conflict do nothing',
      [today, ground.clock.now(), found],
    );
    return found;
  });
}

async function putDueOf(ground: OversightGround, trx: Trx, residents: readonly string[]): Promise<number> {
  const { rows } = await trx.query<{ resident_id: string; author: string; last: Date }>(
    `select resident_id, author, max(last_updated) as last from record.resource where resident_id = any ($1) group by 1, 2`,
    [residents],
  );
  const cases = await trx.query<{ resident_id: string; open: boolean; ended: Date | null }>(
    `select resident_id, bool_or(closed_at is null) as open, max(closed_at) as ended from pathways."case" where resident_id = any ($1) group by 1`,
    [residents],
  );
  const ofCase = new Map(cases.rows.map((row) => [row.resident_id, row]));
  const { region, service } = ground.definitions;
  const facts = Map.groupBy(rows, (row) => row.resident_id);
  let found = 0;
  for (const [resident, written] of facts) {
    const one = ofCase.get(resident);
    const dues = dueParts(
      written.map((row) => ({
        regime: regimeOf(row.author, region.organisations, (id) => service(id)?.organisation),
        last: localDate(row.last),
      })),
      region.retention,
      {
        today: localDate(ground.clock.now()),
        openCase: one?.open ?? false,
        supportEnded: one?.ended ? localDate(one.ended) : undefined,
      },
    );
    for (const due of dues) if (await putDue(trx, resident, due)) found += 1;
  }
  return found;
}

/**
 * Removes what was approved, one resident in one transaction: whoever is interrupted has removed all of it or nothing,
 * and the next run goes on. Waits for the letter about the request that lets it go. Gives how many parts went.
 */
export async function runApproved(ground: OversightGround, most = 100): Promise<number> {
  const approved = await withActor(ground, KEEPER, { kind: 'region' }, (trx) => approvedDues(ground.keys, trx, most));
  let gone = 0;
  for (const due of approved)
    gone += await withActor(ground, KEEPER, { kind: 'act', resident: due.resident }, (trx) =>
      purgeOne(ground, trx, due),
    );
  // A record that was merged with one that went is found by what it says now.
  if (gone > 0) await reindex(ground);
  return gone;
}

async function purgeOne(ground: OversightGround, trx: Trx, found: Due): Promise<number> {
  const due = await loadDue(ground.keys, trx, found.resident, found.part);
  if (due?.state !== 'approved' || (await mustWait(ground, trx, due))) return 0;
  const counts: Record<string, number> = {};
  if (due.part === 'all') {
    const { rows } = await trx.query<{ counts: Record<string, number> }>(
      'select oversight.purge_traces($1) as counts',
      [due.resident],
    );
    Object.assign(counts, rows[0]?.counts);
    // Before the tables: the mergings tell which other records name this one.
    await trx.query('select oversight.purge_merged($1)', [due.resident]);
    for (const table of tablesToPurge()) {
      const { rows: gone } = await trx.query<{ n: string }>('select oversight.purge_rows($1, $2) as n', [
        due.resident,
        table,
      ]);
      counts[table] = Number(gone[0]?.n ?? 0);
    }
  } else {
    const authors = await authorsOf(ground, trx, due.resident, due.part);
    const { rows } = await trx.query<{ counts: Record<string, number> }>(
      'select oversight.purge_part($1, $2) as counts',
      [due.resident, authors],
    );
    Object.assign(counts, rows[0]?.counts);
    await trx.query('delete from oversight.due where resident_id = $1 and part = $2', [due.resident, due.part]);
  }
  const at = ground.clock.now();
  await insertRun(trx, {
    id: ulid(ground.clock),
    at,
    kind: due.requestId ? 'request' : 'term',
    part: due.part,
    byName: due.decidedBy ?? '',
    counts: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
  });
  // The bare fact: that it happened, not what it was.
  await auditInside(trx, ground.clock, {
    actor: KEEPER,
    action: 'deleted',
    allowed: true,
    resident: due.resident,
    subjectType: 'Record',
    ...PURPOSE,
    door: 'job',
    detail: `purged: ${due.part}`,
  });
  return 1;
}

/** A letter that still has to leave, or another request of this resident that runs. */
async function mustWait(ground: OversightGround, trx: Trx, due: Due): Promise<boolean> {
  const since = new Date(ground.clock.now().getTime() - LETTER_DAYS * 86_400_000);
  const { rows } = await trx.query(
    `select 1 from platform.message where resident_id = $1 and sender = 'Duty/privacy' and kind = 'letter'
       and sent_at is null and cancelled_at is null and at > $2
     union all select 1 from oversight.notice where resident_id = $1 and told_at is null and at > $2
     union all select 1 from oversight.request where resident_id = $1 and state in ('open', 'decided') and id is distinct from $3
     limit 1`,
    [due.resident, since, due.requestId ?? null],
  );
  return rows.length > 0;
}

async function authorsOf(
  ground: OversightGround,
  trx: Trx,
  resident: string,
  part: Regime,
): Promise<readonly string[]> {
  const { rows } = await trx.query<{ author: string }>(
    'select distinct author from record.resource where resident_id = $1',
    [resident],
  );
  const { region, service } = ground.definitions;
  return rows
    .map((row) => row.author)
    .filter((author) => regimeOf(author, region.organisations, (id) => service(id)?.organisation) === part);
}
