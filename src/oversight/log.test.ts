import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { testAdminUrl } from '../../test/support/database.ts';
import { actor } from '../../test/support/ground.ts';
import { PEOPLE, testPathways } from '../../test/support/pathways.ts';
import { value } from '../../test/support/people.ts';
import type { PathwayGround } from '../pathways/index.ts';
import { asLocalDate, type FixedClock, systemActor, withActor } from '../platform/index.ts';
import { type LogQuestion, logQuery, workersQuery } from './model/log-question.ts';
import { csvOf } from './pages/log/csv.ts';
import { exportLog, readLog, workersMeant } from './service/log.ts';

const DOOR = { door: 'page', place: '192.0.2.7' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const LINES = 60_000;

let ground: PathwayGround;
let clock: FixedClock;
let admin: Client;
let stop: () => Promise<void>;
before(async () => {
  const made = await testPathways({ at: '2026-11-23T09:00:00Z' });
  ({ ground, clock, stop } = made);
  admin = new Client({ connectionString: (await testAdminUrl()).replace(/\/[^/]*$/, new URL(made.ownerUrl).pathname) });
  await admin.connect();
  // A log of two years: a line each eighteen minutes, of a hundred workers, who seldom do the rare things.
  await admin.query(
    `insert into platform.audit (resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, purpose, ground, door, place)
     select ('00000000-0000-4000-8000-' || lpad(to_hex(n % 3000), 12, '0'))::uuid, lpad(n::text, 10, '0') || repeat('0', 16), timestamptz '2024-11-23' + n * interval '18 minutes',
       'Practitioner/w' || n % 100, 'W ' || n % 100, 'welfare-coach', 'Organization/o' || n % 20,
       case when n % 5000 = 0 then 'exported' else 'opened' end, n % 4000 <> 0, 'Patient', case when n % 6000 = 0 then 'emergency' else 'support-referral' end,
       'x', case when n % 7000 = 0 then 'bulk' else 'page' end, '192.0.2.1'
     from generate_series(1, ${LINES}) n`,
  );
  await admin.query('analyze platform.audit');
});
after(async () => {
  await admin.end();
  await stop();
});

type Node = {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: readonly Node[];
};
const touched = (node: Node): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'] +
  (node.Plans ?? []).reduce((sum, one) => sum + touched(one), 0);
const kinds = (node: Node): readonly string[] => [node['Node Type'], ...(node.Plans ?? []).flatMap(kinds)];

describe('a search of the log', () => {
  const questions: readonly (readonly [string, LogQuestion])[] = [
    ['everything', {}],
    ['one worker', { persons: ['Practitioner/w7'] }],
    ['several workers of a name', { persons: ['Practitioner/w7', 'Practitioner/w8', 'Practitioner/nobody'] }],
    ['one resident', { resident: '00000000-0000-4000-8000-000000000007' }],
    ['one organisation', { organisation: 'Organization/o3' }],
    ['a rare act', { action: 'exported' }],
    ['a rare purpose', { purpose: 'emergency' }],
    ['a rare door', { door: 'bulk' }],
    ['what was refused', { allowed: false }],
    ['the next page', { after: `${'0'.repeat(5)}30000${'0'.repeat(16)}` }],
    [
      'a worker in a week',
      { persons: ['Practitioner/w7'], from: asLocalDate('2025-03-01'), until: asLocalDate('2025-03-07') },
    ],
  ];
  for (const [name, question] of questions)
    it(`for ${name} looks at little more than its page, in a log of ${LINES} lines`, async () => {
      const plan = await withActor(ground, systemActor('test'), { kind: 'region' }, async (trx) => {
        const { text, values } = logQuery(question, 51);
        const { rows } = await trx.query(`explain (analyze, format json) ${text}`, values);
        return rows[0]['QUERY PLAN'][0].Plan as Node;
      });
      assert.ok(!kinds(plan).includes('Seq Scan'), kinds(plan).join(' > '));
      // A page and one line more, counted where they are found and where they are limited; of a worker with few lines all
      // of them may be found and sorted.
      const most = 2 * 51 + 3 * (question.persons?.length ?? 0) * (LINES / 100);
      assert.ok(touched(plan) <= most, `${touched(plan)} lines were touched`);
    });

  it('for a name finds who is meant by an index, among twenty thousand who work here', async () => {
    await admin.query(
      `insert into platform.role (id, person, person_name, code, organisation, services)
       select 'many-' || n, 'Practitioner/many-' || n, 'Voornaam' || n % 997 || ' Achternaam' || n, 'welfare-coach', 'Organization/o1', '{}'
       from generate_series(1, 20000) n`,
    );
    await admin.query('analyze platform.role');
    const { text, values } = workersQuery('achternaam1234 voornaam');
    const { rows } = await admin.query(`explain (analyze, format json) ${text}`, [...values]);
    const plan = rows[0]['QUERY PLAN'][0].Plan as Node;
    assert.ok(!kinds(plan).includes('Seq Scan'), kinds(plan).join(' > '));
    assert.ok(touched(plan) <= 60, `${touched(plan)} roles were touched`);
    const found = await workersMeant(ground, OFFICER, 'achternaam1234 voornaam');
    assert.equal(found.length, 11, 'number 1234, and the ten that begin so');
    assert.deepEqual(await workersMeant(ground, OFFICER, "' & !:*"), [], 'signs mean nobody');
    await admin.query("delete from platform.role where id like 'many-%'");
  });

  it('finds by part of a name, leaves its own line with who, why and from where, and goes on page by page', async () => {
    const persons = await workersMeant(ground, OFFICER, 'coach voorb');
    assert.ok(persons.includes('Practitioner/coach'));
    const first = value(await readLog(ground, OFFICER, { organisation: 'Organization/o3' }, DOOR));
    assert.equal(first.lines.length, 50);
    const second = value(await readLog(ground, OFFICER, { organisation: 'Organization/o3', after: first.next! }, DOOR));
    assert.ok(second.lines.every((line) => line.id < first.next! && line.organisation === 'Organization/o3'));
    clock.advance(1000);
    const own = value(await readLog(ground, OFFICER, { persons: [OFFICER.person] }, DOOR)).lines[0]!;
    assert.deepEqual(
      [own.action, own.purpose, own.place, own.role],
      ['searched', 'privacy-duty', '192.0.2.7', 'privacy-officer'],
    );
  });

  it('is the privacy officer’s alone, and a refusal is in the log', async () => {
    for (const who of Object.values(PEOPLE)) {
      const denied = await readLog(ground, who, {}, DOOR);
      assert.ok(!denied.ok && denied.problem.kind === 'absent');
    }
  });

  it('is taken along as CSV, which is a line of the log, and no cell of which is a formula', async () => {
    const lines = value(await exportLog(ground, OFFICER, { action: 'exported' }, DOOR));
    assert.equal(lines.filter((line) => line.person !== OFFICER.person).length, 12);
    const text = csvOf([{ ...lines[0]!, person_name: '=HYPERLINK("x")', detail: 'a,"b"\nc' }]);
    assert.match(text, /"'=HYPERLINK\(""x""\)"/);
    assert.match(text, /"a,""b""\nc"/);
    assert.equal(text.split('\r\n').length, 3);
  });
});
