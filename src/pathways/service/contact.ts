import type { Resource } from '../../fhir/index.ts';
import type { CheckedFile } from '../../platform/files/index.ts';
import {
  ABSENT,
  type Actor,
  asLocalDate,
  type Door,
  localInstant,
  type Result,
  residentOf,
  type Trx,
} from '../../platform/index.ts';
import { createInside, keepAttachments, planAttachments } from '../../record/index.ts';
import { loadParts } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { REFUSALS } from '../refusals.ts';
import { concept, idIn, SYSTEM } from '../shapes.ts';
import { perform, refuse, theCase, theRequest, theTask, type Why } from './perform.ts';
import { stepInside } from './task.ts';

export type ContactAttempt = {
  readonly resident: string;
  readonly caseId: string;
  readonly kind: string;
  readonly outcome: string;
  readonly note?: string;
  /** Files that were looked at already. */
  readonly files?: readonly CheckedFile[];
};

/** Records an attempt to reach the resident, and whether they were reached. The first time reached, the case begins. */
export async function recordContact(
  ground: PathwayGround,
  actor: Actor,
  attempt: ContactAttempt,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return perform(ground, actor, { resident: attempt.resident, act: 'contact' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, attempt.resident, attempt.caseId);
    if (row.closed_at) refuse('conflict', REFUSALS.caseClosed);
    const { contact } = ground.definitions.pathway(row.pathway, row.pathway_version);
    const kind = contact.kinds.find((one) => one.code === attempt.kind);
    const outcome = contact.outcomes.find((one) => one.code === attempt.outcome);
    if (!kind) refuse('unprocessable', REFUSALS.chooseContactKind, 'kind');
    if (!outcome) refuse('unprocessable', REFUSALS.chooseContactOutcome, 'outcome');
    const files = planAttachments(ground, attempt.resident, attempt.files ?? []);
    const written = await createInside(
      ground,
      trx,
      actor,
      {
        resource: {
          ...communication(ground, actor, attempt, kind, outcome),
          ...(files.length > 0 ? { payload: files.map(({ content }) => ({ contentAttachment: content })) } : {}),
        },
        resident: attempt.resident,
        ...why,
        parties: [row.team],
      },
      door,
    );
    const holder = { type: 'Communication', id: written.id };
    await keepAttachments(ground, trx, actor, { resident: attempt.resident, holder, files, ...why }, door);
    if (outcome.reached) await begin(ground, trx, actor, attempt.resident, attempt.caseId, why, door);
    return { id: written.id };
  });
}

function communication(
  ground: PathwayGround,
  actor: Actor,
  attempt: ContactAttempt,
  kind: { code: string; label: string },
  outcome: { code: string; label: string },
): Resource {
  return {
    resourceType: 'Communication',
    status: 'completed',
    subject: { reference: `Patient/${attempt.resident}` },
    basedOn: [{ reference: `ServiceRequest/${attempt.caseId}` }],
    sent: ground.clock.now().toISOString(),
    sender: {
      reference: actor.person.startsWith('Device') ? actor.person : actor.roleRef || actor.person,
      display: actor.name,
    },
    recipient: [{ reference: `Patient/${attempt.resident}` }],
    medium: [concept(SYSTEM.contactKind, kind.code, kind.label)],
    reasonCode: [concept(SYSTEM.contactOutcome, outcome.code, outcome.label)],
    ...(attempt.note?.trim() ? { note: [{ text: attempt.note.trim() }] } : {}),
  };
}

/** The team's own Task goes from accepted to in progress with the first real contact. */
export async function begin(
  ground: PathwayGround,
  trx: Trx,
  actor: Actor,
  resident: string,
  caseId: string,
  why: Why,
  door: Door,
): Promise<void> {
  const { tasks } = await loadParts(trx, resident, caseId);
  const own = tasks.find(
    (held) => idIn(held.resource.focus?.reference) === caseId && held.resource.status === 'accepted',
  );
  if (own) await stepInside(ground, trx, actor, resident, { task: own.row.id, to: 'in-progress' }, why, door);
}

/** How somebody attended one session. */
export const ATTENDANCE = [
  { code: 'attended', label: 'Was er', status: 'fulfilled' },
  { code: 'excused', label: 'Afgemeld', status: 'cancelled' },
  { code: 'no-show', label: 'Niet gekomen', status: 'noshow' },
] as const;

export type Attendance = {
  readonly task: string;
  readonly date: string;
  readonly time?: string;
  readonly attended: string;
  readonly note?: string;
};

/** Keeps one session and its attendance; the first begins the support. */
export async function recordAttendance(
  ground: PathwayGround,
  actor: Actor,
  session: Attendance,
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const resident = residentOf(session.task);
  if (!resident) return { ok: false, problem: ABSENT };
  return perform(ground, actor, { resident, act: 'support' }, door, async (trx, why) => {
    const task = await theTask(trx, resident, session.task);
    if (!actor.services.includes(task.owner?.reference ?? '') && actor.role !== 'system')
      refuse('absent', REFUSALS.noRequest);
    const attendance = ATTENDANCE.find((one) => one.code === session.attended);
    if (!attendance) refuse('unprocessable', REFUSALS.chooseAttendance, 'attended');
    const start = localInstant(asLocalDate(session.date), session.time ?? '10:00');
    if (start > ground.clock.now()) refuse('unprocessable', REFUSALS.attendanceTooEarly, 'date');
    if (task.status === 'accepted')
      await stepInside(ground, trx, actor, resident, { task: session.task, to: 'in-progress' }, why, door);
    else if (task.status !== 'in-progress') refuse('conflict', REFUSALS.supportNotRunning);
    const request = await theRequest(trx, resident, idIn(task.focus?.reference));
    const resource: Resource = {
      resourceType: 'Appointment',
      status: attendance.status,
      basedOn: [{ reference: `ServiceRequest/${request.id}` }],
      start: start.toISOString(),
      end: new Date(start.getTime() + 3_600_000).toISOString(),
      serviceType: [{ text: 'session' }],
      ...(attendance.status === 'cancelled'
        ? { cancelationReason: concept(SYSTEM.attendance, attendance.code, attendance.label) }
        : {}),
      participant: [
        {
          actor: { reference: `Patient/${resident}` },
          status: attendance.code === 'attended' ? 'accepted' : 'declined',
        },
        { actor: { reference: task.owner!.reference, display: task.owner!.display }, status: 'accepted' },
      ],
      ...(session.note?.trim() ? { comment: session.note.trim() } : {}),
    };
    const written = await createInside(ground, trx, actor, { resource, resident, ...why }, door);
    return { id: written.id };
  });
}
