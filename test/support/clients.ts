import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { ASSERTION_TYPE } from '../../src/platform/identity/index.ts';

/** A key pair of a partner: what it keeps, and what it gives away. */
export type PartnerKey = {
  readonly kid: string;
  readonly alg: 'RS384' | 'ES384';
  readonly secret: CryptoKey;
  readonly shown: JWK;
};

/** Makes a key pair. */
export async function partnerKey(kid: string, alg: PartnerKey['alg'] = 'ES384'): Promise<PartnerKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, secret: privateKey, shown: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

export type Claims = {
  readonly iss?: string;
  readonly sub?: string;
  readonly aud?: string;
  readonly jti?: string;
  /** Seconds from now on. */
  readonly exp?: number;
};

/** An assertion as SMART Backend Services asks it; what a test gives differs. */
export function assertion(
  key: PartnerKey,
  client: string,
  audience: string,
  at: Date,
  claims: Claims = {},
): Promise<string> {
  const { exp = 60, ...said } = claims;
  return new SignJWT({ iss: client, sub: client, aud: audience, jti: crypto.randomUUID(), ...said })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT' })
    .setExpirationTime(Math.floor(at.getTime() / 1000) + exp)
    .sign(key.secret);
}

/** What is posted to the token endpoint. */
export function tokenForm(jwt: string, scope?: string): URLSearchParams {
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: jwt,
    ...(scope === undefined ? {} : { scope }),
  });
}
