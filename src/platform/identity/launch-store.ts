import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import { type Ground, withActor } from '../access/with-actor.ts';
import { auditInside, type Door } from '../audit/index.ts';
import { newSecret } from '../http/csrf.ts';
import { fail, ok, type Result } from '../problem.ts';
import { type Keys, seal, sessionHash, unseal } from '../seal.ts';
import { findAccount } from './account.ts';
import type { Launched } from './launch.ts';

/** How long a launch is kept, in seconds: enough to sign in and to choose a role. */
export const LAUNCH_SECONDS = 1800;

const placeOf = (secret: string) => `launch:${secret}`;

/** Keeps a launch on the server and gives the word by which this browser, and no other, comes back to it. */
export async function keepLaunch(pool: Pool, keys: Keys, launched: Launched, now: Date): Promise<string> {
  const secret = newSecret();
  await pool.query('insert into platform.launch (id_hash, sealed, expires_at) values ($1, $2, $3)', [
    sessionHash(keys, secret),
    seal(keys, JSON.stringify(launched), placeOf(secret)),
    new Date(now.getTime() + LAUNCH_SECONDS * 1000),
  ]);
  return secret;
}

/** The launch behind the word of a browser; undefined when it is over. */
export async function readLaunch(
  pool: Pool,
  keys: Keys,
  secret: string | undefined,
  now: Date,
): Promise<Launched | undefined> {
  if (!secret || !/^[\w-]{43}$/.test(secret)) return undefined;
  const { rows } = await pool.query<{ sealed: Buffer }>(
    'select sealed from platform.launch where id_hash = $1 and expires_at > $2',
    [sessionHash(keys, secret), now],
  );
  return rows[0] && (JSON.parse(unseal(keys, rows[0].sealed, placeOf(secret))) as Launched);
}

/**
 * Ties the identity of a launch to who is signed in, once: from then on that system vouches for them. Nobody comes to
 * be by it, and an identity that stands for somebody is left as it is.
 */
export async function tieIdentity(
  ground: Ground,
  actor: Actor,
  who: { readonly issuer: string; readonly subject: string },
  door: Door,
): Promise<Result<undefined>> {
  return withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const done = await trx.query(
      `insert into platform.account (issuer, subject, person, name)
       values ($1, $2, $3, $4) on conflict (issuer, subject) do nothing`,
      [who.issuer, who.subject, actor.person, actor.name],
    );
    if (done.rowCount !== 1) {
      const known = await findAccount(ground.pool, who.issuer, who.subject);
      if (known?.person === actor.person) return ok(undefined);
      return fail('conflict', {
        nl: 'Deze inlog van uw systeem hoort al bij iemand anders. Er is niets veranderd. Vraag uw beheerder.',
        en: 'This sign-in of your system belongs to somebody else already. Nothing has changed. Ask your administrator.',
      });
    }
    await auditInside(trx, ground.clock, {
      actor,
      action: 'acted',
      allowed: true,
      subjectType: 'Account',
      purpose: 'sign-in',
      ground: 'GDPR 32; NEN 7513',
      detail: `system tied: ${who.issuer}`,
      ...door,
    });
    return ok(undefined);
  });
}
