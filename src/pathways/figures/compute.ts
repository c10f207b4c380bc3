import { publishNested } from '../../figures/index.ts';
import { type LocalDate, localDate, systemActor, withActor } from '../../platform/index.ts';
import type { PathwayGround } from '../ground.ts';

/** What is counted, each a part of the one before it. */
export const FIGURES = ['referrals', 'conversations', 'placed'] as const;
export type FigureName = (typeof FIGURES)[number];

export type PublishedFigure = {
  readonly pathway: string;
  readonly figure: FigureName;
  readonly value: number | null;
  readonly on: LocalDate;
};

const COUNTER = systemActor('figures');

/**
 * Counts the region's cases once a day and keeps only what may be published. Run again on the same day it does
 * nothing, so that nobody can follow one person from hour to hour. Returns whether it counted.
 */
export async function computeFigures(ground: PathwayGround): Promise<boolean> {
  const today = localDate(ground.clock.now());
  return withActor(ground, COUNTER, { kind: 'region' }, async (trx) => {
    const done = await trx.query('select 1 from pathways.figure where on_date = $1 limit 1', [today]);
    if (done.rowCount) return false;
    const { rows } = await trx.query<{ pathway: string; referrals: number; conversations: number; placed: number }>(
      `select k.pathway, count(*)::int as referrals,
         count(*) filter (where exists (select 1 from pathways.happening h where h.resident_id = k.resident_id and h.case_id = k.id and h.event = 'conversation-held'))::int as conversations,
         count(*) filter (where exists (select 1 from pathways.happening h where h.resident_id = k.resident_id and h.case_id = k.id and h.event = 'conversation-held')
           and exists (select 1 from pathways.happening h where h.resident_id = k.resident_id and h.case_id = k.id and h.event = 'provider-accepted'))::int as placed
       from pathways."case" k where k.stage <> 'entered-in-error' group by k.pathway`,
    );
    for (const row of rows) {
      const shown = publishNested(FIGURES.map((figure) => row[figure]));
      for (const [index, figure] of FIGURES.entries())
        await trx.query(
          `insert into pathways.figure (pathway, figure, on_date, value, computed_at) values ($1, $2, $3, $4, $5)
           on conflict (pathway, figure, on_date) do nothing`,
          [row.pathway, figure, today, shown[index], ground.clock.now()],
        );
    }
    return true;
  });
}

/** The figures that were published last, by pathway. */
export async function latestFigures(ground: PathwayGround): Promise<readonly PublishedFigure[]> {
  const { rows } = await ground.pool.query<PublishedFigure>(
    `select pathway, figure, value, on_date::text as "on" from pathways.figure
     where on_date = (select max(on_date) from pathways.figure) order by pathway`,
  );
  return rows;
}
