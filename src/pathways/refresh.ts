import type { Trx } from '../platform/index.ts';
import { momentId } from '../record/index.ts';
import { linesOf, type Person, writeLines } from './case-lines.ts';
import { type CaseWhole, wholeCase } from './case-whole.ts';
import type { PathwayGround } from './ground.ts';
import { stageOf } from './model/index.ts';

/**
 * Computes a case anew from its facts and writes what follows: its stage, its clocks, and one line for each party's
 * list. Called in the transaction of whatever changed the facts; the rebuild calls the same function.
 */
export async function refreshCase(
  ground: PathwayGround,
  trx: Trx,
  resident: string,
  caseId: string,
): Promise<CaseWhole | undefined> {
  const whole = await wholeCase(ground, trx, resident, caseId);
  if (!whole) return undefined;
  const stage = stageOf(whole.facts);
  const closedAt = whole.facts.ended ? whole.first.row.last_updated : null;
  await trx.query({
    name: 'case-stage',
    text: 'update pathways."case" set stage = $3, closed_at = $4 where resident_id = $1 and id = $2',
    values: [resident, caseId, stage, closedAt],
  });
  await writeClocks(trx, resident, whole);
  const { rows } = await trx.query<Person>({
    name: 'person-of',
    text: 'select given, family, birth_date::text as birth_date, postcode, municipality from record.person where resident_id = $1',
    values: [resident],
  });
  const { urgencies } = ground.definitions.pathway(whole.row.pathway, whole.row.pathway_version);
  const urgent = whole.row.urgency !== urgencies[0]?.code;
  await writeLines(trx, resident, caseId, rows[0] ? linesOf(ground, whole, rows[0]) : [], urgent);
  return whole;
}

async function writeClocks(trx: Trx, resident: string, whole: CaseWhole): Promise<void> {
  const clocks = whole.clocks.map((one) => ({
    id: `${whole.row.id.slice(33)}-${one.norm.id}-${one.of?.task.slice(33) ?? 'case'}-${one.started.getTime().toString(36)}`,
    norm: one.norm.id,
    task: one.of?.task ?? null,
    started: one.started,
    due: one.clock.due,
    state: one.stopped ? 'stopped' : one.clock.state,
  }));
  await trx.query({
    name: 'write-clocks',
    text: `insert into pathways.clock (resident_id, case_id, id, norm, task, started_at, due, state)
           select $1, $2, * from unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::date[], $8::text[])
           on conflict (resident_id, id) do update set due = excluded.due, state = excluded.state`,
    values: [
      resident,
      whole.row.id,
      clocks.map((c) => c.id),
      clocks.map((c) => c.norm),
      clocks.map((c) => c.task),
      clocks.map((c) => c.started),
      clocks.map((c) => c.due),
      clocks.map((c) => c.state),
    ],
  });
}

/** One thing that happened in a case, with the version of the resource that tells it. */
export type Happening = {
  readonly resident: string;
  readonly caseId: string;
  readonly event: string;
  readonly at: Date;
  readonly of?: { readonly hop: string; readonly task: string } | undefined;
  readonly told: { readonly type: string; readonly id: string; readonly version: number };
};

/** Notes that something happened in a case. The rebuild notes the same again, under the same id. */
export async function happened(trx: Trx, { resident, caseId, event, at, of, told }: Happening): Promise<void> {
  await trx.query({
    name: 'happened',
    text: 'insert into pathways.happening (resident_id, case_id, id, event, at, hop, task) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [
      resident,
      caseId,
      momentId(at, `${told.type}/${told.id}/${told.version}/${event}`),
      event,
      at,
      of?.hop ?? null,
      of?.task ?? null,
    ],
  });
}
