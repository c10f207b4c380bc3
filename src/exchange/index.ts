export type { Kept, OpenFigure, OpenFigures, Outlook } from './api/open-figures.ts';
export { operationRoutes } from './fhir/operations.ts';
export { subscriptionShelf, withSubscriptions } from './fhir/shelf.ts';
export { exchangePurge } from './purge.ts';
export { apiRoom, type ExchangeOptions, exchangeRoom } from './room.ts';
export type { ReceiverRules } from './send/address.ts';
