import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { createVisitor, testWeb } from '../test/support/web.ts';
import { inWords, listen, PortProblem } from './serve.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}
const at = (port: number) => ({ host: '127.0.0.1', port });

describe('a server', () => {
  it('lets a person sign in over the network, at a provider that listens too', async () => {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const web = await testWeb({
      publicUrl,
      personas: [{ id: 'nurse', name: 'Marit Wolters', role: 'practice-nurse' }],
      roles: [
        {
          id: 'r',
          persona: 'nurse',
          code: 'practice-nurse',
          organisation: 'Organization/p',
          organisationName: 'Praktijk Noord',
        },
      ],
    });
    const server = await listen(web.app, at(port));
    try {
      const marit = createVisitor(publicUrl, (request) => fetch(request));
      const arrived = await marit.signIn('nurse');
      assert.equal(arrived.status, 303);
      assert.match(await (await marit.get('/')).text(), /Marit Wolters[\s\S]*Praktijk Noord/);
      const byNumber = await fetch(`http://127.0.0.1:${port}/inloggen`, { redirect: 'manual' });
      assert.equal(byNumber.headers.get('location'), `${publicUrl}/inloggen`, 'cookies belong to one name');
    } finally {
      await server.stop();
      await web.stop();
    }
  });

  it('that is asked to stop finishes what it was doing, and takes nothing new', async () => {
    let begun: () => void = () => undefined;
    const inside = new Promise<void>((done) => {
      begun = done;
    });
    const server = await listen(
      {
        fetch: async () => {
          begun();
          await new Promise((done) => setTimeout(done, 300));
          return new Response('done');
        },
      },
      at(0),
    );
    const asked = fetch(`http://127.0.0.1:${server.port}/`);
    await inside;
    const stopping = server.stop();
    await assert.rejects(fetch(`http://127.0.0.1:${server.port}/`));
    assert.equal(await (await asked).text(), 'done');
    await stopping;
  });

  it('that finds its port taken says so in a sentence', async () => {
    const first = await listen({ fetch: () => new Response() }, at(0));
    try {
      const problem = await listen({ fetch: () => new Response() }, at(first.port)).catch((error: unknown) => error);
      assert.ok(problem instanceof PortProblem);
      assert.match(inWords(problem), /^Something else listens on port \d+ already\./);
    } finally {
      await first.stop();
    }
  });
});
