import type { Service } from '../content/index.ts';
import type { Ground } from '../platform/index.ts';

/** A service of the social map with when it last changed. */
export type Listed = { readonly service: Service; readonly organisationName: string; readonly changedAt: Date };

/** The services that people can find, by id, from `after` on; narrowed by municipality and need. Open data. */
export async function listedServices(
  { pool }: Pick<Ground, 'pool'>,
  asked: {
    readonly after?: string | undefined;
    readonly count: number;
    readonly municipality?: string | undefined;
    readonly need?: string | undefined;
  },
): Promise<{ readonly services: readonly Listed[]; readonly next: string | undefined }> {
  const { rows } = await pool.query<{ detail: Service; organisation_name: string; changed_at: Date }>({
    name: 'listed-services',
    text: `select detail, organisation_name, changed_at from directory.service
      where active and ($1::text is null or id > $1) and ($2::text is null or municipality = $2) and ($3::text is null or $3 = any (needs))
      order by id limit $4`,
    values: [asked.after ?? null, asked.municipality ?? null, asked.need ?? null, asked.count + 1],
  });
  const services = rows.slice(0, asked.count).map(listed);
  return { services, next: rows.length > asked.count ? services.at(-1)?.service.id : undefined };
}

/** One of them; undefined where it is not there. */
export async function listedService({ pool }: Pick<Ground, 'pool'>, id: string): Promise<Listed | undefined> {
  const { rows } = await pool.query<{ detail: Service; organisation_name: string; changed_at: Date }>(
    'select detail, organisation_name, changed_at from directory.service where active and id = $1',
    [id],
  );
  return rows[0] && listed(rows[0]);
}

const listed = (row: { detail: Service; organisation_name: string; changed_at: Date }): Listed => ({
  service: row.detail,
  organisationName: row.organisation_name,
  changedAt: row.changed_at,
});
