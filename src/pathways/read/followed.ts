import {
  type Actor,
  type Door,
  decide,
  isSystem,
  type LocalDate,
  ok,
  partiesOf,
  type Result,
  withActor,
} from '../../platform/index.ts';
import { type CaseRow, type ClockRow, type HappeningRow, loadHappenings } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import type { Request } from '../shapes.ts';
import { type CaseView, openCase, openTask } from './case.ts';

/** One case or referral that concerns another system, without a word on who it is about. */
export type Followed = {
  readonly resident_id: string;
  /** The case (a ServiceRequest), or the Task that was given to one of its services. */
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly step: string;
  readonly status: string;
  readonly due: LocalDate | null;
  readonly paused: boolean;
  readonly urgent: boolean;
  readonly closed: boolean;
  readonly since: Date;
};

const COLUMNS = 'resident_id, id, case_id, kind, step, status, due::text as due, paused, urgent, closed, since';
/** What stands on the list of a team for a while (reviews, moves, corrections) is no case of its own. */
const KINDS = ['case', 'offer', 'support', 'sent'];

/**
 * The cases that concern a system, by id: those on the lists of its organisation and services; of the whole region for a
 * regional one. `after`: the last id of the page before. Each resident in it leaves a line "listed".
 */
export async function followedCases(
  ground: PathwayGround,
  actor: Actor,
  asked: { readonly after?: string | undefined; readonly count: number; readonly closed?: boolean | undefined },
  door: Door,
): Promise<Result<{ readonly lines: readonly Followed[]; readonly next: string | undefined }>> {
  if (!isSystem(actor)) return ok({ lines: [], next: undefined });
  const whole = actor.role === 'system';
  const { rows } = await withActor(ground, actor, { kind: whole ? 'region' : 'none' }, (trx) =>
    trx.query<Followed>(
      `select distinct on (id) ${COLUMNS} from pathways.worklist
       where (${whole ? "$1::text[] is not null and kind = 'case'" : 'viewer = any ($1)'}) and kind = any ($2)
         and ($3::text is null or id > $3) and ($4::boolean is null or closed = $4)
       order by id, viewer limit $5`,
      [[...partiesOf(actor)], KINDS, asked.after ?? null, asked.closed ?? null, asked.count + 1],
    ),
  );
  const lines = rows.slice(0, asked.count);
  const may = decide(actor, { kind: 'do', act: 'subscribe' }, undefined, undefined, ground.access);
  await Promise.all(
    [...new Set(lines.map((line) => line.resident_id))].map((resident) =>
      ground.audit.write({
        actor,
        action: 'listed',
        allowed: true,
        resident,
        subjectType: 'Worklist',
        purpose: may.allow ? may.purpose : 'none',
        ground: may.allow ? may.ground : 'none',
        ...door,
      }),
    ),
  );
  return ok({ lines, next: rows.length > asked.count ? lines.at(-1)?.id : undefined });
}

export type FollowedCase = {
  readonly line: Followed;
  readonly view: CaseView;
  readonly row: CaseRow | undefined;
  /** What happened, where the system sees the case and not only what was asked of its own service. */
  readonly happenings: readonly HappeningRow[];
  readonly clocks: readonly ClockRow[];
};

/** One of them: both locks on every part, and a line "opened". Denied and absent are the same. */
export async function followedCase(
  ground: PathwayGround,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<FollowedCase>> {
  const line = await lineOf(ground, actor, id);
  const opened =
    line && line.kind !== 'case' && line.id !== line.case_id
      ? await openTask(ground, actor, id, door)
      : await openCase(
          ground,
          actor,
          { resident: line?.resident_id ?? residentIn(id), caseId: line?.case_id ?? id },
          door,
        );
  if (!opened.ok) return opened;
  if (!line) return { ok: false, problem: { kind: 'absent', text: NOT_THERE } };
  const view = opened.value;
  const happenings = view.row
    ? await withActor(
        ground,
        actor,
        actor.role === 'system' ? { kind: 'region' } : { kind: 'resident', resident: line.resident_id },
        (trx) => loadHappenings(trx, line.resident_id, line.case_id),
      )
    : [];
  return ok({ line, view, row: view.row, happenings, clocks: view.clocks });
}

const NOT_THERE = {
  nl: 'Deze pagina of dit gegeven is er niet (meer), of is niet voor u.',
  en: 'This page or information is not here (any more), or is not for you.',
};

const residentIn = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

async function lineOf(ground: PathwayGround, actor: Actor, id: string): Promise<Followed | undefined> {
  if (!isSystem(actor)) return undefined;
  const whole = actor.role === 'system';
  const { rows } = await withActor(ground, actor, { kind: whole ? 'region' : 'none' }, (trx) =>
    trx.query<Followed>(
      `select ${COLUMNS} from pathways.worklist
       where (${whole ? '$1::text[] is not null' : 'viewer = any ($1)'}) and id = $2 and kind = any ($3) order by viewer limit 1`,
      [[...partiesOf(actor)], id, KINDS],
    ),
  );
  return rows[0];
}

/** The requests that a system sees of a case, each with what was answered. */
export function referralsOf(
  view: CaseView,
): readonly { readonly request: Request; readonly tasks: CaseView['onward'][number]['tasks'] }[] {
  const first = view.first ? [{ request: view.first, tasks: view.firstTask ? [view.firstTask] : [] }] : [];
  return [...first, ...view.onward];
}
