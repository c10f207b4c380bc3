import type { Ground } from '../platform/index.ts';
import type { WritePort } from './ports.ts';

/** What the record's functions stand on: the ground floor, and the ports of the rooms above. */
export type RecordGround = Ground & { readonly ports: readonly WritePort[] };
