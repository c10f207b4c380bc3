import { signInAs, signOut } from '../platform/identity/index.ts';
import { type Actor, type Door, type Result, seal, unseal } from '../platform/index.ts';
import { rememberedLanguage } from './language.ts';
import { type House, homeOf } from './parts.ts';
import type { WebContext } from './types.ts';
import { visitorOf } from './visit.ts';

/** Somebody whom the identity provider vouched for, and who may be nobody here yet. */
export type Arrived = { readonly issuer: string; readonly subject: string };

const PLACE = 'arrived';
/** How long somebody may take to say yes, in seconds. */
const TIME = 900;

/** Remembers in this browser who came back from the identity provider, for a page that takes people in. */
export function keepArrival(house: House, c: WebContext, who: Arrived): void {
  const { keys, wall } = house.ground;
  const kept = seal(keys, JSON.stringify({ ...who, at: wall.now().getTime() }), PLACE);
  house.jar.write(c, 'omzien-arrived', kept.toString('base64url'), TIME);
}

/** Who came back from the identity provider in this browser, a quarter of an hour at most; undefined: nobody. */
export function arrivalOf(house: House, c: WebContext): Arrived | undefined {
  const { keys, wall } = house.ground;
  try {
    const sealed = Buffer.from(house.jar.read(c, 'omzien-arrived') ?? '', 'base64url');
    const { issuer, subject, at } = JSON.parse(unseal(keys, sealed, PLACE)) as Arrived & { readonly at: number };
    return wall.now().getTime() - at <= TIME * 1000 ? { issuer, subject } : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets who came back: they were taken in, or said that it is not for them. */
export function forgetArrival(house: House, c: WebContext): void {
  house.jar.remove(c, 'omzien-arrived');
}

/**
 * Begins the session of somebody whom the identity provider vouched for; whoever was signed in in this browser is so no
 * longer. Gives where to go: the page asked for, their own first page, or the choice of a role.
 */
export async function enter(
  house: House,
  c: WebContext,
  who: Arrived,
  door: Door,
  returnTo: string,
): Promise<Result<{ readonly to: string }>> {
  const { ground } = house;
  const started = await signInAs(ground, who, door, rememberedLanguage(house, c));
  if (!started.ok) return started;
  const before = await visitorOf(house, c);
  if (before.kind === 'signed-in' || before.kind === 'choosing')
    await signOut(ground, before.session, before.kind === 'signed-in' ? before.actor : undefined, door);
  house.jar.write(c, 'omzien', started.value.secret);
  const { actor } = started.value;
  return {
    ok: true,
    value: { to: actor ? whereTo(house, actor, returnTo) : `/rol?${new URLSearchParams({ terug: returnTo })}` },
  };
}

/** The page asked for, or where this person's work begins. */
export function whereTo(house: House, actor: Actor, returnTo: string): string {
  return returnTo === '/' ? (homeOf(house, actor) ?? '/') : returnTo;
}
