export type { OversightGround } from './ground.ts';
export { oversightRoom } from './room.ts';
export { watchDay } from './service/looking.ts';
export { makeRequest, ownRequests } from './service/own-requests.ts';
export { checkIdentity, decideRequest, enterRequest } from './service/requests.ts';
export { type Request, requestKey } from './store/requests.ts';
