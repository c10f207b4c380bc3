import type { Ground } from '../platform/index.ts';

/** What is made up goes into a database that was born for a demo, and into no other. Throws an Error that says what was to be made. */
export async function onlyInDemo({ pool }: Pick<Ground, 'pool'>, what: string): Promise<void> {
  const { rows } = await pool.query<{ value: string }>("select value from platform.meta where key = 'born'");
  if (rows[0]?.value !== 'demo') throw new Error(`${what} are made in a demo database only.`);
}
