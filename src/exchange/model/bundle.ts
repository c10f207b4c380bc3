import { randomUUID } from 'node:crypto';
import type { Notification, Receiver } from '../store.ts';
import { BACKPORT } from './backport.ts';

/** Why a notification is sent, or what was asked (SubscriptionStatus.type). */
export type Kind = 'handshake' | 'heartbeat' | 'event-notification' | 'query-status' | 'query-event';

type Told = Pick<Receiver, 'id' | 'topic' | 'status' | 'content'> & { readonly events: string | number | bigint };

/** The state of a subscription and its events, as the R4 profile has it: a Parameters. */
export function statusParameters(
  base: string,
  receiver: Told,
  kind: Kind,
  events: readonly Notification[] = [],
): Record<string, unknown> {
  return {
    resourceType: 'Parameters',
    id: randomUUID(),
    meta: { profile: [BACKPORT.status] },
    parameter: [
      { name: 'subscription', valueReference: { reference: `${base}/Subscription/${receiver.id}` } },
      { name: 'topic', valueCanonical: receiver.topic },
      { name: 'status', valueCode: receiver.status },
      { name: 'type', valueCode: kind },
      { name: 'events-since-subscription-start', valueString: String(receiver.events) },
      ...events.map((event) => ({
        name: 'notification-event',
        part: [
          { name: 'event-number', valueString: String(event.number) },
          { name: 'timestamp', valueInstant: event.at.toISOString() },
          ...(saysWhat(receiver, event)
            ? [{ name: 'focus', valueReference: { reference: `${base}/${event.subject}` } }]
            : []),
        ],
      })),
    ],
  };
}

/** A notification: a history Bundle whose first entry is the status, then for each event what it is about, by id only. */
export function notificationBundle(
  base: string,
  receiver: Told,
  kind: Kind,
  events: readonly Notification[],
  now: Date,
): Record<string, unknown> {
  const status = statusParameters(base, receiver, kind, events);
  return {
    resourceType: 'Bundle',
    id: randomUUID(),
    meta: { profile: [BACKPORT.notification] },
    type: 'history',
    timestamp: now.toISOString(),
    entry: [
      {
        fullUrl: `urn:uuid:${status.id}`,
        resource: status,
        request: { method: 'GET', url: `${base}/Subscription/${receiver.id}/$status` },
        response: { status: '200' },
      },
      ...events
        .filter((event) => saysWhat(receiver, event))
        .map((event) => ({ fullUrl: `${base}/${event.subject}`, ...HOW[event.what](event.subject) })),
    ],
  };
}

const saysWhat = (receiver: Told, event: Notification) => receiver.content === 'id-only' && !event.blank;

const HOW = {
  created: (subject: string) => ({
    request: { method: 'POST', url: subject.split('/')[0] },
    response: { status: '201' },
  }),
  updated: (subject: string) => ({ request: { method: 'PUT', url: subject }, response: { status: '200' } }),
  deleted: (subject: string) => ({ request: { method: 'DELETE', url: subject }, response: { status: '204' } }),
} as const;
