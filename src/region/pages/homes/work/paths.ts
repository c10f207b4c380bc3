import type { NumberKind } from '../../../model/homes.ts';

export const HOME_WORK = '/cijfers/wonen';

/** The kinds of numbers, by the word in their address. */
export const KINDS: Readonly<Record<string, NumberKind>> = {
  opgave: 'target',
  groepen: 'group',
  urgentie: 'urgency',
  sleutel: 'key',
};
export const KIND_PATHS = Object.entries(KINDS).map(([path, kind]) => ({ path, kind }));
