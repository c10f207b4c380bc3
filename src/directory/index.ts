export { putManyRegional } from './batch.ts';
export { HELD_ROLES, putRole, ROLE_SYSTEM } from './role.ts';
export { directoryRoom } from './room.ts';
export { seedDirectory } from './seed.ts';
export { directoryShelf, putRegional } from './shelf.ts';
export { type Away, awayFrom } from './staff/leave.ts';
export { type Tie, tieOf, tiesOf } from './staff/ties.ts';
export { keptVersions, type VersionedKind } from './tables.ts';
export { type Answering, servicesAnswering } from './upkeep/own.ts';
