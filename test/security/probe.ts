import type { Client, QueryResult } from 'pg';

/** A table with its schema, as SQL names it. */
export const quoted = (table: string) =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

/**
 * How many rows a statement reaches in the transaction of this client, which stays as it was. An error about keys came
 * after the policies, which then let it through.
 */
export async function tried(client: Pick<Client, 'query'>, sql: string, values: unknown[] = []): Promise<number> {
  // Sent at once, answered one after another.
  const saved = client.query('savepoint probe');
  const asked: Promise<QueryResult | Error> = client.query(sql, values).catch((error: Error) => error);
  const restored = client.query('rollback to savepoint probe');
  const [, result] = await Promise.all([saved, asked, restored]);
  if (!(result instanceof Error)) return result.rowCount ?? 0;
  const { code } = result as { code?: string };
  if (code === '23505' || code === '23503') return 1;
  if (code === '42501') return 0;
  throw result;
}
