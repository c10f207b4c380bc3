import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Clock } from '../time/index.ts';
import type { Client } from './client.ts';

/** The two ways to sign that SMART Backend Services asks a server to take (SMART App Launch 2.2, section 4.0). */
export const ASSERTION_ALGORITHMS = ['RS384', 'ES384'] as const;
export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How long an assertion may hold, in seconds, and how far two clocks may differ. */
const LONGEST = 300;
const SKEW = 30;
/** How long keys are known that were read at an address, and how soon they are read again for one that is not known. */
const KEYS_KEPT = 600_000;
const READ_AGAIN = 30_000;
const MOST_OF_KEYS = 64_000;

export type AssertionRules = {
  /** The address of the token endpoint: what an assertion must have been made for. */
  readonly audience: string;
  /** The clock of the machine. */
  readonly wall: Clock;
  /** Reads keys; given by tests. */
  readonly fetch?: typeof fetch;
  /** In milliseconds; tests read again at once. */
  readonly readAgain?: number;
};

/** An assertion that holds, and until when it would (with the skew): so long its `jti` is remembered. */
export type Asserted = { readonly jti: string; readonly until: Date };

/** Whom an assertion says it is of, before anything is checked; undefined where it is no JWT. */
export function claimedClient(assertion: string): string | undefined {
  try {
    const { iss } = decodeJwt(assertion);
    return typeof iss === 'string' ? iss : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes the function that checks the assertion of a client (RFC 7523; SMART App Launch 2.2, section 4.1): signed with a
 * key of its own, made by and for itself, for this endpoint, for five minutes at most. Gives why it does not hold.
 */
export function createAssertionCheck(
  rules: AssertionRules,
): (client: Client, assertion: string) => Promise<Asserted | { readonly why: string }> {
  const sources = new Map<string, JWTVerifyGetKey>();
  const keysOf = (client: Client): JWTVerifyGetKey => {
    if ('jwks' in client.keys) return createLocalJWKSet(client.keys.jwks);
    const key = `${client.id} ${client.keys.jwksUri}`;
    const known = sources.get(key) ?? remoteKeys(client.keys.jwksUri, rules);
    sources.set(key, known);
    return known;
  };
  return async (client, assertion) => {
    const now = rules.wall.now();
    try {
      const { payload } = await jwtVerify(assertion, keysOf(client), {
        issuer: client.id,
        subject: client.id,
        audience: rules.audience,
        algorithms: [...ASSERTION_ALGORITHMS],
        requiredClaims: ['exp', 'jti'],
        clockTolerance: SKEW,
        currentDate: now,
      });
      return asserted(payload, now);
    } catch (error) {
      if (error instanceof errors.JWTExpired) return { why: 'the assertion has expired' };
      if (error instanceof errors.JWTClaimValidationFailed) return { why: `the claim ${error.claim} does not fit` };
      if (error instanceof errors.JWKSNoMatchingKey) return { why: 'no registered key has this kid' };
      if (error instanceof errors.JWSSignatureVerificationFailed) return { why: 'the signature does not fit' };
      if (error instanceof errors.JOSEAlgNotAllowed) return { why: `sign with ${ASSERTION_ALGORITHMS.join(' or ')}` };
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
        return { why: 'the assertion is not a signed JWT, or its keys cannot be used' };
      return { why: 'the keys cannot be read at their address' };
    }
  };
}

function asserted({ exp = 0, jti }: JWTPayload, now: Date): Asserted | { readonly why: string } {
  if (typeof jti !== 'string' || jti === '' || jti.length > 200) return { why: 'the claim jti does not fit' };
  if (exp > now.getTime() / 1000 + LONGEST + SKEW) return { why: `exp is more than ${LONGEST} seconds ahead` };
  return { jti, until: new Date((exp + SKEW) * 1000) };
}

/** The keys at the one address that the operator registered; it leads nowhere else, and they are few. */
function remoteKeys(address: string, rules: AssertionRules): JWTVerifyGetKey {
  const ask = rules.fetch ?? fetch;
  return createRemoteJWKSet(new URL(address), {
    cacheMaxAge: KEYS_KEPT,
    cooldownDuration: rules.readAgain ?? READ_AGAIN,
    timeoutDuration: 5000,
    [customFetch]: async (url: string, options: RequestInit) => {
      const answer = await ask(url, { ...options, redirect: 'error' });
      const length = Number(answer.headers.get('content-length') ?? 0);
      const text = length > MOST_OF_KEYS ? '' : await answer.text();
      return new Response(text.length > MOST_OF_KEYS ? '' : text, { status: answer.status });
    },
  });
}
