import type { Oversight } from '../content/index.ts';
import type { PathwayGround } from '../pathways/index.ts';

/** What oversight stands on: the engine, and through it the record. */
export type OversightGround = PathwayGround;

/** Terms and limits of the region. */
export const rulesOf = (ground: OversightGround): Oversight => ground.definitions.region.oversight;
