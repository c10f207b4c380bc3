import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type TestWeb, testWeb } from '../test/support/web.ts';
import { newResidentId, systemActor, ulid, withActor } from './platform/index.ts';
import { enqueue, installJobs } from './platform/jobs/index.ts';
import type { WebRoom } from './web/index.ts';

let web: TestWeb;
const told: string[] = [];
const swept: string[] = [];
const letters: unknown[] = [];
const someone = newResidentId();

const room: WebRoom = {
  name: 'proof',
  sweeps: [
    {
      name: 'due',
      run: async (ground) => {
        swept.push(ground.clock.now().toISOString());
        await happen('swept');
      },
    },
  ],
  subscribers: [{ name: 'proof', wants: () => true, deliver: async ({ type }) => void told.push(type) }],
  tasks: { 'make-letter': async (payload) => void letters.push(payload) },
  routes: (kit) => {
    const app = kit.routes();
    app.post(
      '/api/v1/doe',
      kit.api({ roles: 'any' }, async () => {
        await happen('posted');
        await withActor(web.ground, systemActor('proof'), { kind: 'none' }, (trx) =>
          enqueue(trx, 'make-letter', { for: 'someone' }),
        );
        return { ok: true, value: {} };
      }),
    );
    return app;
  },
};

const happen = (type: string) =>
  withActor(web.ground, systemActor('proof'), { kind: 'region' }, (trx) =>
    trx.query(
      "insert into platform.outbox (resident_id, id, at, type, subject, data) values ($1, $2, $3, $4, 'Task/1', '{}')",
      [someone, ulid(web.ground.clock), web.ground.clock.now(), type],
    ),
  );

async function until(what: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && !what(); waited += 20) await new Promise((done) => setTimeout(done, 20));
  assert.ok(what(), 'it did not happen within ten seconds');
}

before(async () => {
  web = await testWeb({ rooms: [room], personas: [{ id: 'partner', name: 'Partner', role: 'system' }] });
  await installJobs(web);
});
after(async () => {
  await web.whole.jobs.stop();
  await web.stop();
});

describe('a room in the composed house', () => {
  it('does what fell due by the clock, and who wants to know of it is told at once', async () => {
    web.clock.advance(30 * 86_400_000);
    await web.whole.jobs.sweepNow();
    assert.deepEqual(swept, [web.clock.now().toISOString()]);
    assert.deepEqual(told, ['swept']);
  });

  it('hears of a change soon after it was made, and its letters are made by the queue', async () => {
    await web.whole.jobs.start();
    const answer = await web.app.request(`${web.config.publicUrl}/demo/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'partner', client_secret: 'demo' }),
    });
    const { access_token } = (await answer.json()) as { access_token: string };
    const done = await web.app.request(`${web.config.publicUrl}/api/v1/doe`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}` },
    });
    assert.equal(done.status, 200);
    await until(() => told.includes('posted') && letters.length === 1);
    assert.deepEqual(letters, [{ for: 'someone' }]);
  });

  it('takes no more at the sign-in of the demo than a form can hold', async () => {
    const answer = await web.app.request(`${web.config.publicUrl}/demo/oidc/token`, {
      method: 'POST',
      body: 'x'.repeat(50_001),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '50001' },
    });
    assert.equal(answer.status, 413);
  });
});
