import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { type TestWeb, testWeb, tokensIn, type Visitor } from '../../test/support/web.ts';
import { sweepVisits } from '../platform/identity/index.ts';
import { ok, Refusal } from '../platform/index.ts';
import { Button, Form, kept, renderPage, TextField } from '../ui/index.ts';
import { type Kit, text, type WebRoom } from './index.ts';

const personas = [
  { id: 'marit', name: 'Marit Wolters', role: 'practice-nurse' },
  { id: 'bram', name: 'Bram de Vries', role: 'practice-nurse' },
  { id: 'resident', name: 'Anna Voorbeeld', role: 'resident' },
  { id: 'partner-a', name: 'Partner A', role: 'system' },
  { id: 'partner-b', name: 'Partner B', role: 'system' },
];
const roles = ['marit', 'bram'].map((persona) => ({
  id: `${persona}-role`,
  persona,
  code: 'practice-nurse',
  organisation: 'Organization/praktijk',
  organisationName: 'Praktijk',
}));
const NURSES = { roles: ['practice-nurse'] } as const;

let effects: string[] = [];
let slow = 0;

const room: WebRoom = {
  name: 'proof',
  home: () => '/brief',
  routes: (kit: Kit) => {
    const app = kit.routes();
    const letter = (context: Parameters<typeof renderPage>[0]['context'], values = {}, errors = {}) =>
      renderPage({
        title: 'Brief',
        kind: 'work',
        context,
        main: (
          <Form action={context.path}>
            <TextField {...kept({ values, errors }, 'words')} label="Woorden" />
            <Button>Sturen</Button>
          </Form>
        ),
      });
    app.get(
      '/brief',
      kit.page(NURSES, async (ask) => letter(ask.context, (await ask.draft()) ?? {})),
    );
    app.post(
      '/brief',
      kit.form(NURSES, async (ask) => {
        const words = text(ask.posted, 'words');
        if (words === '') return { again: letter(ask.context, ask.posted, { words: 'Schrijf iets.' }) };
        if (words === 'later') throw new Refusal({ kind: 'conflict', text: 'Iemand was u voor.' });
        if (words === 'broken') throw new Error('the words were: secret-of-a-resident');
        await new Promise((done) => setTimeout(done, slow));
        effects.push(words);
        return { to: `/brief?n=${effects.length}`, flash: { kind: 'good', text: `Verstuurd: ${words}` } };
      }),
    );
    app.get(
      '/opzoeken',
      kit.page(NURSES, (ask) => letter(ask.context)),
    );
    app.post(
      '/opzoeken',
      kit.form({ ...NURSES, limit: 'lookUp' }, () => ({ to: '/opzoeken' })),
    );
    app.get(
      '/melding',
      kit.publicPage((ask) => letter(ask.context)),
    );
    app.post(
      '/melding',
      kit.publicForm({}, (ask) => {
        effects.push(text(ask.posted, 'words'));
        return { to: '/melding', flash: { kind: 'good', text: 'Dank u.' } };
      }),
    );
    app.get(
      '/uitleg',
      kit.publicPage(() => '<!doctype html><p>zonder formulier'),
    );
    app.get(
      '/api/v1/open',
      kit.publicApi(() => ok({ open: true })),
    );
    app.get(
      '/api/v1/eigen',
      kit.api({ roles: 'any' }, (ask) => ok({ role: ask.actor.role })),
    );
    return app;
  },
};

let web: TestWeb;
let log: string[] = [];
const limits = { RATE_LOOK_UP: '3', RATE_SYSTEM: '2', RATE_SYSTEM_CLIENTS: 'partner-b=4' };
before(async () => {
  web = await testWeb({
    rooms: [room],
    personas,
    roles,
    residents: { resident: randomUUID() },
    settings: limits,
    change: (parts) => ({ ...parts, log: (level, line) => log.push(`${level} ${JSON.stringify(line)}`) }),
  });
});
after(() => web.stop());

const drafts = async () => (await web.ground.pool.query<{ sealed: Buffer }>('select sealed from platform.draft')).rows;
const form = async (someone: Visitor, path = '/brief') => tokensIn(await (await someone.get(path)).text(), path);

describe('what was typed when a sign-in ran out', () => {
  it('is gone after a day when nobody comes back for it', async () => {
    const { pool } = web.ground;
    const ago = (hours: number) => new Date(web.wall.now().getTime() - hours * 3_600_000);
    for (const [path, hours] of [
      ['/oud', 25],
      ['/nieuw', 23],
    ] as const)
      await pool.query(
        "insert into platform.draft (person, path, at, sealed) values ('Practitioner/niemand', $1, $2, '\\x00')",
        [path, ago(hours)],
      );
    await sweepVisits(pool, web.wall);
    const { rows } = await pool.query(
      "delete from platform.draft where person = 'Practitioner/niemand' returning path",
    );
    assert.deepEqual(rows, [{ path: '/nieuw' }]);
  });
});

describe('every answer', () => {
  it('carries the headers that keep a browser safe, and is not kept', async () => {
    const marit = await web.signIn('marit');
    const answers = [
      await marit.get('/brief'),
      await marit.get('/'),
      await marit.get('/api/v1/eigen'),
      await marit.get('/weg'),
    ];
    for (const { headers } of answers) {
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(\)/);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('strict-transport-security'), null, 'there is no https here');
      assert.match(headers.get('x-request-id') ?? '', /^[\w-]{36}$/);
    }
  });

  it('asks for https for two years where people come by https, with a cookie that is tied to this host', async () => {
    const safe = await testWeb({ personas, roles, rooms: [room], publicUrl: 'https://omzien.example.nl' });
    try {
      const answer = await safe.visitor().get('/melding');
      assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=63072000/);
      const [cookie = ''] = answer.headers.getSetCookie();
      assert.match(cookie, /^__Host-omzien-visit=.*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    } finally {
      await safe.stop();
    }
  });

  it('is a page where something is not there, for people; problem+json for programs', async () => {
    const page = await web.visitor().get('/weg');
    assert.equal(page.status, 404);
    assert.match(await page.text(), /Deze pagina is er niet/);
    const json = await web.visitor().get('/api/v1/weg');
    assert.equal(json.status, 404);
    assert.match(json.headers.get('content-type') ?? '', /problem\+json/);
  });

  it('keeps style and script for ever, under a name that goes with their content', async () => {
    const page = await (await web.visitor().get('/melding')).text();
    const css = /href="(\/assets\/[^"]+\.css)"/.exec(page)?.[1] ?? '';
    const answer = await web.visitor().get(css);
    assert.equal(answer.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
    assert.equal((await web.visitor().get('/assets/omzien-000000000000.css')).status, 404);
  });

  it('comes under our own names only, in a demo', async () => {
    const answer = await web.app.request('http://kwaad.example/melding');
    assert.equal(answer.status, 421);
  });

  it('leaves a line in the log without what anyone typed', async () => {
    log = [];
    const marit = await web.signIn('marit');
    const broken = await marit.post('/brief', { words: 'broken' });
    assert.equal(broken.status, 500);
    assert.match(await broken.text(), /Noem dan dit kenmerk/);
    await marit.get('/brief?naam=Voorbeeld');
    const lines = log.join('\n');
    assert.match(lines, /"event":"request".*"route":"\/brief","status":500/);
    assert.match(lines, /"role":"practice-nurse"/);
    for (const typed of ['Voorbeeld', 'Marit', 'code=', 'naam=']) assert.ok(!lines.includes(typed), typed);
  });
});

describe('a house that starts or ails', () => {
  it('says that it lives, and when it is ready', async () => {
    assert.equal((await web.visitor().get('/healthz')).status, 200);
    assert.equal((await web.visitor().get('/readyz')).status, 200);
    const ailing = await testWeb({
      personas: [],
      change: (parts) => ({ ...parts, readiness: async () => ['database: not reachable'] }),
    });
    try {
      const answer = await ailing.visitor().get('/readyz');
      assert.equal(answer.status, 503);
      assert.deepEqual(await answer.json(), { status: 'not ready', wrong: ['database: not reachable'] });
    } finally {
      await ailing.stop();
    }
  });
});

describe('a form', () => {
  it('is shown again with its mistakes and what was typed', async () => {
    const marit = await web.signIn('marit');
    const answer = await marit.post('/brief', { words: ' ' });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), /Schrijf iets\./);
  });

  it('leads on, and says once what was done', async () => {
    const marit = await web.signIn('marit');
    const sent = await marit.post('/brief', { words: 'eerste' });
    assert.equal(sent.status, 303);
    const next = sent.headers.get('location') ?? '';
    assert.match(await (await marit.get(next)).text(), /Verstuurd: eerste/);
    assert.doesNotMatch(await (await marit.get(next)).text(), /Verstuurd/);
  });

  it('that a rule refuses becomes a page that tells so', async () => {
    const marit = await web.signIn('marit');
    const answer = await marit.post('/brief', { words: 'later' });
    assert.equal(answer.status, 409);
    assert.match(await answer.text(), /Iemand was u voor\./);
  });

  it('from another site is not taken', async () => {
    const marit = await web.signIn('marit');
    const before = effects.length;
    const tokens = await form(marit);
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://kwaad.nl' },
    ] as Record<string, string>[])
      assert.equal((await marit.send('/brief', { ...tokens, words: 'vreemd' }, headers)).status, 400);
    assert.equal((await marit.send('/brief', { words: 'zonder' })).status, 400);
    assert.equal((await marit.send('/brief', { ...tokens, _csrf: 'x'.repeat(43), words: 'geraden' })).status, 400);
    const bram = await web.signIn('bram');
    const his = await form(bram);
    assert.equal((await marit.send('/brief', { ...his, words: 'van Bram' })).status, 400, 'the token of somebody else');
    assert.equal(effects.length, before);
    assert.equal(
      (await marit.send('/brief', { ...tokens, words: 'eigen' }, { 'sec-fetch-site': 'same-origin' })).status,
      303,
    );
  });

  it('of someone in another role looks as if it is not there', async () => {
    const anna = await web.signIn('resident');
    assert.equal((await anna.get('/brief')).status, 404);
    const tokens = tokensIn(await (await anna.get('/melding')).text(), '/melding');
    assert.equal((await anna.send('/brief', { ...tokens, words: 'x' })).status, 404);
  });

  it('is at most 200 kB', async () => {
    const marit = await web.signIn('marit');
    const answer = await marit.post('/brief', { words: 'x'.repeat(200_001) });
    assert.equal(answer.status, 413);
    assert.match(await answer.text(), /Dit is te groot/);
  });

  it('of someone who is not signed in carries a token of its own', async () => {
    const someone = web.visitor();
    const tokens = await form(someone, '/melding');
    assert.equal((await web.visitor().send('/melding', { ...tokens, words: 'x' })).status, 400, 'without its cookie');
    const sent = await someone.send('/melding', { ...tokens, words: 'hallo' });
    assert.equal(sent.status, 303);
    assert.match(await (await someone.get('/melding')).text(), /Dank u\./);
    web.wall.advance(3 * 3_600_000);
    assert.equal((await someone.send('/melding', { ...tokens, words: 'x' })).status, 400, 'three hours later');
    assert.deepEqual((await web.visitor().get('/uitleg')).headers.getSetCookie(), [], 'no form, no cookie');
  });
});

describe('a form that is sent twice', () => {
  it('twenty times at once has one effect and leads to one place', async () => {
    const marit = await web.signIn('marit');
    const tokens = await form(marit);
    effects = [];
    slow = 200;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => marit.send('/brief', { ...tokens, words: 'samen' })),
    );
    slow = 0;
    assert.deepEqual(effects, ['samen']);
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
    assert.deepEqual([...new Set(answers.map(({ headers }) => headers.get('location')))], ['/brief?n=1']);
    for (const answer of answers) assert.match(answer.headers.getSetCookie().join(), /omzien-flash=[\w-]{20,}/);
  });

  it('may be sent again after a mistake, a refusal or a failure', async () => {
    const marit = await web.signIn('marit');
    const tokens = await form(marit);
    effects = [];
    const statuses = [];
    for (const words of ['', 'later', 'broken', 'goed', 'goed'])
      statuses.push((await marit.send('/brief', { ...tokens, words })).status);
    assert.deepEqual(statuses, [422, 409, 500, 303, 303]);
    assert.deepEqual(effects, ['goed']);
  });

  it('is another form for another person', async () => {
    const [marit, bram] = [await web.signIn('marit'), await web.signIn('bram')];
    const [hers, his] = [await form(marit), await form(bram)];
    effects = [];
    await marit.send('/brief', { ...hers, words: 'een' });
    await bram.send('/brief', { ...his, _once: hers._once ?? '', words: 'twee' });
    assert.deepEqual(effects, ['een', 'twee']);
  });
});

describe('a sign-in that runs out half-way a form', () => {
  it('keeps what was typed, unreadable, for the same person and once', async () => {
    const marit = await web.signIn('marit');
    const tokens = await form(marit);
    web.wall.advance(31 * 60_000);
    const answer = await marit.send('/brief', { ...tokens, words: 'mevrouw Jansen belde' });
    assert.equal(answer.status, 401);
    const page = await answer.text();
    assert.match(page, /Wat u typte, is bewaard/);
    assert.match(page, /href="\/inloggen\?terug=%2Fbrief"/);
    assert.equal((await drafts()).filter(({ sealed }) => sealed.includes('Jansen')).length, 0);
    assert.equal((await drafts()).length, 1);

    const bram = web.visitor();
    for (const [name, value] of marit.cookies) bram.cookies.set(name, value);
    await bram.signIn('bram');
    assert.match(await (await bram.get('/opzoeken')).text(), /Bram de Vries/);
    assert.doesNotMatch(await (await bram.get('/brief')).text(), /Jansen/, 'not for who sits here next');

    const arrived = await marit.signIn('marit', undefined, '/inloggen?terug=%2Fbrief');
    assert.equal(arrived.headers.get('location'), '/brief');
    assert.match(await (await marit.get('/brief')).text(), /value="mevrouw Jansen belde"/);
    assert.doesNotMatch(await (await marit.get('/brief')).text(), /Jansen/);
    assert.deepEqual(effects.includes('mevrouw Jansen belde'), false);
  });

  it('keeps nothing of a form without its token, or of nobody', async () => {
    const marit = await web.signIn('marit');
    web.wall.advance(31 * 60_000);
    const answer = await marit.send('/brief', { _csrf: 'x'.repeat(43), words: 'van elders' });
    assert.equal(answer.status, 401);
    assert.match(await answer.text(), /konden we niet bewaren/);
    assert.equal((await web.visitor().send('/brief', { words: 'van niemand' })).status, 401);
    assert.equal((await drafts()).length, 0);
  });

  it('keeps it for a day', async () => {
    const marit = await web.signIn('marit');
    const tokens = await form(marit);
    web.wall.advance(31 * 60_000);
    await marit.send('/brief', { ...tokens, words: 'te laat terug' });
    web.wall.advance(25 * 3_600_000);
    await marit.signIn('marit');
    assert.doesNotMatch(await (await marit.get('/brief')).text(), /te laat/);
    await marit.send('/brief', { ...tokens, words: 'x' });
  });
});

describe('someone who comes too often', () => {
  it('waits before looking up another person, and is told how long', async () => {
    const marit = await web.signIn('marit');
    const statuses = [];
    for (let times = 0; times < 4; times++) statuses.push((await marit.post('/opzoeken', { words: 'x' })).status);
    assert.deepEqual(statuses, [303, 303, 303, 429]);
    const refused = await marit.post('/opzoeken', { words: 'x' });
    assert.equal(refused.headers.get('retry-after'), '20');
    assert.match(await refused.text(), /Dat ging te snel/);
    const bram = await web.signIn('bram');
    assert.equal((await bram.post('/opzoeken', { words: 'x' })).status, 303, 'a colleague does not wait for her');
    web.wall.advance(20_000);
    assert.equal((await marit.post('/opzoeken', { words: 'x' })).status, 303);
  });

  it('as a system gets what was agreed with that system, in the form that its door speaks', async () => {
    const own = await testWeb({ rooms: [room], personas, roles, settings: limits });
    try {
      const bearer = async (id: string) => {
        const answer = await own.app.request(`${own.config.publicUrl}/demo/oidc/token`, {
          method: 'POST',
          body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: 'demo' }),
        });
        return `Bearer ${((await answer.json()) as { access_token: string }).access_token}`;
      };
      const [a, b] = [await bearer('partner-a'), await bearer('partner-b')];
      const ask = (authorization: string, path = '/api/v1/eigen') => own.visitor().get(path, { authorization });
      for (const allowed of [200, 200, 429]) assert.equal((await ask(a)).status, allowed);
      for (const allowed of [200, 200, 200, 200, 429]) assert.equal((await ask(b)).status, allowed);
      const json = await ask(a);
      assert.match(json.headers.get('content-type') ?? '', /problem\+json/);
      assert.equal(json.headers.get('retry-after'), '30');
      const fhir = await ask(a, '/fhir/r4/Organization');
      assert.equal(fhir.status, 429);
      assert.equal(((await fhir.json()) as { resourceType: string }).resourceType, 'OperationOutcome');
      assert.equal(fhir.headers.get('retry-after'), '30');
    } finally {
      await own.stop();
    }
  });

  it('waits at the doors that need no sign-in, and at the sign-in', async () => {
    const own = await testWeb({ rooms: [room], personas, roles, settings: { RATE_PUBLIC: '2', RATE_SIGN_IN: '2' } });
    try {
      const someone = own.visitor();
      for (const allowed of [200, 200, 429]) assert.equal((await someone.get('/api/v1/open')).status, allowed);
      assert.equal((await someone.get('/melding')).status, 429);
      for (const allowed of [302, 302, 429]) assert.equal((await someone.get('/inloggen')).status, allowed);
    } finally {
      await own.stop();
    }
  });
});
