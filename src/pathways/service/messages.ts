import type { Resource } from '../../fhir/index.ts';
import { ABSENT, type Actor, type Door, type Result, residentOf, type Trx } from '../../platform/index.ts';
import { createInside, loadResources, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { messageKindOf, toldOf } from '../message-shape.ts';
import type { MessageKind } from '../model/index.ts';
import { concept, SYSTEM } from '../shapes.ts';
import { loadThread } from '../thread-store.ts';
import { perform, refuse, theCase, type Why } from './perform.ts';

const LABELS: Readonly<Record<MessageKind, string>> = { message: 'Bericht', question: 'Vraag over inzage' };

/** The category that makes a Communication a message. */
export const messageCategory = (kind: MessageKind) => [concept(SYSTEM.messageKind, kind, LABELS[kind])];

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
      category: messageCategory('message'),
      subject: { reference: `Patient/${message.resident}` },
      basedOn: [{ reference: `ServiceRequest/${message.caseId}` }],
      ...(message.service ? { about: [{ identifier: { system: SYSTEM.service, value: message.service } }] } : {}),
      payload: [{ contentString: message.text }],
    };
    return write(ground, trx, actor, message.resident, resource, why, door);
  });
}

/**
 * Asks the privacy officer about one line of the log ("who opened this?"). `line` is the id of the line; it may be left
 * out for a question about looking in general.
 */
export async function askAboutLook(
  ground: PathwayGround,
  actor: Actor,
  question: { readonly line?: string | undefined; readonly text: string },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const resident = actor.residentId;
  if (!resident || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  return perform(ground, actor, { resident, act: 'message' }, door, async (trx, why) => {
    const resource: Resource = {
      resourceType: 'Communication',
      status: 'completed',
      category: messageCategory('question'),
      subject: { reference: `Patient/${resident}` },
      ...(question.line
        ? { about: [{ reference: `AuditEvent/${resident.replaceAll('-', '')}-${question.line}` }] }
        : {}),
      payload: [{ contentString: question.text }],
    };
    return write(ground, trx, actor, resident, resource, why, door);
  });
}

/** Goes on in a question: the resident asks further, or the privacy officer answers. The answer comes to /mijn/berichten. */
export async function answerQuestion(
  ground: PathwayGround,
  actor: Actor,
  answer: { readonly thread: string; readonly text: string },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const resident = residentOf(answer.thread);
  if (!resident) return { ok: false, problem: ABSENT };
  const act = actor.role === 'resident' ? ('message' as const) : ('answer-question' as const);
  return perform(ground, actor, { resident, act, opens: act === 'answer-question' }, door, async (trx, why) => {
    const thread = await loadThread(trx, resident, answer.thread);
    if (thread?.kind !== 'question') refuse('absent', 'Deze vraag is er niet.');
    const resource: Resource = {
      resourceType: 'Communication',
      status: 'completed',
      category: messageCategory('question'),
      subject: { reference: `Patient/${resident}` },
      partOf: [{ reference: `Communication/${answer.thread}` }],
      payload: [{ contentString: answer.text }],
    };
    return write(ground, trx, actor, resident, resource, why, door);
  });
}

/** Notes that what was written to this side was read. Done again, it changes nothing. */
export async function markRead(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly thread: string; readonly kind: MessageKind },
  door: Door,
): Promise<Result<{ readonly read: number }>> {
  const resident = residentOf(what.thread);
  if (!resident) return { ok: false, problem: ABSENT };
  const officer = actor.role === 'privacy-officer';
  const act = officer ? ('answer-question' as const) : ('message' as const);
  return perform(ground, actor, { resident, act, opens: officer }, door, async (trx, why) => {
    const thread = await loadThread(trx, resident, what.thread);
    if (thread?.kind !== what.kind) refuse('absent', 'Dit bericht is er niet.');
    if (thread.case_id) await theCase(trx, actor, resident, thread.case_id);
    const side = actor.role === 'resident' ? 'other' : 'resident';
    let read = 0;
    for (const row of await loadResources(trx, resident, ['Communication'])) {
      const resource = JSON.parse(row.content) as Resource;
      if (!messageKindOf(resource)) continue;
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
