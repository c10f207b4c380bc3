import type { Actor, Door, Result } from '../platform/index.ts';
import type { Condition, HistoryPage, Search } from './search/index.ts';
import type { Sent } from './sent.ts';
import type { ResourceType } from './types.ts';
import type { Found, ReadVersion } from './versions.ts';

/**
 * What another room offers to the FHIR door: the resources of the region (organisations, services, definitions).
 * Registered in `main.ts`, so that the record knows no higher room.
 */
export type Shelf = {
  readonly read: (actor: Actor, type: ResourceType, id: string, door: Door) => Promise<Result<ReadVersion>>;
  readonly versions: (
    actor: Actor,
    type: ResourceType,
    id: string,
    door: Door,
    version?: number,
  ) => Promise<Result<readonly ReadVersion[]>>;
  /** The versions of every resource of a type, latest first. */
  readonly history: (actor: Actor, type: ResourceType, page: HistoryPage, door: Door) => Promise<Result<Found>>;
  readonly search: (actor: Actor, search: Search, door: Door) => Promise<Result<Found>>;
  /** Creates one; where something fits `unless` already, that is given and nothing is written. */
  readonly create: (
    actor: Actor,
    type: ResourceType,
    sent: Sent,
    door: Door,
    unless?: Condition,
  ) => Promise<Result<ReadVersion & { readonly found?: true }>>;
  readonly update: (
    actor: Actor,
    type: ResourceType,
    id: string,
    sent: Sent,
    ifMatch: number | undefined,
    door: Door,
  ) => Promise<Result<ReadVersion>>;
  /** Removes one (R4 3.1.0.7); refused where something else leads to it. */
  readonly remove: (
    actor: Actor,
    type: ResourceType,
    id: string,
    ifMatch: number | undefined,
    door: Door,
  ) => Promise<Result<Pick<ReadVersion, 'version' | 'lastUpdated'>>>;
};
