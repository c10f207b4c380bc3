import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, type Result, residentOf, type Trx } from '../../platform/index.ts';
import { createInside, loadResources, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { isMessage, toldOf } from '../message-shape.ts';
import { concept, SYSTEM } from '../shapes.ts';
import { loadThread } from '../thread-store.ts';
import { perform, refuse, theCase, type Why } from './perform.ts';

const CATEGORY = [concept(SYSTEM.messageKind, 'message', 'Bericht')];

export type NewMessage = {
  readonly resident: string;
  readonly caseId: string;
  readonly text: string;
  /** A service the resident asks about, by its id in the directory. */
  readonly service?: string | undefined;
};

/**
 * Sends a message in a case: of the resident to the team, or of the team to the resident. The port checks it, whoever
 * sends it through which door.
 */
export async function sendMessage(
  ground: PathwayGround,
  actor: Actor,
  message: NewMessage,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return perform(ground, actor, { resident: message.resident, act: 'message' }, door, async (trx, why) => {
    await theCase(trx, actor, message.resident, message.caseId);
    const resource: Resource = {
      resourceType: 'Communication',
      status: 'completed',
      category: CATEGORY,
      subject: { reference: `Patient/${message.resident}` },
      basedOn: [{ reference: `ServiceRequest/${message.caseId}` }],
      ...(message.service ? { about: [{ identifier: { system: SYSTEM.service, value: message.service } }] } : {}),
      payload: [{ contentString: message.text }],
    };
    return write(ground, trx, actor, message.resident, resource, why, door);
  });
}

/** Notes that what was written to this side was read. Done again, it changes nothing. */
export async function markRead(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly thread: string },
  door: Door,
): Promise<Result<{ readonly read: number }>> {
  const resident = residentOf(what.thread);
  if (!resident) return { ok: false, problem: ABSENT };
  return perform(ground, actor, { resident, act: 'message' }, door, async (trx, why) => {
    const thread = await loadThread(trx, resident, what.thread);
    if (!thread) refuse('absent', { nl: 'Dit bericht is er niet.', en: 'This message is not there.' });
    if (thread.case_id) await theCase(trx, actor, resident, thread.case_id);
    const side = actor.role === 'resident' ? 'other' : 'resident';
    let read = 0;
    for (const row of await loadResources(trx, resident, ['Communication'])) {
      const resource = JSON.parse(row.content) as Resource;
      if (!isMessage(resource)) continue;
      const told = toldOf(resource);
      if (told.root !== what.thread || told.read || told.by !== side) continue;
      const next = { ...resource, received: ground.clock.now().toISOString() };
      await updateInside(ground, trx, actor, { resource: next, resident, id: row.id, ...why }, door);
      read += 1;
    }
    return { read };
  });
}

async function write(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  resource: Resource,
  why: Why,
  door: Door,
): Promise<{ readonly id: string }> {
  const { id } = await createInside(ground, trx, actor, { resource, resident, ...why }, door);
  return { id };
}
