import {
  ABSENT,
  type Actor,
  type Decision,
  type Door,
  decide,
  ok,
  type Result,
  withActor,
} from '../../platform/index.ts';
import { type LogRow, samePerson } from '../../record/index.ts';
import type { OversightGround } from '../ground.ts';
import { type LogQuestion, logQuery, workersQuery } from '../model/log-question.ts';

const PAGE = 50;
/** Most lines of one export; whoever needs more narrows the question. */
export const EXPORT = 10_000;

const duty = (ground: OversightGround, actor: Actor): Decision =>
  decide(actor, { kind: 'do', act: 'look-at-audit' }, undefined, 'privacy-duty', ground.access);

/** One page of the log, newest first by key. The look itself is a line of the log. Content of records is not in it. */
export async function readLog(
  ground: OversightGround,
  actor: Actor,
  question: LogQuestion,
  door: Door,
): Promise<Result<{ readonly lines: readonly LogRow[]; readonly next: string | undefined }>> {
  const found = await askLog(ground, actor, question, { action: 'searched', most: PAGE + 1 }, door);
  if (!found.ok) return found;
  const page = found.value.slice(0, PAGE);
  return ok({ lines: page, next: found.value.length > PAGE ? page.at(-1)?.id : undefined });
}

/** What was found, to take along: at most `EXPORT` lines. That it was taken is a line of the log. */
export function exportLog(
  ground: OversightGround,
  actor: Actor,
  question: LogQuestion,
  door: Door,
): Promise<Result<readonly LogRow[]>> {
  return askLog(ground, actor, question, { action: 'exported', most: EXPORT }, door);
}

async function askLog(
  ground: OversightGround,
  actor: Actor,
  question: LogQuestion,
  how: { readonly action: 'searched' | 'exported'; readonly most: number },
  door: Door,
): Promise<Result<readonly LogRow[]>> {
  const may = duty(ground, actor);
  await noteLook(ground, actor, may, how.action, 'AuditEvent', question.resident, door);
  if (!may.allow) return { ok: false, problem: ABSENT };
  return ok(
    await withActor(ground, actor, { kind: 'duty' }, async (trx) => {
      const along = (question.resident ? await samePerson(trx, [question.resident]) : []).filter(
        (one) => one !== question.resident,
      );
      const { text, values } = logQuery({ ...question, along }, how.most);
      return (await trx.query<LogRow>(text, values)).rows;
    }),
  );
}

/** The workers whom somebody means by the beginnings of their names, or by a reference; at most 50. */
export async function workersMeant(ground: OversightGround, actor: Actor, typed: string): Promise<readonly string[]> {
  if (!duty(ground, actor).allow) return [];
  if (/^(?:Practitioner|Patient|Device)\/[\w.-]+$/.test(typed)) return [typed];
  const { text, values } = workersQuery(typed);
  if (values[0] === '') return [];
  const { rows } = await ground.pool.query<{ person: string }>(text, [...values]);
  return rows.map((row) => row.person);
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
       where resident_id in (select record.same_person(array[$1::uuid]))
       order by closed_at desc nulls first, opened_at desc, id limit 500`,
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
  action: 'searched' | 'opened' | 'exported',
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
