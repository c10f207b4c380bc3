import {
  ABSENT,
  type Actor,
  type Decision,
  type Door,
  decide,
  endOfLocalDay,
  type LocalDate,
  ok,
  type Result,
  startOfLocalDay,
  withActor,
} from '../../platform/index.ts';
import type { LogRow } from '../../record/index.ts';
import type { OversightGround } from '../ground.ts';

/** What the privacy officer looks for in the log; everything may be left out. */
export type LogQuestion = {
  /** Part of a name, or a reference such as `Practitioner/x`. */
  readonly person?: string;
  readonly resident?: string;
  readonly action?: string;
  readonly allowed?: boolean;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  /** Key of the last line of the page before. */
  readonly after?: string;
};

const PAGE = 50;

const duty = (ground: OversightGround, actor: Actor): Decision =>
  decide(actor, { kind: 'do', act: 'look-at-audit' }, undefined, 'privacy-duty', ground.access);

/** One page of the log, newest first by key. The look itself is a line of the log. Content of records is not in it. */
export async function readLog(
  ground: OversightGround,
  actor: Actor,
  question: LogQuestion,
  door: Door,
): Promise<Result<{ readonly lines: readonly LogRow[]; readonly next: string | undefined }>> {
  const may = duty(ground, actor);
  await noteLook(ground, actor, may, 'searched', 'AuditEvent', question.resident, door);
  if (!may.allow) return { ok: false, problem: ABSENT };
  const lines = await withActor(ground, actor, { kind: 'duty' }, async (trx) => {
    const { rows } = await trx.query<LogRow>(
      `select resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, detail
       from platform.audit
       where ($1::text is null or id < $1) and ($2::uuid is null or resident_id = $2)
         and ($3::text is null or person = $3 or strpos(lower(person_name), lower($3)) > 0)
         and ($4::text is null or action = $4) and ($5::boolean is null or allowed = $5)
         and ($6::timestamptz is null or at >= $6) and ($7::timestamptz is null or at < $7)
       order by id desc limit $8`,
      [
        question.after ?? null,
        question.resident ?? null,
        question.person ?? null,
        question.action ?? null,
        question.allowed ?? null,
        question.from ? startOfLocalDay(question.from) : null,
        question.until ? endOfLocalDay(question.until) : null,
        PAGE + 1,
      ],
    );
    return rows;
  });
  const page = lines.slice(0, PAGE);
  return ok({ lines: page, next: lines.length > PAGE ? page.at(-1)?.id : undefined });
}

/** The resident behind a case number (`WOR-7K2-9XQ4`); undefined when there is none, or when it is not one's duty. */
export async function residentOfCase(
  ground: OversightGround,
  actor: Actor,
  number: string,
): Promise<string | undefined> {
  if (!duty(ground, actor).allow) return undefined;
  return withActor(ground, actor, { kind: 'duty' }, async (trx) => {
    const { rows } = await trx.query<{ resident: string | null }>('select pathways.resident_of_case($1) as resident', [
      number.trim().toUpperCase(),
    ]);
    return rows[0]?.resident ?? undefined;
  });
}

/** One right of one party to see part of a record. */
export type GrantRow = {
  readonly id: string;
  readonly grantee: string;
  readonly relation: string;
  readonly categories: readonly string[];
  readonly purpose: string;
  readonly opened_at: Date;
  readonly until: Date | null;
  readonly closed_at: Date | null;
  readonly closed_reason: string | null;
};

/** Who may or might see one resident's record: open grants first, then ended ones, newest first. */
export async function readGrants(
  ground: OversightGround,
  actor: Actor,
  resident: string,
  door: Door,
): Promise<Result<readonly GrantRow[]>> {
  const may = duty(ground, actor);
  await noteLook(ground, actor, may, 'opened', 'Grant', resident, door);
  if (!may.allow) return { ok: false, problem: ABSENT };
  const rows = await withActor(ground, actor, { kind: 'duty' }, async (trx) => {
    const found = await trx.query<GrantRow>(
      `select id, grantee, relation, categories, purpose, opened_at, until, closed_at, closed_reason from platform."grant"
       where resident_id = $1 order by closed_at desc nulls first, opened_at desc, id limit 500`,
      [resident],
    );
    return found.rows;
  });
  return ok(rows);
}

async function noteLook(
  ground: OversightGround,
  actor: Actor,
  may: Decision,
  action: 'searched' | 'opened',
  subjectType: string,
  resident: string | undefined,
  door: Door,
): Promise<void> {
  await ground.audit.write({
    actor,
    action,
    allowed: may.allow,
    resident,
    subjectType,
    purpose: may.allow ? may.purpose : 'none',
    ground: may.allow ? may.ground : 'none',
    ...door,
  });
}
