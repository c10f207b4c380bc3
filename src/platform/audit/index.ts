import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import type { Trx } from '../access/with-actor.ts';
import { NOBODY, ulid } from '../ids.ts';
import type { Clock } from '../time/index.ts';

/** One line of the log as NEN 7513 asks it. Never a BSN, never what was typed. */
export type AuditLine = {
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly allowed: boolean;
  readonly resident?: string | undefined;
  readonly subjectType: string;
  readonly subjectId?: string | undefined;
  readonly purpose: string;
  readonly ground: string;
  readonly door: 'page' | 'api' | 'fhir' | 'job' | 'bulk';
  readonly place?: string | undefined;
  readonly requestId?: string | undefined;
  readonly detail?: string | undefined;
};

export type AuditAction =
  | 'listed'
  | 'opened'
  | 'looked-up'
  | 'searched'
  | 'created'
  | 'updated'
  | 'deleted'
  | 'acted'
  | 'exported'
  | 'signed-in'
  | 'signed-out'
  | 'sign-in-refused';

const COLUMNS =
  'resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, request_id, detail';

/**
 * The name as the log keeps it. Of a resident none: the log outlives a record that is purged, and keeps that something
 * happened, not of whom by name (LAW 9).
 */
export function nameInLog(actor: Actor): string {
  return actor.role === 'resident' || actor.role === 'carer' ? '' : actor.name;
}

function values(line: AuditLine, clock: Clock): unknown[] {
  const { actor } = line;
  return [
    line.resident ?? NOBODY,
    ulid(clock),
    clock.now(),
    actor.person,
    nameInLog(actor),
    actor.role,
    actor.organisation,
    line.action,
    line.allowed,
    line.subjectType,
    line.subjectId ?? null,
    line.purpose,
    line.ground,
    line.door,
    line.place ?? null,
    line.requestId ?? null,
    line.detail ?? null,
  ];
}

/** Writes the line in the transaction of the act it tells of. */
export async function auditInside(trx: Trx, clock: Clock, line: AuditLine): Promise<void> {
  await trx.query({
    name: 'audit',
    text: `insert into platform.audit (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    values: values(line, clock),
  });
}

/** Writes lines of reads and denials; resolves when the line is durable, and rejects when it could not be written. */
export type AuditWriter = { readonly write: (line: AuditLine) => Promise<void>; readonly stop: () => Promise<void> };

type Waiting = { readonly row: unknown[]; readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * Commits the lines of concurrent reads together: while one batch is being written the next gathers.
 * An answer may leave only after `write` has resolved (DESIGN, people and access).
 */
export function createAuditWriter(
  pool: Pool,
  clock: Clock,
  options: { readonly lanes?: number; readonly most?: number } = {},
): AuditWriter {
  const most = options.most ?? 200;
  const lanes = options.lanes ?? 2;
  let queue: Waiting[] = [];
  let busy = 0;
  const types = [
    'uuid',
    'text',
    'timestamptz',
    'text',
    'text',
    'text',
    'text',
    'text',
    'boolean',
    'text',
    'text',
    'text',
    'text',
    'text',
    'text',
    'text',
    'text',
  ];
  const text = `insert into platform.audit (${COLUMNS}) select * from unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})`;

  async function flush(): Promise<void> {
    if (busy >= lanes || queue.length === 0) return;
    busy += 1;
    const batch = queue.slice(0, most);
    queue = queue.slice(batch.length);
    try {
      await pool.query({
        name: 'audit-batch',
        text,
        values: types.map((_, column) => batch.map((waiting) => waiting.row[column])),
      });
      for (const waiting of batch) waiting.done();
    } catch (error) {
      for (const waiting of batch) waiting.failed(error);
    } finally {
      busy -= 1;
      if (queue.length > 0) void flush();
    }
  }

  return {
    write: (line) =>
      new Promise<void>((done, failed) => {
        queue.push({ row: values(line, clock), done, failed });
        setImmediate(() => void flush());
      }),
    stop: async () => {
      while (queue.length > 0 || busy > 0) {
        await flush();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
  };
}

/** Through which door a request came, and whence; for the audit. */
export type Door = {
  readonly door: 'page' | 'api' | 'fhir' | 'job' | 'bulk';
  readonly place?: string;
  readonly requestId?: string;
};
