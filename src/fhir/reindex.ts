import { type Ground, systemActor, type Trx, withActor } from '../platform/index.ts';
import { indexRow } from './index-row.ts';
import type { Resource, ResourceType } from './types.ts';

/** How many resources are indexed in one transaction. */
const AT_ONCE = 500;

/**
 * Makes the search index of resources anew where a migration emptied it, of residents and of the region, some hundreds
 * in a transaction. Whoever writes one meanwhile indexes it anyway. Gives how many it did; none costs one look-up.
 */
export async function reindex(ground: Ground): Promise<number> {
  const actor = systemActor('index');
  let done = 0;
  for (const table of ['record.resource', 'directory.resource'] as const)
    for (;;) {
      const count = await withActor(ground, actor, { kind: 'region' }, (trx) => indexSome(trx, table));
      done += count;
      if (count < AT_ONCE) break;
    }
  return done;
}

async function indexSome(trx: Trx, table: 'record.resource' | 'directory.resource'): Promise<number> {
  const { rows } = await trx.query<{ place: string; type: ResourceType; content: string }>(
    `select ctid::text as place, type, content from ${table} where terms is null limit ${AT_ONCE} for update skip locked`,
  );
  if (rows.length === 0) return 0;
  const indexed = rows.map(({ place, type, content }) => {
    const { status, tokens, refs, terms } = indexRow(type, JSON.parse(content) as Resource);
    return { place, status, tokens, refs, terms };
  });
  await trx.query(
    `update ${table} r set status = i.status, tokens = i.tokens, refs = i.refs, terms = i.terms
     from json_to_recordset($1::json) as i (place text, status text, tokens text[], refs text[], terms jsonb)
     where r.ctid = i.place::tid`,
    [JSON.stringify(indexed)],
  );
  return rows.length;
}
