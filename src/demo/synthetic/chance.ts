import { createHash } from 'node:crypto';

/** What one resident's facts are drawn from: always the same for the same seed and number. */
export type Chance = {
  /** A UUID in the shape of version 4. */
  readonly uuid: string;
  /** The next number in [0, 1). */
  readonly next: () => number;
};

/** Draws for resident `number` under `seed`: half of a SHA-256 gives the id, the other half starts the numbers (sfc32). */
export function chanceOf(seed: string, number: number): Chance {
  const bytes = createHash('sha256').update(`${seed}:${number}`).digest();
  return { uuid: uuidOf(bytes), next: sfc32(bytes) };
}

function uuidOf(bytes: Buffer): string {
  const id = Buffer.from(bytes.subarray(0, 16));
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x40;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  const hex = id.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Small fast counting generator of Chris Doty-Humphrey (PractRand), 128 bits of state. */
function sfc32(bytes: Buffer): () => number {
  let a = bytes.readInt32LE(16);
  let b = bytes.readInt32LE(20);
  let c = bytes.readInt32LE(24);
  let d = bytes.readInt32LE(28);
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** Things with weights, to be picked by a number in [0, 1). */
export type Weighted<T> = { readonly items: readonly T[]; readonly upTo: readonly number[]; readonly total: number };

/** Prepares a pick in proportion to weights; what weighs nothing is never picked. */
export function weighted<T>(pairs: readonly (readonly [T, number])[]): Weighted<T> {
  let total = 0;
  const kept = pairs.filter(([, weight]) => weight > 0);
  const upTo = kept.map(([, weight]) => {
    total += weight;
    return total;
  });
  return { items: kept.map(([item]) => item), upTo, total };
}

/** Picks by a number in [0, 1). */
export function pick<T>({ items, upTo, total }: Weighted<T>, at: number): T {
  const wanted = at * total;
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  const item = items[low];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}

/** One of a list, each as likely. */
export function oneOf<T>(list: readonly T[], at: number): T {
  const item = list[Math.floor(at * list.length)];
  if (item === undefined) throw new Error('Nothing to pick from');
  return item;
}
