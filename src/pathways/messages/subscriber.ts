import type { Resource } from '../../fhir/index.ts';
import { systemActor, type Trx, withActor } from '../../platform/index.ts';
import { loadResource, loadResources } from '../../record/index.ts';
import { formatDateTime } from '../../ui/index.ts';
import { type CaseRow, casesOf, loadCase, loadParts } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isHandOver } from '../hand-over.ts';
import { isMessage, toldOf } from '../message-shape.ts';
import {
  type Concept,
  caseOf,
  DIED,
  hopOf,
  idIn,
  isDeath,
  isOwnWish,
  MOVED,
  type ReferralTask,
  type Request,
  requestStopReason,
  SYSTEM,
  stopReasonOf,
} from '../shapes.ts';
import { appointmentMessageWords } from './appointment-words.ts';
import { coachWords } from './coach-words.ts';
import { type About, residentMessage, residentText, whoToCall, workMail } from './compose.ts';
import { mailboxOf, residentDoor } from './recipients.ts';
import { putReady, takeBack } from './store.ts';
import { whoseTurn } from './turn.ts';
import { messageWords, type ResidentMessage, type WorkMessage } from './words.ts';

/** An event of the outbox, as far as messages need it. */
export type Told = {
  readonly id: string;
  readonly residentId: string;
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
};

export const MESSENGER = systemActor('messages');

const WANTED = [
  'nl.omzien.Task.created',
  'nl.omzien.Task.updated',
  'nl.omzien.ServiceRequest.updated',
  'nl.omzien.Consent.updated',
  'nl.omzien.CareTeam.updated',
  'nl.omzien.Appointment.created',
  'nl.omzien.Appointment.updated',
  'nl.omzien.Communication.created',
  'nl.omzien.norm.passed',
  'nl.omzien.record.merged',
  'nl.omzien.entry.misplaced',
];

export const wantsMessage = (type: string): boolean => WANTED.includes(type);

/** What a handler of one event works with: one resident, one transaction. */
type Desk = {
  readonly ground: PathwayGround;
  readonly trx: Trx;
  readonly publicUrl: string;
  readonly event: Told;
  readonly status: string;
};

/**
 * Makes the mails and letters of one event. It looks at how things stand in the event, not at now, except where now
 * says that it no longer matters. Safe to be told twice: each recipient has one message of each event.
 */
export async function makeMessages(ground: PathwayGround, publicUrl: string, event: Told): Promise<void> {
  const status = String((event.data as { readonly status?: unknown } | null)?.status ?? '');
  await withActor(ground, MESSENGER, { kind: 'act', resident: event.residentId }, async (trx) => {
    const desk: Desk = { ground, trx, publicUrl, event, status };
    const [type, id] = event.subject.split('/') as [string, string];
    if (event.type === 'nl.omzien.norm.passed') return normPassed(desk, id);
    if (event.type === 'nl.omzien.record.merged') return recordsMerged(desk);
    if (event.type === 'nl.omzien.entry.misplaced') return entryMisplaced(desk, id);
    if (type === 'Task') return taskStepped(desk, id);
    if (type === 'ServiceRequest') return requestEnded(desk, id);
    if (type === 'CareTeam') return coachChanged(desk, id);
    if (type === 'Consent') return consentChanged(desk, id);
    if (type === 'Communication') return messageSent(desk, id);
    return appointmentMade(desk, id);
  });
}

async function taskStepped(desk: Desk, id: string): Promise<void> {
  const { trx, event, status } = desk;
  const row = await loadResource(trx, event.residentId, 'Task', id);
  const task = row && (JSON.parse(row.content) as ReferralTask);
  const focus = task && (await loadResource(trx, event.residentId, 'ServiceRequest', idIn(task.focus?.reference)));
  if (!task || !focus) return;
  const request = JSON.parse(focus.content) as Request;
  const found = await loadCase(trx, event.residentId, caseOf(request));
  if (!found) return;
  const about = aboutOf(desk, found);
  const owner = task.owner?.reference ?? '';
  const first = hopOf(request) === 'first';
  const asker = first ? found.practice : found.team;
  if (isHandOver(task) && status !== 'cancelled' && status !== 'entered-in-error')
    return handOverStepped(desk, found, task, status);
  switch (status) {
    case 'requested':
      // Answered or withdrawn before this was delivered: nothing is asked of anybody any more.
      if (task.status !== 'requested') return;
      await tellParty(desk, about, owner, first ? 'referral-new' : 'offer-new');
      if (first) await tellResident(desk, about, isOwnWish(request) ? 'own-wish' : 'referral-new');
      return;
    case 'accepted':
      await tellParty(desk, about, asker, first ? 'referral-accepted' : 'offer-accepted');
      await tellResident(desk, about, first ? 'referral-accepted' : 'news');
      return;
    case 'rejected':
      await tellParty(desk, about, asker, first ? 'referral-declined' : 'offer-declined');
      return;
    case 'completed':
    case 'failed':
      await tellParty(desk, about, asker, 'support-ended');
      return;
    case 'cancelled':
      // Of a death the team is told with the end of the case.
      if (first && stopReasonOf(task) === DIED) return;
      // Handed over: the team that had it hears so with the yes of the other.
      if (first && stopReasonOf(task) === MOVED && found.team !== owner) return;
      await tellParty(desk, about, owner, CANCELLED[stopReasonOf(task) ?? ''] ?? 'withdrawn');
      return;
    case 'entered-in-error':
      await tellParty(desk, { ...about, eventId: undoneKey(found) }, owner, 'mistake');
      return;
    default:
      return;
  }
}

/** A case goes from one team to another: both teams, the practice and the resident hear how it stands. */
async function handOverStepped(desk: Desk, row: CaseRow, task: ReferralTask, status: string): Promise<void> {
  const about = aboutOf(desk, row);
  const other = task.owner?.reference ?? '';
  const before = task.requester?.reference ?? '';
  if (status === 'requested' && task.status === 'requested') {
    await tellParty(desk, about, other, 'hand-over-new');
    await tellResident(desk, about, 'hand-over-asked');
  }
  if (status === 'accepted') {
    for (const party of new Set([row.practice, before])) if (party) await tellParty(desk, about, party, 'handed-over');
    await tellResident(desk, about, 'handed-over');
  }
  if (status === 'rejected') await tellParty(desk, about, row.team, 'hand-over-declined');
}

/** What a place is told when it is no longer asked, by the reason; any other reason: it was withdrawn. */
const CANCELLED: Readonly<Record<string, WorkMessage>> = { 'no-answer': 'taken-back', [DIED]: 'stopped' };

const codeOf = (reason: Concept | undefined): string | undefined => reason?.coding?.[0]?.code;

const undoneKey = (row: CaseRow): string => `undone-${row.id}`;

/** The first request ended: as a mistake all who saw it are told; withdrawn, the resident reads that it was done. */
async function requestEnded(desk: Desk, id: string): Promise<void> {
  const { trx, event, status } = desk;
  if (status === 'completed') return ownWishEnded(desk, id);
  if (status !== 'entered-in-error' && status !== 'revoked') return;
  const found = await loadCase(trx, event.residentId, id);
  if (!found) return;
  await takeBack(desk.ground, trx, { resident: event.residentId, caseId: id, like: 'follow-up%' });
  await takeBack(desk.ground, trx, { resident: event.residentId, caseId: id, like: 'before-%' });
  const row = await loadResource(trx, event.residentId, 'ServiceRequest', id);
  if (status === 'revoked' && row && isDeath(requestStopReason(JSON.parse(row.content) as Request))) {
    for (const party of [found.practice, found.team])
      if (party) await tellParty(desk, aboutOf(desk, found), party, 'died');
    return;
  }
  if (status === 'revoked' && row && codeOf(requestStopReason(JSON.parse(row.content) as Request)) === MOVED) {
    await tellParty(desk, aboutOf(desk, found), found.practice, 'moved-away');
    return tellResident(desk, aboutOf(desk, found), 'moved-away');
  }
  if (status === 'revoked') return tellResident(desk, aboutOf(desk, found), 'withdrawn');
  const about = { ...aboutOf(desk, found), eventId: undoneKey(found) };
  const { tasks } = await loadParts(trx, event.residentId, id);
  const saw = new Set(
    tasks
      .filter(({ resource }) => resource.status !== 'draft')
      .flatMap(({ resource }) => resource.owner?.reference ?? []),
  );
  for (const party of [found.practice, found.team, ...saw]) if (party) await tellParty(desk, about, party, 'mistake');
  await tellResident(desk, about, 'mistake');
}

/** What a resident asked for themself has ended: they are told, as a practice would be by its own page. */
async function ownWishEnded(desk: Desk, id: string): Promise<void> {
  const { trx, event } = desk;
  const row = await loadResource(trx, event.residentId, 'ServiceRequest', id);
  const found = row && isOwnWish(JSON.parse(row.content) as Request) && (await loadCase(trx, event.residentId, id));
  if (found) await tellResident(desk, aboutOf(desk, found), 'own-wish-ended');
}

/** An entry stood with the wrong resident: whoever could read it is told to use nothing of it, and so is the resident. */
async function entryMisplaced(desk: Desk, id: string): Promise<void> {
  const found = await loadCase(desk.trx, desk.event.residentId, id);
  if (!found) return;
  const { parties } = desk.event.data as { readonly parties?: readonly string[] };
  for (const party of new Set([found.team, ...(parties ?? [])]))
    if (party) await tellParty(desk, aboutOf(desk, found), party, 'misplaced');
  await tellResident(desk, aboutOf(desk, found), 'misplaced');
}

/** Two records became one person's, or two people's again: the team of each running case hears it. */
async function recordsMerged(desk: Desk): Promise<void> {
  for (const row of await casesOf(desk.trx, desk.event.residentId))
    if (!row.closed_at && row.team)
      await tellParty(desk, aboutOf(desk, row), row.team, desk.status === 'merged' ? 'merged' : 'unmerged');
}

async function consentChanged(desk: Desk, id: string): Promise<void> {
  const { trx, event, status } = desk;
  if (status !== 'inactive') return;
  const { requests } = await requestsUnder(trx, event.residentId, id);
  const request = requests[0];
  const found = request && (await loadCase(trx, event.residentId, caseOf(request)));
  if (!found) return;
  // Where the case itself ends by it, the end of the case is what the resident is told.
  if (hopOf(request) === 'second') await tellResident(desk, aboutOf(desk, found), 'withdrawn');
}

async function requestsUnder(
  trx: Trx,
  resident: string,
  consent: string,
): Promise<{ readonly requests: readonly Request[] }> {
  const { rows } = await trx.query<{ content: string }>(
    "select content from record.resource where resident_id = $1 and type = 'ServiceRequest' and not deleted order by id",
    [resident],
  );
  const all = rows.map((row) => JSON.parse(row.content) as Request);
  return { requests: all.filter((one) => one.supportingInfo?.some((ref) => idIn(ref.reference) === consent)) };
}

/**
 * Somebody else has the case now: the resident hears it, once, of the last change. A letter says who; a mail, which others
 * in the house may read, says where to look.
 */
async function coachChanged(desk: Desk, id: string): Promise<void> {
  const { ground, trx, event, publicUrl } = desk;
  const row = await loadResource(trx, event.residentId, 'CareTeam', id);
  const { version } = event.data as { readonly version?: number };
  if (!row || row.version !== version) return;
  const team = JSON.parse(row.content) as Resource & {
    readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
  };
  const caseId = team.identifier?.find((one) => one.system === SYSTEM.case)?.value;
  const found = caseId ? await loadCase(trx, event.residentId, caseId) : undefined;
  if (!found?.assignee_name || found.closed_at) return;
  await takeBack(ground, trx, { resident: event.residentId, caseId: found.id, like: 'coach-%' });
  const to = await residentDoor(ground, trx, event.residentId);
  if (!to) return;
  const words = coachWords(to.language);
  const about = { ...aboutOf(desk, found), eventId: `coach-${event.id}` };
  const text = {
    subject: words.subject({ team: ground.definitions.organisationName(idIn(found.team)) }),
    body: to.mail === undefined ? words.paper({ name: found.assignee_name }) : words.mail,
  };
  await putReady(ground, trx, residentMessage(ground, about, to, text, publicUrl));
}

type Appointment = Resource & {
  readonly status: string;
  readonly start?: string;
  readonly serviceType?: readonly { readonly text?: string }[];
  readonly basedOn?: readonly { readonly reference?: string }[];
};

/** A planned conversation: the resident gets the day on paper or in a mail; and hears when it is off. */
async function appointmentMade(desk: Desk, id: string): Promise<void> {
  const { ground, trx, event, publicUrl, status } = desk;
  const held = await loadResource(trx, event.residentId, 'Appointment', id);
  const appointment = held && (JSON.parse(held.content) as Appointment);
  if (!appointment?.start || appointment.serviceType?.[0]?.text === 'session') return;
  if (status !== 'booked' && status !== 'cancelled') return;
  const { version } = event.data as { readonly version?: number };
  // Of several changes the last one is told; of one that is off meanwhile, that.
  if (status === 'booked' && (appointment.status !== 'booked' || held?.version !== version)) return;
  const found = await loadCase(trx, event.residentId, idIn(appointment.basedOn?.[0]?.reference));
  const to = found && (await residentDoor(ground, trx, event.residentId));
  if (!found || !to || new Date(appointment.start) < ground.clock.now()) return;
  // What was to remind of it, or told another moment, no longer holds.
  await takeBack(ground, trx, { resident: event.residentId, caseId: found.id, like: `soon-${id}-%` });
  const { resident } = messageWords(to.language);
  const moved = appointmentMessageWords(to.language).changed;
  const booked = event.type.endsWith('.updated') ? moved : resident.appointment;
  const words = status === 'booked' ? booked : resident['appointment-off'];
  const when = formatDateTime(appointment.start, 'weekday', to.language);
  const about = aboutOf(desk, found);
  const team = ground.definitions.organisationName(idIn(found.team));
  const text = { subject: words.subject({ team }), body: words.body({ when }) };
  await putReady(ground, trx, residentMessage(ground, about, to, text, publicUrl));
}

/**
 * A message waits: who it is for hears that there is one, never what it says. Several that wait unread are told once.
 */
async function messageSent(desk: Desk, id: string): Promise<void> {
  const { ground, trx, event } = desk;
  const all = (await loadResources(trx, event.residentId, ['Communication']))
    .map((row) => JSON.parse(row.content) as Resource)
    .filter((one) => isMessage(one))
    .map((one) => toldOf(one));
  const told = all.find((one) => one.id === id);
  if (!told || told.read) return;
  const before = all.some(
    (one) => one.root === told.root && one.by === told.by && !one.read && one.id !== id && one.at < told.at,
  );
  if (before) return;
  const found = told.caseId ? await loadCase(trx, event.residentId, told.caseId) : undefined;
  if (!found) return;
  const about = aboutOf(desk, found);
  if (told.by === 'resident') {
    await tellParty(desk, about, found.team, 'message-new');
    return;
  }
  const to = await residentDoor(ground, trx, event.residentId);
  if (!to) return;
  const text = residentText(ground, about, 'message-new', to.language);
  await putReady(ground, trx, residentMessage(ground, about, to, text, desk.publicUrl));
}

async function normPassed(desk: Desk, caseId: string): Promise<void> {
  const { trx, event } = desk;
  const found = await loadCase(trx, event.residentId, caseId);
  if (!found || found.closed_at) return;
  const { norm, task = null } = event.data as { readonly norm: string; readonly task?: string | null };
  const about = aboutOf(desk, found);
  const turn = await whoseTurn(desk.ground, trx, found, { norm, task });
  // The team keeps watch over the whole case; a place whose offer was taken back hears that by the Task itself.
  for (const party of new Set([found.team, ...(turn ? [turn] : [])])) await tellParty(desk, about, party, 'late');
}

const aboutOf = (desk: Desk, row: CaseRow): About => ({
  resident: desk.event.residentId,
  row,
  eventId: desk.event.id,
});

async function tellParty(desk: Desk, about: About, party: string, message: WorkMessage): Promise<void> {
  const to = mailboxOf(desk.ground.definitions, party);
  if (to)
    await putReady(desk.ground, desk.trx, workMail(about, to, message, desk.publicUrl, whoToCall(desk.ground, about)));
}

async function tellResident(desk: Desk, about: About, message: ResidentMessage): Promise<void> {
  const { ground, trx, publicUrl } = desk;
  const to = await residentDoor(ground, trx, about.resident);
  if (to)
    await putReady(
      ground,
      trx,
      residentMessage(ground, about, to, residentText(ground, about, message, to.language), publicUrl),
    );
}
