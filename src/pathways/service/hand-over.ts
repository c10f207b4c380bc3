import {
  type Actor,
  type Door,
  fail,
  type LocalDate,
  localDate,
  ok,
  type Result,
  type Text,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { perform } from './perform.ts';
import { assignInside } from './task.ts';

/** Why somebody's cases go to a colleague. The first two are for a time. */
export const HAND_OVER_REASONS = ['leave', 'illness', 'left', 'load'] as const;
export type HandOverReason = (typeof HAND_OVER_REASONS)[number];

/** Why a case went over, as it is kept: also because an administrator arranged it (a time away; work in the team that ended). */
type KeptReason = HandOverReason | 'away' | 'team';

type Colleague = { readonly person: string; readonly name: string };

/** How it went: cases that went over, and of the others whose they are and why not. */
export type HandedOver = {
  readonly handed: number;
  readonly kept: readonly { readonly label: string; readonly why: Text }[];
};

type Line = {
  readonly resident_id: string;
  readonly case_id: string;
  readonly label: string;
  readonly assignee: string | null;
};

/**
 * A colleague takes over every open case somebody has, or only those named (leave, illness, gone, too much): one
 * transaction a case, so that one that cannot go over does not hold the others. `until`: the last day, where it is for a
 * time. Says how many went over, and which did not and why.
 */
export async function handOver(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly team: string;
    readonly from: Colleague;
    readonly to: Colleague;
    readonly reason: HandOverReason;
    readonly until?: LocalDate;
    readonly cases?: readonly string[];
  },
  door: Door,
): Promise<Result<HandedOver>> {
  if (!actor.services.includes(what.team)) return NOT_YOURS;
  if (what.until && what.until < localDate(ground.clock.now()))
    return fail('unprocessable', PAST_DAY, [{ place: 'until', text: PAST_DAY }]);
  const lines = (await linesOf(ground, actor, what.team)).filter(
    (line) => line.assignee === what.from.person && (!what.cases || what.cases.includes(line.case_id)),
  );
  return each(lines, (line) =>
    perform(ground, actor, { resident: line.resident_id, act: 'hand-over' }, door, async (trx, why) => {
      const which = { resident: line.resident_id, caseId: line.case_id };
      await assignInside(ground, trx, actor, { ...which, to: what.to, from: what.from.person }, why, door);
      const { team, from, to, reason, until } = what;
      await keepHandOver(ground, trx, { ...which, team, from, to, reason, until, by: actor.name });
    }),
  );
}

/** Keeps that a case went over, in the transaction in which it did. `leave`: because of which time away (`directory.leave`). */
export async function keepHandOver(
  ground: PathwayGround,
  trx: Trx,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly team: string;
    readonly from: Colleague;
    readonly to: Colleague;
    readonly reason: KeptReason;
    readonly until: LocalDate | undefined;
    readonly leave?: string | undefined;
    readonly by: string;
  },
): Promise<void> {
  await trx.query(
    `insert into pathways.hand_over (resident_id, case_id, id, team, at, from_person, from_name, to_person, to_name, reason, until, by_name, leave)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      what.resident,
      what.caseId,
      ulid(ground.clock),
      what.team,
      ground.clock.now(),
      what.from.person,
      what.from.name,
      what.to.person,
      what.to.name,
      what.reason,
      what.until ?? null,
      what.by,
      what.leave ?? null,
    ],
  );
}

/** Gives several cases of the actor's teams to one colleague: all, or it is told which not. `from`: who had it when this was chosen. */
export async function assignMany(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly cases: readonly { readonly caseId: string; readonly from: string | null }[];
    readonly to: Colleague;
  },
  door: Door,
): Promise<Result<HandedOver>> {
  const all = (await Promise.all(actor.services.map((team) => linesOf(ground, actor, team)))).flat();
  const chosen = new Map(what.cases.map((one) => [one.caseId, one.from]));
  const lines = all.filter((line) => chosen.has(line.case_id));
  return each(lines, (line) =>
    perform(ground, actor, { resident: line.resident_id, act: 'assign' }, door, (trx, why) =>
      assignInside(
        ground,
        trx,
        actor,
        {
          resident: line.resident_id,
          caseId: line.case_id,
          to: what.to,
          from: chosen.get(line.case_id) ?? null,
        },
        why,
        door,
      ),
    ),
  );
}

/** Cases that went over for a time and are still with who took over. */
export type Lent = {
  readonly team: string;
  readonly from: Colleague;
  readonly to: Colleague;
  /** The last day; `undefined` where nobody knows it yet. */
  readonly until: LocalDate | undefined;
  readonly cases: number;
};

/** Not yet gone back, and meant to: until a day, or until a leave ends of which nobody knows the day. */
const FOR_A_TIME = 'h.back_at is null and (h.until is not null or h.leave is not null)';

/** What the actor's teams handed over for a time, soonest back first. */
export async function lentCases(ground: PathwayGround, actor: Actor): Promise<readonly Lent[]> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<
      Record<'team' | 'fp' | 'fn' | 'tp' | 'tn', string> & { until: LocalDate | null; n: number }
    >(
      `select h.team, h.from_person as fp, h.from_name as fn, h.to_person as tp, h.to_name as tn, max(h.until)::text as until, count(distinct h.case_id)::int as n
       from pathways.hand_over h
       join pathways.worklist w on w.resident_id = h.resident_id and w.viewer = h.team and w.case_id = h.case_id
         and w.assignee = h.to_person and not w.closed and w.kind = 'case'
       where h.team = any ($1) and ${FOR_A_TIME}
       group by 1, 2, 3, 4, 5 order by until, fn`,
      [[...actor.services]],
    );
    return rows.map((row) => ({
      team: row.team,
      from: { person: row.fp, name: row.fn },
      to: { person: row.tp, name: row.tn },
      until: row.until ?? undefined,
      cases: row.n,
    }));
  });
}

/** Who was away is back: what a colleague took over for that time goes back, as far as the colleague still has it. */
export async function handBack(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly team: string; readonly from: Colleague; readonly to: Colleague },
  door: Door,
): Promise<Result<HandedOver>> {
  if (!actor.services.includes(what.team)) return NOT_YOURS;
  const lines = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<Line>(
      `select distinct w.resident_id, w.case_id, w.label, w.assignee from pathways.hand_over h
       join pathways.worklist w on w.resident_id = h.resident_id and w.viewer = h.team and w.case_id = h.case_id
         and w.assignee = h.to_person and not w.closed and w.kind = 'case'
       where h.team = $1 and h.from_person = $2 and h.to_person = $3 and ${FOR_A_TIME}`,
      [what.team, what.from.person, what.to.person],
    );
    return rows;
  });
  return each(lines, (line) =>
    perform(ground, actor, { resident: line.resident_id, act: 'hand-over' }, door, async (trx, why) => {
      const which = { resident: line.resident_id, caseId: line.case_id };
      await assignInside(ground, trx, actor, { ...which, to: what.from, from: what.to.person }, why, door);
      await trx.query(
        `update pathways.hand_over h set back_at = $5
         where resident_id = $1 and case_id = $2 and from_person = $3 and to_person = $4 and ${FOR_A_TIME}`,
        [line.resident_id, line.case_id, what.from.person, what.to.person, ground.clock.now()],
      );
    }),
  );
}

async function linesOf(ground: PathwayGround, actor: Actor, team: string): Promise<readonly Line[]> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<Line>(
      "select resident_id, case_id, label, assignee from pathways.worklist where viewer = $1 and not closed and kind = 'case' order by id",
      [team],
    );
    return rows;
  });
}

async function each<L extends Line>(
  lines: readonly L[],
  work: (line: L) => Promise<Result<unknown>>,
): Promise<Result<HandedOver>> {
  let handed = 0;
  const kept: { label: string; why: Text }[] = [];
  for (const line of lines) {
    const done = await work(line);
    if (done.ok) handed += 1;
    else kept.push({ label: line.label, why: done.problem.text });
  }
  return ok({ handed, kept });
}

const NOT_YOURS = fail('absent', { nl: 'Dit team is niet van u.', en: 'This team is not yours.' });
const PAST_DAY = { nl: 'Kies een dag die nog komt.', en: 'Choose a day that is still to come.' };
