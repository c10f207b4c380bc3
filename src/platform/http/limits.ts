import type { RateLimits } from '../config/index.ts';
import type { Clock } from '../time/index.ts';

/** The doors that are counted apart. */
export type LimitedDoor = 'sign-in' | 'look-up' | 'public' | 'system';

/** Asks leave for one request: 0 when it may pass, otherwise after how many seconds to come back. */
export type RateLimiter = { readonly take: (door: LimitedDoor, client: string) => number };

type Bucket = { tokens: number; at: number };

const MOST_CLIENTS = 50_000;

/**
 * Token buckets in memory, one for each door and client: a minute's worth at once, then at the steady rate. Counted for
 * each process; a region that runs several of them allows as many times more (docs/operations). Uses the clock of the
 * machine, so that a demo whose time is moved does not open the doors.
 */
export function createRateLimiter(limits: RateLimits, wall: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    take(door, client) {
      const perMinute = limitOf(limits, door, client);
      if (perMinute === 0) return 0;
      const now = wall.now().getTime();
      const key = `${door}|${client}`;
      const before = buckets.get(key) ?? { tokens: perMinute, at: now };
      const tokens = Math.min(perMinute, before.tokens + (Math.max(now - before.at, 0) * perMinute) / 60_000);
      // Put at the end: who has not come for the longest is forgotten first.
      buckets.delete(key);
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      if (buckets.size > MOST_CLIENTS) buckets.delete(buckets.keys().next().value ?? '');
      return tokens >= 1 ? 0 : Math.max(1, Math.ceil(((1 - tokens) * 60) / perMinute));
    },
  };
}

/** Requests per minute; 0 is without limit. */
function limitOf(limits: RateLimits, door: LimitedDoor, client: string): number {
  switch (door) {
    case 'sign-in':
      return limits.signIn;
    case 'look-up':
      return limits.lookUp;
    case 'public':
      return limits.publicDoor;
    case 'system':
      return Object.hasOwn(limits.systemClients, client) ? (limits.systemClients[client] ?? 0) : limits.system;
  }
}
