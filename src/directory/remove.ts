import { OMZIEN, type ReadVersion, type Resource, type ResourceType } from '../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type Ground,
  type Problem,
  Refusal,
  type Result,
  type Trx,
} from '../platform/index.ts';
import { kept } from './kept.ts';
import { putRole } from './role.ts';

/**
 * Removes one resource of the region (R4 3.1.0.7): a version that says so. What something else leads to stays, as does
 * what the region's content or its providers keep.
 */
export async function remove(
  ground: Ground,
  actor: Actor,
  type: ResourceType,
  id: string,
  ifMatch: number | undefined,
  door: Door,
): Promise<Result<Pick<ReadVersion, 'version' | 'lastUpdated'>>> {
  return kept(ground, actor, { type, id, action: 'deleted' }, door, async (trx, audited) => {
    const { rows } = await trx.query<{ version: number; last_updated: Date; content: string; deleted: boolean }>(
      'select version, last_updated, content, deleted from directory.resource where type = $1 and id = $2 for update',
      [type, id],
    );
    const [present] = rows;
    if (!present) throw new Refusal(ABSENT);
    if (present.deleted) return { version: present.version, lastUpdated: present.last_updated };
    if (ifMatch !== undefined && ifMatch !== present.version)
      throw new Refusal({
        kind: 'stale',
        text: `Version ${present.version} is the present one; you sent If-Match for version ${ifMatch}.`,
      });
    const problem = await stays(trx, type, id, JSON.parse(present.content) as Resource);
    if (problem) throw new Refusal(problem);
    const [version, at] = [present.version + 1, ground.clock.now()];
    await trx.query(
      `insert into directory.history (type, id, version, last_updated, content)
       select type, id, version, last_updated, content from directory.resource where type = $1 and id = $2`,
      [type, id],
    );
    const meta = { versionId: String(version), lastUpdated: at.toISOString() };
    await trx.query(
      `update directory.resource set version = $3, last_updated = $4, content = $5, deleted = true, status = null, name = null,
         tokens = '{}', refs = '{}', terms = '{}' where type = $1 and id = $2`,
      [type, id, version, at, JSON.stringify({ resourceType: type, id, meta })],
    );
    // Whoever held the role no longer signs in with it.
    if (type === 'PractitionerRole') await putRole(ground, trx, id, { resourceType: type });
    await audited(id);
    return { version, lastUpdated: at };
  });
}

async function stays(trx: Trx, type: ResourceType, id: string, resource: Resource): Promise<Problem | undefined> {
  const { rows } = await trx.query<{ leads: string | null; listed: boolean }>(
    `select (select r.type || '/' || r.id from directory.resource r where not r.deleted and not (r.type = $1 and r.id = $2)
             and exists (select 1 from unnest(r.refs) ref where split_part(ref, '=', 2) = $1 || '/' || $2) limit 1) as leads,
       $1 = 'HealthcareService' and exists (select 1 from directory.service s where s.id = $2) as listed`,
    [type, id],
  );
  const { leads, listed } = rows[0]!;
  const conflict = (text: string): Problem => ({
    kind: 'conflict',
    text,
    at: [{ place: type, text: 'Stays', code: 'business-rule' }],
  });
  if (leads) return conflict(`${leads} leads to it. Remove or change that first, or set active to false.`);
  if (listed) return conflict('This service is on the social map. Set active to false, and nobody finds it any more.');
  if (typeof resource.url === 'string' && resource.url.startsWith(OMZIEN))
    return conflict(
      'This is content of the region: `omzien region apply` changes it, and cases that run keep their version.',
    );
  return undefined;
}
