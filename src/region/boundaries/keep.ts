import type { Region } from '../../content/index.ts';
import { auditInside, type Ground, systemActor, type Trx, withActor } from '../../platform/index.ts';
import { type Drawn, drawn } from './draw.ts';
import { readBoundaries } from './geojson.ts';

const OPERATOR = systemActor('operator');

/** Takes boundaries over from GeoJSON in the place of those that are there; gives the mistakes, and then changes nothing. */
export async function importBoundaries(ground: Ground, region: Region, text: string): Promise<readonly string[]> {
  const read = readBoundaries(text, region);
  if (!read.ok) return read.mistakes;
  const shapes = drawn(read.outlines);
  await replaced(ground, `${shapes.length} municipalities`, async (trx) => {
    await trx.query(
      `insert into region.boundary (municipality, path, label_x, label_y, width, height, imported_at)
       select s.*, $2 from json_to_recordset($1::json) as s (municipality text, path text, label_x int, label_y int, width int, height int)`,
      [JSON.stringify(shapes), ground.clock.now()],
    );
  });
  return [];
}

/** Takes the boundaries away: the map of tiles stays. */
export const removeBoundaries = (ground: Ground): Promise<void> => replaced(ground, 'removed', async () => undefined);

async function replaced(ground: Ground, detail: string, write: (trx: Trx) => Promise<void>): Promise<void> {
  await withActor(ground, OPERATOR, { kind: 'none' }, async (trx) => {
    await trx.query('lock table region.boundary in share row exclusive mode');
    await trx.query('delete from region.boundary');
    await write(trx);
    await auditInside(trx, ground.clock, {
      actor: OPERATOR,
      action: 'updated',
      allowed: true,
      subjectType: 'Boundary',
      purpose: 'directory',
      ground: 'command of the operator',
      door: 'bulk',
      detail,
    });
  });
}

/** The shapes of the municipalities; none where nothing was imported. */
export async function boundariesOf(ground: Pick<Ground, 'pool'>): Promise<readonly Drawn[]> {
  const { rows } = await ground.pool.query<Drawn>({
    name: 'region-boundaries',
    text: 'select municipality, path, label_x, label_y, width, height from region.boundary order by municipality',
  });
  return rows;
}

/** Whether there are any. */
export async function hasBoundaries(ground: Pick<Ground, 'pool'>): Promise<boolean> {
  const { rows } = await ground.pool.query<{ has: boolean }>({
    name: 'region-has-boundaries',
    text: 'select exists (select 1 from region.boundary) as has',
  });
  return rows[0]!.has;
}
