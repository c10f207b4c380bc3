import type { Jar, Log, RateLimiter, Readiness } from '../platform/http/index.ts';
import type { ClientDesk, createBearer, IdentityGround, Launch, SignIn } from '../platform/identity/index.ts';
import type { Actor, Config } from '../platform/index.ts';
import type { WebRoom } from './types.ts';

/** What the web layer stands on. */
export type WebParts = {
  readonly ground: IdentityGround;
  readonly config: Config;
  readonly signIn: SignIn;
  /** Opening Omzien from the system of a practice. */
  readonly launch: Launch;
  readonly bearer: ReturnType<typeof createBearer>;
  /** Gives systems of partners their tokens. */
  readonly clients?: ClientDesk;
  /** Answers a client that shows a secret: the identity provider of the demo, in process. */
  readonly secretToken?: (headers: Headers, body: string) => Promise<Response>;
  readonly limiter: RateLimiter;
  readonly readiness: Readiness;
  readonly log: Log;
  readonly rooms: readonly WebRoom[];
  /** Tells that something may wait in the outbox. */
  readonly wake: () => void;
};

/** The parts, and what follows from them. */
export type House = WebParts & { readonly jar: Jar; readonly https: boolean; readonly ownOrigins: readonly string[] };

/** Where this person's work begins. */
export function homeOf(house: Pick<House, 'rooms'>, actor: Actor): string | undefined {
  for (const room of house.rooms) {
    const home = room.home?.(actor);
    if (home !== undefined) return home;
  }
  return undefined;
}

/** A path of this site that a link may lead to after sign-in; `/` for anything else. */
export function localPath(path: string | undefined): string {
  if (!path || path.length > 2000 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(path)) return '/';
  const url = new URL(path, 'http://here.invalid');
  if (url.origin !== 'http://here.invalid' || /^\/(?:inloggen|uitloggen|rol)(?:\/|$)/.test(url.pathname)) return '/';
  return `${url.pathname}${url.search}`;
}
