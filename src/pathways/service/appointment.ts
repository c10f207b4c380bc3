import type { Resource } from '../../fhir/index.ts';
import {
  ABSENT,
  type Actor,
  type Door,
  type LocalDate,
  localInstant,
  Refusal,
  type Result,
  type Text,
  type Trx,
  withActor,
} from '../../platform/index.ts';
import { createInside, loadResource, updateInside } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { concept, OMZIEN_MEETING, SYSTEM } from '../shapes.ts';
import { perform, refuse, theCase } from './perform.ts';

/** How people meet. */
export const MEETING_WAYS = ['home', 'office', 'phone', 'video', 'elsewhere'] as const;
export type MeetingWay = (typeof MEETING_WAYS)[number];
/** How long a conversation may be planned for, in minutes. */
export const MEETING_MINUTES = [30, 45, 60, 90, 120] as const;

export type Meeting = {
  readonly resident: string;
  readonly caseId: string;
  readonly date: LocalDate;
  /** HH:MM in Amsterdam. */
  readonly time: string;
  readonly place: string;
  readonly about: 'conversation' | 'follow-up';
  readonly way?: MeetingWay;
  /** Default an hour. */
  readonly minutes?: number;
};

/** Why an appointment is off. */
export const OFF_REASONS = ['resident', 'team', 'other-day', 'not-needed'] as const;
export type OffReason = (typeof OFF_REASONS)[number];

type Stored = Resource & { readonly status: string; readonly start?: string; readonly end?: string };

const PAST: Text = {
  nl: 'Kies een dag en tijd die nog komen.',
  en: 'Choose a day and time that are still to come.',
};
const NOT_OPEN: Text = { nl: 'Deze afspraak staat niet meer open.', en: 'This appointment is no longer open.' };

/** What of a meeting is kept in the Appointment: when, where and how. */
function whenAndWhere(ground: PathwayGround, meeting: Omit<Meeting, 'resident' | 'caseId' | 'about'>) {
  const start = localInstant(meeting.date, meeting.time);
  if (start < ground.clock.now()) refuse('unprocessable', PAST, 'date');
  const minutes = meeting.minutes ?? 60;
  return {
    start: start.toISOString(),
    end: new Date(start.getTime() + minutes * 60_000).toISOString(),
    minutesDuration: minutes,
    description: meeting.place,
    ...(meeting.way ? { appointmentType: concept(OMZIEN_MEETING, meeting.way, meeting.way) } : {}),
  };
}

/** Plans a conversation with the resident; also tells what else the planner has at that moment. */
export async function planConversation(
  ground: PathwayGround,
  actor: Actor,
  meeting: Meeting,
  door: Door,
): Promise<Result<{ readonly id: string; readonly clashes: readonly Clash[] }>> {
  const done = await perform(ground, actor, { resident: meeting.resident, act: 'contact' }, door, async (trx, why) => {
    const row = await theCase(trx, actor, meeting.resident, meeting.caseId);
    if (row.closed_at) refuse('conflict', { nl: 'Deze zaak is al gesloten.', en: 'This case is closed already.' });
    const resource: Resource = {
      resourceType: 'Appointment',
      status: 'booked',
      basedOn: [{ reference: `ServiceRequest/${meeting.caseId}` }],
      serviceType: [{ text: meeting.about }],
      ...whenAndWhere(ground, meeting),
      created: ground.clock.now().toISOString(),
      participant: [
        { actor: { reference: `Patient/${meeting.resident}` }, status: 'accepted' },
        { actor: { reference: actor.person, display: actor.name }, status: 'accepted' },
      ],
    };
    const written = await createInside(
      ground,
      trx,
      actor,
      { resource, resident: meeting.resident, ...why, parties: [row.team] },
      door,
    );
    return { id: written.id, resource };
  });
  if (!done.ok) return done;
  const { id, resource } = done.value;
  return { ok: true, value: { id, clashes: await clashesWith(ground, actor, resource as Stored, id) } };
}

/** Moves a planned conversation to another day, time or place. The resident is told; the calendar file follows. */
export async function changeAppointment(
  ground: PathwayGround,
  actor: Actor,
  what: Omit<Meeting, 'about'> & { readonly appointment: string },
  door: Door,
): Promise<Result<{ readonly id: string; readonly clashes: readonly Clash[] }>> {
  const done = await perform(ground, actor, { resident: what.resident, act: 'contact' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const present = await theMeeting(trx, what.resident, what.appointment);
    if (present.status !== 'booked') refuse('conflict', NOT_OPEN);
    const resource: Resource = { ...present, ...whenAndWhere(ground, what) };
    await updateInside(ground, trx, actor, { resource, resident: what.resident, id: what.appointment, ...why }, door);
    return resource;
  });
  if (!done.ok) return done;
  const clashes = await clashesWith(ground, actor, done.value as Stored, what.appointment);
  return { ok: true, value: { id: what.appointment, clashes } };
}

/** Cancels a planned conversation or session, with the reason where one is given; the resident is told that it is off. */
export async function cancelAppointment(
  ground: PathwayGround,
  actor: Actor,
  what: { readonly resident: string; readonly appointment: string; readonly reason?: OffReason },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  const act = actor.role === 'provider' ? 'support' : 'contact';
  return perform(ground, actor, { resident: what.resident, act }, door, async (trx, why) => {
    const row = await loadResource(trx, what.resident, 'Appointment', what.appointment);
    if (!row || (actor.role === 'provider' && !row.parties.some((party) => actor.services.includes(party))))
      refuse('absent', { nl: 'Deze afspraak is er niet.', en: 'This appointment is not there.' });
    const present = JSON.parse(row.content) as Stored;
    if (present.status !== 'booked') refuse('conflict', NOT_OPEN);
    await updateInside(
      ground,
      trx,
      actor,
      {
        resource: {
          ...present,
          status: 'cancelled',
          ...(what.reason ? { cancelationReason: concept(SYSTEM.attendance, what.reason, what.reason) } : {}),
        },
        resident: what.resident,
        id: what.appointment,
        ...why,
      },
      door,
    );
    return { id: what.appointment };
  });
}

/** Says how a conversation that was planned went: it took place, or the resident did not come. Not before its time. */
export async function settleAppointment(
  ground: PathwayGround,
  actor: Actor,
  what: {
    readonly resident: string;
    readonly caseId: string;
    readonly appointment: string;
    readonly came: boolean;
  },
  door: Door,
): Promise<Result<{ readonly id: string }>> {
  return perform(ground, actor, { resident: what.resident, act: 'contact' }, door, async (trx, why) => {
    await theCase(trx, actor, what.resident, what.caseId);
    const present = await theMeeting(trx, what.resident, what.appointment);
    if (present.status !== 'booked') refuse('conflict', NOT_OPEN);
    if (new Date(present.start ?? 0) > ground.clock.now())
      refuse('conflict', { nl: 'Deze afspraak moet nog komen.', en: 'This appointment is still to come.' });
    await updateInside(
      ground,
      trx,
      actor,
      {
        resource: { ...present, status: what.came ? 'fulfilled' : 'noshow' },
        resident: what.resident,
        id: what.appointment,
        ...why,
      },
      door,
    );
    return { id: what.appointment };
  });
}

async function theMeeting(trx: Trx, resident: string, id: string): Promise<Stored> {
  const row = await loadResource(trx, resident, 'Appointment', id);
  const found = row && (JSON.parse(row.content) as Stored);
  const kind = (found?.serviceType as readonly { readonly text?: string }[] | undefined)?.[0]?.text;
  if (!found || kind === 'session') throw new Refusal(ABSENT);
  return found;
}

/** Another appointment at the same moment. */
export type Clash = { readonly start: string; readonly end: string };

/** What else the planner has at the moment of an appointment: told, never forbidden. When, and not with whom. */
async function clashesWith(ground: PathwayGround, actor: Actor, made: Stored, id: string): Promise<readonly Clash[]> {
  if (!made.start || !made.end) return [];
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const { rows } = await trx.query<{ starts_at: Date; ends_at: Date }>(
      `select starts_at, ends_at from pathways.appointment
       where person = $1 and starts_at < $3 and ends_at > $2 and id <> $4 order by starts_at limit 5`,
      [actor.person, made.start, made.end, id],
    );
    return rows.map((row) => ({ start: row.starts_at.toISOString(), end: row.ends_at.toISOString() }));
  });
}
