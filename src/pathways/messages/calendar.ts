import { createHash } from 'node:crypto';
import { ICalCalendarMethod, ICalEventStatus, default as ical } from 'ical-generator';
import type { Resource } from '../../fhir/index.ts';

/**
 * The calendar file of one appointment (RFC 5545; times in UTC, so that summer time is right everywhere). One and the
 * same event in every version: its UID stays (and tells nobody's id), SEQUENCE grows, and what is off is sent as CANCEL.
 * `title` and `place` are chosen for who gets it: never a reason for help.
 */
export function calendarFile(
  appointment: Resource,
  shown: { readonly title: string; readonly place: string; readonly version: number; readonly now: Date },
): string {
  const off = appointment.status === 'cancelled' || appointment.status === 'entered-in-error';
  const start = new Date(String(appointment.start));
  const calendar = ical({
    prodId: { company: 'Omzien', product: 'afspraken', language: 'NL' },
    method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${createHash('sha256').update(`appointment|${appointment.id}`).digest('hex').slice(0, 32)}@omzien`,
    sequence: shown.version - 1,
    stamp: shown.now,
    start,
    end: new Date(String(appointment.end ?? start.toISOString())),
    summary: shown.title,
    location: shown.place || null,
    status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
