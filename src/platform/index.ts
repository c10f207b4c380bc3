export {
  type Actor,
  authorOf,
  CATEGORIES,
  type Category,
  FACETS,
  type Facet,
  isSystem,
  partiesOf,
  type RoleCode,
  systemActor,
} from './access/actor.ts';
export { type Asked, type Decision, decide, grantFacets, relationsOf, type Seen } from './access/decide.ts';
export { ACCESS, type AccessRow, type Act, type Purpose, type Relation } from './access/table.ts';
export {
  beforeCommit,
  type Ground,
  inSameTransaction,
  type Scope,
  type SeenBy,
  type Trx,
  withActor,
} from './access/with-actor.ts';
export {
  type AuditLine,
  type AuditWriter,
  auditInside,
  createAuditWriter,
  type Door,
  nameInLog,
} from './audit/index.ts';
export { type Config, readConfig } from './config/index.ts';
export { distanceKm, type Point } from './distance.ts';
export { isResidentId, NOBODY, newResidentId, newResourceId, residentOf, ulid } from './ids.ts';
export { firstLanguage, type Language, machineLanguage, type Text, textIn } from './language.ts';
export {
  ABSENT,
  fail,
  mistakesIn,
  ok,
  type Problem,
  type ProblemKind,
  type ProblemPlace,
  Refusal,
  type Result,
  statusOf,
} from './problem.ts';
export { type PurgePlan, platformPurge } from './purge.ts';
export { deriveKeys, findHash, type Keys, seal, sealBytes, sessionHash, unseal, unsealBytes } from './seal.ts';
export * from './time/index.ts';
