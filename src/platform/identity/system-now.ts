import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import { actorAsSystem } from './account.ts';
import { actorOfClient, findClient } from './client.ts';
import { commonScopes } from './scopes.ts';

/**
 * The system that a `Device/…` is, as its agreement stands now; undefined once that has ended. For work that is done
 * later than it was asked: `scopes` are those it asked with, of which it keeps what is still registered.
 */
export async function systemNow(
  pool: Pool,
  person: string,
  scopes: readonly string[] | undefined,
): Promise<Actor | undefined> {
  const client = await findClient(pool, person.replace(/^Device\//, ''));
  if (client)
    return client.revokedAt
      ? undefined
      : actorOfClient(client, scopes ? commonScopes(scopes, client.scopes) : client.scopes);
  const { rows } = await pool.query<{ person: string; name: string }>({
    name: 'system-now',
    text: 'select person, name from platform.account where person = $1 and closed_at is null limit 1',
    values: [person],
  });
  if (!rows[0]) return undefined;
  const actor = actorAsSystem({ ...rows[0], residentId: undefined, language: undefined });
  return scopes ? { ...actor, scopes } : actor;
}
