import type { Region } from '../../content/index.ts';
import { type Ground, localDate } from '../../platform/index.ts';

/** What the pages with figures stand on; `region` in the language of who reads. */
export type MonitorHouse = { readonly ground: Ground; readonly region: Region; readonly publicUrl: string };

/** The year it is, by the clock of the house. */
export const yearOf = (ground: Pick<Ground, 'clock'>): number => Number(localDate(ground.clock.now()).slice(0, 4));
