import type { RegionGround } from '../../acts.ts';
import type { OpenData } from '../../bring/odata.ts';

/** What the pages where figures are brought in stand on; `openData` where this installation may fetch. */
export type BringHouse = RegionGround & { readonly openData: OpenData | undefined };

export const BRING = '/cijfers/inbrengen';
