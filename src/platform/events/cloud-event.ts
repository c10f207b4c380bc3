/** One row of the outbox, as subscribers get it. */
export type OutboxEvent = {
  /** The idempotency key: an event that comes twice carries the same. */
  readonly id: string;
  readonly residentId: string;
  readonly at: Date;
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
};

/** A CloudEvent in the JSON format (CloudEvents 1.0.2, sections 2 and 3 of the JSON Event Format). */
export type CloudEvent = {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: unknown;
};

/** The CloudEvent of a row. `source`: the address of this installation. Whoever sends it out decides what of `data` may go. */
export function toCloudEvent(event: OutboxEvent, source: string): CloudEvent {
  return {
    specversion: '1.0',
    id: event.id,
    source,
    type: event.type,
    subject: event.subject,
    time: event.at.toISOString(),
    datacontenttype: 'application/json',
    data: event.data,
  };
}
