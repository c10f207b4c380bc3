import type { JSONWebKeySet } from 'jose';
import type { Pool } from 'pg';
import type { Actor } from '../access/actor.ts';
import { fail, ok, type Result } from '../problem.ts';
import { isScope } from './scopes.ts';

/** A system of a partner, as its agreement names it. */
export type Client = {
  readonly id: string;
  readonly name: string;
  /** `Organization/…`; absent: it acts for the whole region, within its scopes. */
  readonly organisation: string | undefined;
  readonly organisationName: string;
  /** `HealthcareService/…`: the services it answers for. */
  readonly services: readonly string[];
  readonly scopes: readonly string[];
  readonly purpose: string;
  /** The law gives its organisation the BSN (LAW 4). */
  readonly readsBsn: boolean;
  readonly keys: ClientKeys;
  readonly registeredAt: Date;
  readonly revokedAt: Date | undefined;
};

/** Public keys as they were given, or the one address at which they are read. */
export type ClientKeys = { readonly jwks: JSONWebKeySet } | { readonly jwksUri: string };

type Row = {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly organisation_name: string;
  readonly services: readonly string[];
  readonly scopes: readonly string[];
  readonly purpose: string;
  readonly reads_bsn: boolean;
  readonly jwks: JSONWebKeySet | null;
  readonly jwks_uri: string | null;
  readonly registered_at: Date;
  readonly revoked_at: Date | null;
};

const COLUMNS =
  'c.id, c.name, c.organisation, c.organisation_name, c.services, c.scopes, c.purpose, c.reads_bsn, c.jwks, c.jwks_uri, c.registered_at, c.revoked_at';

function clientOf(row: Row): Client {
  return {
    id: row.id,
    name: row.name,
    organisation: row.organisation ?? undefined,
    organisationName: row.organisation_name,
    services: row.services,
    scopes: row.scopes,
    purpose: row.purpose,
    readsBsn: row.reads_bsn,
    keys: row.jwks ? { jwks: row.jwks } : { jwksUri: row.jwks_uri ?? '' },
    registeredAt: row.registered_at,
    revokedAt: row.revoked_at ?? undefined,
  };
}

/** The client of this id, also one that was revoked. */
export async function findClient(pool: Pool, id: string): Promise<Client | undefined> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from platform.client c where c.id = $1`, [id]);
  return rows[0] && clientOf(rows[0]);
}

/** Every client that was ever registered, by id. */
export async function listClients(pool: Pool): Promise<readonly Client[]> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from platform.client c order by c.id`);
  return rows.map(clientOf);
}

/** The client a token was given to, and what it may be used for; undefined when it does not hold (any more). */
export async function clientOfToken(
  pool: Pool,
  hash: Buffer,
  now: Date,
): Promise<{ readonly client: Client; readonly scopes: readonly string[] } | undefined> {
  const { rows } = await pool.query<Row & { readonly granted: readonly string[] }>({
    name: 'client-of-token',
    text: `select ${COLUMNS}, t.scopes as granted from platform.client_token t join platform.client c on c.id = t.client
           where t.hash = $1 and t.expires_at > $2 and c.revoked_at is null`,
    values: [hash, now],
  });
  return rows[0] && { client: clientOf(rows[0]), scopes: rows[0].granted };
}

/** Who a client acts as: a system of the whole region, or of one organisation with the rights of that organisation. */
export function actorOfClient(client: Client, scopes: readonly string[]): Actor {
  return {
    person: `Device/${client.id}`,
    name: client.name,
    role: client.organisation ? 'partner-system' : 'system',
    roleRef: '',
    organisation: client.organisation ?? '',
    organisationName: client.organisationName,
    services: client.services,
    scopes,
    ...(client.readsBsn ? { readsBsn: true } : {}),
  };
}

export type NewClient = Omit<Client, 'registeredAt' | 'revokedAt'>;

/** What is wrong with a registration; undefined where nothing is. `loopback`: keys may be read on this machine (demo). */
export function mistakeIn(client: NewClient, loopback: boolean): string | undefined {
  if (!/^[a-z0-9][a-z0-9-]{2,62}$/.test(client.id)) return 'The id is 3 to 63 small letters, digits and hyphens.';
  // What Omzien does by itself stands in the log by these names.
  if (client.id.startsWith('omzien-')) return 'The id must not begin with omzien-: that is Omzien itself.';
  if (client.name === '') return 'Say the name of the system.';
  if (client.purpose === '') return 'Say what it is for, as the agreement does.';
  const wrong = client.scopes.find((scope) => !isScope(scope) || !scope.startsWith('system/'));
  if (wrong !== undefined) return `Not a scope of a system: ${wrong}. Write them as system/Task.rs or system/*.cruds.`;
  if (client.scopes.length === 0) return 'Say which scopes the agreement names, such as "system/Task.rs".';
  return mistakeInKeys(client.keys, loopback);
}

/** What is wrong with keys: they must be public, for signing with RS384 or ES384, each with its kid. */
export function mistakeInKeys(keys: ClientKeys, loopback: boolean): string | undefined {
  if ('jwksUri' in keys) {
    const url = URL.canParse(keys.jwksUri) ? new URL(keys.jwksUri) : undefined;
    if (url?.username !== '' || url.hash !== '') return 'The address of the keys is not a URL.';
    const near = loopback && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
    return url.protocol === 'https:' || near ? undefined : 'The address of the keys must start with https://.';
  }
  const { keys: list } = keys.jwks;
  if (!Array.isArray(list) || list.length === 0) return 'The keys are not a JSON Web Key Set with keys in it.';
  for (const key of list) {
    if (key.d !== undefined || key.k !== undefined) return 'A private key: give the public half only.';
    if (typeof key.kid !== 'string' || key.kid === '') return 'Give each key a kid.';
    const fits = (key.kty === 'RSA' && typeof key.n === 'string') || (key.kty === 'EC' && key.crv === 'P-384');
    if (!fits) return `The key ${key.kid} fits neither RS384 (RSA) nor ES384 (EC, P-384).`;
    // 2048 bits of RSA are 342 signs of base64url.
    if (key.kty === 'RSA' && (key.n?.length ?? 0) < 342) return `The key ${key.kid} is too short: at least 2048 bits.`;
  }
  return undefined;
}

/** Registers a client; who tells and audits is the command. Problems: `invalid`, or `conflict` where the id is taken. */
export async function registerClient(
  pool: Pool,
  client: NewClient,
  at: Date,
  loopback: boolean,
): Promise<Result<undefined>> {
  const mistake = mistakeIn(client, loopback);
  if (mistake) return fail('invalid', mistake);
  const done = await pool.query(
    `insert into platform.client (id, name, organisation, organisation_name, services, scopes, purpose, reads_bsn, jwks, jwks_uri, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict (id) do nothing`,
    [
      client.id,
      client.name,
      client.organisation ?? null,
      client.organisationName,
      client.services,
      client.scopes,
      client.purpose,
      client.readsBsn,
      'jwks' in client.keys ? JSON.stringify(client.keys.jwks) : null,
      'jwksUri' in client.keys ? client.keys.jwksUri : null,
      at,
    ],
  );
  return done.rowCount === 1
    ? ok(undefined)
    : fail('conflict', `There is a client ${client.id} already. Choose another id, or give it other keys.`);
}

/** Gives a client other keys, from the next assertion on; false where there is no such client. */
export async function replaceKeys(pool: Pool, id: string, keys: ClientKeys): Promise<boolean> {
  const done = await pool.query('update platform.client set jwks = $2, jwks_uri = $3 where id = $1', [
    id,
    'jwks' in keys ? JSON.stringify(keys.jwks) : null,
    'jwksUri' in keys ? keys.jwksUri : null,
  ]);
  return done.rowCount === 1;
}

/** Closes a client from its next request on, with every token it holds; false where it was closed or is not there. */
export async function revokeClient(pool: Pool, id: string, at: Date): Promise<boolean> {
  const done = await pool.query('update platform.client set revoked_at = $2 where id = $1 and revoked_at is null', [
    id,
    at,
  ]);
  return done.rowCount === 1;
}
