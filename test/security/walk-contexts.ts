import { Client } from 'pg';
import { type Actor, NOBODY, partiesOf, withActor } from '../../src/platform/index.ts';
import { EXPECTED } from './expected.ts';
import type { House } from './house.ts';
import { TEAM } from './lock-rows.ts';
import { quoted, tried } from './probe.ts';
import { sight } from './walk.ts';
import { ownRowFailures, withheldFailures } from './walk-entries.ts';
import type { Hunt } from './walk-locks.ts';
import { actorInRole } from './world.ts';

/** What is hidden while a resident's data are stored only. */
const STORED_ONLY: readonly string[] = [
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

/** Works in a scope with these parties and residents in view, and leaves nothing behind. */
export type InContext = <T>(
  scope: string,
  parties: readonly string[],
  residents: readonly string[],
  work: (client: Pick<Client, 'query'>) => Promise<T>,
) => Promise<T>;

/**
 * What goes past a single table: the log stays as it is, rights come from acts only, contexts are exact. `tables`: whose
 * rows are looked at while data are stored only, all unless named.
 */
export async function contextFailures(
  house: House,
  tables: readonly string[] = STORED_ONLY,
  { hunting = false }: Hunt = {},
): Promise<readonly string[]> {
  const at = house.clock.now();
  const inContext: InContext = async (scope, parties, residents, work) => {
    const client = await house.ground.pool.connect();
    try {
      // Sent at once, answered one after another.
      const begun = [
        client.query('begin'),
        ...(scope === ''
          ? []
          : [client.query('select platform.enter($1, $2, $3, $4)', [scope, parties, residents, at])]),
      ];
      await Promise.all(begun);
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const looks = [
    storedOnlyFailures,
    withheldFailures,
    ownRowFailures,
    partyFailures,
    pageFailures,
    logFailures,
    rightsFailures,
    inviteFailures,
    scopeFailures,
  ];
  const failures: string[] = [];
  for (const look of looks) {
    if (hunting && failures.length > 0) break;
    failures.push(...(await look(house, inContext, tables)));
  }
  return failures;
}

/** The log stays as it is; the keeper of terms, and nobody else, lets lines go whose own term has passed. */
async function logFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids } = house.world;
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
  return failures;
}

/** What is stored only (GDPR 18) is seen by no partner and no worker; the house itself keeps running, and so does who is it about. */
async function storedOnlyFailures(
  house: House,
  inContext: InContext,
  tables: readonly string[],
): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids } = house.world;
  const owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `insert into platform.restriction (resident_id, since, request_id) values ('${ids.R1}', now(), 'x') on conflict do nothing`,
    );
    for (const table of STORED_ONLY.filter((one) => tables.includes(one)))
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
  return failures;
}

/** Rights are not taken: not by writing the table, and not by its function outside an act on that resident. */
async function rightsFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids } = house.world;
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
  return failures;
}

/** A message about nobody is an invitation, added outside an act; nobody reads one back, and none is about a resident. */
async function inviteFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids } = house.world;
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
  return failures;
}

/** A page is exact: each resident by the party's own grants, and nobody else. */
async function pageFailures(house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
  const { ids, entries } = house.world;
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
  return failures;
}

/** Lists and letters are of a party, whichever resident they name. */
async function partyFailures(_house: House, inContext: InContext): Promise<readonly string[]> {
  const failures: string[] = [];
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
  return failures;
}

/** The wide scopes are for whom they are. */
async function scopeFailures(house: House): Promise<readonly string[]> {
  const failures: string[] = [];
  const coach: Actor = await actorInRole(house.ground, 'coach-noord');
  for (const kind of ['region', 'duty'] as const) {
    const opened = await withActor(house.ground, coach, { kind }, async () => true).catch(() => false);
    if (opened) failures.push(`A coach works in the ${kind} scope`);
  }
  return failures;
}
