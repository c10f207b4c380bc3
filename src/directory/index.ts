export { putManyRegional } from './batch.ts';
export { type Listed, listedService, listedServices } from './listed.ts';
export { createPlaces, type Edits, type Places } from './model/index.ts';
export { HELD_ROLES, putRole, ROLE_SYSTEM } from './role.ts';
export { directoryRoom } from './room.ts';
export { seedDirectory } from './seed.ts';
export { directoryShelf, putRegional } from './shelf.ts';
export { acceptInvitation, type Identity, type Invitation, readInvitation } from './staff/accept.ts';
export { administer, oversee } from './staff/act.ts';
export { depart, sweepDepartures } from './staff/departure.ts';
export {
  INVITE_DAYS,
  invite,
  inviteFirst,
  type NewInvite,
  type OpenInvite,
  openInvites,
  resendInvite,
  withdrawInvite,
} from './staff/invite.ts';
export { type OwnOrganisation, organisationOf, ROLES_WITH_SERVICES } from './staff/kinds.ts';
export {
  type Away,
  awayFrom,
  endLeave,
  LEAVE_KINDS,
  type Leave,
  type LeaveKind,
  leavesOf,
  leavesPast,
  type NewLeave,
  setLeave,
} from './staff/leave.ts';
export {
  CHECK_DAYS,
  type Colleague,
  type ColleagueRole,
  colleagueIn,
  countStaff,
  listStaff,
  othersIn,
  QUIET_DAYS,
  STAFF_VIEWS,
  type StaffCounts,
  type StaffView,
  staffByService,
} from './staff/people.ts';
export { changeServices, confirmRoles, giveRole, type RoleWish, stateOf, takeRole } from './staff/roles.ts';
export { SAID } from './staff/said.ts';
export { systemsOf, type TiedSystem, untieSystem } from './staff/systems.ts';
export { changeTie, keptTies, type Tie, tieOf, tiesOf } from './staff/ties.ts';
export { keptVersions, type VersionedKind } from './tables.ts';
export { type Answering, editedServices, servicesAnswering } from './upkeep/own.ts';
export { serviceNames, servicesState, type Visited, visitedServices } from './visited.ts';
