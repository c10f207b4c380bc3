import type { Trx } from '../platform/index.ts';
import type { PathwayGround } from './ground.ts';

/**
 * The team for somebody who asks for help themselves, by where they live (bare id): of their postcode area, or else of
 * their municipality. Undefined for who lives outside the region, or where the content has no areas.
 */
export function teamOfArea(
  ground: Pick<PathwayGround, 'definitions'>,
  home: { readonly postcode?: string | null | undefined; readonly municipality?: string | null | undefined },
): string | undefined {
  const { region } = ground.definitions;
  const areas = region.areas ?? [];
  const code = home.postcode?.replace(/\s/g, '').slice(0, 4);
  const ofCode = areas.find((area) => code !== undefined && area.postcodes?.includes(code));
  if (ofCode) return ofCode.team;
  const named = home.municipality?.toLowerCase();
  const municipality =
    region.postcodes.find((one) => one.code === code)?.municipality ??
    region.municipalities.find((one) => one.id === named || one.name.toLowerCase() === named)?.id;
  return areas.find((area) => area.municipality === municipality && !area.postcodes)?.team;
}

/** The same for a resident who is known here. */
export async function teamAtHome(ground: PathwayGround, trx: Trx, resident: string): Promise<string | undefined> {
  const { rows } = await trx.query<{ postcode: string | null; municipality: string | null }>(
    'select postcode, municipality from record.person where resident_id = $1',
    [resident],
  );
  return rows[0] && teamOfArea(ground, rows[0]);
}
