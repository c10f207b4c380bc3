import type { ResourceType } from './types.ts';

/** One version as a reader gets it. */
export type ReadVersion = {
  readonly text: string;
  readonly id: string;
  readonly type: ResourceType;
  readonly version: number;
  readonly lastUpdated: Date;
  /** Set on the version that says that the resource was removed. */
  readonly deleted?: true;
};

/** One page of what a search found. */
export type Found = {
  readonly entries: readonly ReadVersion[];
  readonly next: string | undefined;
  /** How many there are, where that was asked. */
  readonly total?: number;
  readonly subsetted?: boolean;
};
