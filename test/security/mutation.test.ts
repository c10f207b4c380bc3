import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import type { AccessRow, Act, Facet } from '../../src/platform/index.ts';
import { ACTS, EXPECTED, FACETS } from './expected.ts';
import { buildHouse, type House } from './house.ts';
import { fillTables } from './lock-rows.ts';
import { quoted } from './probe.ts';
import { startWalk, type Walk, words } from './walk.ts';
import { contextFailures } from './walk-contexts.ts';
import { decideFailures, decideNotices } from './walk-decide.ts';
import { catalogueFailures, lockFailures } from './walk-locks.ts';
import { walkAudit, walkByBsn, walkEntries } from './walk-reads.ts';
import { walkCreates, walkOtherWrites } from './walk-writes.ts';

let house: House;
let owner: Client;
before(async () => {
  house = await buildHouse();
  await fillTables(house);
  owner = new Client({ connectionString: house.ownerUrl });
  await owner.connect();
});
after(async () => {
  await owner.end();
  await house.stop();
});

/** Runs with another table that `decide()` reads, and puts the right one back. */
async function withTable<T>(rows: readonly AccessRow[], work: () => Promise<T>): Promise<T> {
  const right = house.access.splice(0, house.access.length, ...rows);
  try {
    return await work();
  } finally {
    house.access.splice(0, house.access.length, ...right);
  }
}

const outside: readonly ((walk: Walk) => Promise<void>)[] = [
  walkByBsn,
  walkEntries,
  walkAudit,
  walkCreates,
  walkOtherWrites,
];

/**
 * What the doors say of a house that lost a right to everybody in this role. A right less shows itself only where
 * something was to be allowed, so no more than that is asked, and no further than the first door that turns red; the
 * whole walk is in outside.test.ts.
 */
async function outsideFailures(role: string): Promise<readonly string[]> {
  const personas = Object.keys(EXPECTED).filter((persona) => EXPECTED[persona]?.role === role);
  for (const door of outside) {
    const walk = startWalk(house, personas, { hunting: true });
    await door(walk).catch((error: Error) => void walk.failures.push(error.message));
    if (walk.failures.length > 0) return walk.failures;
  }
  return [];
}

/** Rows whose acts have no door of FHIR; the pages are their door, and `decide()` is asked directly. */
const WITHOUT_FHIR = [
  'provider, own-service',
  'organisation-admin, none',
  // Read on a page of their own, by somebody who looks for that one reason.
  'privacy-officer, request',
  'practice-nurse, emergency',
  'gp, emergency',
  'policy-adviser, duty',
];

describe('a flaw in the table that decide() reads turns the test red', () => {
  it('when nothing is wrong, nothing is red', async () => {
    assert.deepEqual(decideFailures(house.access), []);
    assert.deepEqual(await catalogueFailures(house), []);
  });

  it('whichever row is left out, and whichever facet or act is added to one or taken away', () => {
    const unseen: string[] = [];
    let flaws = 0;
    const check = (what: string, role: string, rows: readonly AccessRow[]) => {
      flaws += 1;
      if (!decideNotices(rows, role)) unseen.push(what);
    };
    for (const [index, row] of house.access.entries()) {
      const name = `${row.role}, ${row.relation}`;
      const change = (changed: Partial<AccessRow>) => house.access.with(index, { ...row, ...changed });
      check(`${name} left out`, row.role, house.access.toSpliced(index, 1));
      check(`${name} for another purpose`, row.role, change({ purpose: 'debt-help' }));
      check(`${name} without a ground`, row.role, change({ ground: '' }));
      for (const facet of words(FACETS) as readonly Facet[]) {
        if (row.whole.includes(facet))
          check(`${name} does not see ${facet}`, row.role, change({ whole: without(row.whole, facet) }));
        else check(`${name} sees ${facet}`, row.role, change({ whole: [...row.whole, facet] }));
        if (row.own.includes(facet))
          check(`${name} does not see its own ${facet}`, row.role, change({ own: without(row.own, facet) }));
        else if (!row.whole.includes(facet))
          check(`${name} sees its own ${facet}`, row.role, change({ own: [...row.own, facet] }));
      }
      for (const act of words(ACTS) as readonly Act[])
        if (row.acts.includes(act))
          check(`${name} does not ${act}`, row.role, change({ acts: without(row.acts, act) }));
        else check(`${name} may ${act}`, row.role, change({ acts: [...row.acts, act] }));
    }
    const roles = ['carer', 'debt-officer', 'organisation-admin'] as const;
    for (const role of roles)
      for (const relation of ['none', 'case-team', 'mandate'] as const)
        check(`a new row for ${role}, ${relation}`, role, [
          ...house.access,
          {
            role,
            relation,
            whole: ['identity'],
            own: [],
            acts: [],
            purpose: 'support-referral',
            ground: 'no ground at all',
          },
        ]);
    assert.deepEqual(unseen, []);
    assert.ok(flaws > 350, `${flaws} flaws were tried`);
  });

  it('whichever row is left out, also seen from outside', async () => {
    const unseen: string[] = [];
    for (const [index, row] of house.access.entries()) {
      const name = `${row.role}, ${row.relation}`;
      const red = await withTable(house.access.toSpliced(index, 1), () => outsideFailures(row.role));
      if (red.length === 0) unseen.push(name);
    }
    assert.deepEqual(unseen, WITHOUT_FHIR);
  });
});

const without = <T>(items: readonly T[], item: T): readonly T[] => items.filter((one) => one !== item);

type Policy = Readonly<Record<'table' | 'policy' | 'permissive' | 'cmd' | 'roles' | 'using' | 'check', string | null>>;

async function policies(): Promise<readonly Policy[]> {
  const { rows } = await owner.query<Policy>(
    `select schemaname || '.' || tablename as table, policyname as policy, permissive, cmd, array_to_string(roles, ', ') as roles, qual as using, with_check as check
     from pg_policies where schemaname in ('platform', 'record', 'pathways') order by 1, 2`,
  );
  return rows;
}

const created = ({ table, policy, permissive, cmd, roles, using, check }: Policy) =>
  `create policy "${policy}" on ${quoted(table!)} as ${permissive} for ${cmd} to ${roles}${using ? ` using (${using})` : ''}${check ? ` with check (${check})` : ''}`;

/** What the database says first of a mutated table. Policies look at columns of their own table only, so others stay as they were. */
async function databaseFailures(table: string): Promise<readonly string[]> {
  const failed = (error: Error) => [error.message];
  const one = await lockFailures(house, [table], { hunting: true }).catch(failed);
  if (one.length > 0) return one;
  const catalogue = await catalogueFailures(house).catch(failed);
  return catalogue.length > 0 ? catalogue : await contextFailures(house, [table], { hunting: true }).catch(failed);
}

describe('a flaw in the database turns the test red', () => {
  it('whichever policy is dropped, or lets everything through', async () => {
    const unseen: string[] = [];
    const all = await policies();
    assert.ok(all.length >= 50, `${all.length} policies`);
    for (const policy of all) {
      const drop = `drop policy "${policy.policy}" on ${quoted(policy.table!)}`;
      await owner.query(drop);
      if ((await databaseFailures(policy.table!)).length === 0) unseen.push(`${policy.table} without ${policy.policy}`);
      const forOwner = policy.roles === 'omzien_owner';
      if (!forOwner && policy.policy !== 'audit_add') {
        await owner.query(created({ ...policy, using: policy.using && 'true', check: policy.check && 'true' }));
        if ((await databaseFailures(policy.table!)).length === 0) unseen.push(`${policy.policy} open to all`);
        await owner.query(drop);
      }
      await owner.query(created(policy));
    }
    assert.deepEqual(unseen, []);
    assert.deepEqual((await policies()).length, all.length);
  });

  it('whichever table has its locks taken off, or no longer forced on its owner', async () => {
    const unseen: string[] = [];
    for (const table of new Set((await policies()).map((policy) => policy.table!)))
      for (const [off, on] of [
        ['disable', 'enable'],
        ['no force', 'force'],
      ]) {
        await owner.query(`alter table ${quoted(table)} ${off} row level security`);
        if ((await databaseFailures(table)).length === 0) unseen.push(`${off} on ${table}`);
        await owner.query(`alter table ${quoted(table)} ${on} row level security`);
      }
    assert.deepEqual(unseen, []);
  });

  it('and when everything is put back, nothing is red', async () => {
    assert.deepEqual(await lockFailures(house), []);
    assert.deepEqual(await contextFailures(house), []);
  });
});
