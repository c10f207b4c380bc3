import { isDeepStrictEqual } from 'node:util';
import { indexRow, type Resource, type ResourceType, validate } from '../fhir/index.ts';
import { type Ground, Refusal, type Trx, textIn } from '../platform/index.ts';
import { followNames, putRole } from './role.ts';

/**
 * Writes many regional resources by their own ids: what is new gets its first version, what differs its next, what is
 * the same stays as it is. One statement, and what follows from each (roles, names). Returns those that were written.
 * Throws a Refusal that names the resource which does not fit FHIR.
 */
export async function putManyRegional(
  ground: Ground,
  trx: Trx,
  resources: readonly Resource[],
): Promise<readonly Resource[]> {
  const keys = JSON.stringify(resources.map(({ resourceType, id }) => ({ type: resourceType, id })));
  const { rows } = await trx.query<{
    type: string;
    id: string;
    version: number;
    content: string;
    deleted: boolean;
  }>(
    `select r.type, r.id, r.version, r.content, r.deleted from directory.resource r
     join json_to_recordset($1::json) as k (type text, id text) using (type, id) order by r.type, r.id for update of r`,
    [keys],
  );
  const present = new Map(rows.map((row) => [`${row.type}/${row.id}`, row]));
  const at = ground.clock.now();
  const changed: Resource[] = [];
  const written = resources.flatMap((resource) => {
    const before = present.get(`${resource.resourceType}/${resource.id}`);
    if (before && !before.deleted && isDeepStrictEqual(bare(JSON.parse(before.content)), bare(resource))) return [];
    const problem = validate(resource);
    if (problem)
      throw new Refusal({ ...problem, text: `${resource.resourceType}/${resource.id}: ${textIn(problem.text, 'en')}` });
    changed.push(resource);
    return [rowOf(resource, (before?.version ?? 0) + 1, at)];
  });
  if (written.length === 0) return [];
  await trx.query(
    `with sent as (
       select * from json_to_recordset($1::json) as s (type text, id text, version int, last_updated timestamptz, content text,
         status text, tokens text[], refs text[], terms jsonb, name text)
     ), kept as (
       insert into directory.history (type, id, version, last_updated, content, deleted)
       select r.type, r.id, r.version, r.last_updated, r.content, r.deleted from directory.resource r join sent using (type, id)
     )
     insert into directory.resource (type, id, version, last_updated, content, status, tokens, refs, terms, name)
     select type, id, version, last_updated, content, status, tokens, refs, terms, name from sent
     on conflict (type, id) do update set version = excluded.version, last_updated = excluded.last_updated, content = excluded.content,
       status = excluded.status, tokens = excluded.tokens, refs = excluded.refs, terms = excluded.terms, name = excluded.name, deleted = false`,
    [JSON.stringify(written)],
  );
  for (const resource of changed) {
    if (resource.resourceType === 'PractitionerRole') await putRole(ground, trx, resource.id ?? '', resource);
    else await followNames(ground, trx, resource.id ?? '', resource);
  }
  return changed;
}

function rowOf(resource: Resource, version: number, at: Date): unknown {
  const { resourceType, id, meta, ...rest } = resource;
  const index = indexRow(resourceType as ResourceType, resource);
  return {
    type: resourceType,
    id,
    version,
    last_updated: at,
    content: JSON.stringify({
      resourceType,
      id,
      meta: { ...meta, versionId: String(version), lastUpdated: at.toISOString() },
      ...rest,
    }),
    status: index.status,
    tokens: index.tokens,
    refs: index.refs,
    terms: index.terms,
    name: index.name,
  };
}

/** A resource without what the store adds: version and moment. */
function bare(resource: Resource): unknown {
  const { meta, ...rest } = JSON.parse(JSON.stringify(resource)) as Resource;
  const { versionId: _versionId, lastUpdated: _lastUpdated, ...own } = meta ?? {};
  return { ...rest, meta: own };
}
