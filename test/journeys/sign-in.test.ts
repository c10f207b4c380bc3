import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Hono } from 'hono';
import { renderPage } from '../../src/ui/index.ts';
import { type Kit, text, type WebEnv, type WebRoom } from '../../src/web/index.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

const anna = randomUUID();
const personas = [
  { id: 'nurse', name: 'Marit Wolters', role: 'practice-nurse' },
  { id: 'double', name: 'Kim Twee', role: 'welfare-coach' },
  { id: 'anna', name: 'Anna Voorbeeld', role: 'resident' },
  { id: 'demo-system', name: 'Regionaal systeem', role: 'system' },
  { id: 'nobody', name: 'Niemand', role: 'gp' },
];
const roles = [
  {
    id: 'nurse-role',
    persona: 'nurse',
    code: 'practice-nurse',
    organisation: 'Organization/praktijk-noord',
    organisationName: 'Praktijk Noord',
  },
  {
    id: 'coach-role',
    persona: 'double',
    code: 'welfare-coach',
    organisation: 'Organization/welzijn',
    organisationName: 'Welzijn Enschede',
    services: ['HealthcareService/welzijn-noord'],
  },
  {
    id: 'provider-role',
    persona: 'double',
    code: 'provider',
    organisation: 'Organization/buurthuis',
    organisationName: 'Buurthuis De Brug',
  },
];

/** A small room: for each role a page that tells who is there. */
const room: WebRoom = {
  name: 'proof',
  home: (actor) => (actor.role === 'resident' ? '/mijn' : '/werk'),
  navigation: () => [{ href: '/werk', label: 'Werk' }],
  routes: (kit: Kit): Hono<WebEnv> => {
    const app = kit.routes();
    const page = kit.page({ roles: 'any' }, (ask) =>
      renderPage({ title: 'Wie', kind: 'work', context: ask.context, main: JSON.stringify(ask.actor) }),
    );
    app.get('/werk', page);
    app.get('/mijn', page);
    app.get(
      '/werk/alleen-aanbieder',
      kit.page({ roles: ['provider'] }, () => 'dit is van de aanbieder'),
    );
    app.get(
      '/api/v1/wie',
      kit.api({ roles: 'any' }, (ask) => ({ ok: true, value: { person: ask.actor.person, role: ask.actor.role } })),
    );
    app.post(
      '/api/v1/wie',
      kit.api({ roles: 'any' }, async (ask) => {
        const sent = await ask.json();
        return sent.ok ? { ok: true, value: { sent: sent.value } } : sent;
      }),
    );
    app.post(
      '/werk',
      kit.form({ roles: 'any' }, (ask) => ({ to: `/werk?${text(ask.posted, 'x')}` })),
    );
    return app;
  },
};

let web: TestWeb;
before(async () => {
  web = await testWeb({ rooms: [room], personas, roles, residents: { anna } });
});
after(() => web.stop());

const audit = async (person: string) =>
  (
    await web.ground.pool.connect().then(async (client) => {
      await client.query('begin');
      await client.query("select set_config('omzien.scope', 'region', true)");
      const found = await client.query<{ action: string; detail: string | null; role: string; allowed: boolean }>(
        'select action, detail, role, allowed from platform.audit where person = $1 order by id',
        [person],
      );
      await client.query('commit');
      client.release();
      return found;
    })
  ).rows;

async function token(id: string): Promise<string> {
  const answer = await web.app.request(`${web.config.publicUrl}/demo/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: 'demo' }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
const bearer = async (id: string) => ({ authorization: `Bearer ${await token(id)}` });

describe('signing in', () => {
  it('leads someone with one role straight to where their work begins', async () => {
    const marit = web.visitor();
    const first = await marit.get('/werk');
    assert.equal(first.status, 303);
    assert.equal(first.headers.get('location'), '/inloggen?terug=%2Fwerk');
    const arrived = await marit.signIn('nurse');
    assert.equal(arrived.headers.get('location'), '/werk');
    const page = await (await marit.get('/werk')).text();
    assert.match(page, /Marit Wolters/);
    assert.match(page, /praktijkondersteuner · Praktijk Noord/);
    assert.match(page, /aria-current="page"/);
    assert.doesNotMatch(page, /href="\/rol"/, 'there is nothing to switch to');
    assert.equal((await audit('Practitioner/nurse')).at(-1)?.action, 'signed-in');
  });

  it('leads back to the page that was asked for, and never to another site', async () => {
    const marit = web.visitor();
    const arrived = await marit.signIn('nurse', undefined, '/inloggen?terug=%2Fwerk%3Ffase%3Dnieuw');
    assert.equal(arrived.headers.get('location'), '/werk?fase=nieuw');
    for (const elsewhere of ['https://kwaad.nl/', '//kwaad.nl', '/\\kwaad.nl', '/uitloggen']) {
      const again = await web.visitor().signIn('nurse', undefined, `/inloggen?terug=${encodeURIComponent(elsewhere)}`);
      assert.equal(again.headers.get('location'), '/werk', elsewhere);
    }
  });

  it('asks someone with two employers in which role they go on', async () => {
    const kim = web.visitor();
    const arrived = await kim.signIn('double');
    assert.match(arrived.headers.get('location') ?? '', /^\/rol\?/);
    assert.equal((await kim.get('/werk')).headers.get('location'), '/rol?terug=%2Fwerk', 'nothing without a role');
    const page = await (await kim.get('/rol')).text();
    assert.match(page, /Welzijn Enschede/);
    assert.match(page, /Buurthuis De Brug/);
    assert.equal((await kim.post('/rol', {})).status, 422);
    assert.equal((await kim.post('/rol', { role: 'nurse-role' })).status, 422, 'a role of somebody else');
    const chosen = await kim.post('/rol', { role: 'provider-role' });
    assert.equal(chosen.headers.get('location'), '/werk');
    assert.match(await (await kim.get('/werk')).text(), /Buurthuis De Brug/);
  });

  it('lets them switch, in a new session, and the audit tells it', async () => {
    const kim = await web.signIn('double', 'provider-role');
    assert.equal((await kim.get('/werk/alleen-aanbieder')).status, 200);
    const old = kim.cookies.get('omzien');
    const before = (await audit('Practitioner/double')).length;
    assert.match(await (await kim.get('/werk')).text(), /href="\/rol"/, 'the way to the other role is on every page');
    await kim.post('/rol', { role: 'coach-role' });
    assert.notEqual(kim.cookies.get('omzien'), old);
    assert.match(await (await kim.get('/werk')).text(), /HealthcareService\/welzijn-noord/);
    assert.equal((await kim.get('/werk/alleen-aanbieder')).status, 404, 'a page of another role looks absent');
    const lines = (await audit('Practitioner/double')).slice(before);
    assert.deepEqual(
      lines.map(({ action, role, allowed }) => [action, role, allowed]),
      [
        ['signed-out', 'provider', true],
        ['signed-in', 'welfare-coach', true],
        ['opened', 'welfare-coach', false],
      ],
    );
    const stolen = web.visitor();
    stolen.cookies.set('omzien', old ?? '');
    assert.equal((await stolen.get('/werk')).status, 303, 'the former session is over');
  });

  it('lets a resident in as themselves', async () => {
    const visitor = web.visitor();
    const arrived = await visitor.signIn('anna');
    assert.equal(arrived.headers.get('location'), '/mijn');
    assert.match(await (await visitor.get('/mijn')).text(), new RegExp(`Patient/${anna}`));
  });

  it('refuses whom nobody here knows as having a role, and a system', async () => {
    for (const persona of ['nobody', 'demo-system']) {
      const visitor = web.visitor();
      const answer = await visitor.signIn(persona);
      assert.equal(answer.status, 400);
      assert.match(await answer.text(), /U kunt niet naar binnen/);
      assert.equal(visitor.cookies.get('omzien'), undefined);
    }
    const lines = await audit('Device/omzien-sign-in');
    assert.ok(lines.some(({ action, allowed }) => action === 'sign-in-refused' && !allowed));
    assert.ok(
      lines.every(({ detail }) => !detail?.includes('nobody')),
      'the identity itself is not in the audit',
    );
  });

  it('takes no answer with another state, and none twice', async () => {
    const marit = web.visitor();
    const page = await (await marit.follow(await marit.get('/inloggen'))).text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    let answer = await marit.send(action, { persona: 'nurse', csrf });
    while (!/inloggen\/terug/.test(answer.headers.get('location') ?? ''))
      answer = await marit.get(answer.headers.get('location') ?? '');
    const back = new URL(answer.headers.get('location') ?? '');
    const kept = marit.cookies.get('omzien-login') ?? '';

    const forged = new URL(back);
    forged.searchParams.set('state', 'made-up');
    assert.equal((await marit.get(forged.href)).status, 400);
    assert.equal(marit.cookies.get('omzien'), undefined);
    assert.equal((await marit.get(back.href)).status, 400, 'what the browser kept was used up');

    marit.cookies.set('omzien-login', kept);
    assert.equal((await marit.get(back.href)).status, 303);
    const other = web.visitor();
    other.cookies.set('omzien-login', kept);
    assert.equal((await other.get(back.href)).status, 400, 'the provider gives a code out once');
    const stranger = web.visitor();
    assert.equal((await stranger.get(back.href)).status, 400, 'an address alone signs nobody in');
  });

  it('lets the next person at the same computer in as themselves, and the former out', async () => {
    const desk = await web.signIn('nurse');
    const former = desk.cookies.get('omzien') ?? '';
    await desk.signIn('anna');
    assert.match(await (await desk.get('/mijn')).text(), new RegExp(`Patient/${anna}`));
    const stolen = web.visitor();
    stolen.cookies.set('omzien', former);
    assert.equal((await stolen.get('/werk')).status, 303);
    assert.equal((await audit('Practitioner/nurse')).at(-1)?.action, 'signed-out');
  });

  it('ends with signing out', async () => {
    const marit = await web.signIn('nurse');
    const secret = marit.cookies.get('omzien') ?? '';
    const out = await marit.post('/uitloggen', {}, { page: '/werk' });
    assert.equal(out.headers.get('location'), '/uitgelogd');
    assert.equal(
      out.headers.get('clear-site-data'),
      '"cache", "cookies", "storage"',
      'a borrowed device keeps nothing',
    );
    assert.match(await (await marit.get('/uitgelogd')).text(), /niets meer van u/);
    assert.equal(marit.cookies.get('omzien'), undefined);
    marit.cookies.set('omzien', secret);
    assert.equal((await marit.get('/werk')).status, 303);
    assert.equal((await audit('Practitioner/nurse')).at(-1)?.action, 'signed-out');
  });

  it('stops with the role: who lost it chooses from what is left', async () => {
    const kim = await web.signIn('double', 'provider-role');
    await web.ground.pool.query("update platform.role set active = false where id = 'provider-role'");
    assert.match((await kim.get('/werk')).headers.get('location') ?? '', /^\/rol/);
    assert.equal((await kim.post('/rol', { role: 'provider-role' })).status, 422);
    assert.equal((await kim.post('/rol', { role: 'coach-role' })).status, 303);
    assert.equal((await kim.get('/werk')).status, 200);
    await web.ground.pool.query("update platform.role set active = true where id = 'provider-role'");
  });

  it('gives each visitor a session of their own', async () => {
    const visitor = web.visitor();
    visitor.cookies.set('omzien', 'a'.repeat(43));
    await visitor.signIn('nurse');
    assert.notEqual(visitor.cookies.get('omzien'), 'a'.repeat(43), 'a secret that was planted is not taken');
  });
});

describe('a token', () => {
  it('acts as the persona it was given to', async () => {
    const ask = async (headers: Record<string, string>) => {
      const answer = await web.visitor().get('/api/v1/wie', headers);
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    };
    assert.deepEqual((await ask(await bearer('nurse'))).body, {
      person: 'Practitioner/nurse',
      role: 'practice-nurse',
    });
    assert.deepEqual((await ask(await bearer('demo-system'))).body, { person: 'Device/demo-system', role: 'system' });
    assert.deepEqual((await ask(await bearer('anna'))).body, { person: `Patient/${anna}`, role: 'resident' });
    const kim = await bearer('double');
    assert.equal((await ask(kim)).body.role, 'provider', 'the first by the name of the organisation');
    assert.equal((await ask({ ...kim, 'x-omzien-role': 'coach-role' })).body.role, 'welfare-coach');
    assert.equal((await ask({ ...kim, 'x-omzien-role': 'nurse-role' })).status, 403);
    assert.equal((await ask(await bearer('nobody'))).status, 403);
  });

  it('that is none gets problem+json', async () => {
    for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: 'Basic bm9ib2R5' }]) {
      const answer = await web.visitor().get('/api/v1/wie', headers as Record<string, string>);
      assert.equal(answer.status, 401);
      assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
    }
  });

  it('is needed for a change, or the token of a form: the cookie alone changes nothing', async () => {
    const marit = await web.signIn('nurse');
    const change = (headers: Record<string, string>) =>
      web.app.request(`${web.config.publicUrl}/api/v1/wie`, {
        method: 'POST',
        body: '{"a":1}',
        headers: { cookie: `omzien=${marit.cookies.get('omzien')}`, ...headers },
      });
    assert.equal((await change({})).status, 403);
    const csrf = /name="_csrf"[^>]*value="([^"]+)"/.exec(await (await marit.get('/werk')).text())?.[1] ?? '';
    assert.equal((await change({ 'x-csrf-token': csrf })).status, 200);
    assert.equal((await change(await bearer('nurse'))).status, 200);
  });

  it('opens the FHIR door, and the door says where tokens come from', async () => {
    const fhir = (path: string, headers: Record<string, string> = {}) => web.visitor().get(`/fhir/r4${path}`, headers);
    assert.equal((await fhir('/Organization')).status, 401);
    assert.equal((await fhir('/Organization', await bearer('nurse'))).status, 200);
    const smart = (await (await fhir('/.well-known/smart-configuration')).json()) as Record<string, string>;
    assert.equal(smart.token_endpoint, `${web.config.publicUrl}/auth/token`);
  });
});

// Last, because it moves the clock that tokens live by.
describe('a session', () => {
  it('holds half an hour of doing nothing and eight hours in all, whatever the clock of the demo says', async () => {
    const marit = await web.signIn('nurse');
    web.clock.advance(40 * 86_400_000);
    assert.equal((await marit.get('/werk')).status, 200);
    web.wall.advance(29 * 60_000);
    assert.equal((await marit.get('/werk')).status, 200);
    web.wall.advance(31 * 60_000);
    assert.equal((await marit.get('/werk')).status, 303);

    const busy = await web.signIn('nurse');
    for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
      assert.equal((await busy.get('/werk')).status, 200);
      web.wall.advance(20 * 60_000);
    }
    assert.equal((await busy.get('/werk')).status, 200);
    web.wall.advance(20 * 60_000);
    assert.equal((await busy.get('/werk')).status, 303);
  });
});
