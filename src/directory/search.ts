import { dateWhere, type Found, type ReadVersion, type ResourceType, type Search, tokenKey } from '../fhir/index.ts';
import { fail, type Ground, ok, type Result } from '../platform/index.ts';

/** One stored version of a regional resource. */
export type Row = {
  readonly id: string;
  readonly type: ResourceType;
  readonly version: number;
  readonly last_updated: Date;
  readonly content: string;
};

export const versionOf = (row: Row): ReadVersion => ({
  text: row.content,
  id: row.id,
  type: row.type,
  version: row.version,
  lastUpdated: row.last_updated,
});

type Bind = (value: unknown) => string;

/** Elements that a reference parameter reads, and the type it stands for where only an id is given. */
const REFERENCES: Readonly<Record<string, { readonly type: string; readonly elements: readonly string[] }>> = {
  organization: { type: 'Organization', elements: ['organization', 'providedBy', 'managingOrganization'] },
  practitioner: { type: 'Practitioner', elements: ['practitioner'] },
};

/** Searches the region's own resources; pages follow ids. A problem names the parameter that cannot be read. */
export async function searchDirectory(ground: Ground, search: Search): Promise<Result<Found>> {
  const values: unknown[] = [search.type];
  const bind: Bind = (value) => {
    values.push(value);
    return `$${values.length}`;
  };
  const sql = ['type = $1', 'not deleted'];
  for (const { name, values: asked } of search.params) {
    const condition = conditionOf(search.type, name, asked, bind);
    if (condition === undefined)
      return fail('invalid', `${name} takes a date such as ge2026-03-01.`, [{ place: name, text: 'Not a FHIR date' }]);
    sql.push(condition);
  }
  if (search.after) sql.push(`id > ${bind(search.after)}`);
  const { rows } = await ground.pool.query<Row>(
    `select id, type, version, last_updated, content from directory.resource where ${sql.join(' and ')} order by id limit ${bind(search.count + 1)}`,
    values,
  );
  return ok({
    entries: rows.slice(0, search.count).map(versionOf),
    next: rows.length > search.count ? rows[search.count - 1]!.id : undefined,
  });
}

function conditionOf(type: ResourceType, name: string, asked: readonly string[], bind: Bind): string | undefined {
  const reference = REFERENCES[name];
  if (reference) {
    const refs = asked.flatMap((value) =>
      reference.elements.map((element) => `${element}=${value.includes('/') ? value : `${reference.type}/${value}`}`),
    );
    return `refs && ${bind(refs)}::text[]`;
  }
  switch (name) {
    case '_id':
      return `id = any (${bind(asked)})`;
    case 'status':
      return `status = any (${bind(asked.map((value) => value.replace(/^.*\|/, '')))})`;
    case 'name':
      return `(${asked.map((value) => nameWhere(type, value, bind)).join(' or ')})`;
    case 'date':
      return dateWhere('date_from', 'date_to', asked, bind);
    case '_lastUpdated':
      return dateWhere('last_updated', 'last_updated', asked, bind);
    default:
      return `tokens && ${bind(asked.map((value) => tokenKey(name, value)))}::text[]`;
  }
}

/** FHIR string search: from the beginning of a name; of a person also from the beginning of each part. */
function nameWhere(type: ResourceType, value: string, bind: Bind): string {
  const start = `${value.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`;
  const whole = `name like ${bind(start)}`;
  return type === 'Practitioner' ? `${whole} or name like ${bind(`% ${start}`)}` : whole;
}
