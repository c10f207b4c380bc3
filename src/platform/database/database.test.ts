import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Pool } from 'pg';
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts';
import { createPool } from './index.ts';

let database: TestDatabase;
let pool: Pool;
before(async () => {
  database = await testDatabase();
  pool = createPool(database.appUrl, 2);
});
after(async () => {
  await pool.end();
  await database.drop();
});

test('the application reads days as text, moments as dates and whole numbers as numbers', async () => {
  const { rows } = await pool.query(`select date '2026-03-29' as day, array[date '2026-01-01', null] as days,
    timestamptz '2026-03-29 01:30:00+01' as moment, 9007199254740991::bigint as count, '{7}'::bigint[] as counts`);
  assert.deepEqual(rows[0], {
    day: '2026-03-29',
    days: ['2026-01-01', null],
    moment: new Date('2026-03-29T00:30:00Z'),
    count: 9007199254740991,
    counts: [7],
  });
});

test('a number too big to be exact is refused rather than rounded', async () => {
  await assert.rejects(pool.query('select 9007199254740993::bigint as count'), RangeError);
});

test('the application owns nothing and cannot step over row security', async () => {
  const { rows } = await pool.query(
    'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
  );
  assert.deepEqual(rows[0], { rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  await assert.rejects(pool.query('create schema mine'), { code: '42501' });
  await assert.rejects(pool.query('create table public.mine (a int)'), { code: '42501' });
});

test('someone with an accent in their name is found in capitals and in small letters', async () => {
  const { rows } = await pool.query(`select lower('ÉLISE Ö') as small, 'Élise' ~* 'élise' as found`);
  assert.deepEqual(rows[0], { small: 'élise ö', found: true });
});
