import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { testGround } from '../../../test/support/ground.ts';
import { systemActor } from '../access/actor.ts';
import { type Ground, type Trx, withActor } from '../access/with-actor.ts';
import { silentLog } from '../http/index.ts';
import { newResidentId, ulid } from '../ids.ts';
import { fixedClock } from '../time/index.ts';
import { type Letter, type Post, sendWaiting, smtpPost } from './index.ts';

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
beforeEach(() => region((trx) => trx.query('delete from platform.message')));

async function write(change: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = ulid(ground.clock);
  const row = { kind: 'mail', recipient: 'anna@example.nl', cancelled_at: null, ...change };
  await region((trx) =>
    trx.query(
      `insert into platform.message (resident_id, id, at, kind, recipient, recipient_kind, subject, body, event_id, cancelled_at)
       values ($1, $2, $3, $4, $5, 'resident', 'Er staat iets voor u klaar', 'Log in om het te lezen.', $2, $6)`,
      [newResidentId(), id, ground.clock.now(), row.kind, row.recipient, row.cancelled_at],
    ),
  );
  return id;
}
const state = async () =>
  (
    await region((trx) =>
      trx.query<{ sent_at: Date | null; failed_reason: string | null; attempts: number }>(
        'select sent_at, failed_reason, attempts from platform.message order by id',
      ),
    )
  ).rows;
const send = (post?: Post) => sendWaiting({ ground, wall, log: silentLog, post, host: 'omzien.example.nl' });

describe('mail that waits', () => {
  it('leaves once, under an id of its own; letters and what was cancelled stay', async () => {
    const id = await write();
    await write({ kind: 'letter' });
    await write({ cancelled_at: new Date() });
    const left: Letter[] = [];
    const post: Post = async (letter) => void left.push(letter);
    assert.equal(await send(post), 1);
    assert.equal(await send(post), 0);
    assert.deepEqual(left, [
      {
        messageId: `<${id}@omzien.example.nl>`,
        to: 'anna@example.nl',
        subject: 'Er staat iets voor u klaar',
        text: 'Log in om het te lezen.',
      },
    ]);
  });

  it('leaves once where two processes send at the same time', async () => {
    for (let count = 0; count < 10; count++) await write();
    const left: string[] = [];
    const post: Post = async ({ messageId }) => {
      await new Promise((done) => setTimeout(done, 5));
      left.push(messageId);
    };
    const counts = await Promise.all([send(post), send(post), send(post)]);
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      10,
    );
    assert.equal(new Set(left).size, 10);
    assert.equal(left.length, 10);
  });

  it('stays where nothing may leave, as in a demo', async () => {
    await write();
    assert.equal(await send(), 0);
    assert.deepEqual((await state())[0], { sent_at: null, failed_reason: null, attempts: 0 });
  });

  it('is tried again later when the post is away; the reason kept names no address', async () => {
    await write();
    let away = true;
    const post: Post = async () => {
      if (away) throw Object.assign(new Error('550 anna@example.nl unknown'), { responseCode: 450, code: 'EENVELOPE' });
    };
    assert.equal(await send(post), 0);
    assert.deepEqual((await state())[0], { sent_at: null, failed_reason: 'EENVELOPE 450', attempts: 1 });
    away = false;
    assert.equal(await send(post), 0, 'not at once');
    wall.advance(61_000);
    assert.equal(await send(post), 1);
    assert.equal((await state())[0]?.failed_reason, null);
  });

  it('for something that is not one address is not sent', async () => {
    for (const recipient of ['Anna', 'a@b.nl, c@d.nl', 'Anna <a@b.nl>']) await write({ recipient });
    assert.equal(await send(async () => assert.fail('it left')), 0);
  });

  it('goes to a mail server as people read it', async () => {
    let heard = '';
    const server = createServer((socket) => {
      let body = false;
      socket.write('220 hello\r\n');
      socket.on('data', (data) => {
        heard += data;
        if (body) {
          if (String(data).endsWith('\r\n.\r\n')) {
            body = false;
            socket.write('250 kept\r\n');
          }
          return;
        }
        for (const line of String(data).split('\r\n').filter(Boolean)) {
          if (/^DATA/.test(line)) {
            body = true;
            socket.write('354 go on\r\n');
          } else if (/^QUIT/.test(line)) socket.end('221 bye\r\n');
          else socket.write('250 ok\r\n');
        }
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      const { port } = server.address() as { port: number };
      await write();
      assert.equal(await send(smtpPost(`smtp://127.0.0.1:${port}`, 'Omzien <omzien@omzien.example.nl>')), 1);
    } finally {
      server.close();
    }
    assert.match(heard, /RCPT TO:<anna@example\.nl>/);
    assert.match(heard, /Subject: Er staat iets voor u klaar/);
    assert.match(heard, /Message-ID: <[0-9a-z]{26}@omzien\.example\.nl>/i);
  });
});
