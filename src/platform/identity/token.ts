import { createHash } from 'node:crypto';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose';
import { fail, ok, type Result } from '../problem.ts';
import type { Clock } from '../time/index.ts';

/** Who a bearer token speaks for and what it may be used for. */
export type AccessToken = {
  readonly issuer: string;
  readonly subject: string;
  readonly clientId: string;
  /** SMART on FHIR scopes, as the issuer wrote them. */
  readonly scopes: readonly string[];
  readonly expires: Date;
};

export type TokenRules = {
  readonly issuer: string;
  /** What the token must have been made for: the base address of the FHIR API. */
  readonly audience: string;
  /** The keys of the issuer; without them they are fetched by discovery, and kept. */
  readonly keySet?: JSONWebKeySet;
  /** The clock of the machine, also in a demo: tokens know no other. */
  readonly clock: Clock;
  /** Asks the issuer; given by tests. */
  readonly fetch?: typeof fetch;
};

type KeySource = ReturnType<typeof createLocalJWKSet> | ReturnType<typeof createRemoteJWKSet>;

/** Signatures made with a shared secret are never taken. */
const ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
  'EdDSA',
  'Ed25519',
];
const MOST_KEPT = 10_000;

/**
 * Makes the function that checks bearer tokens (JWT, RFC 9068). What was checked once is known by its hash until it
 * expires. Problems: `sign-in` for a token that does not hold, `failed` when the issuer cannot be asked.
 */
export function createTokenVerifier(rules: TokenRules): (token: string) => Promise<Result<AccessToken>> {
  const known = new Map<string, AccessToken>();
  let source: Promise<KeySource> | undefined;

  const keys = (): Promise<KeySource> => {
    source ??= rules.keySet ? Promise.resolve(createLocalJWKSet(rules.keySet)) : discover(rules);
    // A failed discovery is not kept: the next request asks again.
    source.catch(() => {
      source = undefined;
    });
    return source;
  };

  return async (token) => {
    const hash = createHash('sha256').update(token).digest('base64url');
    const kept = known.get(hash);
    known.delete(hash);
    if (kept && kept.expires > rules.clock.now()) {
      // Put at the end again: what is used least goes first.
      known.set(hash, kept);
      return ok(kept);
    }
    const checked = await check(token, rules, keys);
    if (!checked.ok) return checked;
    const oldest = known.size >= MOST_KEPT ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    known.set(hash, checked.value);
    return checked;
  };
}

async function check(token: string, rules: TokenRules, keys: () => Promise<KeySource>): Promise<Result<AccessToken>> {
  let source: KeySource;
  try {
    source = await keys();
  } catch {
    return fail('failed', 'The sign-in service cannot be reached. Try again later.');
  }
  try {
    const { payload } = await jwtVerify(token, source, {
      issuer: rules.issuer,
      audience: rules.audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp'],
      currentDate: rules.clock.now(),
    });
    return ok(accessToken(payload, rules.issuer));
  } catch (error) {
    if (error instanceof errors.JWKSTimeout || (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC'))
      return fail('failed', 'The sign-in service cannot be reached. Try again later.');
    if (!(error instanceof errors.JOSEError)) return fail('failed', 'The token could not be checked.');
    const expired = error instanceof errors.JWTExpired;
    return fail('sign-in', expired ? 'The token has expired. Ask for a new token.' : 'The token is not valid.');
  }
}

function accessToken(payload: JWTPayload, issuer: string): AccessToken {
  const subject = payload.sub ?? '';
  const client = payload.client_id ?? payload.azp ?? subject;
  const scope = payload.scope ?? payload.scp ?? '';
  return {
    issuer,
    subject,
    clientId: String(client),
    scopes: (Array.isArray(scope) ? scope.map(String) : String(scope).split(' ')).filter(Boolean),
    expires: new Date((payload.exp ?? 0) * 1000),
  };
}

/** Finds the keys by the issuer's discovery document (OpenID Connect Discovery 1.0, section 4). */
async function discover(rules: TokenRules): Promise<KeySource> {
  const ask = rules.fetch ?? fetch;
  const address = `${rules.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await ask(address, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`Discovery at ${address} answered ${answer.status}.`);
  const found = (await answer.json()) as { readonly issuer?: unknown; readonly jwks_uri?: unknown };
  if (found.issuer !== rules.issuer || typeof found.jwks_uri !== 'string')
    throw new Error(`Discovery at ${address} is of another issuer.`);
  return createRemoteJWKSet(new URL(found.jwks_uri), { [customFetch]: ask });
}
