import { type Bind, type Criterion, momentSql, OMZIEN, type ReadVersion, unescaped } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  fail,
  NOBODY,
  ok,
  type Result,
  residentOf,
  withActor,
} from '../platform/index.ts';
import type { RecordGround } from './ground.ts';
import { lineOf, maySee } from './read.ts';

/** One line of the log as the database has it. */
export type LogRow = {
  readonly resident_id: string;
  readonly id: string;
  readonly at: Date;
  readonly person: string;
  readonly person_name: string;
  readonly role: string;
  readonly organisation: string;
  readonly action: string;
  readonly allowed: boolean;
  readonly subject_type: string;
  readonly subject_id: string | null;
  readonly purpose: string;
  readonly ground: string;
  readonly door: string;
  readonly place: string | null;
  readonly detail: string | null;
};

const ACTIONS: Readonly<Record<string, string>> = {
  created: 'C',
  opened: 'R',
  listed: 'R',
  searched: 'R',
  'looked-up': 'R',
  exported: 'R',
  updated: 'U',
  deleted: 'D',
};

/** The log line as FHIR R4 AuditEvent; only the database writes these. */
export function toAuditEvent(row: LogRow): Record<string, unknown> {
  const id = `${row.resident_id.replaceAll('-', '')}-${row.id}`;
  return {
    resourceType: 'AuditEvent',
    id,
    meta: { versionId: '1', lastUpdated: row.at.toISOString() },
    type: { system: `${OMZIEN}/CodeSystem/audit-action`, code: row.action },
    action: ACTIONS[row.action] ?? 'E',
    recorded: row.at.toISOString(),
    outcome: row.allowed ? '0' : '4',
    purposeOfEvent: [{ coding: [{ system: `${OMZIEN}/CodeSystem/purpose`, code: row.purpose }], text: row.ground }],
    agent: [
      {
        who: { reference: row.person, ...(row.person_name ? { display: row.person_name } : {}) },
        role: [{ coding: [{ system: `${OMZIEN}/CodeSystem/role`, code: row.role }] }],
        requestor: true,
      },
      ...(row.organisation ? [{ who: { reference: row.organisation }, requestor: false }] : []),
    ],
    source: { observer: { display: 'Omzien' }, site: row.door },
    entity: [
      ...(row.resident_id === NOBODY ? [] : [{ what: { reference: `Patient/${row.resident_id}` } }]),
      ...(row.subject_id && row.subject_type !== 'Patient'
        ? [{ what: { reference: `${row.subject_type}/${row.subject_id}` } }]
        : []),
      ...(row.detail ? [{ description: row.detail }] : []),
    ],
  };
}

/** Reads AuditEvents (of one resident where one is named), newest first, from `after` (an id) on; `criteria` narrow it. */
export async function searchAudit(
  ground: RecordGround,
  actor: Actor,
  resident: string | undefined,
  page: { readonly count: number; readonly after: string | undefined; readonly criteria?: readonly Criterion[] },
  door: Door,
): Promise<Result<{ readonly entries: readonly ReadVersion[]; readonly next: string | undefined }>> {
  const values: unknown[] = [];
  const bind = (value: unknown) => {
    values.push(value);
    return `$${values.length}`;
  };
  const sql: string[] = [];
  if (resident) sql.push(`resident_id = ${bind(resident)}`);
  if (page.after) sql.push(`id < ${bind(page.after)}`);
  for (const criterion of page.criteria ?? []) {
    const condition = conditionOf(criterion, bind, ground.clock.now());
    if (!condition.ok) return condition;
    if (condition.value) sql.push(condition.value);
  }
  const scope =
    actor.role === 'system'
      ? ({ kind: 'region' } as const)
      : actor.role === 'privacy-officer'
        ? ({ kind: 'duty' } as const)
        : resident
          ? ({ kind: 'resident', resident } as const)
          : ({ kind: 'none' } as const);
  const { rows, decision } = await withActor(ground, actor, scope, async (trx, seen) => {
    const may = maySee(
      ground,
      actor,
      { facet: 'trail', categories: [], parties: [] },
      resident ? seen[resident] : undefined,
    );
    if (!may.allow) return { rows: [] as LogRow[], decision: may };
    const result = await trx.query<LogRow>(
      `select resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, detail
       from platform.audit ${sql.length > 0 ? `where ${sql.join(' and ')}` : ''} order by id desc limit ${bind(page.count + 1)}`,
      values,
    );
    return { rows: result.rows, decision: may };
  });
  await ground.audit.write(lineOf(actor, 'searched', 'AuditEvent', undefined, resident, decision, door));
  const entries = rows.slice(0, page.count).map((row): ReadVersion => {
    const event = toAuditEvent(row);
    return { text: JSON.stringify(event), id: String(event.id), type: 'AuditEvent', version: 1, lastUpdated: row.at };
  });
  return { ok: true, value: { entries, next: rows.length > page.count ? rows[page.count - 1]!.id : undefined } };
}

/** One condition on the lines of the log, which are columns and no resources. `patient` is read by who asks. */
function conditionOf(criterion: Criterion, bind: Bind, now: Date): Result<string | undefined> {
  const place = criterion.kind === 'has' ? '_has' : criterion.parameter.name;
  if (criterion.kind !== 'match' || criterion.modifier !== undefined)
    return fail('invalid', `The log is searched by ${place} as it is, without modifiers and chains.`, [
      { place, text: 'Not supported', code: 'not-supported' },
    ]);
  const values = criterion.values.map(unescaped);
  const codes = values.map((value) => value.replace(/^.*\|/, ''));
  switch (place) {
    case '_id':
      return ok(`replace(resident_id::text, '-', '') || '-' || id = any (${bind(values)}::text[])`);
    case 'type':
      return ok(`action = any (${bind(codes)})`);
    case 'action': {
      const known = Object.keys(ACTIONS).filter((action) => codes.includes(ACTIONS[action]!));
      const others = codes.includes('E') ? ` or not (action = any (${bind(Object.keys(ACTIONS))}))` : '';
      return ok(`(action = any (${bind(known)})${others})`);
    }
    case 'outcome':
      return ok(`allowed = any (${bind(codes.map((code) => code === '0'))}::boolean[])`);
    case 'agent':
      return ok(`(person = any (${bind(values)}) or organisation = any (${bind(values)}))`);
    case 'agent-role':
      return ok(`role = any (${bind(codes)})`);
    case 'entity':
      return ok(
        `(subject_type || '/' || subject_id = any (${bind(values)}) or 'Patient/' || resident_id = any (${bind(values)}))`,
      );
    case 'date':
    case '_lastUpdated': {
      const sql = momentSql(values, 'at', bind, now);
      return sql
        ? ok(sql)
        : fail('invalid', `${place} takes a date such as ge2026-03-01.`, [{ place, text: 'Not a FHIR date' }]);
    }
    default:
      return ok(undefined);
  }
}

/** Reads one AuditEvent. */
export async function readAudit(
  ground: RecordGround,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<ReadVersion>> {
  const found = /^[0-9a-f]{32}-([0-9a-z]{26})$/.exec(id);
  const resident = found ? residentOf(id) : undefined;
  if (!found || !resident) return { ok: false, problem: ABSENT };
  const scope =
    actor.role === 'system'
      ? ({ kind: 'region' } as const)
      : actor.role === 'privacy-officer'
        ? ({ kind: 'duty' } as const)
        : ({ kind: 'resident', resident } as const);
  const { row, decision } = await withActor(ground, actor, scope, async (trx, seen) => {
    const may = maySee(ground, actor, { facet: 'trail', categories: [], parties: [] }, seen[resident]);
    if (!may.allow) return { row: undefined, decision: may };
    const { rows } = await trx.query<LogRow>('select * from platform.audit where resident_id = $1 and id = $2', [
      resident,
      found[1],
    ]);
    return { row: rows[0], decision: may };
  });
  await ground.audit.write(lineOf(actor, 'opened', 'AuditEvent', id, resident, decision, door));
  if (!row) return { ok: false, problem: ABSENT };
  return {
    ok: true,
    value: { text: JSON.stringify(toAuditEvent(row)), id, type: 'AuditEvent', version: 1, lastUpdated: row.at },
  };
}
