export type { OversightGround } from './ground.ts';
export { oversightRoom } from './room.ts';
export { makeRequest, ownRequests } from './service/own-requests.ts';
export { type Request, requestKey } from './store/requests.ts';
