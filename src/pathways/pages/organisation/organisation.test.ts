import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildHouse, type House } from '../../../../test/security/house.ts';
import { asOwner } from '../../../../test/security/world.ts';
import type { Visitor } from '../../../../test/support/web.ts';
import { sweepDepartures } from '../../../directory/index.ts';
import { peopleRoom, practiceCoachRoom } from '../../index.ts';

let house: House;
let welzijn: Visitor;
before(async () => {
  house = await buildHouse((parts) => [practiceCoachRoom(parts), peopleRoom(parts)]);
  welzijn = await house.signIn('admin-welzijn');
});
after(() => house.stop());

const NOORD = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
const ZUID = 'HealthcareService/voorbeeld-welzijn-enschede-zuid';
const DAY = 86_400_000;

async function page(answer: Response | Promise<Response>, status = 200): Promise<string> {
  const got = await answer;
  const html = await got.text();
  assert.equal(
    got.status,
    status,
    html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .slice(0, 600),
  );
  return html;
}
const owner = (sql: string) => asOwner(house.ownerUrl, sql);
/** Sends a form as it stands on its page: with everything that it carries along unseen. */
async function send(
  who: Visitor,
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  from = path,
): Promise<Response> {
  const html = await (await who.get(from)).text();
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((one) => one.includes(`action="${path}"`)) ?? forms[0] ?? '';
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  return who.send(path, { ...Object.fromEntries(hidden), ...fields });
}
const seenOn = (html: string) => /name="seen" value="([^"]+)"/.exec(html)?.[1] ?? '';

/** The link in the last mail to an address. */
async function linkFor(mail: string): Promise<string> {
  const rows = await owner(
    `select body from platform.message where recipient = '${mail}' and cancelled_at is null order by id desc limit 1`,
  );
  const link = /https?:\S+\/uitnodiging\/[\w-]+/.exec(String(rows[0]?.body))?.[0];
  assert.ok(link, `a mail with a link to ${mail}`);
  return new URL(link).pathname;
}

async function invited(admin: Visitor, fields: Readonly<Record<string, string | readonly string[]>>): Promise<string> {
  const sent = await send(admin, '/organisatie/mensen/nieuw', fields);
  assert.equal(sent.status, 303, await sent.text());
  return linkFor(String(fields.mail));
}
const coachWish = (mail: string, given = 'Nora', family = 'Voorbeeldstein') => ({
  given,
  family,
  mail,
  role: 'welfare-coach',
  services: NOORD,
});

/** Somebody opens a link, signs in at the identity provider, and answers. */
async function arrive(identity: string, link: string): Promise<Visitor> {
  const someone = house.visitor();
  const back = await someone.signIn(identity, undefined, `/inloggen?terug=${encodeURIComponent(link)}`);
  assert.equal(back.headers.get('location'), link);
  return someone;
}
async function accept(
  identity: string,
  link: string,
): Promise<{ readonly someone: Visitor; readonly answer: Response }> {
  const someone = await arrive(identity, link);
  return { someone, answer: await someone.post(link, { answer: 'yes' }) };
}

describe('inviting a colleague', () => {
  it('needs a name, one address and a role that fits; what was typed is kept', async () => {
    const html = await page(send(welzijn, '/organisatie/mensen/nieuw', { given: 'Nora', mail: 'geen adres' }), 422);
    for (const text of ['Vul de achternaam in', 'Vul één mailadres in', 'Kies ten minste één rol', 'value="Nora"'])
      assert.ok(html.includes(text), text);
    const odd = { ...coachWish('odd@example.org'), role: 'privacy-officer' };
    assert.match(await page(send(welzijn, '/organisatie/mensen/nieuw', odd), 422), /Kies ten minste één rol/);
    assert.match(
      await page(send(welzijn, '/organisatie/mensen/nieuw', { ...coachWish('odd@example.org'), role: 'gp' }), 422),
      /Kies ten minste één rol/,
    );
  });

  it('leads them in: the mail, the identity provider, one question, and their first page', async () => {
    const link = await invited(welzijn, coachWish('nora@example.org'));
    const stranger = house.visitor();
    const shown = await page(stranger.get(link));
    assert.match(shown, /Voorbeeld Welzijn Enschede/);
    assert.match(shown, /Nora Voorbeeldstein/);
    const { someone, answer } = await accept('newcomer-nora', link);
    assert.equal(answer.headers.get('location'), '/werk');
    await page(someone.get('/werk'));
    const list = await page(welzijn.get('/organisatie/mensen?naam=voorbeeldstein'));
    assert.match(list, /Nora Voorbeeldstein/);
    assert.doesNotMatch(list, /nora@example\.org/, 'the invitation is no longer open');
    const again = await page(house.visitor().get(link), 410);
    assert.match(again, /al gebruikt/);
  });

  it('says nothing about who is known elsewhere: an address of a colleague elsewhere is answered the same', async () => {
    const answers = [];
    for (const mail of ['petra.voorbeeld@example.org', 'niemand.bekend@example.org']) {
      const sent = await send(welzijn, '/organisatie/mensen/nieuw', coachWish(mail, 'Zelfde', 'Naam'));
      answers.push([sent.status, sent.headers.get('location')]);
    }
    assert.deepEqual(answers[0], answers[1]);
    const twice = await page(
      send(welzijn, '/organisatie/mensen/nieuw', coachWish('Petra.Voorbeeld@example.org', 'Zelfde', 'Naam')),
      422,
    );
    assert.match(twice, /staat al een uitnodiging open/);
    const hengelo = await house.signIn('admin-hengelo');
    const elsewhere = await send(hengelo, '/organisatie/mensen/nieuw', {
      ...coachWish('petra.voorbeeld@example.org', 'Zelfde', 'Naam'),
      services: 'HealthcareService/voorbeeld-welzijn-hengelo-team',
    });
    assert.equal(elsewhere.status, 303, 'another organisation knows nothing of it');
  });

  it('who works elsewhere keeps one account, and from then on chooses for whom they work', async () => {
    const link = await invited(welzijn, coachWish('bas@example.org', 'Bas', 'Voorbeeldhof'));
    const someone = await arrive('provider-beweegpunt', link);
    assert.match(await page(someone.get(link)), /U werkt al in Omzien als/);
    const answer = await someone.post(link, { answer: 'yes' });
    assert.match(answer.headers.get('location') ?? '', /^\/rol/);
    const choice = await page(someone.get('/rol'));
    assert.match(choice, /Voorbeeld Beweegpunt Enschede/);
    assert.match(choice, /Voorbeeld Welzijn Enschede/);
    const rows = await owner(`select count(*)::int as n from platform.account where subject = 'provider-beweegpunt'`);
    assert.equal(rows[0]?.n, 1);
    const seen = await page(welzijn.get('/organisatie/mensen/provider-beweegpunt'));
    assert.doesNotMatch(seen, /Beweegpunt|aanbieder/, 'the other employer is not shown');
  });

  it('the wrong account is told in clear words, and the invitation still holds', async () => {
    const link = await invited(welzijn, coachWish('idris@example.org', 'Idris', 'Proefveld'));
    const resident = await arrive('resident-waiting', link);
    assert.match(await page(resident.get(link), 409), /bent u in Omzien een inwoner/);
    const colleague = await accept('coach-noord-colleague', link);
    assert.match(await page(colleague.answer, 409), /werkt u al bij deze organisatie/);
    const wrong = await arrive('newcomer-lot', link);
    const [, csrf = ''] = /name="_csrf" value="([^"]+)"/.exec(await page(wrong.get(link))) ?? [];
    assert.match(await page(wrong.send(link, { _csrf: csrf, answer: 'no' })), /niet voor u/);
    assert.match(await page(wrong.send(link, { _csrf: csrf, answer: 'yes' }), 409), /te lang weg/);
    const nobody = await owner(`select count(*)::int as n from platform.account where subject = 'newcomer-lot'`);
    assert.equal(nobody[0]?.n, 0);
    const right = await accept('newcomer-idris', link);
    assert.equal(right.answer.status, 303);
  });

  it('two who use one link at once: one is in, the other is told', async () => {
    const link = await invited(welzijn, coachWish('lot@example.org', 'Lot', 'van Voorbeeldoord'));
    const [one, two] = await Promise.all([arrive('newcomer-lot', link), arrive('newcomer-tygo', link)]);
    const answers = await Promise.all([one.post(link, { answer: 'yes' }), two.post(link, { answer: 'yes' })]);
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [303, 410]);
  });

  it('is sent again with a new link, withdrawn, or runs out after seven days', async () => {
    const first = await invited(welzijn, coachWish('later@example.org', 'Later', 'Voorbeeld'));
    const id = String((await owner(`select id from directory.invite where mail = 'later@example.org'`))[0]?.id);
    const again = await send(welzijn, `/organisatie/uitnodiging/${id}/opnieuw`, {}, '/organisatie/mensen');
    assert.equal(again.status, 303);
    const second = await linkFor('later@example.org');
    assert.notEqual(first, second);
    assert.match(await page(house.visitor().get(first), 410), /werkt niet/);
    await page(house.visitor().get(second));
    await owner(`update directory.invite set until = '2020-01-01' where id = '${id}'`);
    assert.match(await page(house.visitor().get(second), 410), /verlopen/);
    assert.match(await page(welzijn.get('/organisatie/mensen')), /verlopen/);
    const hengelo = await house.signIn('admin-hengelo');
    for (const act of ['opnieuw', 'intrekken'])
      await page(send(hengelo, `/organisatie/uitnodiging/${id}/${act}`, {}, '/organisatie/mensen'), 404);
    await send(welzijn, `/organisatie/uitnodiging/${id}/opnieuw`, {}, '/organisatie/mensen');
    const third = await linkFor('later@example.org');
    await send(welzijn, `/organisatie/uitnodiging/${id}/intrekken`, {}, '/organisatie/mensen');
    assert.match(await page(house.visitor().get(third), 410), /ingetrokken/);
    const mails = await owner(`select body from platform.message where recipient = 'later@example.org'`);
    assert.ok(
      mails.every(({ body }) => body === ''),
      'no secret stays behind in mail that will not leave',
    );
  });
});

describe('roles', () => {
  const person = '/organisatie/mensen/coach-zuid';

  it('what is taken opens nothing from the very next request on: page, token and FHIR', async () => {
    const coach = await house.signIn('coach-zuid');
    await page(coach.get('/werk'));
    assert.equal((await house.ask('coach-zuid', '/fhir/r4/Organization?_count=1')).status, 200);
    const role = `${person}/rol/coach-zuid`;
    const taken = await send(welzijn, role, { act: 'take' });
    assert.equal(taken.headers.get('location'), person, await taken.text());
    const after = await coach.get('/werk');
    assert.equal(after.status, 303);
    assert.match(after.headers.get('location') ?? '', /inloggen|rol/);
    assert.equal((await house.ask('coach-zuid', '/fhir/r4/Organization?_count=1')).status, 403);
    assert.equal(
      (await house.ask('coach-zuid', '/fhir/r4/Organization?_count=1', { headers: { 'x-omzien-role': 'coach-zuid' } }))
        .status,
      403,
    );
    const resource = await house.ask('demo-system', '/fhir/r4/PractitionerRole/coach-zuid');
    assert.equal(((await resource.json()) as { active: boolean }).active, false, 'FHIR says so too');
    assert.match(await page(welzijn.get('/organisatie/mensen?wie=left')), /Zwanet/);
  });

  it('are given within what fits the organisation, and never to oneself', async () => {
    const coordinator = '/organisatie/mensen/coordinator-noord/rol';
    assert.match(await page(send(welzijn, coordinator, { role: 'welfare-coach' }), 422), /Kies ten minste één team/);
    const given = await send(welzijn, coordinator, { role: 'welfare-coach', services: [NOORD, ZUID] });
    assert.equal(given.status, 303, await given.text());
    const corrie = await house.signIn('coordinator-noord/coordinator-noord');
    assert.match(await page(corrie.get('/rol')), /Welzijnscoach/);
    const own = '/organisatie/mensen/admin-welzijn/rol';
    assert.match(await page(welzijn.get(own)), /U kunt uzelf geen rol geven/);
    const seen = seenOn(await page(welzijn.get('/organisatie/mensen/admin-welzijn')));
    const forced = await send(
      welzijn,
      own,
      { role: 'coordinator', services: NOORD, seen },
      '/organisatie/mensen/admin-welzijn',
    );
    assert.equal(forced.status, 422);
  });

  it('an organisation keeps an administrator', async () => {
    const last = await send(welzijn, '/organisatie/mensen/admin-welzijn/rol/admin-welzijn', { act: 'take' });
    assert.match(await page(last, 409), /geen beheerder over/);
    const gone = await send(welzijn, '/organisatie/mensen/admin-welzijn/vertrek', today());
    assert.match(await page(gone, 422), /geen beheerder over/);
  });

  it('of two administrators at once the second is told', async () => {
    const path = '/organisatie/mensen/coach-noord-colleague/rol/coach-noord-colleague';
    const seen = seenOn(await page(welzijn.get(path)));
    const both = await Promise.all(
      [
        [NOORD, ZUID],
        [ZUID, NOORD],
      ].map(async (services) => send(welzijn, path, { act: 'save', services, seen })),
    );
    const statuses = both.map(({ status }) => status);
    assert.ok(statuses.includes(303), 'one went through');
    const late = await send(welzijn, path, { act: 'save', services: [NOORD], seen: 'anders' });
    assert.match(await page(late, 409), /Iemand anders heeft dit net gewijzigd/);
  });

  it('are checked each year, and the answer is recorded', async () => {
    house.clock.advance(400 * DAY);
    const admin = await house.signIn('admin-welzijn');
    assert.match(await page(admin.get('/organisatie')), /niet is nagekeken/);
    const list = await page(admin.get('/organisatie/mensen?wie=check'));
    assert.match(list, /Wilma/);
    const path = '/organisatie/mensen/coach-noord';
    const done = await send(admin, `${path}/klopt`, {}, path);
    assert.equal(done.headers.get('location'), path, await done.text());
    assert.match(await page(admin.get(path)), /door Arend Voorbeeldinga/);
    assert.doesNotMatch(await page(admin.get('/organisatie/mensen?wie=check')), /Wilma/);
    const lines = await owner(
      `select detail from platform.audit where subject_id = 'coach-noord' and action = 'acted'`,
    );
    assert.ok(lines.some(({ detail }) => detail === 'roles checked: still right'));
    welzijn = admin;
  });
});

function today(plus = 0): Record<string, string> {
  const [year = '', month = '', day = ''] = new Date(house.clock.now().getTime() + plus * DAY)
    .toISOString()
    .slice(0, 10)
    .split('-');
  return { 'lastDay-day': day, 'lastDay-month': month, 'lastDay-year': year };
}
const dates = (name: string, plus: number) =>
  Object.fromEntries(Object.entries(today(plus)).map(([key, value]) => [key.replace('lastDay', name), value]));

const assignees = async () =>
  (await owner(`select assignee from pathways."case" where closed_at is null and assignee is not null`)).map(
    ({ assignee }) => assignee,
  );

describe('away, with cover', () => {
  const path = '/organisatie/mensen/coach-noord';

  it('the open cases go to who takes over in the same press, and come back by choice', async () => {
    assert.ok((await assignees()).includes('Practitioner/coach-noord'), 'the coach has open cases');
    const html = await page(welzijn.get(`${path}/afwezig`));
    for (const name of [...Object.values(house.world.ids), ...Object.values(house.world.caseNumber), 'WOR-'])
      assert.ok(!html.includes(name), `no case and no resident is shown: ${name}`);
    const sent = await send(welzijn, `${path}/afwezig`, {
      kind: 'illness',
      ...dates('from', 0),
      ...dates('until', 14),
      cover: 'Practitioner/coach-noord-colleague',
      hand: 'yes',
    });
    assert.equal(sent.headers.get('location'), path, await sent.text());
    assert.ok(!(await assignees()).includes('Practitioner/coach-noord'));
    assert.ok((await assignees()).includes('Practitioner/coach-noord-colleague'));
    assert.match(await page(welzijn.get('/organisatie/mensen?wie=away')), /afwezig tot en met/);
    const shown = await page(welzijn.get(path));
    assert.match(shown, /Is er weer, en de zaken komen terug/);
    const leave = /name="leave" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    const returned = await send(welzijn, `${path}/terug`, { leave, cases: 'back' }, path);
    assert.equal(returned.status, 303);
    assert.ok((await assignees()).includes('Practitioner/coach-noord'));
    assert.ok(!(await assignees()).includes('Practitioner/coach-noord-colleague'));
    const log = await owner(`select detail from platform.audit where detail like '%illness%' or detail like '%ziek%'`);
    assert.deepEqual(log, [], 'the log does not say why somebody was away');
  });

  it('no two times away on top of each other, no last day before the first, no cover from elsewhere', async () => {
    const first = { kind: 'leave', ...dates('from', 30), ...dates('until', 40) };
    assert.equal((await send(welzijn, `${path}/afwezig`, first)).status, 303);
    assert.match(await page(send(welzijn, `${path}/afwezig`, first), 422), /staat al verlof of ziekte/);
    const turned = { kind: 'leave', ...dates('from', 60), ...dates('until', 50) };
    assert.match(await page(send(welzijn, `${path}/afwezig`, turned), 422), /ligt vóór de eerste/);
    const strange = { kind: 'leave', ...dates('from', 60), cover: 'Practitioner/coordinator-hengelo' };
    assert.match(await page(send(welzijn, `${path}/afwezig`, strange), 422), /Kies een collega uit hetzelfde team/);
  });
});

describe('a sign-in at a system of the practice that was tied to the wrong colleague', () => {
  const path = '/organisatie/mensen/nurse-enschede';
  const HIS = 'https://his.example.org/fhir';
  const tied = () => owner(`select person from platform.account where issuer = '${HIS}'`);

  it('is untied by the administrator of that practice, who is signed out by it, and by nobody else', async () => {
    const brink = 'Organization/voorbeeldpraktijk-de-brink-enschede';
    await owner(
      `insert into platform.launch_site (issuer, name, organisation, organisation_name, client_id, registered_at)
       values ('${HIS}', 'Proef-HIS', '${brink}', 'De Brink', 'omzien', now())`,
    );
    await owner(
      `insert into platform.account (issuer, subject, person, name) values ('${HIS}', 'verkeerd', 'Practitioner/nurse-enschede', 'x')`,
    );
    const nurse = await house.signIn('nurse-enschede');
    const start = (await nurse.get('/')).headers.get('location') ?? '/';
    assert.equal((await nurse.get(start)).status, 200);
    const admin = await house.signIn('admin-brink');
    const html = await page(admin.get(path));
    assert.match(html, /Inlog vanuit een ander systeem/);
    assert.match(html, /Proef-HIS/);
    assert.match(html, /verkeerd/);
    const elsewhere = await welzijn.post(`${path}/ontkoppelen`, { issuer: HIS, subject: 'verkeerd' });
    assert.equal(elsewhere.status, 404);
    assert.equal((await tied()).length, 1);
    const done = await send(admin, `${path}/ontkoppelen`, {}, path);
    assert.equal(done.headers.get('location'), path, await done.text());
    assert.deepEqual(await tied(), []);
    const after = await page(admin.get(path));
    assert.match(after, /Ontkoppeld van Proef-HIS/);
    assert.doesNotMatch(after, /Inlog vanuit een ander systeem/);
    assert.notEqual((await nurse.get(start)).status, 200, 'whoever it was is signed out');
    assert.ok(await house.signIn('nurse-enschede'), 'and the nurse signs in as always');
    const log = await owner(`select detail from platform.audit where detail = 'system untied: ${HIS}'`);
    assert.equal(log.length, 1);
    const again = await admin.post(`${path}/ontkoppelen`, { issuer: HIS, subject: 'verkeerd' });
    assert.equal(again.status, 409, 'twice is said');
  });
});

describe('who leaves', () => {
  const path = '/organisatie/mensen/coach-noord';

  it('hands the cases over first, is out at once, and keeps a name in the record', async () => {
    const coach = await house.signIn('coach-noord');
    await page(coach.get('/werk'));
    assert.match(await page(send(welzijn, `${path}/vertrek`, today()), 422), /Kies wie de zaken overneemt/);
    assert.ok((await assignees()).includes('Practitioner/coach-noord'), 'nothing was ended');
    const left = await send(welzijn, `${path}/vertrek`, {
      ...today(),
      'cover-1': 'Practitioner/coach-noord-colleague',
    });
    assert.equal(left.headers.get('location'), '/organisatie/mensen', await left.text());
    assert.ok(!(await assignees()).includes('Practitioner/coach-noord'));
    assert.match((await coach.get('/werk')).headers.get('location') ?? '', /inloggen/);
    const again = await house.visitor().signIn('coach-noord');
    assert.equal(again.status, 400, 'the account is closed');
    const account = await owner(`select closed_at from platform.account where subject = 'coach-noord'`);
    assert.ok(account[0]?.closed_at);
    const name = await house.ask('demo-system', '/fhir/r4/Practitioner/coach-noord');
    assert.equal(name.status, 200, 'the name stays readable');
    const colleague = await house.signIn('coach-noord-colleague');
    assert.equal((await colleague.get('/werk')).status, 200);
  });

  it('with a later last day works on until then; a sweep closes what is left', async () => {
    const karim = '/organisatie/mensen/coordinator-noord';
    const told = await send(welzijn, `${karim}/vertrek`, today(10));
    assert.equal(told.status, 303, await told.text());
    const corrie = await house.signIn('coordinator-noord/coordinator-noord');
    assert.equal((await corrie.get('/werk')).status, 200);
    assert.equal(await sweepDepartures(house.ground), 0);
    house.clock.advance(12 * DAY);
    assert.notEqual((await corrie.get('/werk')).status, 200, 'the role is over by its day');
    assert.equal(await sweepDepartures(house.ground), 1);
    const account = await owner(`select closed_at from platform.account where subject = 'coordinator-noord'`);
    assert.ok(account[0]?.closed_at);
  });

  it('who works elsewhere too goes on there', async () => {
    const hengelo = await house.signIn('admin-hengelo');
    const left = await send(hengelo, '/organisatie/mensen/two-employers/vertrek', today());
    assert.equal(left.status, 303, await left.text());
    const tamara = await house.signIn('two-employers');
    assert.equal((await tamara.get('/aanbod')).status, 200);
  });

  it('comes back by a new invitation, as the same person', async () => {
    const admin = await house.signIn('admin-welzijn');
    const link = await invited(admin, coachWish('wilma@example.org', 'Wilma', 'Voorbeeldsma'));
    const { someone, answer } = await accept('coach-noord', link);
    assert.equal(answer.headers.get('location'), '/werk');
    await page(someone.get('/werk'));
    const rows = await owner(`select person from platform.account where subject = 'coach-noord'`);
    assert.equal(rows[0]?.person, 'Practitioner/coach-noord');
  });
});

describe('the fixed team of a practice', () => {
  const BRINK = 'voorbeeldpraktijk-de-brink-enschede';
  const path = `/organisatie/teams/${BRINK}`;

  it('is changed by the welfare organisation that has it, and seen by the practice', async () => {
    const admin = await house.signIn('admin-welzijn');
    const form = { team: 'voorbeeld-welzijn-enschede-zuid', coach: 'Practitioner/coach-noord-colleague' };
    const version = /name="version" value="(\d+)"/.exec(await page(admin.get(path)))?.[1] ?? '';
    const done = await send(admin, path, form);
    assert.equal(done.headers.get('location'), '/organisatie/teams', await done.text());
    assert.match(await page(send(admin, path, { ...form, version }), 409), /Iemand anders/);
    const practice = await house.signIn('admin-brink');
    const seen = await page(practice.get('/organisatie/teams'));
    assert.match(seen, /Enschede Zuid|zuid/i);
    assert.match(seen, /Karim Proefstra/);
    await page(practice.get(path), 404);
    const own = await send(admin, path, { team: 'voorbeeld-welzijn-hengelo-team' });
    assert.equal(own.status, 422, 'only teams of the own organisation');
  });
});
