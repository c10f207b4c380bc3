import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type TestWeb, testWeb, tokensIn, type Visitor } from '../../test/support/web.ts';
import { fail } from '../platform/index.ts';
import { Form, kept, renderPage, TextField } from '../ui/index.ts';
import type { WebRoom } from './index.ts';

const personas = [
  { id: 'marit', name: 'Marit Wolters', role: 'practice-nurse' },
  { id: 'bram', name: 'Bram de Vries', role: 'practice-nurse' },
];
const roles = personas.map(({ id }) => ({
  id: `${id}-role`,
  persona: id,
  code: 'practice-nurse',
  organisation: 'Organization/praktijk',
  organisationName: 'Praktijk',
}));
const NURSES = { roles: ['practice-nurse'] } as const;
const TAKEN = { nl: 'Deze plek is al vergeven.', en: 'This place is taken.' };

const room: WebRoom = {
  name: 'proof',
  home: () => '/werk',
  navigation: (_, lang) => [{ href: '/werk', label: lang === 'en' ? 'Work' : 'Werk' }],
  routes: (kit) => {
    const app = kit.routes();
    const page = (context: Parameters<typeof renderPage>[0]['context']) =>
      renderPage({ title: 'Brink', kind: 'work', context, main: null });
    app.get(
      '/werk',
      kit.page(NURSES, (ask) => page(ask.context)),
    );
    app.get(
      '/open',
      kit.publicPage((ask) => page(ask.context)),
    );
    const letter = (context: Parameters<typeof renderPage>[0]['context'], values = {}) =>
      renderPage({ title: 'Brief', kind: 'work', context, main: writing(context.path, values) });
    app.get(
      '/brief',
      kit.page(NURSES, async (ask) => letter(ask.context, (await ask.draft()) ?? {})),
    );
    app.post(
      '/brief',
      kit.form(NURSES, () => ({ to: '/werk' })),
    );
    app.get(
      '/bezet',
      kit.publicPage(() => ({ problem: { kind: 'conflict', text: TAKEN } })),
    );
    app.get(
      '/api/v1/bezet',
      kit.publicApi(() => fail('conflict', TAKEN, [{ place: 'service', text: TAKEN }])),
    );
    return app;
  },
};

/** A form with one field, as a page would hold it. */
const writing = (action: string, values: Readonly<Record<string, string>>) => (
  <Form action={action}>
    <TextField {...kept({ values }, 'words')} label="Woorden" />
  </Form>
);

let web: TestWeb;
before(async () => {
  web = await testWeb({ personas, roles, rooms: [room] });
});
after(() => web.stop());

const langOf = async (answer: Response | Promise<Response>): Promise<string | undefined> =>
  /<html lang="(\w+)"/.exec(await (await answer).text())?.[1];
const switchTo = (someone: Visitor, language: string, back: string, headers: Record<string, string> = {}) =>
  someone.get(`/taal?${new URLSearchParams({ naar: language, terug: back })}`, headers);

describe('Dutch and English', () => {
  it('Dutch comes first, and English for a browser that clearly asks for it', async () => {
    assert.equal(await langOf(web.visitor().get('/open')), 'nl');
    assert.equal(await langOf(web.visitor().get('/open', { 'accept-language': 'en-GB,en;q=0.8' })), 'en');
    assert.equal(await langOf(web.visitor().get('/open', { 'accept-language': 'en,nl;q=0.8' })), 'nl');
  });

  it('each page leads to itself in the other language, and says so in that language', async () => {
    const page = await (await web.visitor().get('/open?woord=a%26b')).text();
    assert.match(page, /<a [^>]*href="\/taal\?naar=en&amp;terug=%2Fopen%3Fwoord%3Da%2526b" lang="en" hrefLang="en"/i);
  });

  it('the browser remembers it for a year, over a sign-in', async () => {
    const someone = web.visitor();
    const answer = await switchTo(someone, 'en', '/open?woord=a');
    assert.equal(answer.headers.get('location'), '/open?woord=a');
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /^omzien-taal=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/i,
    );
    assert.equal(await langOf(someone.get('/open')), 'en');
    await someone.signIn('bram');
    assert.equal(await langOf(someone.get('/werk')), 'en');
    // What a browser remembered becomes the choice of who had none yet.
    assert.equal(await langOf((await web.signIn('bram')).get('/werk')), 'en');
  });

  it('who is signed in finds their language on every device, and each their own', async () => {
    const desk = await web.signIn('marit');
    assert.equal(await langOf(desk.get('/werk')), 'nl');
    await switchTo(desk, 'en', '/werk');
    const page = await (await desk.get('/werk')).text();
    assert.match(page, /<html lang="en"/);
    assert.match(page, />Work</);
    assert.match(page, /practice nurse/);
    const tablet = await web.signIn('marit');
    assert.equal(await langOf(tablet.get('/werk')), 'en');
    await switchTo(tablet, 'nl', '/werk');
    assert.equal(await langOf((await web.signIn('marit')).get('/werk')), 'nl');
  });

  it('what somebody was typing goes along, for them alone and only with the token of their page', async () => {
    const marit = await web.signIn('marit');
    const tokens = tokensIn(await (await marit.get('/brief')).text(), '/brief');
    const answer = await marit.send('/taal?naar=en&terug=/brief', { _csrf: tokens._csrf ?? '', words: 'half een zin' });
    assert.equal(answer.headers.get('location'), '/brief');
    const page = await (await marit.get('/brief')).text();
    assert.match(page, /<html lang="en"/);
    assert.match(page, /value="half een zin"/);
    assert.doesNotMatch(await (await marit.get('/brief')).text(), /half een zin/, 'given once');
    assert.equal((await marit.send('/taal?naar=nl&terug=/brief', { words: 'x' })).status, 400);
    await switchTo(marit, 'nl', '/werk');
  });

  it('leads nowhere else, and another site changes nothing', async () => {
    const someone = web.visitor();
    for (const back of ['https://elders.example/', '//elders.example', '/\\elders.example', '', '/uitloggen'])
      assert.equal((await switchTo(someone, 'en', back)).headers.get('location'), '/', back);
    await switchTo(someone, 'nl', '/open');
    const cross = await switchTo(someone, 'en', '/open', { 'sec-fetch-site': 'cross-site' });
    assert.equal(cross.headers.get('set-cookie'), null);
    assert.equal(await langOf(someone.get('/open')), 'nl');
    assert.equal((await switchTo(someone, 'fy', '/open')).headers.get('set-cookie'), null);
  });

  it('a cache keeps the languages apart', async () => {
    const answer = await web.visitor().get('/open');
    assert.equal(answer.headers.get('vary'), 'Cookie, Accept-Language');
    assert.equal(answer.headers.get('cache-control'), 'no-store');
  });

  it('a problem is told in the language of the page', async () => {
    const english = { 'accept-language': 'en' };
    assert.match(await (await web.visitor().get('/bezet', english)).text(), /This place is taken/);
    assert.match(await (await web.visitor().get('/bezet')).text(), /Deze plek is al vergeven/);
    assert.match(await (await web.visitor().get('/nergens', english)).text(), /This page is not here/);
  });

  it('a machine reads English, or Dutch where it asks for that', async () => {
    const plain = await web.visitor().get('/api/v1/bezet');
    assert.equal(plain.headers.get('content-language'), 'en');
    assert.deepEqual(await plain.json(), {
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      detail: TAKEN.en,
      errors: [{ place: 'service', text: TAKEN.en }],
    });
    const dutch = await web.visitor().get('/api/v1/bezet', { 'accept-language': 'nl' });
    assert.equal(dutch.headers.get('content-language'), 'nl');
    assert.equal(((await dutch.json()) as { detail: string }).detail, TAKEN.nl);
  });
});
