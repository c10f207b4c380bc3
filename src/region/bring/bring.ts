import type { Indicator, Region } from '../../content/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  fail,
  type Ground,
  ok,
  Refusal,
  type Result,
  type Trx,
  ulid,
  withActor,
} from '../../platform/index.ts';
import { denied, mayDo, type RegionGround, refusals, told } from '../acts.ts';
import { areaOf } from '../model/area.ts';
import { type Draft, type Load, municipalityOf, type Row } from '../model/brought.ts';
import type { Figure } from '../model/figure.ts';
import { withBrought } from '../model/shown.ts';
import {
  aboutsOf,
  addLoad,
  figuresOfLoad,
  loadById,
  loadsOf,
  oneAtATime,
  settle,
  standingOf,
  stateOf,
} from '../store/loads.ts';
import { plan } from './plan.ts';

/** What is new, changed and the same when a draft is brought in. */
export type Difference = {
  readonly row: Row;
  /** What stands now; undefined where nothing does. */
  readonly was: number | undefined;
};

export type DraftRead = {
  readonly draft: Draft;
  readonly indicator: Indicator;
  readonly differences: readonly Difference[];
  readonly same: number;
  /** What was previewed; see `bringIn`. */
  readonly state: string;
};

/** The region with what was brought in. */
export async function shownRegion(ground: Pick<Ground, 'pool'>, region: Region): Promise<Region> {
  return withBrought(region, await aboutsOf(ground.pool));
}

export const indicatorIn = (region: Region, id: string): Indicator | undefined =>
  region.themes.flatMap(({ indicators }) => indicators).find((one) => one.id === id);

/** What this actor may say something of: one municipality, or everything. */
export function onlyOf(
  region: Region,
  actor: Pick<Actor, 'organisation'>,
): { readonly area: string; readonly name: string } | undefined {
  const municipality = municipalityOf(region, actor);
  const area = areaOf(region, municipality);
  return municipality && area ? { area: area.id, name: area.name } : undefined;
}

type NewDraft = Pick<Draft, 'kind' | 'indicator' | 'series' | 'about' | 'rows' | 'mistakes' | 'file' | 'pick'> & {
  readonly digest: string;
  readonly source_version?: string | undefined;
};

/** Keeps what was read in, to be looked at before it is brought in. */
export async function keepDraft(
  house: RegionGround,
  actor: Actor,
  draft: NewDraft,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const { ground } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  const id = ulid(ground.clock);
  await withActor(ground, actor, { kind: 'none' }, async (trx) => {
    await trx.query(
      `insert into region.draft (id, at, person, organisation, kind, indicator, series, about, rows, mistakes, file, digest, source_version, pick)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        id,
        ground.clock.now(),
        actor.person,
        actor.organisation,
        draft.kind,
        draft.indicator,
        draft.series,
        JSON.stringify(draft.about),
        JSON.stringify(draft.rows),
        JSON.stringify(draft.mistakes),
        draft.file,
        draft.digest,
        draft.source_version ?? null,
        draft.pick && JSON.stringify(draft.pick),
      ],
    );
    await told(trx, ground, actor, decision, 'created', 'FigureDraft', id, door);
  });
  return ok({ id });
}

/** A draft of one's own, beside what stands now. */
export async function openDraft(house: RegionGround, actor: Actor, id: string, door: Door): Promise<Result<DraftRead>> {
  const { ground } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const read = await readDraft(trx, house, actor, id);
    return read ? ok(read) : { ok: false, problem: ABSENT };
  });
}

async function readDraft(
  trx: Trx,
  { region }: RegionGround,
  actor: Actor,
  id: string,
): Promise<(DraftRead & { readonly digest: string }) | undefined> {
  const { rows } = await trx.query<Draft & { digest: string }>(
    `select id, kind, indicator, series, about, rows, mistakes, file, digest, source_version, pick, load from region.draft
     where id = $1 and person = $2`,
    [id, actor.person],
  );
  const [draft] = rows;
  const indicator = draft && indicatorIn(withBrought(region, await aboutsOf(trx, draft.indicator)), draft.indicator);
  if (!draft || !indicator) return undefined;
  const key = ({ area, year, sex, age }: Row) => [area, year, sex, age].join('|');
  const standing = new Map((await standingOf(trx, draft.indicator, draft.series)).map((one) => [key(one), one]));
  const differs = draft.rows.flatMap((row): readonly Difference[] => {
    const now = standing.get(key(row));
    const same = now && now.value === row.value && now.lower === row.lower && now.upper === row.upper;
    return same ? [] : [{ row, was: now?.value }];
  });
  return {
    draft,
    digest: draft.digest,
    indicator,
    differences: differs,
    same: draft.rows.length - differs.length,
    state: await stateOf(trx, draft.indicator),
  };
}

const CHANGED = fail('conflict', {
  nl: 'Iemand anders heeft dit onderwerp intussen veranderd. Er is niets ingebracht. Hieronder ziet u wat er nu anders wordt. Klopt het? Druk dan opnieuw op de knop.',
  en: 'Somebody else changed this subject in the meantime. Nothing was brought in. Below you see what changes now. Is it right? Then press the button again.',
});

/**
 * Brings a draft in, whole or not at all. `state` is what its maker saw: where a load came in or was undone since, they
 * look again first (`conflict`). A second press gives the same load.
 */
export async function bringIn(
  house: RegionGround,
  actor: Actor,
  asked: { readonly draft: string; readonly state: string },
  door: Door,
): Promise<Result<{ readonly load: string; readonly number: number }>> {
  const { ground } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  return refusals(() =>
    withActor(ground, actor, { kind: 'none' }, async (trx) => {
      await oneAtATime(trx);
      const read = await readDraft(trx, house, actor, asked.draft);
      if (!read) throw new Refusal(ABSENT);
      const { draft } = read;
      if (draft.load) return ok({ load: draft.load, number: (await loadById(trx, draft.load))!.number });
      if (draft.mistakes.length > 0 || draft.rows.length === 0)
        throw new Refusal({
          kind: 'unprocessable',
          text: {
            nl: 'Er staan nog fouten in. Er is niets ingebracht.',
            en: 'There are mistakes in it. Nothing was brought in.',
          },
        });
      if (read.state !== asked.state) return CHANGED;
      const load = ulid(ground.clock);
      await addLoad(
        trx,
        {
          id: load,
          at: ground.clock.now(),
          kind: draft.kind,
          by_name: actor.name,
          person: actor.person,
          organisation: actor.organisation,
          indicator: draft.indicator,
          series: draft.series,
          about: draft.about,
          file: draft.file,
          digest: read.digest,
          source_version: draft.source_version,
        },
        draft.rows.map((row): Figure => ({ ...row, indicator: draft.indicator, series: draft.series })),
      );
      await trx.query('update region.draft set load = $2 where id = $1', [draft.id, load]);
      if (draft.pick && draft.pick.every !== 'once') await plan(trx, ground, actor, draft);
      await told(trx, ground, actor, decision, 'created', 'FigureLoad', load, door);
      return ok({ load, number: (await loadById(trx, load))!.number });
    }),
  );
}

/** The loads that were made, newest first, and whether there are more. */
export async function listLoads(
  house: RegionGround,
  actor: Actor,
  before: number | undefined,
  door: Door,
): Promise<Result<{ readonly loads: readonly Load[]; readonly next: number | undefined }>> {
  const { ground } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  const found = await loadsOf(ground.pool, { before, count: PAGE + 1 });
  const loads = found.slice(0, PAGE);
  return ok({ loads, next: found.length > PAGE ? loads.at(-1)!.number : undefined });
}
const PAGE = 25;

/** One load with its figures (the first of them). */
export async function openLoad(
  house: RegionGround,
  actor: Actor,
  id: string,
  door: Door,
): Promise<
  Result<{
    readonly load: Load;
    readonly figures: readonly (Figure & { readonly current: boolean })[];
    readonly mine: boolean;
  }>
> {
  const { ground, region } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  const load = await loadById(ground.pool, id);
  if (!load) return { ok: false, problem: ABSENT };
  return ok({ load, figures: await figuresOfLoad(ground.pool, id, 200), mine: mayUndo(region, actor, load) });
}

/** Who works for the region undoes any load but that of the content; a municipality its own. */
function mayUndo(region: Region, actor: Actor, load: Load): boolean {
  if (load.kind === 'content') return false;
  return onlyOf(region, actor) === undefined || load.organisation === actor.organisation;
}

/**
 * Undoes a load whole: what stood before it stands again. Undoing twice is once. A load over which a later one came
 * gives way beneath it.
 */
export async function undoLoad(
  house: RegionGround,
  actor: Actor,
  asked: { readonly load: string; readonly why: string },
  door: Door,
): Promise<Result<Load>> {
  const { ground, region } = house;
  const decision = mayDo(house, actor, 'bring-in-figures');
  if (!decision.allow) return denied(ground, actor, door);
  return refusals(() =>
    withActor(ground, actor, { kind: 'none' }, async (trx) => {
      await oneAtATime(trx);
      const load = await loadById(trx, asked.load);
      if (!load || !mayUndo(region, actor, load)) throw new Refusal(ABSENT);
      if (load.undone_at) return ok(load);
      await trx.query('update region.load set undone_at = $2, undone_by = $3, undone_why = $4 where id = $1', [
        load.id,
        ground.clock.now(),
        actor.name,
        asked.why,
      ]);
      await settle(trx, [load.id]);
      await told(trx, ground, actor, decision, 'deleted', 'FigureLoad', load.id, door);
      return ok(load);
    }),
  );
}
