import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { testGround } from '../../../test/support/ground.ts';
import { systemActor } from '../access/actor.ts';
import { type Ground, type Trx, withActor } from '../access/with-actor.ts';
import { silentLog } from '../http/index.ts';
import { newResidentId, ulid } from '../ids.ts';
import { fixedClock } from '../time/index.ts';
import { createEvents, type OutboxEvent, type Subscriber, toCloudEvent } from './index.ts';

type Made = Awaited<ReturnType<typeof testGround>>;
let made: Made;
let ground: Ground;
const wall = fixedClock('2026-11-23T09:00:00Z');
const region = <T>(work: (trx: Trx) => Promise<T>) =>
  withActor(ground, systemActor('test'), { kind: 'region' }, (trx) => work(trx));

before(async () => {
  made = await testGround();
  ground = made.ground;
});
after(() => made.stop());
beforeEach(() => region((trx) => trx.query('delete from platform.outbox')));

async function happen(resident: string, type: string): Promise<string> {
  const id = ulid(ground.clock);
  await region((trx) =>
    trx.query(
      'insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $2, $3, $4, $5, $6)',
      [resident, id, ground.clock.now(), type, 'Task/1', { n: 1 }],
    ),
  );
  return id;
}
const rows = async () =>
  (
    await region((trx) =>
      trx.query<{ id: string; delivered_at: Date | null; attempts: number; last_error: string | null; retry_at: Date }>(
        'select id, delivered_at, attempts, last_error, retry_at from platform.outbox order by id',
      ),
    )
  ).rows;
const events = (...subscribers: readonly Subscriber[]) => createEvents({ ground, wall, log: silentLog, subscribers });
const all = (name: string, deliver: (event: OutboxEvent) => void | Promise<void>): Subscriber => ({
  name,
  wants: () => true,
  deliver: async (event) => deliver(event),
});

describe('whoever wants to know of events', () => {
  it('hears each of them, in the order of each resident', async () => {
    const [anna, bert] = [newResidentId(), newResidentId()];
    const ids: string[] = [];
    for (const [resident, type] of [
      [anna, 'first'],
      [bert, 'first'],
      [anna, 'second'],
      [anna, 'third'],
    ] as const)
      ids.push(await happen(resident, type));
    const heard: OutboxEvent[] = [];
    const finished = await events(all('mail', (event) => void heard.push(event))).drain();
    assert.equal(finished, 4);
    const types = (resident: string) => heard.filter((event) => event.residentId === resident).map(({ type }) => type);
    assert.deepEqual(types(anna), ['first', 'second', 'third']);
    assert.deepEqual(types(bert), ['first']);
    assert.deepEqual(heard.map(({ id }) => id).sort(), ids.toSorted());
    assert.ok((await rows()).every(({ delivered_at }) => delivered_at !== null));
    assert.equal(await events(all('mail', () => assert.fail('twice'))).drain(), 0);
  });

  it('hears only what it wants; what nobody wants is put away', async () => {
    await happen(newResidentId(), 'wanted');
    await happen(newResidentId(), 'other');
    const heard: string[] = [];
    await events({
      name: 'picky',
      wants: (type) => type === 'wanted',
      deliver: async ({ type }) => void heard.push(type),
    }).drain();
    assert.deepEqual(heard, ['wanted']);
    assert.equal((await rows()).filter(({ delivered_at }) => !delivered_at).length, 0);
  });

  it('that fails is tried again after growing pauses, and what comes later for that resident waits', async () => {
    const anna = newResidentId();
    await happen(anna, 'first');
    await happen(anna, 'second');
    await happen(newResidentId(), 'of another');
    const heard: string[] = [];
    let down = true;
    const bus = events(
      all('steady', ({ type }) => void heard.push(`steady ${type}`)),
      all('fragile', ({ type }) => {
        if (down && type === 'first') throw new TypeError('fetch failed for mevrouw Jansen');
        heard.push(`fragile ${type}`);
      }),
    );
    await bus.drain();
    assert.deepEqual(heard.toSorted(), ['fragile of another', 'steady first', 'steady of another']);
    const pauses: number[] = [];
    for (let times = 0; times < 3; times++) {
      const [first] = await rows();
      assert.equal(first?.last_error, 'fragile: TypeError', 'the reason, and nobody’s name');
      pauses.push((first?.retry_at.getTime() ?? 0) - wall.now().getTime());
      await bus.drain();
      assert.equal((await rows())[0]?.attempts, times + 1, 'not before its pause is over');
      wall.advance(pauses.at(-1) ?? 0);
      await bus.drain();
    }
    assert.deepEqual(pauses, [2000, 4000, 8000]);
    down = false;
    wall.advance(60_000);
    await bus.drain();
    assert.deepEqual(heard.slice(-3), ['fragile first', 'steady second', 'fragile second']);
    assert.equal(heard.filter((one) => one === 'steady first').length, 1, 'who had it is not bothered again');
  });

  it('hears it soon after it is woken', async () => {
    const heard: string[] = [];
    const bus = events(all('mail', ({ id }) => void heard.push(id)));
    const id = await happen(newResidentId(), 'x');
    bus.wake();
    bus.wake();
    for (let waited = 0; waited < 5000 && heard.length === 0; waited += 10)
      await new Promise((done) => setTimeout(done, 10));
    await bus.stop();
    assert.deepEqual(heard, [id]);
  });

  it('hears it once where two processes deliver at the same time', async () => {
    for (let count = 0; count < 20; count++) await happen(newResidentId(), 'x');
    const heard: string[] = [];
    const one = all('mail', async ({ id }) => {
      await new Promise((done) => setTimeout(done, 5));
      heard.push(id);
    });
    await Promise.all([events(one).drain(), events(one).drain(), events(one).drain()]);
    assert.equal(heard.length, 20);
    assert.equal(new Set(heard).size, 20);
  });

  it('hears it again, under the same id, when the process was killed before it could note that it had delivered', async () => {
    const id = await happen(newResidentId(), 'x');
    const folder = mkdtempSync(join(tmpdir(), 'omzien-events-'));
    const note = join(folder, 'heard');
    const url = (made.ground.pool as unknown as { options: { connectionString: string } }).options.connectionString;
    const here = (path: string) => new URL(path, import.meta.url).href;
    const program = `
      const { createPool } = await import(${JSON.stringify(here('../database/index.ts'))});
      const { createEvents } = await import(${JSON.stringify(here('./index.ts'))});
      const { systemClock } = await import(${JSON.stringify(here('../time/index.ts'))});
      const { writeFileSync } = await import('node:fs');
      const ground = { pool: createPool(${JSON.stringify(url)}, 4), clock: systemClock };
      const deliver = (event) => { writeFileSync(${JSON.stringify(note)}, event.id); return new Promise(() => {}); };
      setInterval(() => {}, 1000);
      await createEvents({ ground, wall: systemClock, log: () => {}, subscribers: [{ name: 'mail', wants: () => true, deliver }] }).drain();`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    try {
      const gone = new Promise((done) => child.once('exit', done));
      let heard = '';
      for (let waited = 0; waited < 20_000 && heard === ''; waited += 50) {
        await new Promise((done) => setTimeout(done, 50));
        try {
          heard = readFileSync(note, 'utf8');
        } catch {
          // Not yet.
        }
      }
      assert.equal(heard, id, 'the other process delivered it');
      assert.equal(await events(all('mail', () => assert.fail('while the other delivers'))).drain(), 0);
      child.kill('SIGKILL');
      await gone;
      const again: string[] = [];
      const bus = events(all('mail', (event) => void again.push(event.id)));
      // PostgreSQL notices a moment later that the connection is gone, and with it the lock.
      for (let waited = 0; waited < 10_000 && again.length === 0; waited += 50) {
        await bus.drain();
        await new Promise((done) => setTimeout(done, 50));
      }
      assert.deepEqual(again, [id]);
      assert.ok((await rows())[0]?.delivered_at);
    } finally {
      child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

it('an event goes out as a CloudEvent', () => {
  const event: OutboxEvent = {
    id: '01k',
    residentId: newResidentId(),
    at: new Date('2026-11-23T09:00:00Z'),
    type: 'nl.omzien.task.accepted',
    subject: 'Task/1',
    data: { status: 'accepted' },
  };
  assert.deepEqual(toCloudEvent(event, 'https://omzien.example.nl'), {
    specversion: '1.0',
    id: '01k',
    source: 'https://omzien.example.nl',
    type: 'nl.omzien.task.accepted',
    subject: 'Task/1',
    time: '2026-11-23T09:00:00.000Z',
    datacontenttype: 'application/json',
    data: { status: 'accepted' },
  });
});
