import { createHmac } from 'node:crypto';
import type { Notification } from './store.ts';

/**
 * Where events come from: the address of this installation, and what the NL GOV profile for CloudEvents calls the source,
 * the system in which it happened, as a URN with the OIN of who runs it (`EVENT_SOURCE`).
 */
export type EventsFrom = { readonly publicUrl: string; readonly source: string };

/**
 * One event as a CloudEvent in structured mode (CloudEvents 1.0, HTTP binding 3.2; NL GOV profile 1.0): no data but a
 * reference under which it is read by who may. Signed as Standard Webhooks 1.0 has it: HMAC-SHA-256 over id, time and
 * body.
 */
export function cloudEventMessage(
  from: EventsFrom,
  event: Notification | undefined,
  secret: Readonly<Record<string, string>>,
  now: Date,
): { readonly headers: Readonly<Record<string, string>>; readonly body: string } {
  if (!event) throw new Error('A CloudEvent tells of one event');
  const body = JSON.stringify(cloudEventOf(from, event));
  const seconds = String(Math.floor(now.getTime() / 1000));
  return {
    headers: {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': event.event_id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${signature(secret.key ?? '', event.event_id, seconds, body)}`,
      'idempotency-key': event.event_id,
    },
    body,
  };
}

/** The base64 HMAC of a message. `key`: base64, as the receiver got it once behind `whsec_`. */
export function signature(key: string, id: string, seconds: string, body: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64')).update(`${id}.${seconds}.${body}`).digest('base64');
}

/** The event itself. What it is about stands in `subject` and `dataref`, unless it may not be known any more. */
export function cloudEventOf({ publicUrl, source }: EventsFrom, event: Notification): Record<string, unknown> {
  const resource = `${publicUrl}/fhir/r4/${event.subject}`;
  return {
    specversion: '1.0',
    id: event.event_id,
    source,
    type: `nl.omzien.${event.type}.${event.what}`,
    time: event.at.toISOString(),
    sequence: String(event.number).padStart(12, '0'),
    ...(event.blank ? {} : { subject: event.subject, dataref: resource }),
  };
}
