import type { Region } from '../../content/index.ts';
import { type Trx, ulid } from '../../platform/index.ts';
import { type Change, personOf } from '../../record/index.ts';
import { casesOf } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';

type Person = ReturnType<typeof personOf>;

/** The municipality of the region somebody lives in, by postcode first and by name else; undefined outside the region. */
export function municipalityOf(region: Region, person: Pick<Person, 'postcode' | 'municipality'>): string | undefined {
  const area = region.postcodes.find((one) => one.code === person.postcode?.slice(0, 4));
  if (area) return area.municipality;
  const name = person.municipality?.trim().toLowerCase();
  return region.municipalities.find((one) => one.name.toLowerCase() === name)?.id;
}

/** An address in another municipality: the teams of running cases are asked whether the case should be handed over. */
export async function noticeMove(ground: PathwayGround, trx: Trx, change: Change): Promise<void> {
  const [before, after] = [personOf(change.before!), personOf(change.after)];
  const { region } = ground.definitions;
  const [from, to] = [municipalityOf(region, before), municipalityOf(region, after)];
  const known = after.postcode !== undefined || after.municipality !== undefined;
  const elsewhere = to === undefined && before.municipality !== after.municipality;
  if (!known || after.deceased || (to === from && !elsewhere)) return;
  const place = after.secret
    ? null
    : (region.municipalities.find((one) => one.id === to)?.name ?? after.municipality ?? null);
  for (const row of await casesOf(trx, change.resident)) {
    if (row.closed_at || !row.team) continue;
    await trx.query(
      `insert into pathways.move (resident_id, case_id, id, to_place, inside, at) values ($1, $2, $3, $4, $5, $6)
       on conflict (resident_id, case_id) where settled_at is null
       do update set to_place = excluded.to_place, inside = excluded.inside, at = excluded.at,
         said = case when pathways.move.task is null then null else pathways.move.said end`,
      [change.resident, row.id, ulid(ground.clock), place, to !== undefined, change.at],
    );
  }
}
