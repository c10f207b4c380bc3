import type { ConsentText } from '../../content/index.ts';
import { keptVersions } from '../../directory/index.ts';
import { type Actor, type Door, type Result, systemActor, withActor } from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { publishedCount } from '../model/counts.ts';
import { onDuty } from './duty.ts';

/** One version of one consent text as it was used, and how many said yes to it: rounded, or hidden. */
export type TextVersion = {
  readonly text: ConsentText;
  readonly current: boolean;
  readonly usedFrom: Date;
  /** Null: under 10, hidden. */
  readonly yes: number | null;
};

/** Every version of every consent text that was used here, newest first, with how many people said yes to it. */
export async function textVersions(
  ground: OversightGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly TextVersion[]>> {
  return onDuty(ground, actor, { action: 'listed', subject: { type: 'ConsentText' } }, door, async (trx) => {
    const { rows: used } = await trx.query<{ id: string; version: number; used_from: Date }>(
      "select id, version, used_from from directory.content_version where kind = 'consent'",
    );
    const from = new Map(used.map((row) => [`${row.id}|${row.version}`, row.used_from]));
    const kept = (await keptVersions(ground, 'consent')).map(({ content }) => content as ConsentText);
    // In a house where no content was applied (tests of pages) the present texts are all there is.
    const texts = kept.length > 0 ? kept : ground.definitions.region.consents;
    const counts = await yesCounts(ground);
    return texts
      .map((text) => ({
        text,
        current: ground.definitions.region.consents.some((one) => one.id === text.id && one.version === text.version),
        usedFrom: from.get(`${text.id}|${text.version}`) ?? new Date(`${text.validFrom}T00:00:00Z`),
        yes: publishedCount(counts.get(`${text.id}|${text.version}`) ?? 0),
      }))
      .toSorted((a, b) => a.text.id.localeCompare(b.text.id) || b.text.version - a.text.version);
  });
}

/** Counted by the system: the officer sees numbers, never whose. */
async function yesCounts(ground: OversightGround): Promise<ReadonlyMap<string, number>> {
  return withActor(ground, systemActor('oversight'), { kind: 'region' }, async (trx) => {
    const { rows } = await trx.query<{ version: string; people: number }>(
      `select content::jsonb -> 'policyRule' ->> 'text' as version, count(distinct resident_id)::int as people
       from record.resource where type = 'Consent' and not deleted group by 1`,
    );
    return new Map(rows.map((row) => [row.version, row.people]));
  });
}
