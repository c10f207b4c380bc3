import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../../fhir/index.ts';
import { ABSENT, fail, ok, type Problem, residentOf, type Trx } from '../../platform/index.ts';
import { type Change, loadResources, type Settled, type WritePort } from '../../record/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { type Message, messageKindOf, toldOf } from '../message-shape.ts';
import { MESSAGE_LENGTH, type MessageKind, threadsOf } from '../model/index.ts';
import { idIn, SYSTEM } from '../shapes.ts';
import { keepThread, loadThread, settleThreads, teamHas, threadOfCase } from '../thread-store.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/**
 * The port of messages: what a Communication of category `message` or `question` holds, whom it goes to and who reads
 * it; the same through pages and FHIR. A provider is never a party to it. A Communication without that category is the
 * contact log of the team.
 */
export function messagePort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-messages',
    types: ['Communication'],
    settle: (_record, trx, change) => settle(groundOf(), trx, change),
    follow: async (_record, trx, change) => {
      if (messageKindOf(change.after)) await followThread(trx, change);
    },
  };
}

async function settle(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
  const kind = messageKindOf(change.after);
  const was = change.before && messageKindOf(change.before);
  const { role } = change.actor;
  if (change.before && was !== kind) return unfit('category', 'A message stays a message');
  // The contact log is written by those who try to reach the resident.
  if (!kind) return role === 'resident' || role === 'privacy-officer' ? { ok: false, problem: ABSENT } : ok({});
  if (change.before) return settleRead(change, kind);
  const text = textOf(change.after as Message);
  if (text === undefined || text.trim() === '' || text.length > MESSAGE_LENGTH)
    return fail('unprocessable', TOO_LONG, [
      { place: 'Communication.payload', text: `One contentString of 1 to ${MESSAGE_LENGTH} signs`, code: 'value' },
    ]);
  return kind === 'message' ? settleMessage(ground, trx, change) : settleQuestion(trx, change);
}

const TOO_LONG = {
  nl: `Schrijf uw bericht, in hooguit ${MESSAGE_LENGTH} tekens.`,
  en: `Write your message, in at most ${MESSAGE_LENGTH} characters.`,
};

/** The text of a message: one payload, in words. */
function textOf(message: Message): string | undefined {
  return message.payload?.length === 1 ? message.payload[0]?.contentString : undefined;
}

async function settleMessage(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
  const message = change.after as Message;
  const caseId = idIn(message.basedOn?.find((ref) => ref.reference?.startsWith('ServiceRequest/'))?.reference);
  const row = caseId ? await loadCase(trx, change.resident, caseId) : undefined;
  if (!row) return unfit('basedOn', 'The first request of a case of this resident');
  const { role, services } = change.actor;
  if (role !== 'system' && role !== 'resident' && !services.includes(row.team)) return { ok: false, problem: ABSENT };
  if (row.closed_at)
    return fail('conflict', {
      nl: 'Deze zaak is afgerond. U kunt hier niet meer schrijven; wat er staat, blijft te lezen.',
      en: 'This case has ended. You can no longer write here; what was written stays readable.',
    });
  if (!(await teamHas(trx, change.resident, caseId)))
    return fail('conflict', {
      nl: 'Er is nu geen team dat dit leest. Bel het team of uw praktijk.',
      en: 'No team reads this at the moment. Call the team or your practice.',
    });
  const byResident = writtenByResident(change);
  const patient = { reference: `Patient/${change.resident}` };
  const team = { reference: row.team, display: ground.definitions.organisationName(idIn(row.team)) };
  const thread = await threadOfCase(trx, change.resident, caseId);
  const resource = sentAt(change, {
    ...message,
    about: aboutOf(ground, message),
    partOf: thread ? [{ reference: `Communication/${thread.id}` }] : undefined,
    recipient: [byResident ? team : patient],
    sender: senderOf(change, byResident),
  });
  const named = JSON.stringify(resource).match(/"(?:HealthcareService|Organization)\/[^"]+"/g) ?? [];
  if (named.some((one) => one !== `"${row.team}"`))
    return unfit('recipient', 'A message is between the resident and the team of the case; it names no other party');
  return ok({ resource, parties: [row.team] });
}

/** What a message is about: a service of the directory by its identifier, so that the service is no party to it. */
function aboutOf(ground: PathwayGround, message: Message): Message['about'] {
  const [about] = message.about ?? [];
  const id =
    about?.identifier?.value ?? (about?.reference?.startsWith('HealthcareService/') ? idIn(about.reference) : '');
  const service = id ? ground.definitions.service(id) : undefined;
  if (!service) return undefined;
  return [
    { type: 'HealthcareService', identifier: { system: SYSTEM.service, value: service.id }, display: service.name },
  ];
}

async function settleQuestion(trx: Trx, change: Change): Promise<Answer> {
  const message = change.after as Message;
  const { role } = change.actor;
  const byResident = writtenByResident(change);
  if (role !== 'resident' && role !== 'privacy-officer' && role !== 'system') return { ok: false, problem: ABSENT };
  const root = idIn(message.partOf?.[0]?.reference);
  const thread = root ? await loadThread(trx, change.resident, root) : undefined;
  if (root && thread?.kind !== 'question') return unfit('partOf', 'The first message of a question of this resident');
  if (!byResident && !thread) return unfit('partOf', 'An answer belongs to a question');
  const line = message.about?.find((ref) => ref.reference?.startsWith('AuditEvent/'))?.reference;
  if (line && !(await isOwnLine(trx, change.resident, idIn(line))))
    return unfit('about', 'A line of the log of this resident');
  const officer = { display: 'Privacyfunctionaris' };
  const resource = sentAt(change, {
    ...message,
    basedOn: undefined,
    about: line ? [{ reference: line }] : undefined,
    recipient: [byResident ? officer : { reference: `Patient/${change.resident}` }],
    sender: senderOf(change, byResident),
  });
  // Guarded as part of the trail: not for the team, which the question may be about.
  return ok({ resource, facet: 'trail', categories: [] });
}

/** True where the line of the log (as FHIR names it) is about this resident. */
async function isOwnLine(trx: Trx, resident: string, id: string): Promise<boolean> {
  if (residentOf(id) !== resident) return false;
  const { rowCount } = await trx.query('select 1 from platform.audit where resident_id = $1 and id = $2', [
    resident,
    id.slice(33),
  ]);
  return rowCount === 1;
}

/** A message does not change; only that it was received is noted, by the side that received it. */
function settleRead(change: Change, kind: MessageKind): Answer {
  const [before, after] = [change.before as Message, change.after as Message];
  const said = ({ meta: _meta, received: _received, ...rest }: Message) => rest;
  if (!isDeepStrictEqual(said(before), said(after))) {
    const text = {
      nl: 'Een bericht verandert niet meer. Schrijf een nieuw bericht.',
      en: 'A message does not change. Write a new one.',
    };
    return fail('unprocessable', text, [
      { place: 'Communication', text: 'Only received may be set, once', code: 'business-rule' },
    ]);
  }
  const { role } = change.actor;
  const forResident = toldOf(before).by === 'other';
  const mine = role === 'system' || (role === 'resident') === forResident;
  const guard = kind === 'question' ? { facet: 'trail' as const, categories: [] } : {};
  if (before.received !== undefined || after.received === undefined || !mine)
    return ok({ ...guard, resource: withReceived(after, before.received) });
  return ok({ ...guard, resource: withReceived(after, change.at.toISOString()) });
}

function withReceived({ received: _received, ...rest }: Message, received: string | undefined): Resource {
  return { ...rest, ...(received === undefined ? {} : { received }) } as Resource;
}

/** Who wrote it: the role of who sends says so; of a system its own word, as its partner's record has it. */
function writtenByResident(change: Change): boolean {
  if (change.actor.role !== 'system') return change.actor.role === 'resident';
  return (change.after as Message).sender?.reference === `Patient/${change.resident}`;
}

function senderOf(change: Change, byResident: boolean): Message['sender'] {
  if (byResident) return { reference: `Patient/${change.resident}` };
  const { actor } = change;
  if (actor.role === 'system') return (change.after as Message).sender ?? { reference: actor.person };
  return { reference: actor.roleRef || actor.person, display: actor.name };
}

function sentAt(change: Change, message: Message): Resource {
  const { received: _received, ...rest } = message;
  const resource = { ...rest, status: 'completed', sent: change.at.toISOString() };
  return Object.fromEntries(Object.entries(resource).filter(([, value]) => value !== undefined)) as Resource;
}

/** Counts this exchange anew from its messages: few, and of one resident. */
async function followThread(trx: Trx, change: Change): Promise<void> {
  const root = toldOf(change.after, change.id).root;
  const messages = (await loadResources(trx, change.resident, ['Communication']))
    .map((row) => JSON.parse(row.content) as Resource)
    .filter((resource) => messageKindOf(resource))
    .map((resource) => toldOf(resource))
    .filter((told) => told.root === root);
  for (const facts of threadsOf(messages)) await keepThread(trx, change.resident, facts);
  await settleThreads(trx, change.resident);
}

function unfit(element: string, text: string): Answer {
  return fail('unprocessable', { nl: 'Dit bericht past niet.', en: 'This message does not fit.' }, [
    { place: `Communication.${element}`, text, code: 'value' },
  ]);
}
