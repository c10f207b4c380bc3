import { isDeepStrictEqual } from 'node:util';
import type { Resource } from '../../fhir/index.ts';
import { ABSENT, fail, ok, type Problem, type Trx } from '../../platform/index.ts';
import { type Change, loadResources, type Settled, type WritePort } from '../../record/index.ts';
import { loadCase } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isMessage, type Message, toldOf } from '../message-shape.ts';
import { MESSAGE_LENGTH, threadsOf } from '../model/index.ts';
import { idIn, SYSTEM } from '../shapes.ts';
import { keepThread, settleThreads, teamHas, threadOfCase } from '../thread-store.ts';

type Answer = { readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem };

/**
 * The port of messages: what a Communication of category `message` holds, whom it goes to and who reads
 * it; the same through pages and FHIR. A provider is never a party to it. A Communication without that category is the
 * contact log of the team.
 */
export function messagePort(groundOf: () => PathwayGround): WritePort {
  return {
    name: 'pathway-messages',
    types: ['Communication'],
    settle: (_record, trx, change) => settle(groundOf(), trx, change),
    follow: async (_record, trx, change) => {
      if (isMessage(change.after)) await followThread(trx, change);
    },
  };
}

async function settle(ground: PathwayGround, trx: Trx, change: Change): Promise<Answer> {
  const message = isMessage(change.after);
  const { role } = change.actor;
  if (change.before && isMessage(change.before) !== message) return unfit('category', 'A message stays a message');
  // The contact log is written by those who try to reach the resident.
  if (!message) return role === 'resident' ? { ok: false, problem: ABSENT } : ok({});
  if (change.before) return settleRead(change);
  const text = textOf(change.after as Message);
  if (text === undefined || text.trim() === '' || text.length > MESSAGE_LENGTH)
    return fail('unprocessable', TOO_LONG, [
      { place: 'Communication.payload', text: `One contentString of 1 to ${MESSAGE_LENGTH} signs`, code: 'value' },
    ]);
  return settleMessage(ground, trx, change);
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

/** A message does not change; only that it was received is noted, by the side that received it. */
function settleRead(change: Change): Answer {
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
  if (before.received !== undefined || after.received === undefined || !mine)
    return ok({ resource: withReceived(after, before.received) });
  return ok({ resource: withReceived(after, change.at.toISOString()) });
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
    .filter(isMessage)
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
