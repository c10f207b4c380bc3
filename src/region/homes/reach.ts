import { createHash } from 'node:crypto';
import type { Region } from '../../content/index.ts';
import { servicesState, visitedServices } from '../../directory/index.ts';
import { auditInside, type Ground, systemActor, withActor } from '../../platform/index.ts';
import { type Nearest, nearestOf } from '../model/reach.ts';

/** The distances, when they were worked out, and over how many services. */
export type Reach = { readonly at: Date; readonly services: number; readonly nearest: readonly Nearest[] };

/** Whom the circles are drawn for: a service that takes nobody of this age is not near. */
export const REACH_AGE = 75;

const COUNTER = systemActor('reach');

/** Works the distances out anew where the directory or the postcode areas changed since. Gives whether it did. */
export async function keepReach(ground: Ground, region: Region): Promise<boolean> {
  const middles = region.postcodes.map(({ code, municipality, lat, lon }) => [code, municipality, lat, lon]);
  const digest = createHash('sha256').update(JSON.stringify(middles)).digest('hex');
  const state = `${await servicesState(ground)} ${digest}`;
  const { rows } = await ground.pool.query<{ state: string }>('select state from region.reach_made');
  if (rows[0]?.state === state) return false;
  const spots = await visitedServices(ground, REACH_AGE);
  const nearest = nearestOf(region.postcodes, spots);
  const at = ground.clock.now();
  await withActor(ground, COUNTER, { kind: 'none' }, async (trx) => {
    // Two at once make the same; the second waits here.
    await trx.query(
      `insert into region.reach_made (at, services, state) values ($1, $2, $3)
       on conflict (one) do update set at = excluded.at, services = excluded.services, state = excluded.state`,
      [at, spots.length, state],
    );
    await trx.query('delete from region.reach');
    await trx.query(
      `insert into region.reach (postcode, kind, service, km)
       select postcode, kind, service, km from json_to_recordset($1::json) as s (postcode text, kind text, service text, km float8)`,
      [JSON.stringify(nearest)],
    );
    await auditInside(trx, ground.clock, {
      actor: COUNTER,
      action: 'updated',
      allowed: true,
      subjectType: 'Reach',
      purpose: 'region-figures',
      ground: 'open data of the directory',
      door: 'job',
      detail: `${nearest.length} distances to ${spots.length} services`,
    });
  });
  return true;
}

/** The distances as they were kept, of all areas; undefined before they were first worked out. */
export async function reachOf({ pool }: Pick<Ground, 'pool'>): Promise<Reach | undefined> {
  const [{ rows: made }, { rows: nearest }] = await Promise.all([
    pool.query<{ at: Date; services: number }>('select at, services from region.reach_made'),
    pool.query<Nearest>({ name: 'region-reach', text: 'select postcode, kind, service, km from region.reach' }),
  ]);
  return made[0] && { ...made[0], nearest };
}
