import type { Pool } from 'pg';

/** Why the house is not ready to answer; empty when it is. */
export type Readiness = () => Promise<readonly string[]>;

export type ReadyParts = {
  readonly pool: Pool;
  /** The migrations this code expects, by name. */
  readonly migrations: readonly string[];
  /** Other things that must be so, such as the region's content being there: each gives what is wrong, or nothing. */
  readonly checks?: readonly (() => string | undefined)[];
};

/** Asks the database, its migrations and the rest. Never throws, and answers within three seconds. */
export function createReadiness({ pool, migrations, checks = [] }: ReadyParts): Readiness {
  return async () => {
    const wrong = checks.map((check) => check()).filter((text) => text !== undefined);
    const late = new Promise<'late'>((done) => setTimeout(() => done('late'), 3000).unref());
    try {
      const asked = pool.query<{ name: string }>('select name from platform.migration');
      asked.catch(() => undefined);
      const answer = await Promise.race([asked, late]);
      if (answer === 'late') return [...wrong, 'database: no answer'];
      const had = new Set(answer.rows.map(({ name }) => name));
      const missing = migrations.filter((name) => !had.has(name));
      return missing.length > 0 ? [...wrong, `migrations: ${missing.length} missing`] : wrong;
    } catch {
      return [...wrong, 'database: not reachable'];
    }
  };
}
