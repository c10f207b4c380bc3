import { type Published, publishSets } from '../../figures/index.ts';
import { type LocalDate, localDate, systemActor, type Trx, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { countExperience } from './experience.ts';

/** What is counted for one team, practice or service over one month: residents, in this order of importance. */
export const OWN_COUNTS = [
  'referred',
  'accepted',
  'declined',
  'contacted',
  'contacted-in-time',
  'late',
  'completed',
  'no-show',
] as const;
export type OwnCount = (typeof OWN_COUNTS)[number];
export const OWN_FIGURES = [...OWN_COUNTS, 'days-to-contact'] as const;
export type OwnFigureName = (typeof OWN_FIGURES)[number];

export type OwnFigure = {
  readonly party: string;
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly figure: OwnFigureName;
  readonly value: Published;
};

const COUNTER = systemActor('figures');

/**
 * One line for each resident who was referred in a month: to a team, by a practice ($1: the first month, $2: the first
 * day after the last). Of whole months only; what happened since is counted with the month of the referral.
 */
const REFERRED = `
  select k.resident_id, p.party, date_trunc('month', k.opened_at at time zone 'Europe/Amsterdam')::date as month,
    true as referred,
    bool_or(h.accepted is not null) as accepted,
    bool_or(h.answered is not null and h.accepted is null) as declined,
    bool_or(h.contacted is not null) as contacted,
    bool_or(h.contacted is not null and c.due is not null
      and (h.contacted at time zone 'Europe/Amsterdam')::date <= c.due) as in_time,
    bool_or(l.late) as late,
    bool_or(h.finished is not null) as completed,
    bool_or(exists (select 1 from record.resource a where a.resident_id = k.resident_id and a.type = 'Appointment'
      and a.status = 'noshow' and a.last_updated >= k.opened_at)) as no_show,
    min((h.contacted at time zone 'Europe/Amsterdam')::date - (h.accepted at time zone 'Europe/Amsterdam')::date) as days
  from pathways."case" k
  cross join lateral (values (k.team), (k.practice)) p (party)
  cross join lateral (
    select min(at) filter (where event = 'referral-accepted') as accepted,
      min(at) filter (where event = 'referral-answered') as answered,
      min(at) filter (where event = 'first-contact') as contacted,
      min(at) filter (where event = 'team-finished') as finished
    from pathways.happening h where h.resident_id = k.resident_id and h.case_id = k.id) h
  cross join lateral (
    select min(due) as due from pathways.clock c
    where c.resident_id = k.resident_id and c.case_id = k.id and c.norm like 'first-contact%') c
  cross join lateral (
    select coalesce(bool_or(told_late_at is not null or state = 'overdue'), false) as late
    from pathways.clock c where c.resident_id = k.resident_id and c.case_id = k.id) l
  where k.stage <> 'entered-in-error'
    and (k.opened_at at time zone 'Europe/Amsterdam')::date >= $1 and (k.opened_at at time zone 'Europe/Amsterdam')::date < $2
  group by k.resident_id, p.party, 3`;

/** The same for what coaches asked of a provider's service: one line for each resident. */
const ASKED = `
  select t.resident_id, t.owner as party, t.month, true as referred,
    bool_or(t.status in ('accepted', 'in-progress', 'on-hold', 'completed', 'failed')) as accepted,
    bool_or(t.status = 'rejected') as declined,
    bool_or(t.status in ('in-progress', 'on-hold', 'completed')) as contacted,
    false as in_time,
    bool_or(exists (select 1 from pathways.clock c where c.resident_id = t.resident_id and c.task = t.id
      and (c.told_late_at is not null or c.state = 'overdue'))) as late,
    bool_or(t.status = 'completed') as completed,
    bool_or(exists (select 1 from record.resource a where a.resident_id = t.resident_id and a.type = 'Appointment'
      and a.status = 'noshow' and t.owner = any (a.parties))) as no_show,
    null::int as days
  from (
    select r.resident_id, r.id, r.status, r.content::json -> 'owner' ->> 'reference' as owner,
      date_trunc('month', (r.content::json ->> 'authoredOn')::timestamptz at time zone 'Europe/Amsterdam')::date as month
    from record.resource r
    where r.type = 'Task' and not r.deleted and r.status not in ('draft', 'entered-in-error')
      and r.content::json ->> 'authoredOn' is not null
  ) t
  where t.month >= $1 and t.month < $2
    and exists (select 1 from directory.service s where 'HealthcareService/' || s.id = t.owner)
  group by t.resident_id, t.owner, t.month`;

const BITS = ['referred', 'accepted', 'declined', 'contacted', 'in_time', 'late', 'completed', 'no_show'] as const;
const SETS = BITS.map((column, bit) => `(case when ${column} then ${1 << bit} else 0 end)`).join(' + ');

type Row = { readonly party: string; readonly month: LocalDate; readonly sets: number; readonly people: number };
type Days = { readonly party: string; readonly month: LocalDate; readonly days: number };

/**
 * Counts the whole months of the last year for every team, practice and service, once a day, and keeps only what may be
 * published. Gives whether it counted.
 */
export async function computeOwnFigures(ground: PathwayGround): Promise<boolean> {
  const now = ground.clock.now();
  const today = localDate(now);
  const until = `${today.slice(0, 7)}-01`;
  return withActor(ground, COUNTER, { kind: 'region' }, async (trx) => {
    const done = await trx.query(
      `select 1 from pathways.own_figure where party = '' and (computed_at at time zone 'Europe/Amsterdam')::date = $1 limit 1`,
      [today],
    );
    if (done.rowCount) return false;
    for (const source of [REFERRED, ASKED]) await countOne(trx, source, until, now);
    await countExperience(ground, trx, now);
    // That it was counted today, also where there was nothing to count.
    await trx.query(
      `insert into pathways.own_figure (party, month, figure, computed_at) values ('', $1, 'counted', $2)
       on conflict (party, month, figure) do update set computed_at = excluded.computed_at`,
      [until, now],
    );
    return true;
  });
}

async function countOne(trx: Trx, source: string, until: string, now: Date): Promise<void> {
  const months = [`${Number(until.slice(0, 4)) - 1}${until.slice(4)}`, until];
  const groups = await trx.query<Row>(
    `select party, month::text as month, ${SETS} as sets, count(*)::int as people from (${source}) r group by 1, 2, 3`,
    months,
  );
  const medians = await trx.query<Days>(
    `select party, month::text as month, round(percentile_cont(0.5) within group (order by days))::int as days
     from (${source}) r where days is not null group by 1, 2`,
    months,
  );
  const days = new Map(medians.rows.map((row) => [`${row.party} ${row.month}`, row.days]));
  const rows = [...Map.groupBy(groups.rows, ({ party, month }) => `${party} ${month}`)].flatMap(([key, found]) => {
    const { party, month } = found[0]!;
    const shown = publishSets(found, OWN_COUNTS.length);
    const contacted = shown[OWN_COUNTS.indexOf('contacted')] ?? null;
    return [
      ...OWN_COUNTS.map((figure, index) => ({ party, month, figure, value: shown[index] ?? null })),
      { party, month, figure: 'days-to-contact', value: contacted === null ? null : (days.get(key) ?? null) },
    ];
  });
  await trx.query(
    `insert into pathways.own_figure (party, month, figure, value, computed_at)
     select party, month, figure, value, $2 from json_to_recordset($1::json) as f (party text, month date, figure text, value int)
     on conflict (party, month, figure) do update set value = excluded.value, computed_at = excluded.computed_at`,
    [JSON.stringify(rows), now],
  );
}

/** The published figures of these parties, newest month first. */
export async function ownFigures(trx: Trx, parties: readonly string[], from: LocalDate): Promise<readonly OwnFigure[]> {
  const { rows } = await trx.query<OwnFigure>(
    `select party, month::text as month, figure, value from pathways.own_figure
     where party = any ($1) and month >= $2 and figure not like 'prem:%' order by month desc, party`,
    [parties, from],
  );
  return rows;
}
