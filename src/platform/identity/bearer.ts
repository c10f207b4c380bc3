import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import { fail, ok, type Result } from '../problem.ts';
import { type Clock, localDate } from '../time/index.ts';
import { actorAsResident, actorAsSystem, actorInRole, findAccount, isResident, rolesOf } from './account.ts';
import { actorOfClient } from './client.ts';
import type { ClientDesk } from './client-desk.ts';
import type { AccessToken } from './token.ts';

export type BearerRules = {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly wall: Clock;
  readonly verify: (token: string) => Promise<Result<AccessToken>>;
  /** Knows the tokens that Omzien gave itself, to systems of partners. */
  readonly clients?: ClientDesk;
};

/** The header by which a person with several roles says which: the id of a PractitionerRole. */
export const ROLE_HEADER = 'x-omzien-role';

/**
 * How long a system that was found is known, in milliseconds. A person's roles are read anew at each request: one that
 * is taken opens nothing any more.
 */
const KNOWN_FOR = 2000;
const MOST_KNOWN = 5000;

/**
 * Makes the function that tells who a bearer token acts as: subject → account → role. A person with several roles acts
 * in the first, or in the one that `role` names. Scopes of the token limit what the actor may.
 */
export function createBearer(
  rules: BearerRules,
): (token: string, role?: string | undefined) => Promise<Result<{ readonly actor: Actor; readonly clientId: string }>> {
  const known = new Map<string, { readonly actor: Actor; readonly until: number }>();
  return async (token, role) => {
    // Asked at each request: a client that is revoked is nobody from the next one on.
    const own = rules.clients ? await rules.clients.read(token) : null;
    if (own === undefined) return fail('sign-in', 'The token does not hold (any more). Ask for a new token.');
    if (own) return ok({ actor: actorOfClient(own.client, own.scopes), clientId: own.client.id });
    const checked = await rules.verify(token);
    if (!checked.ok) return checked;
    const { issuer, subject, clientId, scopes } = checked.value;
    const key = JSON.stringify([issuer, subject, role]);
    const now = rules.wall.now().getTime();
    const kept = known.get(key);
    if (kept && kept.until > now) return ok({ actor: { ...kept.actor, scopes }, clientId });
    const found = await actorOfSubject(rules, issuer, subject, role);
    if (!found.ok) return found;
    if (known.size >= MOST_KNOWN) known.clear();
    if (found.value.role === 'system') known.set(key, { actor: found.value, until: now + KNOWN_FOR });
    return ok({ actor: { ...found.value, scopes }, clientId });
  };
}

async function actorOfSubject(
  rules: BearerRules,
  issuer: string,
  subject: string,
  role: string | undefined,
): Promise<Result<Actor>> {
  const account = await findAccount(rules.pool, issuer, subject);
  if (!account) return fail('forbidden', 'This token belongs to nobody whom Omzien knows.');
  if (account.person.startsWith('Device/')) return ok(actorAsSystem(account));
  const roles = await rolesOf(rules.pool, account.person, localDate(rules.clock.now()));
  const chosen = role === undefined ? roles[0] : roles.find(({ id }) => id === role.replace(/^PractitionerRole\//, ''));
  if (chosen) return ok(actorInRole(chosen, account.residentId));
  if (role !== undefined) return fail('forbidden', 'This role is not yours (any more).');
  return isResident(account) && account.residentId
    ? ok(actorAsResident(account.name, account.residentId))
    : fail('forbidden', 'You have no role in Omzien now.');
}
