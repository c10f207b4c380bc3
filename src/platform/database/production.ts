import type { Pool } from 'pg';

/**
 * What only the database can tell before production may start on it, asked as the application role. Gives every
 * objection as a sentence; none means it is fit. Throws when the database cannot be reached.
 */
export async function checkProductionDatabase(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{
    role: string;
    powerful: boolean;
    borrows: boolean;
    owns: boolean;
    meta: boolean;
  }>(`
    select current_user as role,
      r.rolsuper or r.rolbypassrls as powerful,
      exists (select from pg_roles p where (p.rolsuper or p.rolbypassrls) and p.oid <> r.oid
        and pg_has_role(r.oid, p.oid, 'member')) as borrows,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relowner = r.oid and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema') as owns,
      to_regclass('platform.meta') is not null as meta
    from pg_roles r where r.rolname = current_user`);
  const is = rows[0];
  if (!is) return ['The role of DATABASE_URL cannot be looked up.'];
  const objections: string[] = [];
  if (is.powerful)
    objections.push(
      `DATABASE_URL uses the role "${is.role}", a superuser or one with BYPASSRLS: row security would not hold.`,
    );
  else if (is.borrows)
    objections.push(`DATABASE_URL uses the role "${is.role}", which may become a superuser or a role with BYPASSRLS.`);
  if (is.owns && !is.powerful)
    objections.push(
      `DATABASE_URL uses the role "${is.role}", which owns tables: give the ownership to the role of DATABASE_OWNER_URL.`,
    );
  if (!is.meta) return [...objections, 'The database has not been migrated.'];
  const born = await pool.query<{ value: string }>(`select value from platform.meta where key = 'born'`);
  if (born.rows[0]?.value !== 'production')
    objections.push('DATABASE_URL points to a database that was born in demo mode: make a new, empty one.');
  return objections;
}
