import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { quietLogger } from './logger.ts';

/**
 * Installs the queue (schema `graphile_worker`) as the owner, right after the migrations, and lets the worker's role
 * work in it. `workerUrl` names that role; where the operator gave none of its own it is the application's, which may
 * then insert jobs by itself. May be run again.
 */
export async function installJobs(options: { readonly ownerUrl: string; readonly workerUrl: string }): Promise<void> {
  await runMigrations({ connectionString: options.ownerUrl, logger: quietLogger });
  const role = decodeURIComponent(new URL(options.workerUrl).username);
  const client = new Client({ connectionString: options.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    // Two starts at once: the second waits here.
    await client.query('select pg_advisory_xact_lock(7211601)');
    await client.query(
      'revoke all on all tables in schema graphile_worker from public; revoke execute on all functions in schema graphile_worker from public',
    );
    const name = client.escapeIdentifier(role);
    await client.query(
      `grant usage on schema graphile_worker to ${name};
       grant select, insert, update, delete on all tables in schema graphile_worker to ${name};
       grant usage, select on all sequences in schema graphile_worker to ${name};
       grant execute on all functions in schema graphile_worker to ${name}`,
    );
    // The tables come with row security and no policy: only their owner would see a job.
    const { rows } = await client.query<{ table: string }>(
      `select c.relname as table from pg_class c
       where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
         and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'worker_' || $1)`,
      [role],
    );
    for (const { table } of rows)
      await client.query(
        `create policy ${client.escapeIdentifier(`worker_${role}`)} on graphile_worker.${client.escapeIdentifier(table)} to ${name} using (true) with check (true)`,
      );
    await client.query('commit');
  } finally {
    await client.end().catch(() => undefined);
  }
}
