import { isDeepStrictEqual } from 'node:util';
import type { Service } from '../../content/index.ts';
import type { Resource } from '../../fhir/index.ts';
import type { Ground, Trx } from '../../platform/index.ts';
import { serviceFromFhir } from '../from-fhir.ts';
import { type Edits, editsAfter } from '../model/index.ts';
import { putServices } from '../tables.ts';

/**
 * A HealthcareService that another system wrote through FHIR: matching, search and HSDS read the same from here on, in
 * the same transaction. A service the directory has no place for (of a partner) is FHIR only.
 */
export async function followService(ground: Ground, trx: Trx, id: string, resource: Resource): Promise<void> {
  const { rows } = await trx.query<{
    detail: Service;
    edited: Edits | null;
    organisation_name: string;
    active: boolean;
  }>('select detail, edited, organisation_name, active from directory.service where id = $1 for update', [id]);
  const [row] = rows;
  if (!row) return;
  const { rows: used } = await trx.query<{ need: string }>(
    'select distinct need from directory.service, unnest(needs) as need',
  );
  const next = serviceFromFhir(resource, row.detail, new Set(used.map(({ need }) => need)));
  const at = ground.clock.now();
  if (!isDeepStrictEqual(next, row.detail)) {
    const organisations = [{ id: next.organisation, name: row.organisation_name }];
    await putServices(trx, { organisations, services: [next] }, at);
    await trx.query('update directory.service set edited = $2, edited_at = $3 where id = $1', [
      id,
      JSON.stringify(editsAfter(row.edited, row.detail, next)),
      at,
    ]);
  }
  const active = resource.active !== false;
  if (active !== row.active || !active)
    await trx.query('update directory.service set active = $2, changed_at = $3 where id = $1', [id, active, at]);
}
