import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Client } from 'pg';
import { actor, testGround } from '../../../test/support/ground.ts';
import { withActor } from '../access/with-actor.ts';
import { type LogLine, silentLog } from '../http/index.ts';
import { createJobs, createMovingClock, enqueue, installJobs, type Jobs } from './index.ts';

type Made = Awaited<ReturnType<typeof testGround>>;
let made: Made;
let owner: Client;
const running = new Set<Jobs>();
const someone = actor({ role: 'welfare-coach' });

before(async () => {
  made = await testGround();
  await installJobs(made);
  owner = new Client({ connectionString: made.ownerUrl });
  await owner.connect();
});
after(async () => {
  for (const jobs of running) await jobs.stop();
  await owner.end();
  await made.stop();
});

const inTrx = <T>(work: Parameters<typeof withActor<T>>[3]) => withActor(made.ground, someone, { kind: 'none' }, work);
const waiting = async (): Promise<readonly string[]> =>
  (await owner.query('select task_identifier from graphile_worker.jobs order by id')).rows.map(
    (row) => row.task_identifier,
  );

async function until(what: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    if (what()) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.fail('it did not happen within ten seconds');
}

async function start(options: Partial<Parameters<typeof createJobs>[0]>): Promise<Jobs> {
  const jobs = createJobs({
    workerUrl: made.workerUrl,
    pool: made.ground.pool,
    tasks: {},
    sweeps: [],
    log: silentLog,
    pollInterval: 100,
    ...options,
  });
  running.add(jobs);
  await jobs.start();
  return jobs;
}
const stop = async (jobs: Jobs) => {
  running.delete(jobs);
  await jobs.stop();
};

describe('work that is done later', () => {
  it('is queued with what it belongs to, and not at all when that is undone', async () => {
    await assert.rejects(
      inTrx(async (trx) => {
        await enqueue(trx, 'make-letter', { letter: 1 });
        throw new Error('changed my mind');
      }),
    );
    assert.deepEqual(await waiting(), []);
    await inTrx((trx) => enqueue(trx, 'make-letter', { letter: 2 }));
    assert.deepEqual(await waiting(), ['make-letter']);
    const done: unknown[] = [];
    const jobs = await start({ tasks: { 'make-letter': async (payload) => void done.push(payload) } });
    await until(() => done.length === 1);
    assert.deepEqual(done, [{ letter: 2 }]);
    await stop(jobs);
    assert.deepEqual(await waiting(), []);
  });

  it('is there once under a key', async () => {
    await inTrx((trx) => enqueue(trx, 'remind', { n: 1 }, { key: 'case-1' }));
    await inTrx((trx) => enqueue(trx, 'remind', { n: 2 }, { key: 'case-1' }));
    const done: unknown[] = [];
    const jobs = await start({ tasks: { remind: async (payload) => void done.push(payload) } });
    await until(() => done.length === 1);
    await stop(jobs);
    assert.deepEqual(done, [{ n: 2 }]);
  });

  it('is tried again when it failed, and the log has no word of what it was about', async () => {
    const lines: LogLine[] = [];
    let tries = 0;
    const jobs = await start({
      log: (_, line) => void lines.push(line),
      tasks: {
        fragile: async (payload) => {
          tries += 1;
          if (tries === 1) throw new SyntaxError(`bad: ${JSON.stringify(payload)}`);
        },
      },
    });
    await inTrx((trx) => enqueue(trx, 'fragile', { name: 'mevrouw Jansen' }));
    await until(() => lines.length === 1);
    const { rows } = await owner.query('select last_error from graphile_worker.jobs');
    await owner.query('update graphile_worker._private_jobs set run_at = now()');
    await until(() => tries === 2);
    await stop(jobs);
    assert.ok(!JSON.stringify([lines, rows]).includes('Jansen'));
  });

  it('cannot be queued past its door: the application owns nothing there', async () => {
    const direct = [
      "select graphile_worker.add_job('make-letter')",
      'insert into graphile_worker._private_jobs (task_id) values (1)',
      'select * from graphile_worker._private_jobs',
    ];
    for (const sql of direct) await assert.rejects(made.ground.pool.query(sql), { code: '42501' }, sql);
    await assert.rejects(made.ground.pool.query("select platform.enqueue('x; drop table', '{}', null, null)"), {
      code: '22023',
    });
  });

  it('is installed once, however often one starts', async () => {
    await Promise.all([installJobs(made), installJobs(made)]);
  });
});

describe('the sweeps', () => {
  it('all run, one after the other, also when one fails', async () => {
    const lines: LogLine[] = [];
    const seen: string[] = [];
    const jobs = createJobs({
      workerUrl: made.workerUrl,
      pool: made.ground.pool,
      tasks: {},
      log: (_, line) => void lines.push(line),
      sweeps: [
        { name: 'first', run: async () => void seen.push('first') },
        {
          name: 'broken',
          run: async () => {
            throw new Error('no');
          },
        },
        { name: 'last', run: async () => void seen.push('last') },
      ],
    });
    await jobs.sweepNow();
    assert.deepEqual(seen, ['first', 'last']);
    assert.deepEqual(
      lines.map(({ event, sweep }) => [event, sweep]),
      [['sweep failed', 'broken']],
    );
  });

  it('of two processes at once do not run through each other', async () => {
    let inside = 0;
    let most = 0;
    const jobs = createJobs({
      workerUrl: made.workerUrl,
      pool: made.ground.pool,
      tasks: {},
      log: silentLog,
      sweeps: [
        {
          name: 'slow',
          run: async () => {
            inside += 1;
            most = Math.max(most, inside);
            await new Promise((done) => setTimeout(done, 50));
            inside -= 1;
          },
        },
      ],
    });
    await Promise.all([jobs.sweepNow(), jobs.sweepNow(), jobs.sweepNow()]);
    assert.equal(most, 1);
  });
});

describe('the clock of a demo', () => {
  it('moves on for whoever reads it, and is found again after a restart', async () => {
    const moving = await createMovingClock(made.ground.pool);
    assert.ok(Math.abs(moving.clock.now().getTime() - Date.now()) < 1000);
    await moving.move(3 * 86_400_000);
    const days = (at: Date) => Math.round((at.getTime() - Date.now()) / 86_400_000);
    assert.equal(days(moving.clock.now()), 3);
    const other = await createMovingClock(made.ground.pool);
    assert.equal(days(other.clock.now()), 3);
    await assert.rejects(moving.move(-1), RangeError);
    moving.stop();
    other.stop();
  });
});
