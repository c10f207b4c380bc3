import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { createTestEhr, type Ehr, ehrRoom } from '../../src/demo/ehr/index.ts';
import { BSN_SYSTEM } from '../../src/fhir/index.ts';
import * as engine from '../../src/pathways/index.ts';
import { practiceCoachRoom } from '../../src/pathways/index.ts';
import { closeSite, registerSite } from '../../src/platform/identity/index.ts';
import { contentSecurityPolicy } from '../../src/ui/index.ts';
import type { WebRoom } from '../../src/web/index.ts';
import { closeBrowser, withBrowser } from '../support/browser.ts';
import { checkPage, showHtml } from '../support/pagechecks.ts';
import { PEOPLE, shippedRegion } from '../support/pathways.ts';
import { type TestWeb, testWeb, type Visitor } from '../support/web.ts';

const HOME = 'http://localhost:8080';
const BASE = 'http://localhost:8080/demo/ehr';
const BRINK = 'voorbeeldpraktijk-de-brink-enschede';
const BSN = '999900006';

let web: TestWeb;
let ehr: Ehr;
let ground: engine.PathwayGround;
/** What the practice system says of its patients; a test may let it say otherwise. */
let told: ((request: Request) => Promise<Response>) | undefined;

const patient = (id: string, family: string, birthDate: string, more: object = {}) => ({
  id,
  name: [{ use: 'official', family, given: ['Anna'] }],
  birthDate,
  address: [{ use: 'home', postalCode: '7511 AB' }],
  ...more,
});
const bsn = (value: string) => ({ identifier: [{ system: BSN_SYSTEM, value }] });

before(async () => {
  ehr = await createTestEhr({
    base: BASE,
    users: ['doctor', 'nurse', 'two-roles', 'coach', 'stranger'].map((id) => ({ id, name: `${id} in het HIS` })),
    patients: [
      patient('by-bsn', 'Voorbeeldbekend', '1948-03-02', bsn(BSN)),
      patient('by-name', 'Voorbeeldbekend', '1948-03-02'),
      patient('other-name', 'Anders', '1948-03-02', bsn(BSN)),
      patient('mismatch', 'Voorbeeldbekend', '1950-01-01', bsn(BSN)),
      patient('unknown', 'Voorbeeldnieuw', '1957-06-21'),
    ],
    client: { id: 'omzien', secret: 'woord', redirectUri: `${HOME}/launch/terug` },
  });
  const person = (id: string, code: string, organisation = BRINK, role = id) => ({
    ...{ id: role, persona: id, code, organisation: `Organization/${organisation}`, organisationName: organisation },
  });
  web = await testWeb({
    settings: { RATE_SIGN_IN: '0', RATE_PUBLIC: '0', RATE_LOOK_UP: '0' },
    personas: ['doctor', 'nurse', 'two-roles', 'coach', 'elsewhere'].map((id) => ({
      id,
      name: `${id} Voorbeeld`,
      role: 'gp',
    })),
    roles: [
      person('doctor', 'gp'),
      person('nurse', 'practice-nurse'),
      person('two-roles', 'gp', 'voorbeeldpraktijk-de-es-hengelo', 'two-roles-es'),
      person('two-roles', 'gp', BRINK, 'two-roles-brink'),
      person('coach', 'welfare-coach', 'voorbeeld-welzijn-enschede'),
      person('elsewhere', 'gp', 'voorbeeldpraktijk-de-es-hengelo'),
    ],
    change: (parts) => {
      ground = engine.withPathways({ ...parts.ground, definitions: engine.definitionsOf(shippedRegion()) });
      return {
        ...parts,
        ground,
        rooms: [practiceCoachRoom(ground) as WebRoom, ehrRoom(ehr)],
        mounts: [
          ...(parts.mounts ?? []),
          ...['/demo/ehr/fhir', '/demo/ehr/auth'].map((path) => ({ path, handle: (r: Request) => ehr.handle(r) })),
        ],
        systems: { fetch: (input, init) => told?.(new Request(input, init)) ?? ehr.fetch(input, init) },
      };
    },
  });
  await open();
  for (const id of ['doctor', 'two-roles'])
    await web.ground.pool.query(
      'insert into platform.account (issuer, subject, person, name) values ($1, $2, $3, $4)',
      [ehr.issuer, id, `Practitioner/${id}`, `${id} Voorbeeld`],
    );
  const made = await engine.registerResident(
    ground,
    PEOPLE.nurse,
    {
      ...{ given: 'Anna', family: 'Voorbeeldbekend', birthDate: '1948-03-02', gender: 'female', bsn: BSN },
      ...{ postcode: '7511 AB', city: 'Enschede', municipality: 'Enschede' },
    },
    { door: 'page' },
  );
  assert.ok(made.ok);
});
after(async () => {
  await closeBrowser();
  await web.stop();
});

/** The practice system is one of ours (again). */
async function open(): Promise<void> {
  const done = await registerSite(
    web.ground.pool,
    web.ground.keys,
    {
      ...{ issuer: ehr.issuer, name: 'Proef-HIS', organisation: `Organization/${BRINK}`, organisationName: 'De Brink' },
      ...{ clientId: 'omzien', clientSecret: 'woord', takesLetters: true },
    },
    { at: web.wall.now(), signIn: `${HOME}/demo/oidc`, loopback: true },
  );
  assert.ok(done.ok, JSON.stringify(done));
}

const launchAt = (user: string, who: string, iss = ehr.issuer) =>
  `/launch?${new URLSearchParams({ iss, launch: ehr.launchFor(user, who) })}`;

/** Opens Omzien from the practice system and follows until a page stands. */
async function launch(user: string, who: string, visitor: Visitor = web.visitor()) {
  const answer = await visitor.follow(await visitor.get(launchAt(user, who)));
  return { visitor, answer, html: await answer.text() };
}

describe('a GP with a patient on screen', () => {
  it('opens Omzien and stands at the referral form for that patient, signed in as themself', async () => {
    for (const who of ['by-bsn', 'by-name']) {
      const { answer, html } = await launch('doctor', who);
      assert.equal(answer.status, 200, html);
      assert.match(html, /Anna Voorbeeldbekend staat klaar, vanuit Proef-HIS/);
      assert.match(html, /name="reasons"/);
      assert.match(html, /doctor Voorbeeld/);
    }
  });

  it('comes from a system that signs with an elliptic curve and says so; one that signs otherwise than it says is refused', async () => {
    const options = {
      ...{ base: BASE, users: ehr.users, patients: ehr.patients },
      client: { id: 'omzien', secret: 'woord', redirectUri: `${HOME}/launch/terug` },
    };
    const usual = ehr;
    for (const signing of ['ES256', 'ES384'] as const) {
      ehr = await createTestEhr({ ...options, signing });
      const { html } = await launch('doctor', 'by-bsn');
      assert.match(html, /Anna Voorbeeldbekend staat klaar, vanuit Proef-HIS/, signing);
      told = async (request) => {
        const answer = await ehr.fetch(request);
        if (!request.url.endsWith('smart-configuration')) return answer;
        return Response.json({
          ...((await answer.json()) as object),
          id_token_signing_alg_values_supported: ['HS256'],
        });
      };
      const visitor = web.visitor();
      const refused = await visitor.follow(await visitor.get(launchAt('doctor', 'by-bsn')));
      told = undefined;
      assert.match(await refused.text(), /niet goed weten wie u bent/, signing);
    }
    ehr = usual;
  });

  it('refers, and the request knows where it came from', async () => {
    const { visitor, html } = await launch('doctor', 'by-bsn');
    const voor = /name="voor" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const page = `/praktijk/verwijzing/nieuw?voor=${voor}`;
    const fields = { voor, reasons: 'psychosocial', urgency: 'routine', note: '', agreed: 'yes' };
    const sent = await visitor.post('/praktijk/verwijzing/nieuw', { ...fields, step: 'send' }, { page });
    assert.equal(sent.status, 303, await sent.clone().text());
    const id = sent.headers.get('location')?.split('/').at(-1) ?? '';
    const { rows } = await asOwner('select content from record.resource where id = $1', [id]);
    assert.match(String(rows[0]?.content), new RegExp(`started-from","valueUrl":"${ehr.issuer}/Patient/by-bsn"`));
  });

  it('chooses their role first where they have several, and still stands at the form', async () => {
    const visitor = web.visitor();
    const asked = await visitor.follow(await visitor.get(launchAt('two-roles', 'by-bsn')));
    assert.match(await asked.text(), /Kies uw rol/);
    const terug = '/launch/patient';
    const chosen = await visitor.post('/rol', { role: 'two-roles-brink', terug }, { page: `/rol?terug=${terug}` });
    assert.match(await (await visitor.follow(chosen)).text(), /staat klaar, vanuit Proef-HIS/);
    // In the role at another practice it is not theirs to open, and the way to the right role keeps the launch.
    const other = await visitor.post('/rol', { role: 'two-roles-es', terug }, { page: `/rol?terug=${terug}` });
    const refused = await visitor.follow(other);
    assert.equal(refused.status, 200);
    assert.match(await refused.text(), /Proef-HIS is van De Brink/);
    const back = await visitor.post('/rol', { role: 'two-roles-brink', terug }, { page: `/rol?terug=${terug}` });
    assert.match(await (await visitor.follow(back)).text(), /staat klaar/);
  });

  it('is shown who it might be where the name is spelled otherwise, and nobody where the birth date differs', async () => {
    const other = await launch('doctor', 'other-name');
    assert.match(other.html, /De naam of het BSN is in Proef-HIS anders/);
    assert.match(other.html, /Anna Voorbeeldbekend/);
    const mismatch = await launch('doctor', 'mismatch');
    assert.equal(mismatch.answer.status, 200);
    assert.match(mismatch.html, /andere geboortedatum/);
    assert.doesNotMatch(mismatch.html, /Voorbeeldbekend|1948/);
  });

  it('registers a patient whom Omzien does not know, with what their system told', async () => {
    const { visitor, html } = await launch('doctor', 'unknown');
    assert.match(html, /staat nog niet in Omzien/);
    const register = /href="(\/praktijk\/inschrijven\?van=[^"]+)"/.exec(html)?.[1] ?? '';
    const form = await (await visitor.get(register)).text();
    for (const value of ['Anna', 'Voorbeeldnieuw', '1957', '7511 AB'])
      assert.ok(form.includes(`value="${value}"`), value);
  });

  it('whom Omzien does not know yet signs in once as always, says that it is them, and is known from then on', async () => {
    const { visitor, html } = await launch('nurse', 'by-bsn');
    assert.match(html, /Uw systeem koppelen aan Omzien/);
    assert.match(html, /href="\/inloggen\?terug=%2Flaunch%2Fkoppelen"/);
    await visitor.signIn('nurse', undefined, '/inloggen?terug=%2Flaunch%2Fkoppelen');
    const ask = await (await visitor.get('/launch/koppelen')).text();
    assert.match(ask, /nurse in het HIS/);
    assert.match(ask, /nurse Voorbeeld/);
    const no = await visitor.post('/launch/koppelen', { answer: 'no' });
    assert.equal(no.headers.get('location'), '/praktijk');
    assert.equal((await visitor.get('/launch/koppelen')).status, 400, 'after no the launch is over');
    await launch('nurse', 'by-bsn', visitor);
    const yes = await visitor.follow(await visitor.post('/launch/koppelen', { answer: 'yes' }));
    assert.match(await yes.text(), /staat klaar, vanuit Proef-HIS|Gekoppeld/);
    assert.match((await launch('nurse', 'by-bsn')).html, /staat klaar/);
  });

  it('comes to be nobody by a launch: who has no account, or works elsewhere, cannot tie one', async () => {
    const { visitor } = await launch('stranger', 'by-bsn');
    await visitor.signIn('elsewhere');
    const page = await visitor.get('/launch/koppelen');
    assert.equal(page.status, 400);
    assert.match(await page.text(), /van De Brink/);
    const { rows } = await asOwner("select 1 from platform.account where subject = 'stranger'", []);
    assert.equal(rows.length, 0);
  });
});

describe('a launch that does not hold loses nothing and opens nothing', () => {
  const refused = async (answer: Response, says: RegExp) => {
    const html = await answer.text();
    assert.equal(answer.status, 400, html);
    assert.match(html, says);
    assert.match(html, /Er is niets veranderd/);
  };

  it('from a system that is not ours, also one that looks like it, and from nowhere', async () => {
    const visitor = web.visitor();
    for (const iss of [
      'https://kwaad.example/fhir',
      `${ehr.issuer}.kwaad.example`,
      `${ehr.issuer}/../anders`,
      'javascript:alert(1)',
      '//kwaad.example',
    ])
      await refused(await visitor.get(`/launch?${new URLSearchParams({ iss, launch: 'x' })}`), /kent het systeem niet/);
    await refused(await visitor.get('/launch'), /ontbreekt/);
    await refused(await visitor.get(`/launch?iss=${encodeURIComponent(ehr.issuer)}`), /ontbreekt/);
    const slash = await visitor.get(launchAt('doctor', 'by-bsn', `${ehr.issuer}/`));
    assert.equal(slash.status, 302, 'the same address with a slash is the same system');
  });

  it('leads to the sign-in of that system only, for this server, with a proof of its own', async () => {
    const visitor = web.visitor();
    const to = new URL(
      (await visitor.get(`${launchAt('doctor', 'by-bsn')}&redirect_uri=https://kwaad.example`)).headers.get(
        'location',
      ) ?? '',
    );
    assert.equal(`${to.origin}${to.pathname}`, `${BASE}/auth/authorize`);
    assert.equal(to.searchParams.get('aud'), ehr.issuer);
    assert.equal(to.searchParams.get('redirect_uri'), `${HOME}/launch/terug`);
    assert.equal(to.searchParams.get('scope'), 'launch openid fhirUser patient/Patient.r');
    assert.equal(to.searchParams.get('code_challenge_method'), 'S256');
    assert.ok((to.searchParams.get('state') ?? '').length >= 32);
  });

  it('with an answer that this browser did not ask for (CSRF), a second time, or of another start', async () => {
    const mine = web.visitor();
    const first = await mine.get(launchAt('doctor', 'by-bsn'));
    const back = (await mine.get(first.headers.get('location') ?? '')).headers.get('location') ?? '';
    // Somebody sends their own answer to a browser that did not begin.
    await refused(await web.visitor().get(back), /in een andere browser/);
    // Or to one that began another.
    const other = web.visitor();
    await other.get(launchAt('doctor', 'by-name'));
    await refused(await other.get(back), /niet goed weten wie u bent/);
    // The rightful one has been spent by nobody: it still holds, once.
    assert.equal((await mine.get(back)).status, 303);
    await refused(await mine.get(back), /al gebruikt/);
  });

  it('after ten minutes away, or when the system was closed meanwhile', async () => {
    const late = web.visitor();
    const first = await late.get(launchAt('doctor', 'by-bsn'));
    const back = (await late.get(first.headers.get('location') ?? '')).headers.get('location') ?? '';
    web.wall.advance(601_000);
    await refused(await late.get(back), /duurde te lang/);
    const { visitor } = await launch('doctor', 'by-bsn');
    assert.equal(await closeSite(web.ground.pool, ehr.issuer, web.wall.now()), true);
    assert.equal((await visitor.get('/launch/patient')).status, 200);
    await refused(await visitor.get(launchAt('doctor', 'by-bsn')), /kent het systeem niet/);
    await open();
    assert.equal((await visitor.get('/launch/patient')).status, 303);
    web.wall.advance(1_801_000);
    await visitor.signIn('doctor');
    assert.equal((await visitor.get('/launch/patient')).status, 200, 'a launch lasts half an hour');
  });

  it('when the system says no, or the launch is over there', async () => {
    const visitor = web.visitor();
    const used = launchAt('doctor', 'by-bsn');
    await visitor.follow(await visitor.get(used));
    await refused(
      await visitor.follow(await web.visitor().get(used)).catch(() => web.visitor().get('/launch')),
      /ontbreekt|al gebruikt|andere browser/,
    );
    const again = web.visitor();
    await refused(await again.follow(await again.get(used)), /al gebruikt of verlopen/);
  });

  it('when an ID token is of another, or the patient is not the one on screen', async () => {
    for (const [path, change, says] of [
      [
        '/auth/token',
        (b: Json) => ({ ...b, id_token: String(b.id_token).replace(/.{6}$/, 'AAAAAA') }),
        /niet goed weten/,
      ],
      ['/auth/token', (b: Json) => ({ ...b, patient: undefined }), /geen patiënt/],
      ['/auth/token', (b: Json) => ({ ...b, patient: '../Practitioner/x' }), /geen patiënt/],
      ['/fhir/Patient/', (b: Json) => ({ ...b, id: 'iemand-anders' }), /geen patiënt/],
    ] as const) {
      told = async (request) => {
        const answer = await ehr.fetch(request);
        return request.url.includes(path) ? Response.json(change((await answer.json()) as Json)) : answer;
      };
      const visitor = web.visitor();
      await refused(await visitor.follow(await visitor.get(launchAt('doctor', 'by-bsn'))), says);
      told = undefined;
    }
  });

  it('when the system gives no answer', async () => {
    told = async () => {
      throw new TypeError('fetch failed');
    };
    const answer = await web.visitor().get(launchAt('doctor', 'by-bsn'));
    told = undefined;
    await refused(answer, /gaf geen antwoord/);
  });

  it('to somebody else who sits at the same browser: they are asked, and their work stays theirs', async () => {
    const visitor = await web.signIn('coach');
    const { answer, html } = await launch('doctor', 'by-bsn', visitor);
    assert.equal(answer.status, 200);
    assert.match(html, /is coach Voorbeeld ingelogd in Omzien/);
    assert.equal((await visitor.get('/werk')).status, 200, 'nobody was signed out');
    const on = await visitor.follow(await visitor.post('/launch/wissel', { answer: 'go' }));
    assert.match(await on.text(), /staat klaar, vanuit Proef-HIS/);
    assert.equal((await visitor.get('/werk')).status, 404, 'it is the doctor who is here now');
  });

  it('by a form of another site', async () => {
    const { visitor } = await launch('stranger', 'by-bsn');
    await visitor.signIn('doctor');
    const answer = await visitor.send('/launch/koppelen', { answer: 'yes' }, { origin: 'https://kwaad.example' });
    assert.equal(answer.status, 400);
    const { rows } = await asOwner("select 1 from platform.account where subject = 'stranger'", []);
    assert.equal(rows.length, 0);
  });

  it('and leaves neither name, birth date nor BSN in an address or in the log', async () => {
    const { rows } = await asOwner('select detail, subject_id from platform.audit', []);
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${BSN}|Voorbeeldbekend|1948-03-02`));
    const { rows: launches } = await asOwner("select encode(sealed, 'escape') as text from platform.launch", []);
    assert.ok(launches.length > 0);
    assert.doesNotMatch(JSON.stringify(launches), new RegExp(`${BSN}|Voorbeeldbekend`));
  });
});

describe('the pages of a launch', () => {
  /** Where pictures go, for whoever looks at them; without it none are made. */
  const shots = process.env.OMZIEN_SHOTS;

  let made: Promise<string> | undefined;
  /** A referral of the practice that the coach has finished; made once. */
  const answered = (): Promise<string> => {
    made ??= finish();
    return made;
  };

  async function finish(): Promise<string> {
    const door = { door: 'page' } as const;
    const person = { given: 'Bart', family: 'Voorbeeldklaar', birthDate: '1950-05-05', gender: 'male' } as const;
    const where = { postcode: '7511 AB', city: 'Enschede' };
    const known = await engine.registerResident(ground, PEOPLE.nurse, { ...person, ...where }, door);
    assert.ok(known.ok);
    const asked = { pathway: 'welzijn-op-recept', reasons: ['psychosocial'], urgency: 'routine', agreed: true };
    const sent = await engine.refer(ground, PEOPLE.nurse, { ...known.value, ...asked }, door);
    assert.ok(sent.ok);
    const { rows: tasks } = await asOwner("select id from record.resource where resident_id = $1 and type = 'Task'", [
      known.value.resident,
    ]);
    const task = String(tasks[0]?.id);
    const note = 'Eet elke week mee bij de eettafel, ook als het regent. '.repeat(8);
    for (const step of [
      { to: 'accepted' },
      { to: 'in-progress' },
      { to: 'completed', outcome: 'goal-reached', note },
    ] as const)
      await engine.takeStep(ground, PEOPLE.coach, { task, ...step }, door);
    return sent.value.caseId;
  }

  /** Each page that somebody may meet, by what makes it. */
  async function everyPage(lang: 'nl' | 'en'): Promise<ReadonlyMap<string, string>> {
    const pages = new Map<string, string>();
    // What somebody chose before is remembered; here they choose anew.
    await web.ground.pool.query('update platform.account set language = null');
    const fresh = () => {
      const visitor = web.visitor();
      visitor.cookies.set('omzien-taal', lang);
      return visitor;
    };
    const keep = async (name: string, answer: Response | Promise<Response>) =>
      void pages.set(`${name}-${lang}`, await (await answer).text());
    await keep('system', fresh().get('/demo/ehr'));
    await keep('patient', fresh().get('/demo/ehr/patient/by-bsn'));
    await keep('patient-mistake', fresh().post('/demo/ehr/patient/by-bsn', {}));
    const at = async (user: string, who: string, visitor = fresh()) =>
      visitor.follow(await visitor.get(launchAt(user, who)));
    await keep('form', at('doctor', 'by-bsn'));
    await keep('found', at('doctor', 'other-name'));
    await keep('mismatch', at('doctor', 'mismatch'));
    await keep('nobody', at('doctor', 'unknown'));
    await keep('roles', at('two-roles', 'by-bsn'));
    const stranger = fresh();
    await keep('tie-first', at('stranger', 'by-bsn', stranger));
    await stranger.signIn('doctor');
    await keep('tie', stranger.get('/launch/koppelen'));
    const coach = fresh();
    await coach.signIn('coach');
    await keep('other', at('doctor', 'by-bsn', coach));
    await keep('failed', fresh().get('/launch?iss=https://kwaad.example&launch=x'));
    const doctor = fresh();
    await doctor.signIn('doctor');
    await keep('over', doctor.get('/launch/patient'));
    await keep('letter', doctor.get(`/praktijk/verwijzing/${await answered()}/brief`));
    return pages;
  }

  it('are good pages, in Dutch and in English', { timeout: 240_000 }, async () => {
    for (const lang of ['nl', 'en'] as const) {
      const pages = await everyPage(lang);
      await withBrowser({ javaScript: false }, async (page) => {
        for (const [name, html] of pages) {
          assert.ok(html.includes(`<html lang="${lang}"`), name);
          // The same marks in other words need no second look.
          if (lang === 'en' && !shots) continue;
          const { blocked } = await showHtml(page, html, contentSecurityPolicy);
          if (lang === 'nl') await checkPage(page, html);
          assert.deepEqual(blocked, [], name);
          if (!shots) continue;
          mkdirSync(shots, { recursive: true });
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 900 });
            await page.screenshot({ path: `${shots}/launch-${name}-${width}.png`, fullPage: true });
          }
          await page.setViewportSize({ width: 1280, height: 900 });
        }
      });
    }
  });
});

type Json = Readonly<Record<string, unknown>>;

async function asOwner(sql: string, values: readonly unknown[]) {
  const { Client } = await import('pg');
  const owner = new Client({ connectionString: web.ownerUrl });
  await owner.connect();
  try {
    return await owner.query<Record<string, unknown>>(sql, [...values]);
  } finally {
    await owner.end();
  }
}
