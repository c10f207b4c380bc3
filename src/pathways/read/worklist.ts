import {
  type Actor,
  type Door,
  fail,
  type LocalDate,
  localDate,
  ok,
  partiesOf,
  type Result,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { REFUSALS } from '../refusals.ts';

/** One line of a list: no more than this party may see. */
export type WorklistLine = {
  readonly resident_id: string;
  readonly viewer: string;
  readonly id: string;
  readonly case_id: string;
  readonly kind: 'case' | 'offer' | 'support' | 'sent' | 'review' | 'move' | 'correct';
  readonly label: string;
  readonly age: number | null;
  readonly area: string | null;
  readonly need: string | null;
  /** Message key of what happens now. */
  readonly step: string;
  readonly status: string;
  readonly due: LocalDate | null;
  readonly paused: boolean;
  readonly pause_reason: string | null;
  readonly pause_until: LocalDate | null;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly waits_for: string | null;
  readonly urgent: boolean;
  readonly closed: boolean;
  readonly since: Date;
};

export const VIEWS = ['open', 'new', 'unassigned', 'mine', 'week', 'late', 'waiting', 'closed'] as const;
export type View = (typeof VIEWS)[number];

/** Counts stop here: a list never counts more than it needs. */
export const COUNT_CAP = 100;

export type Worklist = {
  readonly lines: readonly WorklistLine[];
  readonly next: string | undefined;
  /** Up to COUNT_CAP; at the cap say "100 of meer". */
  readonly counts: Readonly<Record<Counted, number>>;
};

/** The views that are counted. */
export const COUNTED = ['new', 'unassigned', 'mine', 'week', 'late', 'waiting'] as const;
export type Counted = (typeof COUNTED)[number];
/** What is to be looked at again comes on the list on its day. */
const DUE_NOW = "(kind <> 'review' or due <= $3::date)";

const CONDITION: Readonly<Record<View, string>> = {
  open: `not closed and ${DUE_NOW}`,
  new: "not closed and kind = 'offer'",
  unassigned: "not closed and kind = 'case' and assignee is null",
  mine: `not closed and assignee = $2 and ${DUE_NOW}`,
  week: `not closed and due <= $3::date + 7 and due >= $3::date and ${DUE_NOW}`,
  late: 'not closed and not paused and due < $3::date',
  waiting: `not closed and waits_for is not null and waits_for <> $4 and ${DUE_NOW}`,
  closed: 'closed',
};

/**
 * The list of the actor's team, services or practice: one page, by due date then id, found by index at any size of
 * region. Being in a list is another audit event than being opened.
 */
export async function worklist(
  ground: PathwayGround,
  actor: Actor,
  asked: {
    readonly view: View;
    readonly after?: string;
    readonly count?: number;
    /** Only the lines of this person (`Practitioner/…`), in whatever view. */
    readonly of?: string;
  },
  door: Door,
): Promise<Result<Worklist>> {
  const act = actor.role === 'practice-nurse' || actor.role === 'gp' ? 'refer' : 'answer';
  const rows = ground.access.filter((row) => row.role === actor.role && row.acts.includes(act));
  if (rows.length === 0 || actor.role === 'system') {
    await ground.audit.write({
      actor,
      action: 'listed',
      allowed: false,
      subjectType: 'Worklist',
      purpose: 'none',
      ground: 'none',
      ...door,
    });
    return fail('absent', REFUSALS.noWorklist);
  }
  const count = Math.min(asked.count ?? 25, 100);
  const today = localDate(ground.clock.now());
  const me =
    actor.role === 'practice-nurse' || actor.role === 'gp'
      ? 'requester'
      : actor.role === 'provider'
        ? 'provider'
        : 'coach';
  const mine = [...partiesOf(actor)];
  const values = [mine, actor.person, today, me];
  const closed = asked.view === 'closed';
  const key = closed
    ? "to_char(since at time zone 'UTC', 'YYYYMMDDHH24MISSMS')"
    : "coalesce(due, '9999-12-31'::date)::text";
  const result = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const cursor = readCursor(asked.after);
    const beyond = cursor
      ? `and (${key}, id) ${closed ? '<' : '>'} ($5, $6)`
      : 'and $5::text is null and $6::text is null';
    const whose = 'and ($7::text is null or assignee = $7)';
    const lines = await trx.query<WorklistLine & { readonly sort: string }>(
      `select resident_id, viewer, id, case_id, kind, label, age, area, need, step, status, due::text as due, paused, pause_reason, pause_until::text as pause_until, assignee, assignee_name, waits_for, urgent, closed, since, ${key} as sort
       from pathways.worklist where viewer = any ($1) and ${CONDITION[asked.view]} ${beyond} ${whose} and ($2::text is not null) and ($3::date is not null) and ($4::text is not null)
       order by ${closed ? `${key} desc, id desc` : `${key}, id`} limit ${count + 1}`,
      [...values, cursor?.[0] ?? null, cursor?.[1] ?? null, asked.of ?? null],
    );
    return { lines: lines.rows, counts: await countOpen(trx, values) };
  });
  const page = result.lines.slice(0, count);
  const last = page[page.length - 1];
  const next =
    result.lines.length > count && last ? Buffer.from(`${last.sort} ${last.id}`).toString('base64url') : undefined;
  const purpose = rows[0]!;
  await Promise.all(
    [...new Set(page.map((line) => line.resident_id))].map((resident) =>
      ground.audit.write({
        actor,
        action: 'listed',
        allowed: true,
        resident,
        subjectType: 'Worklist',
        purpose: purpose.purpose,
        ground: purpose.ground,
        ...door,
      }),
    ),
  );
  return ok({ lines: page, next, counts: result.counts });
}

/** So many open lines are counted in one pass; a party with more gets its counts by index, each up to the cap. */
const ONE_PASS = 1000;

/** How many lines stand in each view, up to the cap. `values`: parties, person, today, part in the pathway. */
async function countOpen(trx: Trx, values: readonly unknown[]): Promise<Readonly<Record<Counted, number>>> {
  const typed = '($2::text is not null) and ($3::date is not null) and ($4::text is not null)';
  const passed = COUNTED.map(
    (view) => `least(count(*) filter (where ${CONDITION[view]}), ${COUNT_CAP})::int as ${view}`,
  );
  const { rows } = await trx.query<Record<Counted, number> & { readonly read: number }>(
    `select count(*)::int as read, ${passed.join(', ')}
     from (select kind, assignee, due, paused, waits_for, closed from pathways.worklist
           where viewer = any ($1) and not closed limit ${ONE_PASS}) few where ${typed}`,
    [...values],
  );
  if (rows[0]!.read < ONE_PASS) return rows[0]!;
  const counted = COUNTED.map(
    (view) =>
      `(select count(*)::int from (select 1 from pathways.worklist where viewer = any ($1) and ${CONDITION[view]} limit ${COUNT_CAP}) few) as ${view}`,
  );
  const { rows: large } = await trx.query<Record<Counted, number>>(`select ${counted.join(', ')} where ${typed}`, [
    ...values,
  ]);
  return large[0]!;
}

function readCursor(after: string | undefined): readonly [string, string] | undefined {
  if (!after) return undefined;
  const [sort, id] = Buffer.from(after, 'base64url').toString().split(' ');
  return sort && id ? [sort, id] : undefined;
}
