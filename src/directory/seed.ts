import type { Region } from '../content/index.ts';
import type { Resource } from '../fhir/index.ts';
import { auditInside, type Ground, systemActor, type Trx, withActor } from '../platform/index.ts';
import { putManyRegional } from './batch.ts';
import { organisationResources, teamResources } from './fhir-organisations.ts';
import { locationResources, serviceResources } from './fhir-services.ts';
import { withEdits } from './model/index.ts';
import { putServices, putTies, putVersions } from './tables.ts';
import { keptEdits } from './upkeep/own.ts';

/**
 * Writes the region's content into the database by stable id: what is the same stays as it is, only what differs gets a
 * next version; nothing is removed. `definitions`: the pathways and questionnaires as FHIR, made by the room that knows
 * them. `changed` counts rows and resources. One transaction and one audit line a group; a used version with another
 * content stops it before anything is written (a Refusal, in words for who edits the content).
 */
export async function seedDirectory(
  ground: Ground,
  region: Region,
  definitions: readonly Resource[] = [],
): Promise<{ readonly changed: number }> {
  let changed = 0;
  const group = async (subjectType: string, work: (trx: Trx) => Promise<number>): Promise<void> => {
    const actor = systemActor('content');
    changed += await withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const count = await work(trx);
      if (count > 0)
        await auditInside(trx, ground.clock, {
          actor,
          action: 'updated',
          allowed: true,
          subjectType,
          purpose: 'directory',
          ground: 'content of the region',
          door: 'bulk',
          detail: `${count} from region ${region.id}`,
        });
      return count;
    });
  };
  const put = (resources: readonly Resource[]) => async (trx: Trx) =>
    (await putManyRegional(ground, trx, resources)).length;
  await group('Definition', (trx) => putVersions(ground, trx, region));
  await group('Organization', put(organisationResources(region)));
  await group('Location', put(locationResources(region)));
  await group('HealthcareService', async (trx) => {
    // What people changed here stays; `omzien region apply` shows where the content says something else.
    const edits = await keptEdits(trx);
    const own = { ...region, services: region.services.map((one) => withEdits(one, edits.get(one.id))) };
    const written = await put([...teamResources(own), ...serviceResources(own)])(trx);
    return written + (await putServices(trx, own, ground.clock.now())) + (await putTies(trx, own));
  });
  await group('PlanDefinition', put(definitions));
  return { changed };
}
