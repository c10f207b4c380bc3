import type { Pool } from 'pg';
import { fail, ok, type Result } from '../problem.ts';
import { type Keys, seal, unseal } from '../seal.ts';

/** A system from which people of one organisation open Omzien. */
export type LaunchSite = {
  /** The base address of its FHIR API; also the issuer of the identities it vouches for here. */
  readonly issuer: string;
  readonly name: string;
  /** `Organization/…` whose people it is for. */
  readonly organisation: string;
  readonly organisationName: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Letters about the outcome are written back to it. */
  readonly takesLetters: boolean;
  readonly closedAt: Date | undefined;
};

type Row = {
  readonly issuer: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisation_name: string;
  readonly client_id: string;
  readonly client_secret: Buffer | null;
  readonly takes_letters: boolean;
  readonly closed_at: Date | null;
};

const COLUMNS = 'issuer, name, organisation, organisation_name, client_id, client_secret, takes_letters, closed_at';
const placeOf = (issuer: string) => `launch-site:${issuer}`;

function siteOf(keys: Keys, row: Row): LaunchSite {
  return {
    issuer: row.issuer,
    name: row.name,
    organisation: row.organisation,
    organisationName: row.organisation_name,
    clientId: row.client_id,
    clientSecret: row.client_secret ? unseal(keys, row.client_secret, placeOf(row.issuer)) : undefined,
    takesLetters: row.takes_letters,
    closedAt: row.closed_at ?? undefined,
  };
}

/** The open site with this issuer, spelled with or without a slash at the end; undefined where none is registered. */
export async function openSite(pool: Pool, keys: Keys, issuer: string): Promise<LaunchSite | undefined> {
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from platform.launch_site where issuer = $1 and closed_at is null`,
    [issuer.replace(/\/+$/, '')],
  );
  return rows[0] && siteOf(keys, rows[0]);
}

/** Every site that was ever registered. */
export async function listSites(pool: Pool, keys: Keys): Promise<readonly LaunchSite[]> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from platform.launch_site order by issuer`);
  return rows.map((row) => siteOf(keys, row));
}

export type NewSite = Omit<LaunchSite, 'closedAt'>;

/** What is wrong with a site; undefined where nothing is. `signIn`: the issuer that vouches for everybody, which is none. */
export function mistakeInSite(site: NewSite, signIn: string, loopback: boolean): string | undefined {
  const url = URL.canParse(site.issuer) ? new URL(site.issuer) : undefined;
  if (url?.search !== '' || url.hash !== '' || url.username !== '') return 'The issuer is not a plain URL.';
  const near = loopback && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !near) return 'The issuer must start with https://.';
  // Else a system of one practice could say that somebody is anybody.
  if (site.issuer.replace(/\/+$/, '') === signIn.replace(/\/+$/, ''))
    return 'This is the OpenID provider of Omzien itself: give the base address of the FHIR API of the system.';
  if (site.name === '') return 'Say the name of the system, as the people who use it know it.';
  return site.clientId === '' ? 'Say the client id that the system gave Omzien.' : undefined;
}

/** Registers a site, or writes it anew with what is given; a closed one opens again. */
export async function registerSite(
  pool: Pool,
  keys: Keys,
  site: NewSite,
  rules: { readonly at: Date; readonly signIn: string; readonly loopback: boolean },
): Promise<Result<undefined>> {
  const mistake = mistakeInSite(site, rules.signIn, rules.loopback);
  if (mistake) return fail('invalid', mistake);
  const issuer = site.issuer.replace(/\/+$/, '');
  await pool.query(
    `insert into platform.launch_site (issuer, name, organisation, organisation_name, client_id, client_secret, takes_letters, registered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (issuer) do update set name = excluded.name, organisation = excluded.organisation,
       organisation_name = excluded.organisation_name, client_id = excluded.client_id,
       client_secret = excluded.client_secret, takes_letters = excluded.takes_letters, closed_at = null`,
    [
      issuer,
      site.name,
      site.organisation,
      site.organisationName,
      site.clientId,
      site.clientSecret === undefined ? null : seal(keys, site.clientSecret, placeOf(issuer)),
      site.takesLetters,
      rules.at,
    ],
  );
  return ok(undefined);
}

/** Closes a site: nobody opens Omzien from it any more. False where it was closed or is not there. */
export async function closeSite(pool: Pool, issuer: string, at: Date): Promise<boolean> {
  const done = await pool.query(
    'update platform.launch_site set closed_at = $2 where issuer = $1 and closed_at is null',
    [issuer.replace(/\/+$/, ''), at],
  );
  return done.rowCount === 1;
}
