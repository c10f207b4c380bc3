export { type CloudEvent, type OutboxEvent, toCloudEvent } from './cloud-event.ts';
export { createEvents, type Events, type EventsOptions, pauseAfter, type Subscriber } from './events.ts';
