import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keys derived from the one configured secret; each use has its own. */
export type Keys = { readonly seal: Buffer; readonly find: Buffer; readonly session: Buffer };

/** Derives the keys (HKDF-SHA256) from the configured secret. */
export function deriveKeys(secret: Uint8Array): Keys {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'omzien', use, 32));
  return { seal: key('seal'), find: key('find'), session: key('session') };
}

/** Encrypts text (AES-256-GCM): nonce, tag and cipher text in one. `bound` ties it to its place, so that it cannot be moved. */
export function seal(keys: Keys, text: string, bound: string): Buffer {
  return sealBytes(keys, Buffer.from(text, 'utf8'), bound);
}

/** Opens what `seal` closed; throws when it was changed or moved. */
export function unseal(keys: Keys, sealed: Uint8Array, bound: string): string {
  return unsealBytes(keys, sealed, bound).toString('utf8');
}

/** As `seal`, for bytes. */
export function sealBytes(keys: Keys, bytes: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keys.seal, nonce).setAAD(Buffer.from(bound));
  const body = [cipher.update(bytes), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...body]);
}

/** As `unseal`, for bytes. */
export function unsealBytes(keys: Keys, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const decipher = createDecipheriv('aes-256-gcm', keys.seal, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
}

/** The keyed hash by which an identifier is found without being readable. */
export function findHash(keys: Keys, system: string, value: string): Buffer {
  return createHmac('sha256', keys.find).update(`${system}|${value}`).digest();
}

/** The hash of a session secret, kept instead of the secret. */
export function sessionHash(keys: Keys, secret: string): Buffer {
  return createHmac('sha256', keys.session).update(secret).digest();
}
