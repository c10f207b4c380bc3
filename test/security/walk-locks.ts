import { Client } from 'pg';
import { BEFORE_ANYBODY, LOCKS } from './expected-locks.ts';
import type { House } from './house.ts';
import { TEAM } from './lock-rows.ts';
import { quoted, tried } from './probe.ts';
import { asOwner } from './world.ts';

const CONTEXTS = ['empty', 'self', 'act', 'duty', 'region'] as const;
type ContextName = (typeof CONTEXTS)[number];
type Letter = 's' | 'i' | 'u' | 'd';
const WORDS: Readonly<Record<Letter, string>> = { s: 'see', i: 'add', u: 'change', d: 'delete' };

/** A hunt ends with the first failure: that something is wrong is then known. */
export type Hunt = { readonly hunting?: boolean };

/** Asks the database, as the application's role, what it lets through in each context; only these tables when named. */
export async function lockFailures(
  house: House,
  tables: readonly string[] = Object.keys(LOCKS),
  { hunting = false }: Hunt = {},
): Promise<readonly string[]> {
  const failures: string[] = [];
  const rows = new Map<string, string>();
  const client = await house.ground.pool.connect();
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    const { R1, R2 } = house.world.ids;
    for (const table of tables) {
      for (const resident of [R1, R2])
        if ((await count(owner, table, resident)) === 0)
          failures.push(`${table}: its owner, for whom the functions look, sees nothing of a resident`);
      for (const context of CONTEXTS) {
        if (hunting && failures.length > 0) return failures;
        await client.query('begin');
        await enter(house, client, context);
        for (const resident of [R1, R2]) {
          const wide = context === 'region' || context === 'duty' || context === 'empty';
          const letters = LOCKS[table]?.[context] ?? '';
          const named = context === 'act' ? (LOCKS[table]?.party ?? '') : '';
          const own = `${wide || resident === R1 ? letters : table === 'platform.audit' ? 'i' : ''}${named}`;
          for (const letter of ['s', 'i', 'u', 'd'] as const) {
            const may = await probe(client, (one) => rowOf(rows, owner, table, one), table, resident, letter);
            if (may !== own.includes(letter))
              failures.push(
                `${table}: context ${context} may ${may ? '' : 'not '}${WORDS[letter]} ${resident === R1 ? 'its resident' : 'another resident'}`,
              );
          }
        }
        await client.query('rollback');
      }
    }
  } finally {
    await client.query('rollback');
    client.release();
    await owner.end();
  }
  return failures;
}

async function enter(house: House, client: Pick<Client, 'query'>, context: ContextName): Promise<void> {
  const { R1 } = house.world.ids;
  const at = house.clock.now();
  const begin = (scope: string, parties: readonly string[], residents: readonly string[]) =>
    client.query('select platform.enter($1, $2, $3, $4)', [scope, parties, residents, at]);
  if (context === 'self') await begin('resident', [`Patient/${R1}`], [R1]);
  if (context === 'act') await client.query('select platform.act($1, $2, $3, false, false)', [R1, [TEAM], at]);
  if (context === 'duty') await begin('duty', ['Practitioner/privacy-officer'], []);
  if (context === 'region') await begin('region', ['Device/demo-system'], []);
}

/** Whether one thing is let through. An error about keys came after the policies, which then let it through. */
async function probe(
  client: Pick<Client, 'query'>,
  anyRow: (resident: string) => Promise<string>,
  table: string,
  resident: string,
  letter: Letter,
): Promise<boolean> {
  const name = quoted(table);
  switch (letter) {
    case 's':
      return (await tried(client, `select 1 from ${name} where resident_id = '${resident}' limit 1`)) > 0;
    case 'u':
      // A row of record.resident is never changed; acts that follow one another lock it.
      return table === 'record.resident'
        ? (await tried(client, `select 1 from ${name} where resident_id = '${resident}' for no key update`)) > 0
        : (await tried(client, `update ${name} set resident_id = resident_id where resident_id = '${resident}'`)) > 0;
    case 'd':
      return (await tried(client, `delete from ${name} where resident_id = '${resident}'`)) > 0;
    case 'i': {
      const row = await anyRow(resident);
      return (
        (await tried(client, `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`, [row])) > 0
      );
    }
  }
}

/** What is put back after each probe is looked up once. */
async function rowOf(known: Map<string, string>, owner: Client, table: string, resident: string): Promise<string> {
  const key = `${table} ${resident}`;
  const row = known.get(key) ?? (await anyRow(owner, table, resident));
  known.set(key, row);
  return row;
}

/** A row as it could be sent; the timeline, which its owner does not see, is spelled out. */
async function anyRow(owner: Client, table: string, resident: string): Promise<string> {
  if (table === 'record.timeline')
    return JSON.stringify({
      ...{ resident_id: resident, id: 'lock-1', type: 'Task', resource_id: 'x', at: '2026-01-01T00:00:00Z' },
      ...{ kind: 'x', facet: 'referral', categories: [], parties: [] },
    });
  const { rows } = await owner.query(
    `select to_jsonb(t)::text as row from ${quoted(table)} t where resident_id = '${resident}' limit 1`,
  );
  return (rows[0]?.row as string | undefined) ?? JSON.stringify({ resident_id: resident });
}

async function count(client: Pick<Client, 'query'>, table: string, resident: string): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as n from ${quoted(table)} where resident_id = '${resident}'`,
  );
  return rows[0].n as number;
}

/** What the catalogue says: every table that names a resident is locked, and the application's roles own nothing. */
export async function catalogueFailures(house: House): Promise<readonly string[]> {
  const failures: string[] = [];
  const tables = await asOwner(
    house.ownerUrl,
    `select n.nspname || '.' || c.relname as name, c.relrowsecurity as on, c.relforcerowsecurity as forced
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attname = 'resident_id' and c.relkind in ('r', 'p') and not a.attisdropped order by 1`,
  );
  for (const { name, on, forced } of tables) {
    if (BEFORE_ANYBODY.includes(name as string)) continue;
    if (!LOCKS[name as string]) failures.push(`${name} names a resident and no expectation was typed for it`);
    if (!on || !forced) failures.push(`${name}: row-level security is ${on ? 'not forced' : 'off'}`);
  }
  for (const table of Object.keys(LOCKS))
    if (!tables.some(({ name }) => name === table)) failures.push(`${table} is not there`);
  const owned = await asOwner(
    house.ownerUrl,
    `select r.rolname || ' owns ' || c.relname as what from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('omzien_app', 'omzien_worker')
       and c.relnamespace in (select oid from pg_namespace where nspname in ('platform', 'record', 'directory', 'pathways', 'oversight', 'exchange'))
     union all select r.rolname || ' owns function ' || p.proname from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname in ('omzien_app', 'omzien_worker')
     union all select rolname || ' goes past the locks' from pg_roles where rolname in ('omzien_app', 'omzien_worker', 'omzien_owner') and (rolsuper or rolbypassrls)
     union all select rolname || ' may act as the owner' from pg_roles where rolname in ('omzien_app', 'omzien_worker') and pg_has_role(rolname, 'omzien_owner', 'member')`,
  );
  return [...failures, ...owned.map(({ what }) => what as string)];
}
