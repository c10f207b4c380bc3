import type { RequestKind } from '../../content/index.ts';
import { type Keys, type LocalDate, seal, type Trx, unseal } from '../../platform/index.ts';
import type { RequestDecision, RequestState, RequestVia } from '../model/request.ts';

/** A request as people see it. */
export type Request = {
  readonly resident: string;
  readonly id: string;
  readonly number: string;
  readonly kind: RequestKind;
  readonly via: RequestVia;
  readonly receivedOn: LocalDate;
  readonly due: LocalDate;
  readonly state: RequestState;
  readonly extended: boolean;
  readonly decision: RequestDecision | undefined;
  readonly reasons: readonly string[];
  readonly parts: readonly string[];
  /** The line of the log that a question is about. */
  readonly about: string | undefined;
  readonly identity: string | undefined;
  readonly said: string;
  readonly told: string | undefined;
  readonly madeAt: Date;
  readonly decidedAt: Date | undefined;
  readonly doneAt: Date | undefined;
};

export type RequestStep = {
  readonly id: string;
  readonly at: Date;
  readonly what: StepName;
  readonly byName: string;
  readonly byPerson: string;
  readonly note: string | undefined;
};
export type StepName =
  | 'received'
  | 'identity-checked'
  | 'extended'
  | 'decided'
  | 'opened-content'
  | 'executed'
  | 'done'
  | 'withdrawn';

/** The address of a request's page: the resident without dashes, then the request. */
export const requestKey = (request: { readonly resident: string; readonly id: string }): string =>
  `${request.resident.replaceAll('-', '')}-${request.id}`;

type Row = {
  readonly resident_id: string;
  readonly id: string;
  readonly number: string;
  readonly kind: RequestKind;
  readonly via: RequestVia;
  readonly received_on: LocalDate;
  readonly due: LocalDate;
  readonly state: RequestState;
  readonly extended_at: Date | null;
  readonly decision: RequestDecision | null;
  readonly reasons: readonly string[];
  readonly parts: readonly string[];
  readonly about: string | null;
  readonly identity: string | null;
  readonly said: Buffer;
  readonly told: Buffer | null;
  readonly made_at: Date;
  readonly decided_at: Date | null;
  readonly done_at: Date | null;
};

const COLUMNS = `resident_id, id, number, kind, via, received_on::text as received_on, due::text as due, state, extended_at, decision,
  reasons, parts, about, identity, said, told, made_at, decided_at, done_at`;
const place = (row: { readonly id: string }, field: string) => `oversight.request/${row.id}/${field}`;

function requestOf(keys: Keys, row: Row): Request {
  return {
    resident: row.resident_id,
    id: row.id,
    number: row.number,
    kind: row.kind,
    via: row.via,
    receivedOn: row.received_on,
    due: row.due,
    state: row.state,
    extended: row.extended_at !== null,
    decision: row.decision ?? undefined,
    reasons: row.reasons,
    parts: row.parts,
    about: row.about ?? undefined,
    identity: row.identity ?? undefined,
    said: unseal(keys, row.said, place(row, 'said')),
    told: row.told ? unseal(keys, row.told, place(row, 'told')) : undefined,
    madeAt: row.made_at,
    decidedAt: row.decided_at ?? undefined,
    doneAt: row.done_at ?? undefined,
  };
}

export async function insertRequest(
  keys: Keys,
  trx: Trx,
  request: Pick<
    Request,
    'resident' | 'id' | 'number' | 'kind' | 'via' | 'receivedOn' | 'due' | 'about' | 'identity' | 'said' | 'madeAt'
  >,
): Promise<void> {
  await trx.query(
    `insert into oversight.request (resident_id, id, number, kind, via, received_on, due, about, identity, said, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      request.resident,
      request.id,
      request.number,
      request.kind,
      request.via,
      request.receivedOn,
      request.due,
      request.about ?? null,
      request.identity ?? null,
      seal(keys, request.said, place(request, 'said')),
      request.madeAt,
    ],
  );
}

/** One request; `lock` holds it for the rest of the transaction. */
export async function loadRequest(
  keys: Keys,
  trx: Trx,
  resident: string,
  id: string,
  lock = false,
): Promise<Request | undefined> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.request where resident_id = $1 and id = $2${lock ? ' for update' : ''}`,
    [resident, id],
  );
  return rows[0] && requestOf(keys, rows[0]);
}

/** The requests of one resident, newest first. */
export async function requestsOf(keys: Keys, trx: Trx, resident: string): Promise<readonly Request[]> {
  const { rows } = await trx.query<Row>(
    `select ${COLUMNS} from oversight.request where resident_id = $1 order by id desc limit 200`,
    [resident],
  );
  return rows.map((row) => requestOf(keys, row));
}

/** Requests that wait for the officer, by their last day; or those that are over, newest first. */
export async function requestsIn(
  keys: Keys,
  trx: Trx,
  which: 'open' | 'closed',
  most = 200,
): Promise<readonly Request[]> {
  const { rows } = await trx.query<Row>(
    which === 'open'
      ? `select ${COLUMNS} from oversight.request where state in ('open', 'decided') order by due, id limit $1`
      : `select ${COLUMNS} from oversight.request where state in ('done', 'withdrawn') order by made_at desc, id limit $1`,
    [most],
  );
  return rows.map((row) => requestOf(keys, row));
}

/** Changes what is given; the rest stays. */
export async function changeRequest(
  keys: Keys,
  trx: Trx,
  request: Pick<Request, 'resident' | 'id'>,
  change: {
    readonly state?: RequestState;
    readonly due?: LocalDate;
    readonly extendedAt?: Date;
    readonly identity?: string;
    readonly decision?: RequestDecision;
    readonly reasons?: readonly string[];
    readonly parts?: readonly string[];
    readonly told?: string;
    readonly decidedAt?: Date;
    readonly doneAt?: Date;
  },
): Promise<void> {
  await trx.query(
    `update oversight.request set state = coalesce($3, state), due = coalesce($4, due), extended_at = coalesce($5, extended_at),
       identity = coalesce($6, identity), decision = coalesce($7, decision), reasons = coalesce($8, reasons),
       parts = coalesce($9, parts), told = coalesce($10, told), decided_at = coalesce($11, decided_at), done_at = coalesce($12, done_at)
     where resident_id = $1 and id = $2`,
    [
      request.resident,
      request.id,
      change.state ?? null,
      change.due ?? null,
      change.extendedAt ?? null,
      change.identity ?? null,
      change.decision ?? null,
      change.reasons ?? null,
      change.parts ?? null,
      change.told === undefined ? null : seal(keys, change.told, place(request, 'told')),
      change.decidedAt ?? null,
      change.doneAt ?? null,
    ],
  );
}

export async function insertStep(
  keys: Keys,
  trx: Trx,
  step: {
    readonly resident: string;
    readonly request: string;
    readonly id: string;
    readonly at: Date;
    readonly what: StepName;
    readonly byPerson: string;
    readonly byName: string;
    readonly note?: string | undefined;
  },
): Promise<void> {
  await trx.query(
    `insert into oversight.request_step (resident_id, request_id, id, at, what, by_person, by_name, note) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      step.resident,
      step.request,
      step.id,
      step.at,
      step.what,
      step.byPerson,
      step.byName,
      step.note ? seal(keys, step.note, `oversight.request_step/${step.id}`) : null,
    ],
  );
}

/** What was done with one request, oldest first. */
export async function stepsOf(
  keys: Keys,
  trx: Trx,
  request: { readonly resident: string; readonly id: string },
): Promise<readonly RequestStep[]> {
  const { rows } = await trx.query<{
    id: string;
    at: Date;
    what: StepName;
    by_name: string;
    by_person: string;
    note: Buffer | null;
  }>(
    'select id, at, what, by_name, by_person, note from oversight.request_step where resident_id = $1 and request_id = $2 order by id',
    [request.resident, request.id],
  );
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    what: row.what,
    byName: row.by_name,
    byPerson: row.by_person,
    note: row.note ? unseal(keys, row.note, `oversight.request_step/${row.id}`) : undefined,
  }));
}
