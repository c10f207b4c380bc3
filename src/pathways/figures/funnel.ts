import type { Pathway, Region } from '../../content/index.ts';
import { type Cell, type Published, publishTable, type Sum } from '../../figures/index.ts';
import { type Ground, type LocalDate, localDate, systemActor, type Trx, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';
import { SYSTEM } from '../shapes.ts';

/** The steps from signal to better, and the happening that is each of them. `better` is a good outcome of `completed`. */
export const FUNNEL_STEPS = [
  { step: 'signal', event: 'referral-requested' },
  { step: 'reached', event: 'first-contact' },
  { step: 'conversation', event: 'conversation-held' },
  { step: 'referred', event: 'provider-requested' },
  { step: 'accepted', event: 'provider-accepted' },
  { step: 'completed', event: 'outcome-recorded' },
  { step: 'better', event: 'outcome-recorded' },
] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number]['step'];

/** One step in one area and month, as it was published. */
export type FunnelFigure = {
  readonly pathway: string;
  /** The first day of the month. */
  readonly month: LocalDate;
  readonly area: string;
  readonly step: FunnelStep;
  readonly people: Published;
  readonly in_time: Published;
  readonly days: number | null;
};

/** What is counted: residents of one place who took one step, how many of them in time, and the days it took. */
export type FunnelCount = {
  readonly place: string;
  readonly step: FunnelStep;
  readonly people: number;
  readonly in_time: number;
  readonly days: number | null;
};

/** So far back that a whole calendar year is in it, whatever the month. */
const MONTHS = 24;
const COUNTER = systemActor('funnel');

/** The norms that end with a step: what is answered with yes ends the norm of the answer. */
export function normsOf(pathway: Pick<Pathway, 'norms'>, step: FunnelStep): Pathway['norms'] {
  if (step === 'better') return [];
  const event = FUNNEL_STEPS.find((one) => one.step === step)!.event;
  const until: readonly string[] = event === 'provider-accepted' ? [event, 'provider-answered'] : [event];
  return pathway.norms.filter((norm) => until.includes(norm.until));
}

/** From which moment the days to a step are counted: that of its norm, else the step before it. */
export function countedFrom(pathway: Pick<Pathway, 'norms'>, step: FunnelStep): string | undefined {
  const [norm] = normsOf(pathway, step);
  if (norm) return norm.from;
  const at = FUNNEL_STEPS.findIndex((one) => one.step === step);
  return step === 'better' ? 'support-started' : FUNNEL_STEPS[at - 1]?.event;
}

/**
 * Residents who took a step ($3 its event) in a month ($2 its first day) of a pathway ($1), the first time in their case:
 * by place, and once more all together (`whole`); in how many days since $4, and whether by the last day of its norms ($5).
 * Where $6 is given only those whose outcome is one of these. Whose municipality is not of the region ($8), or is kept
 * secret, is not counted: what is left of the region's total would tell of them.
 */
const COUNT = `
  select p.municipality as place, grouping(p.municipality) = 1 as whole, count(*)::int as people,
    count(*) filter (where s.in_time)::int as in_time,
    round(percentile_cont(0.5) within group (order by s.days))::int as days
  from (
    select k.resident_id,
      bool_or(d.due is not null and (h.at at time zone 'Europe/Amsterdam')::date <= d.due) as in_time,
      min((h.at at time zone 'Europe/Amsterdam')::date - (f.at at time zone 'Europe/Amsterdam')::date) as days
    from pathways."case" k
    cross join lateral (
      select min(h.at) as at, (array_agg(h.task order by h.at))[1] as task from pathways.happening h
      where h.resident_id = k.resident_id and h.case_id = k.id and h.event = $3) h
    left join lateral (
      select max(f.at) as at from pathways.happening f
      where f.resident_id = k.resident_id and f.case_id = k.id and f.event = $4 and f.at <= h.at) f on true
    left join lateral (
      select min(c.due) as due from pathways.clock c
      where c.resident_id = k.resident_id and c.case_id = k.id and c.norm = any ($5)) d on true
    where k.pathway = $1 and k.stage <> 'entered-in-error'
      and (h.at at time zone 'Europe/Amsterdam')::date >= $2::date
      and (h.at at time zone 'Europe/Amsterdam')::date < $2::date + interval '1 month'
      and ($6::text[] is null or exists (
        select 1 from record.resource r where r.resident_id = k.resident_id and r.type = 'Task' and r.id = h.task
          and jsonb_path_exists(r.content::jsonb,
            '$.output[*].valueCodeableConcept.coding[*] ? (@.system == $system && @.code == $codes[*])',
            jsonb_build_object('system', $7::text, 'codes', to_jsonb($6::text[])))))
    group by k.resident_id) s
  join record.person p on p.resident_id = s.resident_id and p.municipality = any ($8)
  group by grouping sets ((p.municipality), ())`;

/**
 * Publishes every whole month that was not published yet, up to two years back, for every pathway; a month is published
 * once. Gives how many months it published.
 */
export async function publishFunnel(ground: PathwayGround): Promise<number> {
  const { region } = ground.definitions;
  let published = 0;
  for (const pathway of region.pathways)
    for (const month of await unpublishedMonths(ground, pathway.id))
      published += (await publishMonth(ground, pathway, month)) ? 1 : 0;
  return published;
}

/** The whole months up to two years back that were not published yet, oldest first. */
export async function unpublishedMonths(
  ground: Pick<Ground, 'pool' | 'clock'>,
  pathway: string,
): Promise<readonly string[]> {
  const until = `${localDate(ground.clock.now()).slice(0, 7)}-01`;
  const { rows } = await ground.pool.query<{ month: string }>(
    `select m::date::text as month from generate_series($2::date - interval '${MONTHS} months', $2::date - interval '1 month', interval '1 month') m
     where not exists (select 1 from pathways.funnel f where f.pathway = $1 and f.month = m::date) order by 1`,
    [pathway, until],
  );
  return rows.map(({ month }) => month);
}

async function publishMonth(ground: PathwayGround, pathway: Pathway, month: string): Promise<boolean> {
  const { region } = ground.definitions;
  const ids = new Map(region.municipalities.map(({ id, name }) => [name, id]));
  return publishMonthAs(ground, region, pathway, month, async (trx) =>
    (await countMonth(trx, pathway, month, [...ids.keys()])).map((one) => ({
      ...one,
      place: one.whole ? region.id : ids.get(one.place)!,
    })),
  );
}

/**
 * Publishes one month of a pathway from counts by municipality and of the region (`place` its id), after suppression;
 * false where it was published before.
 */
export async function publishMonthAs(
  ground: Ground,
  region: Region,
  pathway: Pathway,
  month: string,
  countsOf: (trx: Trx) => Promise<readonly FunnelCount[]>,
): Promise<boolean> {
  return withActor(ground, COUNTER, { kind: 'region' }, async (trx) => {
    // Two sweeps at once: who is second finds it published.
    await trx.query('lock table pathways.funnel in share row exclusive mode');
    const done = await trx.query('select 1 from pathways.funnel where pathway = $1 and month = $2 limit 1', [
      pathway.id,
      month,
    ]);
    if (done.rowCount) return false;
    const places = region.municipalities.map(({ id }) => id);
    const rows = publishCounts(region.id, places, pathway, await countsOf(trx));
    await trx.query(
      `insert into pathways.funnel (pathway, month, area, step, people, in_time, days, published_at)
       select $1, $2, area, step, people, in_time, days, $3
       from json_to_recordset($4::json) as f (area text, step text, people int, in_time int, days int)`,
      [pathway.id, month, ground.clock.now(), JSON.stringify(rows)],
    );
    return true;
  });
}

async function countMonth(
  trx: Trx,
  pathway: Pathway,
  month: string,
  municipalities: readonly string[],
): Promise<readonly RawCount[]> {
  const good = pathway.outcomes.filter((one) => one.good).map(({ code }) => code);
  const counts: RawCount[] = [];
  for (const { step, event } of FUNNEL_STEPS) {
    const { rows } = await trx.query<Omit<RawCount, 'step'>>(COUNT, [
      pathway.id,
      month,
      event,
      countedFrom(pathway, step) ?? '',
      normsOf(pathway, step).map(({ id }) => id),
      step === 'better' ? good : null,
      SYSTEM.outcome,
      municipalities,
    ]);
    counts.push(...rows.map((row) => ({ ...row, step })));
  }
  return counts;
}

type RawCount = FunnelCount & { readonly whole: boolean };

/**
 * One month as a table with its sums: every step in every municipality and in the region, who was in time and who was
 * late, and who is better of who completed. What is never shown but follows is in it.
 */
export function funnelTable(
  region: string,
  places: readonly string[],
  pathway: Pick<Pathway, 'norms'>,
  counts: readonly FunnelCount[],
): { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] } {
  const of = (place: string, step: FunnelStep) => {
    const found = counts.filter((one) => one.place === place && one.step === step);
    return {
      people: found.reduce((sum, one) => sum + one.people, 0),
      in_time: found.reduce((sum, one) => sum + one.in_time, 0),
    };
  };
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  for (const { step } of FUNNEL_STEPS) {
    const normed = normsOf(pathway, step).length > 0;
    const kinds = normed ? (['people', 'in-time', 'late'] as const) : (['people'] as const);
    const value = (what: (typeof kinds)[number], place: string) => {
      const { people, in_time } = of(place, step);
      return what === 'people' ? people : what === 'in-time' ? in_time : people - in_time;
    };
    for (const what of kinds) {
      for (const place of places)
        cells.push({
          id: id(what, step, place),
          count: value(what, place),
          ...(what === 'late' ? { unshown: true } : {}),
        });
      cells.push({
        id: id(what, step, region),
        count: places.reduce((sum, place) => sum + value(what, place), 0),
        ...(what === 'late' ? { unshown: true } : {}),
      });
      sums.push({ total: id(what, step, region), parts: places.map((place) => id(what, step, place)) });
    }
    if (normed)
      for (const place of [...places, region])
        sums.push({ total: id('people', step, place), parts: [id('in-time', step, place), id('late', step, place)] });
  }
  // Who is better is a part of who completed in the same month: the rest follows, and is guarded with it.
  for (const place of [...places, region]) {
    const [whole, part] = ['completed', 'better'].map(
      (step) => cells.find((cell) => cell.id === id('people', step, place))!.count,
    );
    cells.push({ id: id('rest', 'better', place), count: whole! - part!, unshown: true });
    sums.push({
      total: id('people', 'completed', place),
      parts: [id('people', 'better', place), id('rest', 'better', place)],
    });
  }
  return { cells, sums };
}

const id = (what: string, step: string, place: string) => `${what} ${step} ${place}`;

/** What may be shown of one month. */
export function publishCounts(
  region: string,
  municipalities: readonly string[],
  pathway: Pick<Pathway, 'norms'>,
  counts: readonly FunnelCount[],
): readonly Omit<FunnelFigure, 'pathway' | 'month'>[] {
  const { cells, sums } = funnelTable(region, municipalities, pathway, counts);
  // Where nobody took any step everything is hidden; it need not be worked out.
  const shown = counts.some(({ people }) => people > 0) ? publishTable(cells, sums) : new Map<string, Published>();
  return [...municipalities, region].flatMap((area) =>
    FUNNEL_STEPS.map(({ step }) => {
      const people = shown.get(id('people', step, area)) ?? null;
      const [one] = counts.filter((count) => count.place === area && count.step === step);
      return {
        area,
        step,
        people,
        in_time: people === null ? null : (shown.get(id('in-time', step, area)) ?? null),
        days: people === null ? null : (one?.days ?? null),
      };
    }),
  );
}

/** What was published of a pathway since a month, newest first. */
export async function funnelOf(
  ground: Pick<Ground, 'pool'>,
  pathway: string,
  from?: LocalDate,
): Promise<readonly FunnelFigure[]> {
  const { rows } = await ground.pool.query<FunnelFigure>({
    name: 'funnel-of',
    text: `select pathway, month::text as month, area, step, people, in_time, days from pathways.funnel
      where pathway = $1 and ($2::date is null or month >= $2) order by month desc, area, step`,
    values: [pathway, from ?? null],
  });
  return rows;
}

/** When something of a pathway was last published; undefined where nothing was. */
export async function funnelPublishedAt(ground: Pick<Ground, 'pool'>, pathway: string): Promise<Date | undefined> {
  const { rows } = await ground.pool.query<{ at: Date | null }>(
    'select max(published_at) as at from pathways.funnel where pathway = $1',
    [pathway],
  );
  return rows[0]?.at ?? undefined;
}
