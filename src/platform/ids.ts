import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from './time/index.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
let lastTime = -1;
let lastHead = '';
let lastRandom: number[] = [];

/** A new ULID in lower case (26 signs, Crockford base 32), rising within one process; its time is the clock's. */
export function ulid(clock: Clock): string {
  const time = Math.max(clock.now().getTime(), 0);
  if (time === lastTime) {
    for (let i = 15; i >= 0; i--) {
      const digit = lastRandom[i] ?? 0;
      if (digit < 31) {
        lastRandom[i] = digit + 1;
        break;
      }
      lastRandom[i] = 0;
    }
  } else {
    lastTime = time;
    lastHead = headOf(time);
    lastRandom = Array.from(randomBytes(16), (byte) => byte & 31);
  }
  let id = lastHead;
  for (const digit of lastRandom) id += ALPHABET[digit];
  return id;
}

/** A moment in ten signs (Crockford base 32) that sort as it does. */
function headOf(time: number): string {
  let head = '';
  for (let rest = time, i = 0; i < 10; i++) {
    head = ALPHABET[rest % 32] + head;
    rest = Math.floor(rest / 32);
  }
  return head;
}

/** The resident id that stands for "nobody in particular" in the audit. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A new resident id (UUID v4); the Patient resource carries the same id. */
export function newResidentId(): string {
  return randomUUID();
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const RESOURCE_ID = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-[0-9a-z]{26}$/;

/** True for a resident id in its canonical form. */
export function isResidentId(id: string): boolean {
  return UUID.test(id);
}

/** A new id for a resource of one resident: `<resident uuid without dashes>-<ulid>`. */
export function newResourceId(resident: string, clock: Clock): string {
  return `${resident.replaceAll('-', '')}-${ulid(clock)}`;
}

/** The resident an id belongs to (a Patient's own id, or the first half of a resource id), or undefined. */
export function residentOf(id: string): string | undefined {
  if (UUID.test(id)) return id;
  const found = RESOURCE_ID.exec(id);
  return found ? `${found[1]}-${found[2]}-${found[3]}-${found[4]}-${found[5]}` : undefined;
}
