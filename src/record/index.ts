export { fhirApi } from './api/api.ts';
export type { FhirDoor } from './api/door.ts';
export {
  ATTACHMENTS_A_DAY,
  attachmentsIn,
  type Content,
  checkAttachment,
  hideAttachment,
  keepAttachments,
  type OpenedAttachment,
  openAttachment,
  type Planned,
  planAttachments,
} from './attachment.ts';
export { type LogRow, searchAudit, toAuditEvent } from './audit-event.ts';
export { createManyPatients, type Loaded, type PatientToLoad } from './bulk.ts';
export {
  createDecided,
  createResource,
  decideWrite,
  guarded,
  subjectOf,
  updateDecided,
  updateResource,
} from './doors.ts';
export type { RecordGround } from './ground.ts';
export { MAY_EXIST } from './identity.ts';
export {
  alongWith,
  loadOfPerson,
  type Merged,
  madeOrder,
  mergedWith,
  noteDiedAlong,
  noteMerged,
  noteUnmerged,
  recordsIn,
  replacedBy,
  replaces,
  samePerson,
  withLink,
} from './merge.ts';
export { momentId } from './moment-id.ts';
export {
  countLookUp,
  familyKey,
  findResident,
  followPatient,
  type Glimpse,
  LOOK_UPS_AN_HOUR,
  type LookUp,
  lookUp,
  personOf,
} from './person.ts';
export type { Change, Removal, Settled, WritePort } from './ports.ts';
export { recordPurge } from './purge.ts';
export { lineOf, maySee, readResource, readsBsn, readVersions, textFor } from './read.ts';
export { allVersions, rebuildRecord } from './rebuild.ts';
export { type Removed, removeResource } from './remove.ts';
export { type Interaction, scopesCover, withinScopes } from './scopes.ts';
export { searchResources } from './search/search.ts';
export { isSecret, withSecret } from './secret.ts';
export { loadResource, loadResources, type StoredRow } from './store.ts';
export { isWithheld, keepFrom, letThrough, type Withheld, withheldOf, withLabel } from './withheld.ts';
export { createInside, type Draft, openRow, updateInside, type Written } from './write.ts';
