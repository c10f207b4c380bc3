import { hash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An id for a row that follows from others (26 signs, sorts by time as a ULID does): the same moment and name always
 * give the same id, so that a read model that is built anew has the ids it had.
 */
export function momentId(at: Date, name: string): string {
  let head = '';
  for (let rest = Math.max(at.getTime(), 0), i = 0; i < 10; i++) {
    head = ALPHABET[rest % 32] + head;
    rest = Math.floor(rest / 32);
  }
  const digest = hash('sha256', name, 'buffer');
  let tail = '';
  for (let i = 0; i < 16; i++) tail += ALPHABET[(digest[i] ?? 0) & 31];
  return head + tail;
}
