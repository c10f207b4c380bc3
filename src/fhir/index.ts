export { isBsn, isBsnSystem, mayHoldBsn, putBsn, type Sealed, takeBsn } from './bsn.ts';
export { capabilityStatement } from './capability.ts';
export { compartmentOf, loadDefinitions, parametersOf } from './definitions.ts';
export { type IndexRow, indexRow, partiesIn } from './index-row.ts';
export { depthOf, isDelicate, MOST_DEPTH, parseExactly, tooDeep } from './json.ts';
export { toOutcome } from './outcome.ts';
export { type Patch, patched, readPatch } from './patch.ts';
export { profilesOf } from './profiles/index.ts';
export { reindex } from './reindex.ts';
export * from './search/index.ts';
export { readSent, type Sent } from './sent.ts';
export type { Shelf } from './shelf.ts';
export { topicOf, typeOfTopic, typesWithTopic } from './topics.ts';
export {
  BSN_SYSTEM,
  facetOf,
  type Home,
  isResourceType,
  OMZIEN,
  onShelf,
  type Resource,
  type ResourceType,
  TYPES,
  typeRow,
} from './types.ts';
export { type Examined, examine, validate } from './validate.ts';
export type { Found, ReadVersion } from './versions.ts';
