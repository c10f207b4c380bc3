import { Client, type QueryResult } from 'pg';
import { type Actor, NOBODY, partiesOf, withActor } from '../../src/platform/index.ts';
import { EXPECTED } from './expected.ts';
import { BEFORE_ANYBODY, LOCKS } from './expected-locks.ts';
import type { House } from './house.ts';
import { sight } from './walk.ts';
import { actorInRole, asOwner } from './world.ts';

const CONTEXTS = ['empty', 'self', 'act', 'duty', 'region'] as const;
type ContextName = (typeof CONTEXTS)[number];
type Letter = 's' | 'i' | 'u' | 'd';
const WORDS: Readonly<Record<Letter, string>> = { s: 'see', i: 'add', u: 'change', d: 'delete' };

const quoted = (table: string) =>
  table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.');

/** Puts a mail, a letter, a pause and an invitation in the world, so that every table has rows of R1 and of R2. */
export async function fillTables(house: House): Promise<void> {
  for (const resident of [house.world.ids.R1, house.world.ids.R2])
    await asOwner(
      house.ownerUrl,
      `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, sender)
         values ('${resident}', 'lock-1', now(), 'letter', 'x', 'resident', 'x', 'x', 'lock-1', '${TEAM}'),
                ('${resident}', 'lock-2', now(), 'mail', 'x', 'resident', 'x', 'x', 'lock-2', null),
                ('${resident}', 'lock-3', now(), 'letter', 'x', 'resident', 'x', 'x', 'lock-3', 'Duty/privacy');
       insert into pathways.pause (resident_id, case_id, id, from_at, until_at, reason, by_name)
         select resident_id, id, 'lock-1', now(), now(), 'x', 'x' from pathways."case" where resident_id = '${resident}';
       insert into pathways.hand_over (resident_id, case_id, id, team, at, from_person, from_name, to_person, to_name, reason, by_name, back_at)
         select resident_id, id, 'lock-1', '${TEAM}', now(), 'x', 'x', 'y', 'y', 'leave', 'x', now() from pathways."case" where resident_id = '${resident}';
       insert into pathways.invitation (resident_id, id, case_id, token_hash, questionnaires, sent_at, until, used_at)
         select resident_id, 'lock-1', id, '\\x00', '{}', now(), '2026-01-01', now() from pathways."case" where resident_id = '${resident}';
       insert into platform.restriction (resident_id, since, request_id, lifted_at) values ('${resident}', now(), 'lock-1', now());
       insert into oversight.request (resident_id, id, number, kind, via, received_on, due, said, made_at)
         values ('${resident}', 'lock-1', 'x', 'see', 'portal', '2026-01-01', '2026-02-01', '\\x00', now());
       insert into oversight.request_step (resident_id, request_id, id, at, what, by_person, by_name)
         values ('${resident}', 'lock-1', 'lock-1', now(), 'received', 'x', 'x');
       insert into oversight.break_glass (resident_id, id, at, person, person_name, role, organisation, reason, said, until, review_by)
         values ('${resident}', 'lock-1', now(), 'x', 'x', 'gp', 'x', 'acute', '\\x00', now(), '2026-01-01');
       insert into oversight.due (resident_id, part, due_on, since) values ('${resident}', 'all', '2026-01-01', '2024-01-01');
       insert into oversight.flag (resident_id, id, day, person, person_name, role, organisation, rule, count, lines, made_at)
         values ('${resident}', 'lock-1', '2026-01-01', 'x', 'x', 'gp', 'x', 'hours', 1, '{}', now());
       insert into oversight.notice (resident_id, id, at, kind, about) values ('${resident}', 'lock-1', now(), 'request-received', 'lock-1');
       insert into pathways.thread (resident_id, id, case_id, team, started_at, last_at, last_by)
         select resident_id, 'lock-1', id, '${TEAM}', now(), now(), 'resident' from pathways."case" where resident_id = '${resident}';
       insert into pathways.preference (resident_id) values ('${resident}');
       insert into pathways.correction (resident_id, id, case_id, request_id, request_number, entry_type, entry_id, wish, at, due, done_at)
         select resident_id, 'lock-1', id, 'x', 'x', 'Communication', 'x', '\\x00', now(), '2026-01-01', now() from pathways."case" where resident_id = '${resident}';
       insert into exchange.notification (resident_id, receiver, event_id, at, type, subject, what)
         values ('${resident}', 'lock-1', 'lock-1', now(), 'Task', 'Task/x', 'created');
       insert into pathways.move (resident_id, case_id, id, inside, at, settled_at)
         select resident_id, id, 'lock-1', true, now(), now() from pathways."case" where resident_id = '${resident}';
       insert into record.misplaced (resident_id, id, resource_type, resource_id, saw, at, by_person, by_name)
         values ('${resident}', 'lock-1', 'Communication', 'lock-1', '{}', now(), 'x', 'x');
       insert into record.merged (resident_id, id, survivor, at, by_person, by_name, undone_at)
         values ('${resident}', 'lock-1', (select min(resident_id::text)::uuid from record.resident where resident_id not in ('${house.world.ids.R1}', '${house.world.ids.R2}')), now(), 'x', 'x', now());
       insert into record.withheld (resident_id, id, resource_type, resource_id, reason, review, at, by_person, by_name)
         values ('${resident}', 'lock-1', 'Communication', 'lock-1', 'x', '2027-01-01', now(), 'x', 'x');
       insert into record.history select resident_id, type, id, 1000, last_updated, content, sealed, facet, categories, parties, author, deleted
         from record.resource where resident_id = '${resident}' and type = 'Patient' on conflict do nothing`,
    );
}
const TEAM = 'HealthcareService/voorbeeld-welzijn-enschede-noord';

/** Asks the database, as the application's role, what it lets through in each context; only these tables when named. */
export async function lockFailures(
  house: House,
  tables: readonly string[] = Object.keys(LOCKS),
): Promise<readonly string[]> {
  const failures: string[] = [];
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
        await client.query('begin');
        await enter(house, client, context);
        for (const resident of [R1, R2]) {
          const wide = context === 'region' || context === 'duty' || context === 'empty';
          const letters = LOCKS[table]?.[context] ?? '';
          const named = context === 'act' ? (LOCKS[table]?.party ?? '') : '';
          const own = `${wide || resident === R1 ? letters : table === 'platform.audit' ? 'i' : ''}${named}`;
          for (const letter of ['s', 'i', 'u', 'd'] as const) {
            const may = await probe(client, owner, table, resident, letter);
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
  owner: Client,
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
      const row = await anyRow(owner, table, resident);
      return (
        (await tried(client, `insert into ${name} select * from jsonb_populate_record(null::${name}, $1)`, [row])) > 0
      );
    }
  }
}

async function tried(client: Pick<Client, 'query'>, sql: string, values: unknown[] = []): Promise<number> {
  await client.query('savepoint probe');
  try {
    const result: QueryResult = await client.query(sql, values);
    return result.rowCount ?? 0;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '23505' || code === '23503') return 1;
    if (code === '42501') return 0;
    throw error;
  } finally {
    await client.query('rollback to savepoint probe');
  }
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

/** What is hidden while a resident's data are stored only. */
const STORED_ONLY = [
  'record.resource',
  'record.history',
  'record.timeline',
  'record.person',
  'record.attachment',
  'pathways.case',
  'pathways.happening',
  'pathways.clock',
  'pathways.pause',
  'pathways.worklist',
  'pathways.thread',
  'pathways.preference',
  'pathways.appointment',
  'pathways.place',
  'pathways.hand_over',
  'pathways.invitation',
  'pathways.move',
  'pathways.correction',
  'record.withheld',
  'record.misplaced',
  'record.merged',
  'platform.message',
];

/** Of these the privacy officer goes on seeing that they are: it is what they look into. */
const SEEN_BY_DUTY = ['pathways.correction', 'record.withheld', 'record.misplaced', 'record.merged'];

/** What goes past a single table: the log stays as it is, rights come from acts only, contexts are exact. */
export async function contextFailures(house: House): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids, entries } = house.world;
  const pool = house.ground.pool;
  const at = house.clock.now();
  const inContext = async <T>(
    scope: string,
    parties: readonly string[],
    residents: readonly string[],
    work: (client: Pick<Client, 'query'>) => Promise<T>,
  ) => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      if (scope !== '') await client.query('select platform.enter($1, $2, $3, $4)', [scope, parties, residents, at]);
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  for (const sql of ["update platform.audit set purpose = 'x'", 'delete from platform.audit']) {
    const byApp = await inContext('region', ['Device/x'], [], (client) => tried(client, sql));
    const owner = new Client({ connectionString: house.ownerUrl });
    await owner.connect();
    await owner.query('begin');
    const byOwner = await tried(owner, sql);
    await owner.end();
    if (byApp > 0 || byOwner > 0)
      failures.push(`The log was changed by ${byApp > 0 ? 'the application' : 'its owner'}: ${sql}`);
  }
  // The keeper of terms, and nobody else, lets lines of the log go whose own term has passed.
  for (const [device, wanted] of [
    ['Device/omzien-retention', 1],
    ['Device/x', 0],
  ] as const) {
    const gone = await inContext('region', [device], [], async (client) => {
      await client.query(
        `insert into platform.audit (resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, purpose, ground, door)
         values ('${ids.R1}', 'lock-old', '1999-01-01', 'x', 'x', 'gp', 'x', 'opened', true, 'x', 'x', 'x', 'page')`,
      );
      return (await tried(client, "select 1 from oversight.purge_log('2000-01-01') as n where n > 0")) > 0 ? 1 : 0;
    });
    if (gone !== wanted) failures.push(`${device} lets ${gone} old lines of the log go`);
  }
  // What is stored only (GDPR 18) is seen by no partner and no worker; the house itself keeps running, and so does who is it about.
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `insert into platform.restriction (resident_id, since, request_id) values ('${ids.R1}', now(), 'x') on conflict do nothing`,
    );
    for (const table of STORED_ONLY)
      for (const [scope, parties, wanted] of [
        ['region', ['Device/demo-system'], false],
        ['resident', [TEAM], false],
        ['none', [TEAM], false],
        ['region', ['Device/omzien-x'], true],
        ...(SEEN_BY_DUTY.includes(table) ? [['duty', ['Practitioner/privacy-officer'], true] as const] : []),
      ] as const) {
        const rows = await inContext(scope, parties, [ids.R1], async (client) =>
          tried(
            client,
            `select 1 from ${quoted(table)} where resident_id = '${ids.R1}'${table === 'platform.message' ? " and sender is distinct from 'Duty/privacy'" : ''}`,
          ),
        );
        if (rows > 0 !== wanted)
          failures.push(`${table}, stored only, is ${wanted ? 'not ' : ''}seen by ${parties} in ${scope}`);
      }
    const own = await inContext('resident', [`Patient/${ids.R1}`], [ids.R1], (client) =>
      tried(client, `select 1 from record.resource where resident_id = '${ids.R1}'`),
    );
    if (own === 0) failures.push('A resident whose data are stored only does not see them');
  } finally {
    await owner.query("delete from platform.restriction where request_id = 'x'");
    await owner.end();
  }
  failures.push(...(await withheldFailures(house, inContext)), ...(await ownRowFailures(house, inContext)));
  // Rights are not taken: not by writing the table, and not by its function outside an act on that resident.
  const give = `select platform.give('${ids.R4}', 'stolen', 'Practitioner/x', 'case-team', '{health}', '{identity}', '{}', 'x', 'x', now(), null)`;
  const close = `select platform.close_grants('${ids.R1}', null, null, null, now(), 'x')`;
  for (const [scope, parties] of [
    ['', []],
    ['none', ['Practitioner/x']],
    ['resident', [`Patient/${ids.R1}`]],
    ['page', [TEAM]],
    ['duty', ['Practitioner/privacy-officer']],
  ] as const)
    for (const sql of [give, close])
      if ((await inContext(scope, parties, [ids.R1, ids.R4], (client) => tried(client, sql))) > 0)
        failures.push(`Rights were changed in context '${scope}': ${sql}`);
  // A message about nobody is an invitation, added outside an act; nobody reads one back, and none is about a resident.
  const add = (resident: string, kind: string) =>
    `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, secret)
     values ('${resident}', 'lock-3', now(), 'mail', 'x', '${kind}', 'x', 'x', 'lock-3', true)`;
  for (const [sql, scope, may] of [
    [add(NOBODY, 'invited'), 'none', true],
    [add(NOBODY, 'invited'), '', false],
    [add(NOBODY, 'invited'), 'page', false],
    [add(NOBODY, 'resident'), 'none', false],
    [add(ids.R1, 'invited'), 'none', false],
  ] as const)
    if ((await inContext(scope, ['Practitioner/x'], [], (client) => tried(client, sql))) > 0 !== may)
      failures.push(`A message was ${may ? 'not ' : ''}added in context '${scope}': ${sql}`);
  // A page is exact: each resident by the party's own grants, and nobody else.
  const visible = (scope: string, parties: readonly string[], residents: readonly string[]) =>
    inContext(scope, parties, residents, async (client) => {
      const { rows } = await client.query('select id from record.resource order by id');
      return rows.map((row) => row.id as string);
    });
  for (const persona of [
    'nurse-enschede',
    'coach-noord',
    'coordinator-noord',
    'provider-beweegpunt',
    'provider-ontmoeting',
    'coach-zuid',
    'nurse-hengelo',
  ]) {
    const parties = partiesOf(await actorInRole(house.ground, persona));
    const wanted = entries
      .filter((entry) => sight(EXPECTED[persona]!, entry) === 'present')
      .map(({ id }) => id)
      .sort();
    const found = (await visible('page', parties, Object.values(ids))).filter((id) =>
      entries.some((entry) => entry.id === id),
    );
    if (JSON.stringify([...found].sort()) !== JSON.stringify(wanted))
      failures.push(
        `${persona}: the database alone shows ${found.length} entries on a page, expected ${wanted.length}`,
      );
    const one = (await visible('page', parties, [ids.R2])).length;
    const both = (await visible('resident', parties, [ids.R2])).length;
    if (one !== both) failures.push(`${persona}: a page of one resident shows other rows than that resident`);
  }
  // Lists and letters are of a party, whichever resident they name.
  const ofParty = (table: string, party: string) =>
    inContext('none', [party], [], async (client) => {
      const { rows } = await client.query(`select count(*)::int as n from ${table}`);
      return rows[0].n as number;
    });
  for (const table of ['pathways.worklist', 'pathways.hand_over', 'platform.message']) {
    if ((await ofParty(table, TEAM)) === 0) failures.push(`${table}: the team does not see what is its own`);
    if ((await ofParty(table, 'HealthcareService/voorbeeld-welzijn-enschede-zuid')) > 0)
      failures.push(`${table}: another team sees what is not its own`);
  }
  const printed = await inContext('none', [TEAM], [], (client) =>
    tried(client, 'update platform.message set sent_at = now()'),
  );
  if (printed !== 2) failures.push(`The team marks ${printed} of its 2 letters as printed`);
  // The wide scopes are for whom they are.
  const coach: Actor = await actorInRole(house.ground, 'coach-noord');
  for (const kind of ['region', 'duty'] as const) {
    const opened = await withActor(house.ground, coach, { kind }, async () => true).catch(() => false);
    if (opened) failures.push(`A coach works in the ${kind} scope`);
  }
  return failures;
}

type InContext = <T>(
  scope: string,
  parties: readonly string[],
  residents: readonly string[],
  work: (client: Pick<Client, 'query'>) => Promise<T>,
) => Promise<T>;

/** What is withheld from a resident is in none of the tables that tell of it, and their team still reads it. */
async function withheldFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { R1 } = house.world.ids;
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    for (const [table, column] of [
      ['record.resource', 'id'],
      ['record.history', 'id'],
      ['record.timeline', 'resource_id'],
      ['record.attachment', 'holder_id'],
      ['platform.audit', 'subject_id'],
    ] as const) {
      const { rows } = await owner.query<{ entry: string }>(
        `select ${column} as entry from ${table} where resident_id = $1 and ${column} is not null order by 1 limit 1`,
        [R1],
      );
      const entry = rows[0]?.entry;
      if (!entry) {
        failures.push(`${table} has nothing of R1 that could be withheld`);
        continue;
      }
      const seen = () =>
        inContext('resident', [`Patient/${R1}`], [R1], (client) =>
          tried(client, `select 1 from ${table} where resident_id = '${R1}' and ${column} = '${entry}'`),
        );
      if ((await seen()) === 0) failures.push(`${table}: a resident does not see what nobody withholds`);
      await owner.query(
        `insert into record.withheld (resident_id, id, resource_type, resource_id, reason, review, at, by_person, by_name)
         values ($1, 'lock-shown', 'Communication', $2, 'x', '2027-01-01', now(), 'x', 'x')`,
        [R1, entry],
      );
      if ((await seen()) > 0) failures.push(`${table}: a resident sees what is withheld from them`);
      await owner.query("delete from record.withheld where id = 'lock-shown'");
    }
  } finally {
    await owner.query("delete from record.withheld where id = 'lock-shown'");
    await owner.end();
  }
  return failures;
}

/** Rows that a party sees because they name it, without a resident in view; and what an act takes back. */
async function ownRowFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { R1 } = house.world.ids;
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `insert into pathways.appointment (resident_id, id, person, starts_at, ends_at) select '${R1}', 'lock-own', 'Practitioner/lock', now(), now()
         on conflict do nothing;
       insert into pathways.place (resident_id, id, service, state, asked_at) values ('${R1}', 'lock-own', 'HealthcareService/lock', 'waiting', now())
         on conflict do nothing`,
    );
    for (const [table, party] of [
      ['pathways.appointment', 'Practitioner/lock'],
      ['pathways.place', 'HealthcareService/lock'],
    ] as const)
      for (const [asks, wanted] of [
        [party, 1],
        ['Practitioner/somebody-else', 0],
      ] as const) {
        const rows = await inContext('none', [asks], [], (client) =>
          tried(client, `select 1 from ${table} where id = 'lock-own'`),
        );
        if (rows !== wanted) failures.push(`${table}: ${asks} sees ${rows} of the rows of ${party}`);
      }
    const taken = await inContext('act', [TEAM], [R1], async (client) => {
      await client.query('select platform.act($1, $2, $3, false, false)', [R1, [TEAM], house.clock.now()]);
      return tried(
        client,
        `update platform.message set cancelled_at = now() where resident_id = '${R1}' and id = 'lock-2'`,
      );
    });
    if (taken !== 1) failures.push('An act does not take back a mail that no longer holds');
  } finally {
    await owner.query(
      "delete from pathways.appointment where id = 'lock-own'; delete from pathways.place where id = 'lock-own'",
    );
    await owner.end();
  }
  return failures;
}
