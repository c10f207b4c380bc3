import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { clientAddress, newVisit, sameText, visitHolds, visitToken } from '../platform/http/index.ts';
import { readVisitor, type Visitor } from '../platform/identity/index.ts';
import type { Actor, Door } from '../platform/index.ts';
import { seal, unseal } from '../platform/index.ts';
import type { Flash } from '../ui/index.ts';
import type { House } from './parts.ts';
import type { WebContext } from './types.ts';

/** Who this request comes from; read once. */
export function visitorOf(house: House, c: WebContext): Promise<Visitor> {
  const known = c.get('visitor');
  if (known) return known;
  const { pool, keys, clock, wall } = house.ground;
  const reading = readVisitor({ pool, keys, clock, wall }, house.jar.read(c, 'omzien')).then((visitor) => {
    if (visitor.kind === 'signed-in') c.set('role', visitor.actor.role);
    return visitor;
  });
  c.set('visitor', reading);
  return reading;
}

/** Whence and through which door a request came, for the audit. */
export function doorOf(house: House, c: Context, door: Door['door']): Door {
  return {
    door,
    place: clientAddress(c, house.config.trustProxy),
    requestId: (c as WebContext).get('requestId'),
  };
}

/** The cookie of a visit without sign-in; made when there is none yet. It holds two hours. */
function visitCookie(house: House, c: Context): string {
  const { keys, wall } = house.ground;
  const sent = house.jar.read(c, 'omzien-visit');
  if (visitHolds(keys, sent, wall.now())) return sent;
  const made = newVisit(keys, wall.now());
  house.jar.write(c, 'omzien-visit', made, 7200);
  return made;
}

/** The token for the forms on a page. For who is not signed in it asks for a cookie, so it is made on demand. */
export function csrfOf(house: House, c: Context, visitor: Visitor): string {
  if (visitor.kind === 'signed-in' || visitor.kind === 'choosing') return visitor.session.csrf;
  return visitToken(house.ground.keys, visitCookie(house, c));
}

/**
 * Whether a form sent the token that its page was made with: of the session (also one that ran out meanwhile), or of a
 * visit without sign-in.
 */
export function csrfHolds(
  house: House,
  c: Context,
  visitor: Visitor,
  sent: string,
): { readonly session: boolean; readonly visit: boolean } {
  const { keys, wall } = house.ground;
  const session = visitor.kind !== 'nobody' && sameText(sent, visitor.session.csrf);
  const cookie = house.jar.read(c, 'omzien-visit');
  const signedIn = visitor.kind === 'signed-in' || visitor.kind === 'choosing';
  const visit = !signedIn && visitHolds(keys, cookie, wall.now()) && sameText(sent, visitToken(keys, cookie));
  return { session, visit };
}

/** Who this is to forms that are sent once, and to what is said after them. */
export function personOf(house: House, c: Context, visitor: Visitor): string {
  if (visitor.kind === 'signed-in' || visitor.kind === 'choosing') return visitor.session.person;
  return `visit:${createHash('sha256')
    .update(house.jar.read(c, 'omzien-visit') ?? '')
    .digest('base64url')}`;
}

/** Whom a rate limit counts: the person, or the address of someone who is not signed in. */
export function clientOf(house: House, c: Context, actor: Actor | undefined): string {
  return actor?.person ?? clientAddress(c, house.config.trustProxy);
}

const flashPlace = (visitor: Visitor) =>
  `flash|${visitor.kind === 'signed-in' || visitor.kind === 'choosing' ? visitor.session.person : ''}`;

/** Seals what is said once, for this visitor only: it may hold the name of a resident. */
export function sealFlash(house: House, visitor: Visitor, flash: Flash): Uint8Array {
  return seal(house.ground.keys, JSON.stringify(flash), flashPlace(visitor));
}

/** Gives a sealed flash along with the answer; the next page shows it. */
export function giveFlash(house: House, c: Context, sealed: Uint8Array): void {
  house.jar.write(c, 'omzien-flash', Buffer.from(sealed).toString('base64url'), 120);
}

/** Takes what is to be said on this page, once. */
export function takeFlash(house: House, c: Context, visitor: Visitor): Flash | undefined {
  const sealed = house.jar.read(c, 'omzien-flash');
  if (!sealed) return undefined;
  house.jar.remove(c, 'omzien-flash');
  try {
    return JSON.parse(unseal(house.ground.keys, Buffer.from(sealed, 'base64url'), flashPlace(visitor))) as Flash;
  } catch {
    // Of somebody who sat here before, or of another secret.
    return undefined;
  }
}
