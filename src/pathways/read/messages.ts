import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Decision,
  type Door,
  decide,
  ok,
  type Result,
  residentOf,
  withActor,
} from '../../platform/index.ts';
import { loadResources, maySee, recordsIn } from '../../record/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isMessage, type Message, toldOf } from '../message-shape.ts';
import type { Side } from '../model/index.ts';
import { type ThreadRow, threadOfCase, threadsIn } from '../thread-store.ts';

/** One message as pages show it. */
export type ShownMessage = {
  readonly id: string;
  readonly by: Side;
  readonly name: string | undefined;
  readonly at: Date;
  readonly received: Date | undefined;
  readonly text: string;
  /** The service it asks about, by its id. */
  readonly service: { readonly id: string; readonly name: string } | undefined;
};

/** One exchange with its messages, oldest first. */
export type OpenThread = { readonly thread: ThreadRow; readonly messages: readonly ShownMessage[] };

/** All exchanges of the resident who asks, in all their records, the last one written in first. */
export async function ownThreads(
  ground: PathwayGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly ThreadRow[]>> {
  const resident = actor.residentId;
  if (!resident || actor.role !== 'resident') return { ok: false, problem: ABSENT };
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const records = recordsIn(seen, resident);
    const may = decide(actor, { kind: 'do', act: 'message' }, seen[resident], undefined, ground.access);
    return { may, records, rows: await threadsIn(trx, records) };
  });
  for (const one of read.records) await leave(ground, actor, one, 'listed', undefined, read.may, door);
  return read.may.allow ? ok(read.rows) : { ok: false, problem: ABSENT };
}

/** The exchange of one case, for the resident or a member of its team; undefined while nobody has written. */
export async function openCaseThread(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly caseId: string },
  door: Door,
): Promise<Result<OpenThread | undefined>> {
  if (residentOf(what.caseId) !== what.resident) return { ok: false, problem: ABSENT };
  return opened(ground, actor, what.resident, what.caseId, door, async (trx) => {
    const row = await loadCase(trx, what.resident, what.caseId);
    const mine = row && (actor.role === 'resident' || actor.services.includes(row.team));
    return mine ? { thread: await threadOfCase(trx, what.resident, what.caseId) } : undefined;
  });
}

/** One exchange of the resident who asks. */
export async function openThread(
  ground: PathwayGround,
  actor: Actor,
  id: string,
  door: Door,
): Promise<Result<OpenThread | undefined>> {
  const resident = residentOf(id);
  if (!resident) return { ok: false, problem: ABSENT };
  return opened(ground, actor, resident, id, door, async (trx) => {
    const { rows } = await trx.query<ThreadRow>('select * from pathways.thread where resident_id = $1 and id = $2', [
      resident,
      id,
    ]);
    const [thread] = rows;
    return thread && actor.role === 'resident' ? { thread } : undefined;
  });
}

async function opened(
  ground: PathwayGround,
  actor: Actor,
  resident: string,
  subject: string,
  door: Door,
  find: (trx: Parameters<Parameters<typeof withActor>[3]>[0]) => Promise<{ thread: ThreadRow | undefined } | undefined>,
): Promise<Result<OpenThread | undefined>> {
  const read = await withActor(ground, actor, { kind: 'resident', resident }, async (trx, seen) => {
    const may = decide(actor, { kind: 'do', act: 'message' }, seen[resident], undefined, ground.access);
    const found = may.allow ? await find(trx) : undefined;
    if (!found) return { may: denied, found: undefined, messages: [] };
    const rows = found.thread ? await loadResources(trx, resident, ['Communication']) : [];
    const messages = rows
      .filter((row) => maySee(ground, actor, row, seen[resident]).allow)
      .map((row) => JSON.parse(row.content) as Resource)
      .filter((one) => isMessage(one) && toldOf(one).root === found.thread?.id)
      .map((one) => shown(one as Message));
    return { may, found, messages: messages.toSorted((a, b) => a.at.getTime() - b.at.getTime()) };
  });
  await leave(ground, actor, resident, 'opened', subject, read.may, door);
  if (!read.may.allow || !read.found) return { ok: false, problem: ABSENT };
  return ok(read.found.thread ? { thread: read.found.thread, messages: read.messages } : undefined);
}

const denied: Decision = { allow: false, reason: 'not a message of this actor' };

function shown(message: Message): ShownMessage {
  const told = toldOf(message);
  const about = message.about?.[0];
  return {
    id: told.id,
    by: told.by,
    name: message.sender?.display,
    at: told.at,
    received: message.received ? new Date(message.received) : undefined,
    text: message.payload?.[0]?.contentString ?? '',
    service: about?.identifier?.value
      ? { id: about.identifier.value, name: about.display ?? about.identifier.value }
      : undefined,
  };
}

/** An exchange on the list of a team, with the name its members may see. */
export type TeamThread = ThreadRow & { readonly label: string; readonly assignee_name: string | null };

/** The exchanges of the actor's teams that run: unread first, then the last one written in. At most 200. */
export async function teamThreads(
  ground: PathwayGround,
  actor: Actor,
  door: Door,
): Promise<Result<readonly TeamThread[]>> {
  const found = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<TeamThread>(
      `select t.*, w.label, w.assignee_name from pathways.thread t
       join pathways.worklist w on w.resident_id = t.resident_id and w.case_id = t.case_id and w.viewer = t.team and w.kind = 'case'
       where t.team = any ($1) and not t.closed
       order by (t.unread_other > 0) desc, t.last_at desc limit 200`,
      [[...actor.services]],
    );
    return rows;
  });
  const residents = [...new Set(found.map((thread) => thread.resident_id))];
  const seen = await withActor(ground, actor, { kind: 'page', residents }, async (_, by) => by);
  const may = (resident: string) =>
    decide(actor, { kind: 'do', act: 'message' }, seen[resident], undefined, ground.access);
  for (const resident of residents) await leave(ground, actor, resident, 'listed', undefined, may(resident), door);
  return ok(found.filter((thread) => may(thread.resident_id).allow));
}

async function leave(
  ground: PathwayGround,
  actor: Actor,
  resident: string | undefined,
  action: 'listed' | 'opened',
  subject: string | undefined,
  may: Decision,
  door: Door,
): Promise<void> {
  await ground.audit.write({
    actor,
    action,
    allowed: may.allow,
    ...(resident ? { resident } : {}),
    subjectType: 'Communication',
    ...(subject ? { subjectId: subject } : {}),
    purpose: may.allow ? may.purpose : 'none',
    ground: may.allow ? may.ground : 'none',
    ...door,
  });
}
