import type { Region, Service } from '../../content/index.ts';
import { distanceKm, type Ground } from '../../platform/index.ts';
import type { ListQuery } from './query.ts';
import { resolveTaxonomy, resolveTerm } from './taxonomy.ts';

/** A service as the directory has it, with when it last changed. */
export type StoredService = { readonly service: Service; readonly changedAt: Date };

/** An organisation as its FHIR Organization says it. */
export type StoredOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly about: string | undefined;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  readonly address: { readonly line: string; readonly city: string; readonly postcode: string } | undefined;
};

type Pool = Pick<Ground, 'pool'>;
/** Our own id, or the UUID that HSDS knows it by. */
const IS = (column: string, kind: string, param: string) =>
  `(${column} = ${param} or directory.public_id('${kind}', ${column})::text = ${param})`;

/** One page of the services that a list asks for, and how many there are; by name, or by fit where words were given. */
export async function listServices(
  ground: Pool,
  region: Region,
  query: ListQuery,
  byFit: readonly string[] | undefined,
): Promise<{ readonly services: readonly StoredService[]; readonly total: number }> {
  const near = await idsNear(ground, region, query);
  const terms = termIds(region, query);
  const { rows } = await ground.pool.query<{ detail: Service; changed_at: Date; total: number }>({
    name: 'hsds-services',
    text: `select detail, changed_at, count(*) over ()::int as total from directory.service
      where active and ($1::text[] is null or id = any ($1)) and ($2::text[] is null or id = any ($2))
        and ($3::text[] is null or needs && $3 or domain = any ($3))
        and ($4::text is null or ${IS('organisation', 'organization', '$4')})
        and ($5::timestamptz is null or changed_at >= $5)
      order by array_position($1, id), name, id limit $6 offset $7`,
    values: [
      byFit ?? null,
      near ?? null,
      terms ?? null,
      query.organization ?? null,
      query.modifiedAfter ?? null,
      query.perPage,
      (query.page - 1) * query.perPage,
    ],
  });
  const services = rows.map(({ detail, changed_at }) => ({ service: detail, changedAt: changed_at }));
  if (rows[0] || query.page === 1) return { services, total: rows[0]?.total ?? 0 };
  // Beyond the last page nothing says how many there are.
  const first = await listServices(ground, region, { ...query, page: 1, perPage: 1 }, byFit);
  return { services, total: first.total };
}

/** Needs and domains by the id of a term; a taxonomy stands for all of its terms, and every service has one of each. */
function termIds(region: Region, { term, taxonomy }: ListQuery): readonly string[] | undefined {
  if (term !== undefined) return [resolveTerm(region, term) ?? ''];
  return taxonomy === undefined || resolveTaxonomy(taxonomy) ? undefined : [''];
}

/** The services that exist for who lives at this postcode, or within so many kilometres of its middle. */
async function idsNear(
  { pool }: Pool,
  region: Region,
  { postcode, proximity }: ListQuery,
): Promise<readonly string[] | undefined> {
  if (postcode === undefined) return undefined;
  const area = region.postcodes.find(({ code }) => code === postcode);
  if (!area) return [];
  const { rows } = await pool.query<{ id: string; lat: number; lon: number }>(
    `select id, lat, lon from directory.service
     where active and (municipality = $1 or not coalesce((detail #>> '{audience,residentsOnly}')::boolean, false))
       and ($2::float8 is null or (lat between $3::float8 - $2 / 110.0 and $3::float8 + $2 / 110.0 and lon between $4::float8 - $2 / 60.0 and $4::float8 + $2 / 60.0))`,
    [area.municipality, proximity ?? null, area.lat, area.lon],
  );
  return rows.filter((row) => proximity === undefined || distanceKm(area, row) <= proximity).map(({ id }) => id);
}

/** One service by its id here or in HSDS (`kind`: of the service, its place, or the two together). */
export async function oneService(
  { pool }: Pool,
  id: string,
  kind: 'service' | 'service-at-location' = 'service',
): Promise<StoredService | undefined> {
  const { rows } = await pool.query<{ detail: Service; changed_at: Date }>(
    `select detail, changed_at from directory.service where active and ${IS('id', kind, '$1')} limit 1`,
    [id.toLowerCase()],
  );
  return rows[0] && { service: rows[0].detail, changedAt: rows[0].changed_at };
}

/** These organisations, or one page of all that give services. */
export async function organisationsOf({ pool }: Pool, ids: readonly string[]): Promise<readonly StoredOrganisation[]> {
  const { rows } = await pool.query<{ content: string }>(
    `select content from directory.resource where type = 'Organization' and id = any ($1) and not deleted order by name, id`,
    [ids],
  );
  return rows.map(({ content }) => organisationOf(JSON.parse(content)));
}

/** One page of the organisations that give services, and how many there are. */
export async function listOrganisations(
  ground: Pool,
  region: Region,
  query: ListQuery,
): Promise<{ readonly organisations: readonly StoredOrganisation[]; readonly total: number }> {
  const { rows } = await ground.pool.query<{ organisation: string; total: number }>(
    `select organisation, count(*) over ()::int as total from directory.service
     where active and ($1 = '' or strpos(directory.plain(organisation_name), directory.plain($1)) > 0)
       and ($2::text[] is null or needs && $2 or domain = any ($2))
     group by organisation order by min(organisation_name), organisation limit $3 offset $4`,
    [query.search, termIds(region, query) ?? null, query.perPage, (query.page - 1) * query.perPage],
  );
  const found = await organisationsOf(
    ground,
    rows.map(({ organisation }) => organisation),
  );
  return { organisations: found, total: rows[0]?.total ?? 0 };
}

/** One organisation that gives services, by its id here or in HSDS, with those services. */
export async function oneOrganisation(
  ground: Pool,
  id: string,
): Promise<{ readonly organisation: StoredOrganisation; readonly services: readonly StoredService[] } | undefined> {
  const { rows } = await ground.pool.query<{ detail: Service; changed_at: Date }>(
    `select detail, changed_at from directory.service where active and ${IS('organisation', 'organization', '$1')} order by name, id`,
    [id.toLowerCase()],
  );
  const [organisation] = rows[0] ? await organisationsOf(ground, [rows[0].detail.organisation]) : [];
  if (!organisation) return undefined;
  return { organisation, services: rows.map(({ detail, changed_at }) => ({ service: detail, changedAt: changed_at })) };
}

type FhirOrganisation = {
  readonly id: string;
  readonly name?: string;
  readonly extension?: readonly { readonly url: string; readonly valueString?: string }[];
  readonly telecom?: readonly { readonly system: string; readonly value: string }[];
  readonly address?: readonly {
    readonly line?: readonly string[];
    readonly city?: string;
    readonly postalCode?: string;
  }[];
};

function organisationOf({ id, name, extension, telecom, address }: FhirOrganisation): StoredOrganisation {
  const told = (system: string) => telecom?.find((one) => one.system === system)?.value;
  const [first] = address ?? [];
  return {
    id,
    name: name ?? id,
    about: extension?.find(({ url }) => url.endsWith('/about'))?.valueString,
    phone: told('phone'),
    mail: told('email'),
    address: first?.line?.[0]
      ? { line: first.line[0], city: first.city ?? '', postcode: first.postalCode ?? '' }
      : undefined,
  };
}
