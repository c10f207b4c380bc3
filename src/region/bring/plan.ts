import { type Actor, type Ground, type Trx, ulid } from '../../platform/index.ts';
import type { Draft } from '../model/brought.ts';

/** Fetches the same again each day, week or month, from now on; what was planned before for this series is replaced. */
export async function plan(trx: Trx, ground: Ground, actor: Actor, draft: Draft): Promise<void> {
  const now = ground.clock.now();
  await trx.query(
    'update region.fetch set stopped_at = $3, stopped_by = $4 where indicator = $1 and series = $2 and stopped_at is null',
    [draft.indicator, draft.series, now, actor.name],
  );
  await trx.query(
    `insert into region.fetch (id, indicator, series, about, pick, every, due, person, person_name, organisation, since, last_at, last_said)
     values ($1, $2, $3, $4, $5, $6, ($7::timestamptz at time zone 'Europe/Amsterdam')::date + ${INTERVAL('$6')}, $8, $9, $10, $7, $7, $11)`,
    [
      ulid(ground.clock),
      draft.indicator,
      draft.series,
      JSON.stringify(draft.about),
      JSON.stringify(draft.pick),
      draft.pick!.every,
      now,
      actor.person,
      actor.name,
      actor.organisation,
      draft.source_version,
    ],
  );
}

/** How long until the next time, for a column or parameter that says how often. */
export const INTERVAL = (every: string): string =>
  `(case ${every}::text when 'day' then interval '1 day' when 'week' then interval '7 days' else interval '1 month' end)`;
