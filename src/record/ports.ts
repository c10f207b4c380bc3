import type { Resource, ResourceType } from '../fhir/index.ts';
import type { Actor, Category, Problem, Result, Trx } from '../platform/index.ts';
import type { RecordGround } from './ground.ts';

/** One write as the rooms above see it, before and after it is stored. */
export type Change = {
  readonly kind: 'create' | 'update';
  readonly type: ResourceType;
  readonly resident: string;
  readonly id: string;
  readonly version: number;
  readonly before: Resource | undefined;
  readonly after: Resource;
  readonly actor: Actor;
  readonly at: Date;
  /** Set where the rules themselves write on (the next candidate, a status that follows). */
  readonly follows: boolean;
};

/** A resource that is going to be removed (a FHIR delete), as the rooms above see it before and after. */
export type Removal = Pick<Change, 'type' | 'resident' | 'id' | 'version' | 'actor' | 'at'> & {
  readonly before: Resource;
};

/** What a room may set on what is written: never by who sends it. */
export type Settled = {
  readonly resource?: Resource;
  readonly categories?: readonly Category[];
  readonly parties?: readonly string[];
};

/**
 * The write port: a room above the record registers one in `main.ts`. Every door (pages, FHIR, system clients, bulk)
 * passes it: `settle` checks and sets before the write, `follow` adds rows in the same transaction after it. `remove`
 * says whether a resource may be removed, and which way there is where it may not; `removed` follows on it.
 */
export type WritePort = {
  readonly name: string;
  readonly types: readonly ResourceType[];
  readonly settle?: (
    ground: RecordGround,
    trx: Trx,
    change: Change,
  ) => Promise<{ readonly ok: true; readonly value: Settled } | { readonly ok: false; readonly problem: Problem }>;
  readonly follow?: (ground: RecordGround, trx: Trx, change: Change) => Promise<void>;
  readonly remove?: (ground: RecordGround, trx: Trx, removal: Removal) => Promise<Result<undefined>>;
  readonly removed?: (ground: RecordGround, trx: Trx, removal: Removal) => Promise<void>;
};
