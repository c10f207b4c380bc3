import type { ResourceType } from './types.ts';

/** One version as a reader gets it. */
export type ReadVersion = {
  readonly text: string;
  readonly id: string;
  readonly type: ResourceType;
  readonly version: number;
  readonly lastUpdated: Date;
};
