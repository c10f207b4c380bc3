import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type Facet,
  type LocalDate,
  partiesOf,
  type Result,
  relationsOf,
  residentOf,
  type Seen,
  withActor,
} from '../../platform/index.ts';
import { loadOfPerson, maySee, openRow, recordsIn, textFor } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';

/** What a timeline can be narrowed to, and the types of the record behind it. */
export const TIMELINE_KINDS = {
  contact: ['Communication'],
  appointments: ['Appointment'],
  answers: ['QuestionnaireResponse'],
  plan: ['Goal', 'CarePlan'],
  support: ['ServiceRequest', 'Task'],
  consent: ['Consent'],
  team: ['CareTeam'],
} as const;
export type TimelineKind = keyof typeof TIMELINE_KINDS;

const FACET_OF: Readonly<Record<TimelineKind, Facet>> = {
  contact: 'contact',
  appointments: 'contact',
  answers: 'conversation',
  plan: 'conversation',
  support: 'referral',
  consent: 'consent',
  team: 'team',
};

/** One thing that happened, with the entry it happened to as this reader may see it. */
export type Moment = {
  readonly id: string;
  readonly at: Date;
} & (
  | { readonly of: 'entry'; readonly type: string; readonly status: string; readonly entry: Resource }
  | { readonly of: 'pause'; readonly reason: string; readonly by: string; readonly until: LocalDate | null }
  | { readonly of: 'hand-over'; readonly from: string; readonly to: string; readonly reason: string }
);

export type TimelineOf = {
  readonly moments: readonly Moment[];
  readonly next: string | undefined;
  /** The kinds this reader's role sees anything of; the others are not named. */
  readonly kinds: readonly TimelineKind[];
};

type Row = {
  readonly id: string;
  readonly at: Date;
  readonly source: 'entry' | 'pause' | 'hand-over';
  readonly type: string;
  readonly resource_id: string;
  readonly kind: string;
  readonly a: string | null;
  readonly b: string | null;
  readonly c: string | null;
};

const PAGE = 30;

/**
 * Everything that happened to one person that this actor may see, in all their records, latest first, one page by key: both
 * locks on every entry, and of one that may not be seen nothing at all. `anchor`: the request or Task by which the actor
 * comes to the resident. One audit line "opened", durable before this resolves.
 */
export async function readTimeline(
  ground: PathwayGround,
  actor: Actor,
  asked: {
    readonly anchor: { readonly type: 'ServiceRequest' | 'Task'; readonly id: string };
    readonly kind?: TimelineKind;
    readonly after?: string;
  },
  door: Door,
): Promise<Result<TimelineOf>> {
  const { anchor, kind } = asked;
  const resident = residentOf(anchor.id);
  if (!resident || resident === anchor.id) return { ok: false, problem: ABSENT };
  const types = kind ? TIMELINE_KINDS[kind] : Object.values(TIMELINE_KINDS).flat();
  const along = kind === undefined || kind === 'team';
  const [at, id] = cursorOf(asked.after);
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seenBy) => {
    const seen = seenBy[resident];
    const records = recordsIn(seenBy, resident);
    const held = await loadOfPerson(trx, records, [...new Set([...types, anchor.type])]);
    const entries = new Map(
      held
        .filter((row) => maySee(ground, actor, row, seenBy[row.resident_id]).allow)
        .map((row) => [
          `${row.type}/${row.id}`,
          {
            row,
            resource: JSON.parse(
              textFor(actor, row.type, openRow(ground, row, false), seenBy[row.resident_id]),
            ) as Resource,
          },
        ]),
    );
    const from = entries.get(`${anchor.type}/${anchor.id}`);
    if (!from) return { decision: undefined, records: [resident], moments: [], more: undefined, kinds: [] };
    const { rows } = await trx.query<Row>(
      `select * from (
         -- What came about in one act has one moment; it then reads in the order in which one thing follows on another.
         select case type when 'Consent' then 'A' when 'ServiceRequest' then 'B' when 'Task' then 'C' else 'D' end || id as id,
           at, 'entry' as source, type, resource_id, kind, null as a, null as b, null as c from (
           select id, at, type, resource_id, kind, lag(kind) over (partition by type, resource_id order by at, id) as before
           from record.timeline where resident_id = any ($1::uuid[]) and type = any ($2)) t
         -- The same again is no news, but for a change of who is in the care team.
         where before is distinct from kind or type = 'CareTeam'
         union all
         select 'E' || id, from_at, 'pause', '', '', '', reason, by_name, expected::text from pathways.pause
         where resident_id = any ($1::uuid[]) and $3
         union all
         -- What a hand-over changed has the same moment; who took over from whom stands on top of it.
         select 'Z' || id, at, 'hand-over', '', '', '', from_name, to_name, reason from pathways.hand_over
         where resident_id = any ($1::uuid[]) and $3 and team = any ($4)
       ) moments
       where ($5::timestamptz is null or (at, id) < ($5, $6)) order by at desc, id desc limit $7`,
      [records, types, along, [...partiesOf(actor)], at ?? null, id ?? null, PAGE + 1],
    );
    const page = rows.slice(0, PAGE);
    return {
      decision: maySee(ground, actor, from.row, seen),
      records,
      moments: page.flatMap((row) => momentOf(row, entries.get(`${row.type}/${row.resource_id}`)?.resource)),
      more: rows.length > PAGE ? page.at(-1) : undefined,
      kinds: kindsFor(ground, actor, seen),
    };
  });
  for (const one of read.records)
    await ground.audit.write({
      actor,
      action: 'opened',
      allowed: read.decision?.allow ?? false,
      resident: one,
      subjectType: anchor.type,
      // The entry by which they came is of one record; in the log of another stands that it was read along.
      ...(one === resident ? { subjectId: anchor.id } : {}),
      purpose: read.decision?.allow ? read.decision.purpose : 'none',
      ground: read.decision?.allow ? read.decision.ground : 'none',
      detail: 'timeline',
      ...door,
    });
  if (!read.decision?.allow) return { ok: false, problem: ABSENT };
  return {
    ok: true,
    value: {
      moments: read.moments,
      next: read.more && Buffer.from(`${read.more.at.toISOString()} ${read.more.id}`).toString('base64url'),
      kinds: read.kinds,
    },
  };
}

/** The kinds of which this actor, in this relation with the resident, sees anything, whole or its own. */
function kindsFor(ground: PathwayGround, actor: Actor, seen: Seen | undefined): readonly TimelineKind[] {
  const relations = relationsOf(actor, seen);
  const facets = new Set(
    ground.access
      .filter((row) => row.role === actor.role && relations.includes(row.relation))
      .flatMap((row) => [...row.whole, ...row.own]),
  );
  return (Object.keys(TIMELINE_KINDS) as TimelineKind[]).filter((kind) => facets.has(FACET_OF[kind]));
}

function momentOf(row: Row, entry: Resource | undefined): readonly Moment[] {
  const { id, at } = row;
  if (row.source === 'pause')
    return [{ id, at, of: 'pause', reason: row.a ?? '', by: row.b ?? '', until: row.c as LocalDate | null }];
  if (row.source === 'hand-over')
    return [{ id, at, of: 'hand-over', from: row.a ?? '', to: row.b ?? '', reason: row.c ?? '' }];
  const [, status = ''] = row.kind.split('.');
  return entry ? [{ id, at, of: 'entry', type: row.type, status, entry }] : [];
}

function cursorOf(after: string | undefined): readonly [Date | undefined, string | undefined] {
  const [at, id] = Buffer.from(after ?? '', 'base64url')
    .toString()
    .split(' ');
  const moment = new Date(at ?? '');
  return id && !Number.isNaN(moment.getTime()) ? [moment, id] : [undefined, undefined];
}
