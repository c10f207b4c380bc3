import type { Region, Service } from '../../content/index.ts';
import {
  ABSENT,
  type Actor,
  auditInside,
  type Door,
  decide,
  type Ground,
  localDate,
  ok,
  Refusal,
  type Result,
  type Seen,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { putManyRegional } from '../batch.ts';
import { serviceResources } from '../fhir-services.ts';
import { changedFields, type Editable, editsAfter } from '../model/index.ts';
import { putServices } from '../tables.ts';
import { lockService, type OwnService, ownServiceIds, ownServices } from './own.ts';

/** What a provider says anew of its service; a field that is undefined was taken away. */
export type ServiceChange = Pick<Service, Exclude<Editable, 'confirmed'>>;

/** Who works for a service keeps it; no grant of a resident comes into this. */
const OWNER: Seen = { c: [], w: [], o: [], r: ['own-service'], p: [], u: null };

/** One of the services this actor works for; anything else is absent, and the log says that it was asked for. */
export async function openOwnService(
  ground: Ground,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<OwnService>> {
  const decision = decideOn(ground, actor, id);
  const found = decision.allow
    ? (await ownServices(ground, actor)).find(({ service }) => service.id === id)
    : undefined;
  if (found) return ok(found);
  await ground.audit.write({ ...denied(actor, id), action: 'opened', ...door });
  return { ok: false, problem: ABSENT };
}

/**
 * Saves what a provider says of its service: the next version of the HealthcareService, the row of matching and search,
 * and the line in the log, in one transaction. Saving is saying that the rest is right as well. `version`: of what they
 * had before them; a conflict when somebody else was first.
 */
export function keepService(
  ground: Ground,
  region: Region,
  actor: Actor,
  asked: { readonly id: string; readonly version: number; readonly change: ServiceChange },
  door: Door,
): Promise<Result<OwnService>> {
  return save(ground, region, actor, asked, door, (service) => ({ ...service, ...asked.change }));
}

/** Says that all of it is still right. */
export function confirmService(
  ground: Ground,
  region: Region,
  actor: Actor,
  asked: { readonly id: string; readonly version: number },
  door: Door,
): Promise<Result<OwnService>> {
  return save(ground, region, actor, asked, door, (service) => service);
}

async function save(
  ground: Ground,
  region: Region,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
  door: Door,
  change: (service: Service) => Service,
): Promise<Result<OwnService>> {
  const decision = decideOn(ground, actor, id);
  if (!decision.allow) {
    await ground.audit.write({ ...denied(actor, id), action: 'updated', ...door });
    return { ok: false, problem: ABSENT };
  }
  try {
    return await withActor(ground, actor, { kind: 'none' }, async (trx) => {
      const before = await lockService(trx, id);
      if (!before) throw new Refusal(ABSENT);
      if (before.version !== version) throw new Refusal(SOMEBODY_WAS_FIRST);
      const confirmed = { on: localDate(ground.clock.now()), by: actor.organisationName };
      const next = JSON.parse(JSON.stringify({ ...change(before.detail), confirmed })) as Service;
      const fields = changedFields(before.detail, next);
      if (fields.length === 0) return ok({ service: next, version });
      await writeService(ground, trx, region, next);
      await trx.query('update directory.service set edited = $2, edited_at = $3, edited_by = $4 where id = $1', [
        id,
        JSON.stringify(editsAfter(before.edited, before.detail, next)),
        ground.clock.now(),
        actor.person,
      ]);
      await auditInside(trx, ground.clock, {
        actor,
        action: 'updated',
        allowed: true,
        subjectType: 'HealthcareService',
        subjectId: id,
        purpose: decision.purpose,
        ground: decision.ground,
        ...door,
        detail: fields.join(', '),
      });
      return ok({ service: next, version: version + 1 });
    });
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Writes one service where it is read: as HealthcareService, and as the row of matching and search. */
async function writeService(ground: Ground, trx: Trx, region: Region, service: Service): Promise<void> {
  const only = { ...region, services: [service] };
  await putManyRegional(ground, trx, serviceResources(only));
  await putServices(trx, only, ground.clock.now());
}

function decideOn(ground: Ground, actor: Actor, id: string) {
  const own = ownServiceIds(actor).includes(id) ? OWNER : undefined;
  return decide(actor, { kind: 'do', act: 'keep-directory' }, own, undefined, ground.access);
}

const denied = (actor: Actor, id: string) => ({
  actor,
  allowed: false,
  subjectType: 'HealthcareService',
  subjectId: /^[a-z0-9-]{1,64}$/.test(id) ? id : undefined,
  purpose: 'directory',
  ground: 'none',
});

const SOMEBODY_WAS_FIRST = {
  kind: 'conflict',
  text: {
    nl: 'Iemand anders veranderde deze dienst net. Wat u typte staat hier nog. Kijk wat er nu staat en sla daarna nog eens op.',
    en: 'Somebody else has just changed this service. What you typed is still here. See what it says now, and then save again.',
  },
} as const;
