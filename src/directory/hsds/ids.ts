import { createHash } from 'node:crypto';

/** What HSDS knows under an id of its own. */
export type Kind =
  | 'service'
  | 'organization'
  | 'location'
  | 'service-at-location'
  | 'taxonomy'
  | 'taxonomy-term'
  | 'part';

/**
 * The UUID under which HSDS knows a thing of the directory: the same always, and the same as `directory.public_id` in the
 * database makes it (RFC 9562, version 3 of an address).
 */
export function publicId(kind: Kind, id: string): string {
  const hash = createHash('md5')
    .update(Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex'))
    .update(`https://omzien.nl/${kind}/${id}`)
    .digest();
  hash[6] = (hash[6]! & 0x0f) | 0x30;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
