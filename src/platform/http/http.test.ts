import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { Hono } from 'hono';
import { actor, testGround } from '../../../test/support/ground.ts';
import { type Ground, withActor } from '../access/with-actor.ts';
import { createPool } from '../database/index.ts';
import { fixedClock, systemClock } from '../time/index.ts';
import {
  clientAddress,
  createRateLimiter,
  createReadiness,
  describeError,
  many,
  newVisit,
  once,
  postOnce,
  text,
  visitHolds,
} from './index.ts';

let ground: Ground;
let stop: () => Promise<void>;
before(async () => {
  ({ ground, stop } = await testGround());
});
after(() => stop());

const limits = { signIn: 60, lookUp: 6, publicDoor: 0, system: 6, systemClients: { partner: 12, open: 0 } };

describe('a form that is sent once', () => {
  const send = (key: string, effect: () => Promise<void>) =>
    withActor(ground, actor({ role: 'gp' }), { kind: 'none' }, async (trx) => {
      const before = await once(trx, 'Practitioner/a', key, '/first', systemClock.now());
      if (before) return before;
      await effect();
      return '/first';
    });

  it('inside its own transaction: of twenty at once one does it, and all learn where it led', async () => {
    const key = randomUUID();
    let effects = 0;
    const work = async () => {
      effects += 1;
      await new Promise((done) => setTimeout(done, 50));
    };
    const places = await Promise.all(Array.from({ length: 20 }, () => send(key, work)));
    assert.equal(effects, 1);
    assert.deepEqual([...new Set(places)], ['/first']);
  });

  it('inside its own transaction: what was undone may be done again', async () => {
    const key = randomUUID();
    await assert.rejects(
      send(key, async () => {
        throw new Error('no');
      }),
    );
    let effects = 0;
    await send(key, async () => {
      effects += 1;
    });
    assert.equal(effects, 1);
  });

  it('whose process died half-way is not done again: the person is asked to look', async () => {
    const key = randomUUID();
    await ground.pool.query('insert into platform.once (person, key, at) values ($1, $2, now())', ['p', key]);
    const outcome = await postOnce(
      { pool: ground.pool, wall: systemClock, patience: 100 },
      { person: 'p', key, work: () => assert.fail('done twice') },
    );
    assert.equal(outcome.kind, 'unknown');
  });

  it('that failed lets the one that waited for it try', async () => {
    const key = randomUUID();
    const rules = { pool: ground.pool, wall: systemClock };
    const first = postOnce(rules, {
      person: 'p',
      key,
      work: async () => {
        await new Promise((done) => setTimeout(done, 100));
        throw new Error('no');
      },
    });
    await new Promise((done) => setTimeout(done, 30));
    const second = postOnce(rules, {
      person: 'p',
      key,
      work: async () => ({ kind: 'done' as const, location: '/done', answer: 'second' }),
    });
    await assert.rejects(first);
    assert.deepEqual(await second, { kind: 'own', answer: 'second' });
  });
});

describe('a limit', () => {
  it('lets through a minute’s worth at once and then the rate, whatever the moments', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (pauses) => {
        const wall = fixedClock('2026-11-23T09:00:00Z');
        const limiter = createRateLimiter(limits, wall);
        let passed = 0;
        let gone = 0;
        for (const pause of pauses) {
          wall.advance(pause);
          gone += pause;
          if (limiter.take('look-up', 'a') === 0) passed += 1;
        }
        assert.ok(passed <= 6 + gone / 10_000, `${passed} in ${gone} ms`);
      }),
    );
  });

  it('says after how many seconds it may be tried again, and that is true', () => {
    const wall = fixedClock('2026-11-23T09:00:00Z');
    const limiter = createRateLimiter(limits, wall);
    for (let times = 0; times < 6; times++) assert.equal(limiter.take('look-up', 'a'), 0);
    const seconds = limiter.take('look-up', 'a');
    assert.equal(seconds, 10);
    wall.advance((seconds - 1) * 1000);
    assert.ok(limiter.take('look-up', 'a') > 0);
    wall.advance(1000);
    assert.equal(limiter.take('look-up', 'a'), 0);
  });

  it('is each one’s own, and what was agreed with a system', () => {
    const limiter = createRateLimiter(limits, fixedClock('2026-11-23T09:00:00Z'));
    const passes = (door: 'public' | 'system', client: string) =>
      Array.from({ length: 40 }, () => limiter.take(door, client)).filter((wait) => wait === 0).length;
    assert.equal(passes('system', 'partner'), 12);
    assert.equal(passes('system', 'another'), 6);
    assert.equal(passes('system', 'open'), 40);
    assert.equal(passes('system', 'constructor'), 6, 'a name that every object knows is no agreement');
    assert.equal(passes('public', 'a'), 40, 'no limit');
  });
});

describe('the house is ready', () => {
  it('when the database answers and has had its migrations', async () => {
    const { rows } = await ground.pool.query<{ name: string }>('select name from platform.migration');
    const migrations = rows.map(({ name }) => name);
    assert.deepEqual(await createReadiness({ pool: ground.pool, migrations })(), []);
    const more = createReadiness({
      pool: ground.pool,
      migrations: [...migrations, '999-new.sql'],
      checks: [() => 'content: none', () => undefined],
    });
    assert.deepEqual(await more(), ['content: none', 'migrations: 1 missing']);
    const away = createPool('postgres://nobody:x@127.0.0.1:1/nothing');
    assert.deepEqual(await createReadiness({ pool: away, migrations })(), ['database: not reachable']);
    await away.end();
  });
});

describe('what was typed', () => {
  it('is read trimmed, with one kind of line end; a name that was not sent is empty', () => {
    const posted = { name: ' Anna\r\nVoorbeeld ', days: ['mo', 'tu'] };
    assert.equal(text(posted, 'name'), 'Anna\nVoorbeeld');
    assert.equal(text(posted, 'constructor'), '');
    assert.deepEqual(many(posted, 'days'), ['mo', 'tu']);
    assert.deepEqual(many(posted, 'name'), [' Anna\r\nVoorbeeld ']);
  });

  it('is not in the log when it made something fail', async () => {
    const failing = [
      () => JSON.parse('{"name": mevrouw Jansen}'),
      () => ground.pool.query("select 'mevrouw Jansen'::uuid"),
    ];
    for (const fails of failing) {
      const told = await Promise.resolve()
        .then(fails)
        .then(
          () => assert.fail('it did not fail'),
          (error: unknown) => JSON.stringify(describeError(error)),
        );
      assert.doesNotMatch(told, /Jansen/);
      assert.match(told, /"error"/);
    }
    assert.match(JSON.stringify(describeError(new TypeError('x is not a function'))), /x is not a function/);
  });
});

it('an address is what our own proxy says, never what a client writes before it', async () => {
  const app = new Hono();
  app.get('/:trust', (c) => c.text(clientAddress(c, c.req.param('trust') === 'yes')));
  const ask = async (trust: string, forwarded?: string) =>
    (await app.request(`/${trust}`, { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} })).text();
  assert.equal(await ask('yes', '1.1.1.1, 203.0.113.7'), '203.0.113.7');
  assert.equal(await ask('yes', 'somebody'), 'in-process');
  assert.equal(await ask('no', '203.0.113.7'), 'in-process');
});

it('the cookie of a visit holds two hours, and only when we made it', () => {
  const { keys } = ground;
  const at = new Date('2026-11-23T09:00:00Z');
  const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
  const visit: string = newVisit(keys, at);
  const forged = visit.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  assert.ok(visitHolds(keys, visit, later(119)));
  assert.ok(!visitHolds(keys, visit, later(121)));
  assert.ok(!visitHolds(keys, forged, at));
  assert.ok(!visitHolds({ ...keys, session: Buffer.alloc(32) }, visit, at));
});
