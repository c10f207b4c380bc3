import type { Service } from '../content/index.ts';
import type { Ground } from '../platform/index.ts';

/** A service that people go to. `residentsOf`: the one municipality that it is for, where it is for its residents only. */
export type Visited = {
  readonly id: string;
  readonly domain: Service['domain'];
  readonly residentsOf: string | null;
  readonly lat: number;
  readonly lon: number;
};

/** The services that people can find (`active`) and go to, for somebody of this age, by id. */
export async function visitedServices({ pool }: Pick<Ground, 'pool'>, age: number): Promise<readonly Visited[]> {
  const { rows } = await pool.query<Visited>(
    `select id, domain, lat, lon,
       case when coalesce((detail #>> '{audience,residentsOnly}')::boolean, false) then municipality end as "residentsOf"
     from directory.service
     where active and detail ->> 'delivery' = 'on-site' and coalesce(min_age, 0) <= $1 and coalesce(max_age, $1) >= $1
     order by id`,
    [age],
  );
  return rows;
}

/** Changes whenever a service comes, goes or changes. */
export async function servicesState({ pool }: Pick<Ground, 'pool'>): Promise<string> {
  const { rows } = await pool.query<{ state: string }>(
    `select count(*) filter (where active) || '.' || coalesce(max(extract(epoch from changed_at)), 0) as state from directory.service`,
  );
  return rows[0]!.state;
}

/** The names of these services, as far as people can find them. */
export async function serviceNames(
  { pool }: Pick<Ground, 'pool'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ id: string; name: string }>(
    'select id, name from directory.service where active and id = any ($1)',
    [ids],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
