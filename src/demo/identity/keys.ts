import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export type IdentityKeys = {
  /** The private signing key (ES256). */
  readonly signing: JWK;
  readonly cookie: string;
  /** The secret of Omzien itself as a client. */
  readonly webSecret: string;
};

/** The keys of the demo's identity provider: made once, kept for the owner's eyes only. */
export async function identityKeys(folder: string): Promise<IdentityKeys> {
  const place = join(folder, 'keys.json');
  if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as IdentityKeys;
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const secret = () => randomBytes(32).toString('base64url');
  const keys: IdentityKeys = {
    signing: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' },
    cookie: secret(),
    webSecret: secret(),
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${place}.new`, JSON.stringify(keys), { mode: 0o600 });
  renameSync(`${place}.new`, place);
  return keys;
}

/** The half of the signing key that everyone may know. */
export function publicKeySet(keys: IdentityKeys): { readonly keys: JWK[] } {
  const { d: _private, ...shown } = keys.signing;
  return { keys: [shown] };
}
