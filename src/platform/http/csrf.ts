import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import type { Keys } from '../seal.ts';

/** A new secret of 256 bits, as text. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Compares two texts without telling by time how far they are alike. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The form token that belongs to a visit without a session: only the server can make it from the cookie. */
export function visitToken(keys: Keys, visit: string): string {
  return createHmac('sha256', keys.session).update(`visit|${visit}`).digest('base64url');
}

/** What the visit cookie holds: a secret, when it was given (seconds), and a signature over both. */
export function newVisit(keys: Keys, now: Date): string {
  const body = `${newSecret()}.${Math.floor(now.getTime() / 1000)}`;
  return `${body}.${signature(keys, body)}`;
}

/** Whether this cookie is ours and not older than two hours. */
export function visitHolds(keys: Keys, visit: string | undefined, now: Date): visit is string {
  const found = /^(([\w-]{43})\.(\d{1,12}))\.([\w-]{43})$/.exec(visit ?? '');
  if (!found?.[1] || !found[4]) return false;
  const age = now.getTime() / 1000 - Number(found[3]);
  return sameText(found[4], signature(keys, found[1])) && age < 7200 && age > -60;
}

function signature(keys: Keys, body: string): string {
  return createHmac('sha256', keys.session).update(`visit-cookie|${body}`).digest('base64url');
}

/**
 * Whether a browser may have sent this change from one of our own pages (Fetch Metadata, then Origin). Browsers that
 * say neither, or `null` because we ask for no referrer, are left to the token.
 */
export function fromOurPages(c: Context, ownOrigins: readonly string[]): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  return origin === undefined || origin === 'null' || ownOrigins.includes(origin);
}
