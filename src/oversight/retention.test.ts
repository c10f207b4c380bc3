import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { Client } from 'pg';
import { testAdminUrl } from '../../test/support/database.ts';
import { actor } from '../../test/support/ground.ts';
import { personOfCase } from '../../test/support/need.ts';
import { PEOPLE, residentActor } from '../../test/support/pathways.ts';
import { asResident, type Case, offeredCase, type PeopleWeb, peopleWeb, value } from '../../test/support/people.ts';
import * as engine from '../pathways/index.ts';
import { addMonths, asLocalDate, localDate, systemActor, unseal, withActor } from '../platform/index.ts';
import { readResource, updateResource } from '../record/index.ts';
import { dueParts, REGIMES } from './model/retention.ts';
import { PLANS, tablesToPurge } from './purge.ts';
import { breakGlass } from './service/break-glass.ts';
import { keepHouse } from './service/housekeeping.ts';
import { makeRequest } from './service/own-requests.ts';
import { decideRequest } from './service/requests.ts';
import { approveDue, holdDue, listDue, lookForDue, releaseDue, runApproved } from './service/retention.ts';
import { tellResidents } from './service/tell.ts';
import { requestKey } from './store/requests.ts';

const DOOR = { door: 'page' } as const;
const OFFICER = actor({ role: 'privacy-officer', person: 'Practitioner/privacy', name: 'Fenna Proefhof' });
const { nurse, coach, otherNurse } = PEOPLE;

let web: PeopleWeb;
let admin: Client;
before(async () => {
  web = await peopleWeb();
  admin = new Client({ connectionString: (await testAdminUrl()).replace(/\/[^/]*$/, new URL(web.ownerUrl).pathname) });
  await admin.connect();
});
after(async () => {
  await admin.end();
  await web.stop();
});

describe('what is due', () => {
  const terms = () => web.pathways.definitions.region.retention;
  const facts = { openCase: false, supportEnded: undefined };
  it('follows from who wrote it: welfare two years, Wmo fifteen, care twenty, and nothing while a case is open', () => {
    const last = asLocalDate('2020-01-15');
    const written = [
      { regime: 'care-record', last },
      { regime: 'welfare-record', last },
    ] as const;
    const on = (today: string, openCase = false) =>
      dueParts(written, terms(), { today: asLocalDate(today), openCase, supportEnded: undefined }).map(
        (one) => one.part,
      );
    assert.deepEqual(on('2022-01-14'), []);
    assert.deepEqual(on('2022-01-15'), ['welfare-record']);
    assert.deepEqual(on('2022-01-15', true), []);
    assert.deepEqual(on('2040-01-14'), ['welfare-record']);
    assert.deepEqual(on('2040-01-15'), ['all']);
  });
  it('is never early: no part goes before its own term, and all goes with the last part only', () => {
    const day = fc
      .integer({ min: 0, max: 12_000 })
      .map((n) => localDate(new Date(Date.UTC(2000, 0, 1) + n * 86_400_000)));
    fc.assert(
      fc.property(
        fc.array(fc.record({ regime: fc.constantFrom(...REGIMES), last: day }), { maxLength: 6 }),
        day,
        (written, today) => {
          for (const due of dueParts(written, terms(), { ...facts, today })) {
            assert.ok(due.dueOn <= today);
            for (const one of written.filter((it) => due.part === 'all' || it.regime === due.part))
              assert.ok(addMonths(one.last, terms().find((term) => term.id === one.regime)!.amount) <= today);
          }
        },
      ),
    );
  });
});

describe('the plans of a purge', () => {
  it('name every table that has rows of residents; the log alone keeps its bare fact', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select table_schema || '.' || table_name as name from information_schema.columns
       where column_name = 'resident_id' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const known = new Set([...tablesToPurge(), 'platform.audit', 'platform.account', 'platform.session']);
    assert.deepEqual(
      rows.map((row) => row.name).filter((name) => !known.has(name)),
      [],
      'put the table in the purge plan of its room',
    );
    assert.equal(new Set(PLANS.flatMap((plan) => plan.tables)).size, PLANS.flatMap((plan) => plan.tables).length);
  });
});

/** Somebody with marked words in all that is kept: the record, messages, requests, drafts, sign-in, jobs. */
async function marked(mark: string) {
  const made = await offeredCase(web, { given: `Voornaam${mark}`, mail: `${mark}@example.org` });
  const { resident } = made;
  const ground = web.pathways;
  const present = JSON.parse(value(await readResource(ground, SYSTEM, 'Patient', resident, DOOR)).text);
  const resource = {
    ...present,
    identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/bsn', value: BSNS.shift()! }],
    address: [{ ...present.address[0], line: [`Straat${mark} 1`] }],
  };
  const sent = { resource, text: JSON.stringify(resource) };
  value(await updateResource(ground, SYSTEM, 'Patient', resident, sent, undefined, DOOR));
  value(
    await engine.holdConversation(
      ground,
      coach,
      { ...made, answers: { mind: 4, 'mind-note': `Nacht${mark}`, goal: [`Doel${mark}`] } },
      DOOR,
    ),
  );
  value(await engine.pauseCase(ground, coach, { ...made, reason: `Pauze${mark}` }, DOOR));
  value(await engine.inviteFollowUp(ground, systemActor('messages'), made, DOOR));
  const self = residentActor(resident);
  value(await makeRequest(ground, self, { kind: 'question', said: `Vraag${mark}` }, DOOR));
  const identity = await personOfCase(ground, resident);
  value(await breakGlass(ground, otherNurse, { identity, reason: 'acute', said: `Nood${mark}` }, DOOR));
  await lived(made, mark);
  const visitor = await asResident(web, resident);
  assert.equal((await visitor.get('/mijn')).status, 200);
  await web.whole.events.drain();
  await tellResidents(ground, 'http://x');
  await fill(resident, mark);
  return { ...made, mark };
}
const SYSTEM = systemActor('test');
const BSNS = ['999900018', '999900031', '999900043', '999900055', '999990019'];

/** What happens in a life: a note withheld, one of somebody else, a move, and records that were merged and are. */
async function lived(made: Case, mark: string): Promise<void> {
  const ground = web.pathways;
  const said = { ...made, kind: 'phone', outcome: 'spoken' } as const;
  const kept = value(await engine.recordContact(ground, coach, { ...said, note: `Geheim${mark}` }, DOOR));
  const review = addMonths(localDate(ground.clock.now()), 6);
  value(await engine.withhold(ground, coach, { ...made, entry: kept.id, reason: 'violence', review }, DOOR));
  const wrong = value(await engine.recordContact(ground, coach, { ...said, note: `Ander${mark}` }, DOOR));
  value(await engine.undoMisplaced(ground, coach, { ...made, entry: wrong.id }, DOOR));
  const [past, present] = [await offeredCase(web), await offeredCase(web)];
  value(await engine.mergeRecords(ground, nurse, { ends: made, goesOn: past, checked: true }, DOOR));
  value(await engine.unmergeRecords(ground, nurse, { one: made, other: past }, DOOR));
  value(await engine.mergeRecords(ground, nurse, { ends: present, goesOn: made, checked: true }, DOOR));
  const patient = JSON.parse(value(await readResource(ground, SYSTEM, 'Patient', made.resident, DOOR)).text);
  const resource = {
    ...patient,
    address: [
      { ...patient.address[0], line: [`Nieuw${mark} 2`], postalCode: '7551 AB', city: 'Hengelo', district: 'Hengelo' },
    ],
  };
  const sent = { resource, text: JSON.stringify(resource) };
  value(await updateResource(ground, SYSTEM, 'Patient', made.resident, sent, undefined, DOOR));
}

/** A row in every table of residents that the story left without one, and traces where nobody is named by column. */
async function fill(resident: string, mark: string): Promise<void> {
  const plain = resident.replaceAll('-', '');
  await admin.query(
    `insert into platform.once (person, key, at, location) values ($1, $2, now(), $3), ('Practitioner/coach', $4, now(), $5) on conflict do nothing`,
    [`Patient/${resident}`, `/mijn ${mark}`, '/mijn', `/werk/zaak/${plain}-x ${mark}`, `/werk/zaak/${plain}-x`],
  );
  await admin.query(
    `insert into platform.draft (person, path, at, sealed) values ($1, '/mijn/verzoeken/nieuw', now(), '\\x00'), ('Practitioner/coach', $2, now(), '\\x00')`,
    [`Patient/${resident}`, `/werk/zaak/${plain}-x/contact`],
  );
  await admin.query(
    `insert into oversight.due (resident_id, part, due_on, since) values ($1, 'all', '2026-01-01', '2020-01-01') on conflict do nothing`,
    [resident],
  );
  await admin.query(
    `insert into oversight.flag (resident_id, id, day, person, person_name, role, organisation, rule, count, lines, made_at)
     values ($1, 'trace', '2026-01-01', 'x', $2, 'gp', 'x', 'hours', 1, '{}', now())`,
    [resident, mark],
  );
  await admin.query(
    `insert into record.attachment (resident_id, id, holder_type, holder_id, at, name, media_type, bytes, sealed, facet, categories, parties, author, by_name)
     select resident_id, 'trace', type, id, now(), $2, 'application/pdf', 1, '\\x00', facet, categories, parties, author, $2
     from record.resource where resident_id = $1 and type = 'Patient'`,
    [resident, `bijlage${mark}.pdf`],
  );
  await admin.query(
    `insert into pathways.thread (resident_id, id, started_at, last_at, last_by) values ($1, $2, now(), now(), 'resident')`,
    [resident, `draad${mark}`],
  );
  await admin.query(
    "insert into platform.restriction (resident_id, since, request_id, lifted_at) values ($1, now(), 'trace', now())",
    [resident],
  );
  await admin.query(
    "insert into pathways.place (resident_id, id, service, state, asked_at) values ($1, $2, 'trace', 'waiting', now())",
    [resident, `plek${mark}`],
  );
  await admin.query(
    'insert into pathways.appointment (resident_id, id, person, starts_at, ends_at) values ($1, $2, null, now(), now())',
    [resident, `afspraak${mark}`],
  );
  await admin.query(
    `insert into pathways.correction (resident_id, id, case_id, request_id, request_number, entry_type, entry_id, wish, at, due)
     select resident_id, 'trace', id, 'x', 'x', 'Communication', 'x', $2, now(), '2026-01-01' from pathways."case" where resident_id = $1`,
    [resident, Buffer.from(`wens${mark}`)],
  );
  await admin.query(
    `insert into pathways.hand_over (resident_id, case_id, id, team, at, from_person, from_name, to_person, to_name, reason, by_name)
     select resident_id, id, 'trace', 'x', now(), 'x', 'x', 'x', 'x', 'leave', $2 from pathways."case" where resident_id = $1`,
    [resident, mark],
  );
  await admin.query(
    `insert into exchange.notification (resident_id, receiver, event_id, at, type, subject, what)
     values ($1, 'trace', 'trace', now(), 'Patient', $2, 'updated')`,
    [resident, `Patient/${resident}`],
  );
  await admin.query('insert into pathways.preference (resident_id, code_word) values ($1, $2) on conflict do nothing', [
    resident,
    Buffer.from(`woord${mark}`),
  ]);
  if ((await admin.query("select to_regclass('graphile_worker._private_jobs') as there")).rows[0].there)
    await admin.query('select graphile_worker.add_job($1, $2::json)', ['trace', JSON.stringify({ resident, mark })]);
}

/** Every table of every schema, row by row as text, as somebody whom no lock stops. */
async function whereIs(words: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await admin.query<{ n: string; word: string }>(
      `select count(*) as n, w as word from ${name} t, unnest($1::text[]) w where strpos(lower(t::text), lower(w)) > 0 group by w`,
      [words],
    );
    found.push(...rows.map((row) => `${name}: ${row.n} × ${row.word}`));
  }
  return found;
}

/** What is sealed of the record, opened: BSNs hide there. */
async function sealedBsns(): Promise<string> {
  const { rows } = await admin.query(
    'select type, id, sealed from record.resource where sealed is not null union all select type, id, sealed from record.history where sealed is not null',
  );
  return rows.map((row) => unseal(web.ground.keys, row.sealed, `${row.type}/${row.id}`)).join('\n');
}

const approve = (resident: string) =>
  admin.query(
    "update oversight.due set state = 'approved', decided_by = 'x', decided_at = now() where resident_id = $1",
    [resident],
  );
/** Nothing waits any more: what was asked is answered, what was to be told was told. */
const settle = (resident: string) =>
  admin.query("update oversight.request set state = 'done' where resident_id = $1", [resident]);

describe('a purge', () => {
  it('leaves nothing of somebody anywhere in the database but the bare fact in the log', async () => {
    const gone = await marked('Spoorzoeker');
    const stays = await marked('Blijvertje');
    await settle(gone.resident);
    await approve(gone.resident);
    const empty = [];
    for (const table of tablesToPurge())
      if (
        (
          await admin.query(
            `select 1 from ${table.replace('.case', '."case"').replace('.grant', '."grant"')} where resident_id = $1 limit 1`,
            [gone.resident],
          )
        ).rowCount === 0
      )
        empty.push(table);
    assert.deepEqual(empty, [], 'the story leaves a row in every table');
    const plain = gone.resident.replaceAll('-', '');
    const before = await whereIs(['Spoorzoeker', gone.resident, plain]);
    assert.ok(before.length > 20, before.join('\n'));
    const sealedBefore = await sealedBsns();

    assert.equal(await runApproved(web.pathways), 1);

    assert.deepEqual(await whereIs(['Spoorzoeker']), []);
    const left = await whereIs([gone.resident, plain]);
    assert.deepEqual(
      left.filter((one) => !one.startsWith('platform.audit:')),
      [],
    );
    const lines = await admin.query(
      "select action, detail from platform.audit where resident_id = $1 and action = 'deleted'",
      [gone.resident],
    );
    assert.deepEqual(lines.rows, [{ action: 'deleted', detail: 'purged: all' }]);
    const unindexed = await admin.query('select 1 from record.resource where terms is null');
    assert.equal(unindexed.rowCount, 0, 'who was merged with them is found by what is left');
    assert.ok(sealedBefore.includes('999900018') && !(await sealedBsns()).includes('999900018'));
    assert.ok((await whereIs(['Blijvertje', stays.resident])).length > 20, 'and nobody else is touched');
    assert.equal(await runApproved(web.pathways), 0, 'again: nothing more');
    const runs = value(await listDue(web.pathways, OFFICER, DOOR)).runs;
    assert.ok((runs[0]?.counts['record.resource'] ?? 0) > 5);
    assert.ok(!JSON.stringify(runs).includes(gone.resident));
  });

  it('that is killed half-way has removed nothing, and the next one finishes', { timeout: 240_000 }, async () => {
    const one = await marked('Halverwege');
    await settle(one.resident);
    await approve(one.resident);
    // Somebody holds a row near the end, so that the process stands still with most of it deleted.
    await admin.query('begin');
    await admin.query('select 1 from record.person where resident_id = $1 for update', [one.resident]);
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, '../../test/support/purge-process.ts')],
      {
        env: {
          ...process.env,
          OMZIEN_TRACE_APP: web.appUrl,
          OMZIEN_TRACE_AT: web.clock.now().toISOString(),
        },
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    let stood = false;
    for (let tries = 0; !stood && child.exitCode === null && tries < 1500; tries++) {
      // Within one transaction the activity of others is a picture taken once.
      await admin.query('select pg_stat_clear_snapshot()');
      const { rowCount } = await admin.query(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%purge_rows%'",
      );
      stood = rowCount !== 0;
      await new Promise((done) => setTimeout(done, 100));
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    await admin.query('rollback');
    assert.ok(stood, `the process stands still half-way: ${said}`);
    await new Promise((done) => setTimeout(done, 300));
    assert.ok((await whereIs(['Halverwege'])).length > 5, 'nothing is gone yet');
    assert.equal(await runApproved(web.pathways), 1);
    assert.deepEqual(await whereIs(['Halverwege']), []);
  });

  it('is done by the keeper of terms only, of what was approved, and never of the log', async () => {
    const { resident } = await marked('Slotje');
    const attempt = (who: typeof SYSTEM, sql: string) =>
      withActor(web.ground, who, { kind: 'region' }, (trx) => trx.query(sql, [resident]));
    const keeper = systemActor('retention');
    await assert.rejects(attempt(SYSTEM, "select oversight.purge_rows($1, 'record.person')"), /keeper of terms/);
    await assert.rejects(attempt(keeper, "select oversight.purge_rows($1, 'record.person')"), /approved/);
    await approve(resident);
    await assert.rejects(attempt(keeper, "select oversight.purge_rows($1, 'platform.audit')"), /bare fact/);
    await assert.rejects(
      attempt(keeper, "select oversight.purge_rows($1, 'platform.clock')"),
      /not a table of residents/,
    );
    for (const who of [nurse, coach, OFFICER])
      await assert.rejects(withActor(web.ground, who, { kind: 'region' }, async () => undefined));
    await admin.query("update oversight.due set state = 'due' where resident_id = $1", [resident]);
  });

  it('of the welfare part leaves the care part, and who it is', async () => {
    const { resident } = await marked('Deeltje');
    await settle(resident);
    await admin.query(
      "update oversight.due set part = 'welfare-record', state = 'approved', decided_by = 'x', decided_at = now() where resident_id = $1",
      [resident],
    );
    assert.equal(await runApproved(web.pathways), 1);
    const { rows } = await admin.query(
      'select distinct author from record.resource where resident_id = $1 order by 1',
      [resident],
    );
    assert.ok(rows.length > 0);
    assert.ok(
      rows.every((row) => !String(row.author).startsWith('HealthcareService/')),
      JSON.stringify(rows),
    );
    assert.equal((await whereIs(['NachtDeeltje', 'DoelDeeltje'])).length, 0);
    assert.ok((await admin.query('select 1 from record.person where resident_id = $1', [resident])).rowCount);
  });
});

describe('the privacy officer', () => {
  it('finds once a day what has passed its term, holds it, and lets it go', async () => {
    const made = await offeredCase(web, { mail: 'lang@example.org' });
    const stopped = await asResident(web, made.resident);
    await stopped.post('/mijn/stop', { what: 'all', reason: 'changed-mind' });
    const open = 'select 1 from pathways."case" where resident_id = $1 and closed_at is null';
    assert.equal((await admin.query(open, [made.resident])).rowCount, 0, 'the case has ended');
    await web.whole.events.drain();
    assert.equal(
      (await admin.query('select 1 from oversight.due where resident_id = $1', [made.resident])).rowCount,
      0,
    );
    web.clock.advance(740 * 86_400_000);
    assert.ok((await lookForDue(web.pathways)) > 0);
    assert.equal(await lookForDue(web.pathways), 0, 'once a day');
    const choice = { resident: made.resident, part: 'welfare-record' } as const;
    const listed = value(await listDue(web.pathways, OFFICER, DOOR)).dues;
    assert.ok(
      listed.some((due) => due.resident === made.resident && due.part === 'welfare-record' && due.state === 'due'),
    );
    value(await holdDue(web.pathways, OFFICER, { ...choice, because: 'Er loopt een klacht' }, DOOR));
    const held = await approveDue(web.pathways, OFFICER, choice, DOOR);
    assert.ok(!held.ok && held.problem.kind === 'conflict');
    assert.equal(await runApproved(web.pathways), 0);
    value(await releaseDue(web.pathways, OFFICER, choice, DOOR));
    value(await approveDue(web.pathways, OFFICER, choice, DOOR));
    assert.equal(await runApproved(web.pathways), 1);
    const denied = await approveDue(web.pathways, nurse, choice, DOOR);
    assert.ok(!denied.ok && denied.problem.kind === 'absent');
  });

  it('who grants a request to erase sets it going, after the letter about it has left', async () => {
    const made = await offeredCase(web, { mail: 'weg@example.org' });
    const asked = value(
      await makeRequest(web.pathways, residentActor(made.resident), { kind: 'erase', said: 'Alles weg' }, DOOR),
    );
    value(
      await decideRequest(
        web.pathways,
        OFFICER,
        requestKey(asked),
        { decision: 'granted', reasons: [], told: 'Wij halen alles weg.', parts: ['all'] },
        DOOR,
      ),
    );
    assert.equal(await runApproved(web.pathways), 0, 'the resident is told first');
    await tellResidents(web.pathways, 'http://x');
    assert.equal(await runApproved(web.pathways), 1);
    assert.equal(
      (await admin.query('select 1 from record.resident where resident_id = $1', [made.resident])).rowCount,
      0,
    );
  });

  it('need not decide about what the system keeps: it goes by itself, once a day, and is listed', async () => {
    web.clock.advance(800 * 86_400_000);
    assert.ok((await keepHouse(web.pathways)) > 0);
    assert.equal(await keepHouse(web.pathways), 0);
    const { rows } = await admin.query('select count(*)::int as n from platform.outbox where delivered_at is not null');
    assert.equal(rows[0].n, 0);
    web.clock.advance(1100 * 86_400_000);
    await keepHouse(web.pathways);
    const old = await admin.query('select 1 from platform.audit where at < $1', [
      new Date(web.clock.now().getTime() - 1830 * 86_400_000),
    ]);
    assert.equal(old.rowCount, 0, 'the log has a term of its own');
  });
});
