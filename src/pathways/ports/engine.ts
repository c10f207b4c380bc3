import { systemActor } from '../../platform/index.ts';

/** The rules themselves, where they write on: the next candidate, a status that follows. */
export const ENGINE = systemActor('engine');

/** Purpose and ground of what the rules write on. */
export const ENGINE_WRITE = { purpose: 'support-referral', ground: 'follows from the act it is written with' } as const;
