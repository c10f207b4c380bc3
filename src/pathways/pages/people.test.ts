import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SYSTEM } from '../../../test/support/ground.ts';
import { PEOPLE, staffOf } from '../../../test/support/pathways.ts';
import {
  asResident,
  messagesOf,
  offeredCase,
  offerFor,
  type PeopleWeb,
  PLACES,
  peopleWeb,
  spokenCase,
  value,
} from '../../../test/support/people.ts';
import { systemActor, withActor } from '../../platform/index.ts';
import { readResource } from '../../record/index.ts';
import * as engine from '../index.ts';

const DOOR = { door: 'page' } as const;
let web: PeopleWeb;
before(async () => {
  web = await peopleWeb();
});
after(() => web.stop());

const page = async (answer: Response, status = 200): Promise<string> => {
  const html = await answer.text();
  assert.equal(answer.status, status, html.replace(/<[^>]+>/g, ' ').slice(0, 400));
  return html;
};

describe('who offers support', () => {
  it('sees of an offer no more than first name, age, area and need, and after a yes how to reach the person', async () => {
    const made = await offeredCase(web);
    const staff = await web.signIn('first-place');
    const list = await page(await staff.get('/aanbod'));
    assert.match(list, /Anna, 78 jaar/);
    assert.ok(!list.includes('Voorbeeldstraat'));
    const url = `/aanbod/aanmelding/${made.offer}`;
    const offer = await page(await staff.get(url));
    assert.match(offer, /7511/);
    assert.match(offer, new RegExp(made.number));
    for (const secret of [
      'Voorbeelda',
      'Voorbeeldstraat',
      '085 000 00 00',
      'Vaak alleen',
      'samen, komt te voet',
      '1948',
    ])
      assert.ok(!offer.includes(secret), secret);
    const yes = await staff.post(`${url}/ja`, {}, { page: url });
    assert.equal(yes.headers.get('location'), url);
    const known = await page(await staff.follow(yes));
    for (const told of ['Voorbeeldstraat 1', '085 000 00 00', 'samen, komt te voet', '2 maart 1948'])
      assert.ok(known.includes(told), told);
    assert.ok(!known.includes('Vaak alleen'), 'what the practice wrote is not for the provider');
  });

  it('declines with a reason, and the next place is asked at once', async () => {
    const made = await offeredCase(web);
    const staff = await web.signIn('first-place');
    const url = `/aanbod/aanmelding/${made.offer}/nee`;
    const empty = await page(await staff.post(url, { note: 'Volgende maand wel.' }), 422);
    assert.match(empty, /Kies een reden/);
    assert.match(empty, /Volgende maand wel\./);
    const no = await staff.post(url, { reason: 'full', note: 'Volgende maand wel.' });
    assert.match(await page(await staff.follow(no)), /Wij vragen de volgende plek/);
    assert.ok(await offerFor(web, PLACES[1], made.caseId));
    const second = await web.signIn('second-place');
    assert.match(await page(await second.get('/aanbod')), /Anna, 78 jaar/);
  });

  it('keeps sessions, holds, goes on and completes with an outcome for the coach', async () => {
    const made = await offeredCase(web);
    const staff = await web.signIn('first-place');
    const url = `/aanbod/aanmelding/${made.offer}`;
    await staff.post(`${url}/ja`, {}, { page: url });
    const wrong = await page(
      await staff.post(
        `${url}/aanwezigheid`,
        { 'date-day': '31', 'date-month': '2', 'date-year': '2026', time: '25:00', note: 'Gezellig' },
        { page: url },
      ),
      422,
    );
    for (const told of ['datum in die bestaat', 'uur en minuten', 'Kies of de inwoner er was', 'Gezellig'])
      assert.ok(wrong.includes(told), told);
    const kept = await staff.post(
      `${url}/aanwezigheid`,
      {
        'date-day': '20',
        'date-month': '11',
        'date-year': '2026',
        time: '12:00',
        attended: 'attended',
        note: 'Gezellig',
      },
      { page: url },
    );
    assert.match(await page(await staff.follow(kept)), /20 november 2026[\s\S]*was er[\s\S]*Gezellig/);
    await staff.post(`${url}/pauze`, { reason: 'resident-ill' });
    assert.match(await page(await staff.get(url)), /De hulp staat stil: De inwoner is ziek/);
    await staff.post(`${url}/verder`, {}, { page: url });
    assert.match(
      await page(await staff.post(`${url}/afronden`, { summary: 'Komt nu elke week.' }), 422),
      /Kies de uitkomst/,
    );
    const done = await staff.post(`${url}/afronden`, { outcome: 'goal-reached', summary: 'Komt nu elke week.' });
    assert.match(await page(await staff.follow(done)), /Afgerond/);
    const ended = await page(await staff.get(url));
    assert.match(ended, /Het doel is bereikt[\s\S]*Komt nu elke week/);
    const coach = value(await engine.openCase(web.pathways, PEOPLE.coach, made, DOOR));
    assert.equal(coach.onward[0]?.tasks[0]?.status, 'completed');
  });

  it('who answers an offer that was just withdrawn reads so, and nothing happens', async () => {
    const made = await offeredCase(web);
    const staff = await web.signIn('first-place');
    const url = `/aanbod/aanmelding/${made.offer}`;
    const html = await page(await staff.get(url));
    const form = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) => one.includes('/ja"')) ?? '';
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
    value(
      await engine.takeStep(
        web.pathways,
        PEOPLE.coach,
        { task: made.offer, to: 'cancelled', reason: 'changed-mind' },
        DOOR,
      ),
    );
    const late = await staff.send(`${url}/ja`, { _csrf: hidden('_csrf'), _once: hidden('_once') });
    assert.match(await page(await staff.follow(late)), /niet verwerkt[\s\S]*niets meer te doen/);
  });

  it('sees nothing of what was asked of another place, as if it were not there', async () => {
    const made = await offeredCase(web);
    const second = await web.signIn('second-place');
    const other = await page(await second.get(`/aanbod/aanmelding/${made.offer}`), 404);
    const none = await page(
      await second.get('/aanbod/aanmelding/0000000000004000800000000000000a-01j00000000000000000000000'),
      404,
    );
    const plain = (html: string) => html.replace(/value="[^"]*"/g, '');
    assert.equal(plain(other), plain(none));
  });
});

describe('a resident', () => {
  it('reads in one sentence what happens now, with the day, and what was', async () => {
    const made = await spokenCase(web);
    const resident = await asResident(web, made.resident);
    const home = await page(await resident.get('/mijn'));
    assert.match(home, /Uw welzijnscoach heeft uiterlijk \w+ \d+ \w+ een gesprek met u/);
    assert.match(home, /u ging akkoord/);
    assert.match(home, /coach Voorbeeld/);
  });

  it('takes back an agreement in two clicks and reads what stays where it is', async () => {
    const made = await offeredCase(web);
    const resident = await asResident(web, made.resident);
    const list = await page(await resident.get('/mijn/toestemming'));
    const links = [...list.matchAll(/\/mijn\/toestemming\/([0-9a-z-]+)\/intrekken/g)].map((match) => match[1]!);
    assert.equal(new Set(links).size, 2);
    const opened = value(await engine.openCase(web.pathways, PEOPLE.coach, made, DOOR));
    const towards = opened.onward[0]!.request.supportingInfo![0]!.reference.slice('Consent/'.length);
    const url = `/mijn/toestemming/${towards}/intrekken`;
    const confirm = await page(await resident.get(url));
    assert.match(confirm, /Dit stopt meteen: [^.]*Eettafel/);
    assert.match(confirm, /blijft daar zolang de regels dat vragen/);
    const done = await resident.post(url, {});
    assert.match(await page(await resident.follow(done)), /Ingetrokken op/);
    const staff = await web.signIn('first-place');
    assert.doesNotMatch(await page(await staff.get('/aanbod')), new RegExp(made.offer));
  });

  it('changes their mind about one place, or about everything', async () => {
    const made = await offeredCase(web);
    const resident = await asResident(web, made.resident);
    assert.match(await page(await resident.post('/mijn/stop', {}), 422), /Kies waarmee u wilt stoppen/);
    await resident.post('/mijn/stop', { what: made.offer, reason: 'other-choice' });
    const one = value(await engine.openCase(web.pathways, PEOPLE.coach, made, DOOR));
    assert.equal(one.onward[0]?.tasks[0]?.status, 'cancelled');
    const all = await resident.post('/mijn/stop', { what: 'all' });
    assert.match(await page(await resident.follow(all)), /Het is gestopt[\s\S]*Dit is gestopt/);
  });

  it('sees who opened something, and why, but not who merely had them in a list', async () => {
    const made = await offeredCase(web);
    const staff = await web.signIn('first-place');
    await staff.get('/aanbod');
    const resident = await asResident(web, made.resident);
    assert.doesNotMatch(await page(await resident.get('/mijn/inzage')), /first-place/);
    await staff.get(`/aanbod/aanmelding/${made.offer}`);
    const looks = await page(await resident.get('/mijn/inzage'));
    assert.match(looks, /first-place Voorbeeld, aanbieder, Voorbeeld Ontmoeting Enschede[\s\S]*om u te helpen/);
  });

  it('also sees that a system of a partner opened something', async () => {
    const made = await spokenCase(web);
    value(await readResource(web.pathways, SYSTEM, 'Patient', made.resident, { door: 'fhir' }));
    const resident = await asResident(web, made.resident);
    assert.match(await page(await resident.get('/mijn/inzage')), /Demo system, systeem[\s\S]*uw naam en adres/);
  });

  it('never gets to the case of another', async () => {
    const [mine, other] = [await spokenCase(web), await spokenCase(web)];
    const resident = await asResident(web, mine.resident);
    await page(await resident.get(`/mijn?zaak=${other.caseId}`), 404);
    await page(await resident.get('/aanbod'), 404);
  });
});

describe('the questions by link', () => {
  it('are answered once, without signing in, and show nobody', async () => {
    const made = await spokenCase(web, { mail: 'anna@example.org' });
    const { token } = value(await engine.inviteFollowUp(web.pathways, PEOPLE.coach, made, DOOR));
    const anyone = web.visitor();
    const url = `/vragen/${token}`;
    const answer = await anyone.get(url);
    assert.equal(answer.headers.get('x-robots-tag'), 'noindex, nofollow');
    const html = await page(answer);
    for (const secret of ['Anna', made.number, 'Voorbeeldstraat']) assert.ok(!html.includes(secret), secret);
    assert.match(await page(await anyone.post(url, {}), 422), /Beantwoord ten minste één vraag/);
    assert.match(await page(await anyone.post(url, { 'well-being__happy': '11' }), 422), /Kies een cijfer uit de rij/);
    const sent = await anyone.post(url, {
      'well-being__happy': '7',
      experience__helped: 'mostly',
      experience__good: 'Het eten.',
    });
    assert.match(await page(await anyone.follow(sent)), /Dank u wel/);
    await page(await anyone.get(url), 410);
    await page(await anyone.get('/vragen/verzonnen'), 410);
    const coach = value(await engine.openCase(web.pathways, PEOPLE.coach, made, DOOR));
    assert.ok(coach.responses.length >= 2);
  });
});

describe('the privacy officer', () => {
  it('finds who did what by case number, and the look is in the log itself', async () => {
    const made = await offeredCase(web);
    const officer = await web.signIn('privacy');
    const log = await page(await officer.get(`/privacy?inwoner=${made.number}&actie=created`));
    assert.match(log, /nurse Voorbeeld/);
    for (const secret of ['Anna', 'Vaak alleen', 'te voet']) assert.ok(!log.includes(secret), secret);
    const own = await page(await officer.get('/privacy?persoon=privacy+Voorbeeld&actie=searched'));
    assert.match(own, /privacy Voorbeeld/);
    assert.match(await page(await officer.get('/privacy?inwoner=WOR-000-0000'), 422), /kennen wij niet/);
    assert.match(
      await page(await officer.get('/privacy?van-day=31&van-month=2&van-year=2026'), 422),
      /datum in die bestaat/,
    );
  });

  it('sees who may see what of one resident and since when', async () => {
    const made = await offeredCase(web);
    const officer = await web.signIn('privacy');
    const grants = await page(await officer.get(`/privacy/inwoner?inwoner=${made.number}`));
    assert.match(grants, /Eettafel[\s\S]*kreeg een aanmelding aangeboden/);
    assert.match(grants, /de inwoner zelf/);
  });

  it('finds no right left open but the resident’s own, once everything was withdrawn', async () => {
    const made = await offeredCase(web);
    const place = staffOf(PLACES[0]);
    value(await engine.takeStep(web.pathways, place, { task: made.offer, to: 'accepted' }, DOOR));
    value(await engine.takeStep(web.pathways, place, { task: made.offer, to: 'in-progress' }, DOOR));
    value(
      await engine.takeStep(web.pathways, place, { task: made.offer, to: 'completed', outcome: 'goal-reached' }, DOOR),
    );
    const resident = await asResident(web, made.resident);
    await resident.post('/mijn/stop', { what: 'all', reason: 'changed-mind' });
    const officer = await web.signIn('privacy');
    const grants = await page(await officer.get(`/privacy/inwoner?inwoner=${made.number}`));
    const open = /Geldt nu[\s\S]*?<\/table>/.exec(grants)?.[0] ?? '';
    assert.match(open, /de inwoner zelf/);
    assert.doesNotMatch(open, /Eettafel|Welzijnscoaches|Voorbeeldpraktijk/);
  });

  it('pages through the log without skipping or repeating', async () => {
    for (let index = 0; index < 2; index++) await offeredCase(web);
    const officer = await web.signIn('privacy');
    const keys = new Set<string>();
    let next: string | undefined = '/privacy?actie=created';
    let rows = 0;
    while (next) {
      const html: string = await page(await officer.get(next));
      const found = [...html.matchAll(/<tr[^>]*>/g)].length - 1;
      rows += found;
      const href: string | undefined = /href="(\/privacy\?[^"]*na=[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      assert.ok(!href || !keys.has(href));
      if (href) keys.add(href);
      next = href;
    }
    const { rows: counted } = await countCreated();
    assert.equal(rows, counted[0]!.n);
  });
});

async function countCreated(): Promise<{ readonly rows: readonly { readonly n: number }[] }> {
  return withActor(web.ground, systemActor('test'), { kind: 'region' }, (trx) =>
    trx.query<{ n: number }>("select count(*)::int as n from platform.audit where action = 'created'"),
  );
}

describe('who oversees', () => {
  it('the debt officer sees nothing of anything', async () => {
    const debt = await web.signIn('debt');
    assert.match(await page(await debt.get('/schuldhulp')), /nog niet gebouwd/);
    for (const path of ['/aanbod', '/mijn', '/privacy', '/cijfers', '/werk/brieven', '/organisatie'])
      await page(await debt.get(path), 404);
  });
});

describe('letters', () => {
  it('for who has no mail are printed by the team itself, once, and by nobody else', async () => {
    const made = await spokenCase(web);
    await web.whole.events.drain();
    assert.ok((await messagesOf(web, made.resident)).some((one) => one.kind === 'letter'));
    const coach = await web.signIn('coach');
    const list = await page(await coach.get('/werk/brieven'));
    const href = new RegExp(`/werk/brieven/${made.resident.replaceAll('-', '')}-[0-9a-z]{26}`).exec(list)?.[0];
    assert.ok(href);
    assert.match(await page(await coach.get(href)), /Voorbeeldstraat 1[\s\S]*Beste Anna/);
    const other = await web.signIn('other-coach');
    await page(await other.get(href), 404);
    await coach.post(`${href}/verstuurd`, {}, { page: href });
    assert.doesNotMatch(await page(await coach.get('/werk/brieven')), new RegExp(href));
  });
});

describe('a resident who moves', () => {
  it('says it once: the team is asked whether somebody else goes on, and nothing is written in the resident’s name', async () => {
    const made = await spokenCase(web);
    const resident = await asResident(web, made.resident);
    const details = {
      phone: '085 000 00 11',
      mail: '',
      street: 'Voorbeeldplein 3',
      postcode: '7551 AB',
      city: 'Hengelo',
    };
    const sent = await resident.post('/mijn/gegevens', details);
    assert.match(await page(await resident.follow(sent)), /U woont nu in een andere gemeente[\s\S]*ziet dat/);
    const asked = await withActor(web.ground, systemActor('test'), { kind: 'region' }, async (trx) => {
      const moves = await trx.query('select 1 from pathways.move where resident_id = $1', [made.resident]);
      const threads = await trx.query('select 1 from pathways.thread where resident_id = $1', [made.resident]);
      return [moves.rowCount, threads.rowCount];
    });
    assert.deepEqual(asked, [1, 0]);
  });
});
