import { type Keys, type LocalDate, seal, type Trx, unseal } from '../../platform/index.ts';
import type { DuePart, Part } from '../model/retention.ts';

/** A part of one record whose term has passed, or that a request lets go. */
export type Due = DuePart & {
  readonly resident: string;
  readonly state: 'due' | 'held' | 'approved';
  readonly heldBecause: string | undefined;
  readonly decidedBy: string | undefined;
  readonly requestId: string | undefined;
  /** A case number by which people know the record. */
  readonly number: string | undefined;
};

type Row = {
  readonly resident_id: string;
  readonly part: Part;
  readonly due_on: LocalDate;
  readonly since: LocalDate;
  readonly state: Due['state'];
  readonly held_because: Buffer | null;
  readonly decided_by: string | null;
  readonly request_id: string | null;
};

const COLUMNS =
  'resident_id, part, due_on::text as due_on, since::text as since, state, held_because, decided_by, request_id';
const place = (row: { readonly resident_id: string; readonly part: string }) =>
  `oversight.due/${row.resident_id}/${row.part}`;

const dueOf = (keys: Keys, row: Row): Due => ({
  resident: row.resident_id,
  part: row.part,
  dueOn: row.due_on,
  since: row.since,
  state: row.state,
  heldBecause: row.held_because ? unseal(keys, row.held_because, place(row)) : undefined,
  decidedBy: row.decided_by ?? undefined,
  requestId: row.request_id ?? undefined,
  number: undefined,
});

/** What is due, what is held and what was approved, earliest first. */
export async function duesIn(keys: Keys, trx: Trx, most = 200): Promise<readonly Due[]> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.due order by state, due_on, resident_id limit $1`,
    [most],
  );
  return rows.map((row) => dueOf(keys, row));
}

export async function loadDue(keys: Keys, trx: Trx, resident: string, part: Part): Promise<Due | undefined> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.due where resident_id = $1 and part = $2 for update`,
    [resident, part],
  );
  return rows[0] && dueOf(keys, rows[0]);
}

/** What was approved and waits for its run. */
export async function approvedDues(keys: Keys, trx: Trx, most: number): Promise<readonly Due[]> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.due where state = 'approved' order by decided_at, resident_id limit $1`,
    [most],
  );
  return rows.map((row) => dueOf(keys, row));
}

/** Puts down what is due; what was put down before keeps its state. Gives whether it is new. */
export async function putDue(trx: Trx, resident: string, due: DuePart): Promise<boolean> {
  const { rowCount } = await trx.query(
    `insert into oversight.due (resident_id, part, due_on, since) values ($1, $2, $3, $4) on conflict (resident_id, part) do nothing`,
    [resident, due.part, due.dueOn, due.since],
  );
  return rowCount === 1;
}

/** Approves a part for a request of the resident, whatever its term. */
export async function approveFor(
  trx: Trx,
  what: {
    readonly resident: string;
    readonly part: Part;
    readonly on: LocalDate;
    readonly at: Date;
    readonly by: string;
    readonly request: string;
  },
): Promise<void> {
  await trx.query(
    `insert into oversight.due (resident_id, part, due_on, since, state, decided_by, decided_at, request_id)
     values ($1, $2, $3, $3, 'approved', $4, $5, $6)
     on conflict (resident_id, part) do update set state = 'approved', decided_by = excluded.decided_by, decided_at = excluded.decided_at, request_id = excluded.request_id`,
    [what.resident, what.part, what.on, what.by, what.at, what.request],
  );
}

export async function changeDue(
  keys: Keys,
  trx: Trx,
  due: Pick<Due, 'resident' | 'part'>,
  change: { readonly state: Due['state']; readonly because?: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await trx.query(
    `update oversight.due set state = $3, held_because = $4, held_at = case when $3 = 'held' then $6::timestamptz end, decided_by = $5, decided_at = $6
     where resident_id = $1 and part = $2`,
    [
      due.resident,
      due.part,
      change.state,
      change.because ? seal(keys, change.because, place({ resident_id: due.resident, part: due.part })) : null,
      change.by,
      change.at,
    ],
  );
}

/** One removal as it is listed: never of whom. */
export type Run = {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'term' | 'request' | 'housekeeping';
  readonly part: string;
  readonly byName: string;
  readonly counts: Readonly<Record<string, number>>;
};

export async function insertRun(trx: Trx, run: Run): Promise<void> {
  await trx.query('insert into oversight.run (id, at, kind, part, by_name, counts) values ($1, $2, $3, $4, $5, $6)', [
    run.id,
    run.at,
    run.kind,
    run.part,
    run.byName,
    JSON.stringify(run.counts),
  ]);
}

export async function latestRuns(trx: Trx, most = 50): Promise<readonly Run[]> {
  const { rows } = await trx.query<Omit<Run, 'byName'> & { readonly by_name: string }>(
    'select id, at, kind, part, by_name, counts from oversight.run order by at desc, id desc limit $1',
    [most],
  );
  return rows.map(({ by_name: byName, ...rest }) => ({ byName, ...rest }));
}
