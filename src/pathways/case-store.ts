import type { LocalDate, Trx } from '../platform/index.ts';
import { loadResources, type StoredRow } from '../record/index.ts';
import { caseOf, idIn, type ReferralTask, type Request } from './shapes.ts';

/** A case as the database has it. */
export type CaseRow = {
  readonly resident_id: string;
  readonly id: string;
  readonly number: string;
  readonly pathway: string;
  readonly pathway_version: number;
  readonly stage: string;
  readonly urgency: string;
  readonly reasons: string[];
  readonly categories: string[];
  readonly practice: string;
  readonly requester_name: string;
  readonly team: string;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly ending: string | null;
};

/** A request or Task with what the database knows beside its text. */
export type Held<T> = { readonly row: StoredRow; readonly resource: T };

/** All requests and Tasks of one case. */
export type CaseParts = { readonly requests: readonly Held<Request>[]; readonly tasks: readonly Held<ReferralTask>[] };

export type HappeningRow = {
  readonly event: string;
  readonly at: Date;
  readonly hop: string | null;
  readonly task: string | null;
};
export type PauseRow = {
  readonly id: string;
  readonly from_at: Date;
  readonly until_at: Date | null;
  /** The first day on which the clocks run on by themselves. */
  readonly expected: LocalDate | null;
  readonly reason: string;
  readonly by_name: string;
};
export type ClockRow = {
  readonly id: string;
  readonly norm: string;
  readonly task: string | null;
  readonly started_at: Date;
  readonly due: LocalDate;
  readonly state: string;
  readonly told_late_at: Date | null;
};

/** One case, locked for the rest of the transaction where asked: two acts on one case follow one another. */
export async function loadCase(trx: Trx, resident: string, id: string, lock = false): Promise<CaseRow | undefined> {
  const { rows } = await trx.query<CaseRow>(
    `select * from pathways."case" where resident_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [resident, id],
  );
  return rows[0];
}

/** The cases of one resident, newest first. */
export async function casesOf(trx: Trx, resident: string): Promise<readonly CaseRow[]> {
  const { rows } = await trx.query<CaseRow>('select * from pathways."case" where resident_id = $1 order by id desc', [
    resident,
  ]);
  return rows;
}

/** Requests and Tasks of one case, oldest first. */
export async function loadParts(trx: Trx, resident: string, caseId: string): Promise<CaseParts> {
  const rows = await loadResources(trx, resident, ['ServiceRequest', 'Task']);
  const requests = rows
    .filter((row) => row.type === 'ServiceRequest')
    .map((row) => ({ row, resource: JSON.parse(row.content) as Request }))
    .filter((held) => caseOf(held.resource) === caseId);
  const ids = new Set(requests.map((held) => held.row.id));
  const tasks = rows
    .filter((row) => row.type === 'Task')
    .map((row) => ({ row, resource: JSON.parse(row.content) as ReferralTask }))
    .filter((held) => ids.has(idIn(held.resource.focus?.reference)));
  return { requests, tasks };
}

/** What happened in a case, oldest first. */
export async function loadHappenings(trx: Trx, resident: string, caseId: string): Promise<readonly HappeningRow[]> {
  const { rows } = await trx.query<HappeningRow>(
    'select event, at, hop, task from pathways.happening where resident_id = $1 and case_id = $2 order by at, id',
    [resident, caseId],
  );
  return rows;
}

export async function loadPauses(trx: Trx, resident: string, caseId: string): Promise<readonly PauseRow[]> {
  const { rows } = await trx.query<PauseRow>(
    'select id, from_at, until_at, expected::text as expected, reason, by_name from pathways.pause where resident_id = $1 and case_id = $2 order by from_at',
    [resident, caseId],
  );
  return rows;
}

export async function loadClocks(trx: Trx, resident: string, caseId: string): Promise<readonly ClockRow[]> {
  const { rows } = await trx.query<ClockRow>(
    'select id, norm, task, started_at, due, state, told_late_at from pathways.clock where resident_id = $1 and case_id = $2 order by started_at, id',
    [resident, caseId],
  );
  return rows;
}
