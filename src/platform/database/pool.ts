import { Pool, types } from 'pg';

const { builtins } = types;

/** How values come out: a date is a string 'YYYY-MM-DD', a timestamptz a Date, a bigint a number (throws when too big). */
const parsers = new Map<number, (text: string) => unknown>([
  [builtins.DATE, (text) => text],
  [builtins.INT8, safeInteger],
]);
/** date[] and bigint[] */
const arrays = new Map<number, number>([
  [1182, builtins.DATE],
  [1016, builtins.INT8],
]);

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A bigint too big for a number: ${text}`);
  return value;
}

const getTypeParser = ((oid: number, format?: 'text' | 'binary') => {
  const parser = parsers.get(oid);
  if (parser && format !== 'binary') return parser;
  const element = parsers.get(arrays.get(oid) ?? -1);
  if (element && format !== 'binary') {
    // text[] splits as any array does
    const split = types.getTypeParser(1009 as 25, 'text') as unknown as (text: string) => (string | null)[];
    return (text: string) => split(text).map((part) => (part === null ? null : element(part)));
  }
  return types.getTypeParser(oid, format as 'text');
}) as typeof types.getTypeParser;

/** A pool of at most `max` connections. A connection that breaks while idle is dropped; the next query opens another. */
export function createPool(url: string, max = 10): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    types: { getTypeParser },
    connectionTimeoutMillis: 10_000,
    // What is asked without waiting for the answer before goes in one round trip: a transaction and its context.
    pipeline: true,
  });
  pool.on('error', () => undefined);
  // One that breaks while in use fails its query; without this it would take the process with it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
