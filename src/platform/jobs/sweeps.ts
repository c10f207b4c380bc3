import type { Pool } from 'pg';

/** Something that is done by the clock: it looks for rows that are due and does what follows. Fit to be run again. */
export type Sweep = { readonly name: string; readonly run: () => Promise<void> };

/**
 * Runs the sweeps one after the other. Of several processes, or a tick and a moved clock at once, one works and the
 * others wait. A sweep that fails does not hold up the next; what failed is given back.
 */
export async function runSweeps(
  pool: Pool,
  sweeps: readonly Sweep[],
): Promise<readonly { readonly name: string; readonly error: unknown }[]> {
  const failures: { name: string; error: unknown }[] = [];
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(7211602)');
    for (const { name, run } of sweeps) {
      try {
        await run();
      } catch (error) {
        failures.push({ name, error });
      }
    }
    await client.query('commit');
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
  return failures;
}
