import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Made, makers } from '../../../test/support/tour.ts';
import { openTown, type Town } from '../../../test/support/town.ts';
import type { Visitor } from '../../../test/support/web.ts';
import { HAPPENING_KEYS } from '../model/index.ts';
import { timeOf } from './coach/appointment/form.ts';
import { caseWords } from './shared/index.ts';

let town: Town;
let make: ReturnType<typeof makers>;
let nurse: Visitor;
let coach: Visitor;

before(async () => {
  town = await openTown();
  make = makers(town);
  nurse = await town.visit('nurse');
  coach = await town.visit('coach');
});
after(() => town.stop());

const birth = { 'birthDate-day': '5', 'birthDate-month': '5', 'birthDate-year': '1950' };
const words = (html: string) =>
  html
    .replace(/<head[\s\S]*?<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const read = async (answer: Response | Promise<Response>) => words(await (await answer).text());
const zaak = (made: Made, part = '') => `/werk/zaak/${made.caseId}${part}`;
const referral = (made: Made, part = '') => `/praktijk/verwijzing/${made.caseId}${part}`;
const location = (answer: Response) => answer.headers.get('location') ?? '';
const bsn = '999990019';

describe('a practice nurse', () => {
  it('finds a resident by name and birth date and sees no more than name, birth date and postcode', async () => {
    await make.register('Roos', 'Vindbaar', {
      birthDate: '1950-05-05',
      phone: '06 11 22 33 44',
      street: 'Geheimlaan 9',
    });
    const answer = await nurse.post('/praktijk/verwijzen', { by: 'name', family: 'vindbaar', ...birth });
    assert.equal(answer.status, 303);
    assert.doesNotMatch(location(answer), /Vindbaar|1950|Roos/i, 'nothing of the person is in the address');
    const page = await read(nurse.follow(answer));
    assert.match(page, /Is dit de juiste persoon\?.*Roos Vindbaar.*5 mei 1950.*Postcode 7511/);
    assert.doesNotMatch(page, /06 11 22|Geheimlaan/);
  });

  it('finds by BSN, which is never in an address', async () => {
    await make.register('Bea', 'Nummer', { bsn });
    const answer = await nurse.post('/praktijk/verwijzen', { by: 'bsn', bsn });
    assert.equal(answer.status, 303);
    assert.ok(!location(answer).includes(bsn));
    const page = await read(nurse.follow(answer));
    assert.match(page, /Bea Nummer/);
    assert.ok(!page.includes(bsn));
  });

  it('is asked for the postcode where several fit, and keeps what was typed', async () => {
    await make.register('Jan', 'Tweeling', { birthDate: '1950-05-05', bsn: '999990020' });
    await make.register('Piet', 'Tweeling', { birthDate: '1950-05-05', bsn: '999990032', postcode: '7522 CD' });
    const search = { by: 'name', family: 'Tweeling', ...birth };
    const several = await nurse.post('/praktijk/verwijzen', search);
    assert.equal(several.status, 422);
    const html = await several.text();
    assert.match(words(html), /Vul ook de postcode in/);
    assert.match(html, /value="Tweeling"/);
    assert.doesNotMatch(words(html), /Jan|Piet/);
    const one = await nurse.post('/praktijk/verwijzen', { ...search, postcode: '7522 cd' });
    assert.match(await read(nurse.follow(one)), /Piet Tweeling/);
  });

  it('registers who is not there, with what was typed already filled in; somebody who may exist is not shown', async () => {
    const nobody = await nurse.follow(
      await nurse.post('/praktijk/verwijzen', { by: 'name', family: 'Nieuweling', ...birth }),
    );
    const html = await nobody.text();
    assert.match(words(html), /Wij vinden niemand/);
    const at = /href="(\/praktijk\/inschrijven[^"]+)"/.exec(html)?.[1] ?? '';
    assert.doesNotMatch(at, /Nieuweling|1950/);
    assert.match(await (await nurse.get(at)).text(), /value="Nieuweling"/);
    const person = {
      given: 'Kim',
      family: 'Nieuweling',
      ...birth,
      gender: 'other',
      postcode: '7511 ab',
      city: 'Enschede',
      phone: '0612345678',
      language: 'nl',
    };
    const made = await nurse.post('/praktijk/inschrijven', person, { page: at });
    assert.equal(made.status, 303, await read(made.clone()));
    const double = await nurse.post('/praktijk/inschrijven', { ...person, given: 'Kimberly' });
    assert.equal(double.status, 422);
    const told = await double.text();
    assert.match(words(told), /Kijk het document en het BSN na/);
    assert.doesNotMatch(words(told), /Kim /);
    assert.match(told, /value="Kimberly"/, 'what was typed is still there');
  });

  it('refers once after checking, also when the button is pressed twice at once', async () => {
    await make.register('Wil', 'Verwezen', { birthDate: '1950-05-05' });
    const found = await nurse.follow(
      await nurse.post('/praktijk/verwijzen', { by: 'name', family: 'Verwezen', ...birth }),
    );
    const page = /href="(\/praktijk\/verwijzing\/nieuw[^"]+)"/.exec(await found.text())?.[1] ?? '';
    const form = await (await nurse.get(page)).text();
    const voor = /name="voor" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const wrong = await nurse.post(
      '/praktijk/verwijzing/nieuw',
      { voor, note: 'Blijft staan', step: 'check' },
      { page },
    );
    assert.equal(wrong.status, 422);
    const shown = await wrong.text();
    assert.match(words(shown), /Kies ten minste één reden.*Zonder ja mag u dit niet doorgeven/);
    assert.match(shown, /Blijft staan<\/textarea>/);
    const filled = { voor, reasons: ['psychosocial', 'money'], urgency: 'soon', note: 'Vaak alleen', agreed: 'yes' };
    const check = await nurse.post('/praktijk/verwijzing/nieuw', { ...filled, step: 'check' }, { page });
    const html = await check.text();
    assert.match(words(html), /Klopt dit\?.*Psychosociaal, Geldzorgen.*Snel.*Vaak alleen.*versie 1/);
    const token = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
    const whole = { ...filled, reasons: token('reasons'), step: 'send', _csrf: token('_csrf'), _once: token('_once') };
    const [one, two] = await Promise.all([1, 2].map(() => nurse.send('/praktijk/verwijzing/nieuw', whole)));
    assert.deepEqual([one?.status, two?.status], [303, 303]);
    assert.equal(location(one!), location(two!));
    assert.match(await read(nurse.get('/praktijk')), /W\. Verwezen/);
  });

  it('undoes a mistake after seeing what goes with it; the team no longer sees it', async () => {
    const made = await make.accepted('Fout', 'Persoon');
    const page = await read(nurse.get(referral(made, '/ongedaan')));
    assert.match(page, /Dit gaat allemaal mee.*de toegang die het team daardoor kreeg/);
    assert.equal((await nurse.post(referral(made, '/ongedaan'), {})).status, 422);
    const done = await nurse.post(referral(made, '/ongedaan'), { reason: 'wrong-resident' });
    assert.equal(location(done), '/praktijk');
    assert.doesNotMatch(await read(coach.get('/werk')), /F\. Persoon/);
  });

  it('of another practice sees a page that looks as if nothing is there', async () => {
    const made = await make.referred('Eigen', 'Praktijk');
    const other = await town.visit('other-nurse');
    assert.equal((await other.get(referral(made))).status, 404);
    assert.equal(
      (await other.post(referral(made, '/ongedaan'), { reason: 'double' }, { page: '/praktijk/verwijzen' })).status,
      404,
    );
  });

  it('reads why the team said no and what to do then', async () => {
    const made = await make.referred('Nee', 'Gezegd');
    await coach.post(`/werk/aanmelding/${await make.taskOf('coach', made)}`, {
      answer: 'reject',
      reason: 'needs-more',
      note: 'Beter bij de ggz.',
    });
    const page = await read(nurse.get(referral(made)));
    assert.match(
      page,
      /Het team kan deze inwoner niet helpen.*Er is meer nodig dan wij kunnen bieden.*Beter bij de ggz\./,
    );
    assert.match(page, /Bespreek met de inwoner wat er nu past/);
  });
});

describe('a welfare coach', () => {
  it('answers a referral knowing no more than first name, age and area, and then sees who it is', async () => {
    const made = await make.referred('Sien', 'Onbekend');
    const at = `/werk/aanmelding/${await make.taskOf('coach', made)}`;
    for (const page of [await read(coach.get('/werk')), await read(coach.get(at))])
      assert.doesNotMatch(page, /Onbekend|Brinkstraat/);
    const no = await coach.post(at, { answer: 'reject', note: 'Blijft staan' });
    assert.equal(no.status, 422);
    assert.match(await no.text(), /Blijft staan<\/textarea>/);
    const yes = await coach.post(at, { answer: 'accept' });
    assert.equal(location(yes), zaak(made));
    assert.match(await read(coach.get(zaak(made))), /Sien Onbekend.*Brinkstraat 12/);
    assert.equal((await (await town.visit('other-coach')).get(zaak(made))).status, 404);
  });

  it('who answers second is told that a colleague was first', async () => {
    const made = await make.referred('Twee', 'Coaches');
    const at = `/werk/aanmelding/${await make.taskOf('coach', made)}`;
    const colleague = await town.visit('colleague');
    const answers = await Promise.all([coach.post(at, { answer: 'accept' }), colleague.post(at, { answer: 'accept' })]);
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409]);
    const lost = answers.find((answer) => answer.status === 409)!;
    assert.match(await read(lost), /was net eerder|nu anders/);
  });

  it('keeps the whole long conversation when one answer is missing, and then saves it whole', async () => {
    const made = await make.accepted('Lang', 'Gesprek');
    const filled = {
      body: '6',
      'body-note': 'Knie',
      mind: '4',
      goal: 'Meer buiten',
      'goal-3': 'Samen eten',
      'welzijn-happy': '0',
    };
    const missing = await coach.post(zaak(made, '/gesprek'), filled);
    assert.equal(missing.status, 422);
    const html = await missing.text();
    assert.match(words(html), /Wat er toe doet: vul dit in/);
    assert.match(html, /Knie<\/textarea>/);
    assert.match(
      html,
      /name="welzijn-happy" checked="" value="0"|value="0" checked=""[^>]*name="welzijn-happy"|id="welzijn-happy"[^>]*checked=""/,
    );
    assert.match(html, /value="Samen eten"/);
    const saved = await coach.post(zaak(made, '/gesprek'), { ...filled, matters: 'Zelf boodschappen doen' });
    assert.equal(location(saved), zaak(made), await read(saved.clone()));
    const page = await read(coach.get(zaak(made)));
    assert.match(page, /Zelf boodschappen doen.*Meer buiten.*Samen eten/);
  });

  it('plans a meeting, sees it come, and cancels it', async () => {
    const made = await make.accepted('Af', 'Spraak');
    const past = {
      about: 'conversation',
      'date-day': '1',
      'date-month': '2',
      'date-year': '2020',
      time: '14.30',
      place: 'thuis',
    };
    assert.match(await read(coach.post(zaak(made, '/afspraak'), past)), /die nog komen/);
    const planned = await coach.post(zaak(made, '/afspraak'), { ...past, 'date-year': '2027' });
    assert.equal(planned.status, 303);
    const html = await (await coach.get(zaak(made))).text();
    assert.match(words(html), /ma 1 feb, 14:30/);
    const cancel = /href="([^"]+\/afzeggen)"/.exec(html)?.[1] ?? '';
    assert.equal((await coach.post(cancel, {})).status, 422);
    const moved = await coach.post(cancel.replace('afzeggen', 'wijzigen'), {
      ...past,
      'date-year': '2027',
      time: '15 uur',
    });
    assert.match(await read(coach.follow(moved)), /afspraak is veranderd/);
    const file = /href="([^"]+\.ics)"/.exec(html)?.[1] ?? '';
    assert.match(await (await coach.get(file)).text(), /SEQUENCE:1/);
    assert.equal((await (await town.visit('other-coach')).get(file)).status, 404);
    assert.equal((await coach.post(cancel, { reason: 'team' })).status, 303);
    assert.match(await (await coach.get(file)).text(), /METHOD:CANCEL/);
    assert.match(await read(coach.get(zaak(made))), /gaat niet door/);
  });

  it('seeks a place without the needs standing in an address, is told why it fits, and refers on in the resident’s order', async () => {
    const made = await make.talked('Zoekt', 'Plek');
    const wish = {
      'needs-taking-part': ['loneliness'],
      travel: 'bike',
      maxCost: '20',
      languages: ['nl'],
      step: 'search',
    };
    const found = await coach.post(zaak(made, '/plek'), wish);
    const html = await found.text();
    assert.match(words(html), /Waarom dit past.*past bij “Minder alleen zijn”.*Nagekeken op/);
    assert.match(words(html), /diensten in de regio vielen af:.*iets anders bieden: \d+/);
    const [first, second] = [...html.matchAll(/name="(rank-[^"]+)"/g)].map((match) => match[1]!);
    const twice = await coach.post(zaak(made, '/plek'), { ...wish, step: 'choose', [first!]: '1', [second!]: '1' });
    assert.match(await read(twice), /al aan een andere plek/);
    const chosen = { ...wish, [first!]: '2', [second!]: '1' };
    const check = await coach.post(zaak(made, '/plek'), { ...chosen, step: 'choose' });
    assert.equal(check.status, 200);
    const sent = await coach.post(zaak(made, '/plek'), { ...chosen, step: 'send', agreed: 'yes', note: '' });
    assert.equal(location(sent), zaak(made));
    const name = (field: string) => town.ground.definitions.organisationName(field.slice('rank-'.length));
    const page = await read(coach.get(zaak(made)));
    assert.match(page, new RegExp(`${name(second!)} gevraagd.*${name(first!)} nog niet gevraagd`));
    const request = /aanmelding\/([^/"]+)\/intrekken/.exec(await (await coach.get(zaak(made))).text())?.[1] ?? '';
    const withdrawn = await coach.post(zaak(made, `/aanmelding/${request}/intrekken`), { reason: 'changed-mind' });
    assert.equal(location(withdrawn), zaak(made), await read(withdrawn.clone()));
    assert.match(await read(coach.get(zaak(made))), /ingetrokken/);
  });

  it('lets the clock stand still with a reason, and run again', async () => {
    const made = await make.accepted('Stil', 'Staand');
    assert.equal((await coach.post(zaak(made, '/pauze'), { reason: ' ' })).status, 422);
    assert.equal((await coach.post(zaak(made, '/pauze'), { reason: 'op reis' })).status, 303);
    assert.match(await read(coach.get(zaak(made))), /De klok staat stil: op reis/);
    assert.equal((await coach.post(zaak(made, '/hervat'), {}, { page: zaak(made) })).status, 303);
    assert.doesNotMatch(await read(coach.get(zaak(made))), /De klok staat stil/);
  });

  it('finishes after seeing exactly what the practice will read, and the practice reads that and no more', async () => {
    const made = await make.helped('Klaar', 'Afgerond');
    const ending = { ending: 'goal-reached', summary: 'Eet elke week mee.' };
    assert.equal((await coach.post(zaak(made, '/afronden'), { ending: 'goal-reached' })).status, 422);
    const check = await read(coach.post(zaak(made, '/afronden'), { ...ending, step: 'check' }));
    assert.match(check, /Dit leest de praktijk.*Het doel is bereikt.*Eet elke week mee\./);
    const sent = await coach.post(zaak(made, '/afronden'), { ...ending, step: 'send' });
    assert.equal(location(sent), '/werk', await read(sent.clone()));
    const page = await read(nurse.get(referral(made)));
    assert.match(page, /Het doel is bereikt.*Eet elke week mee\./);
    assert.doesNotMatch(page, /Slaapt slecht|mensen om mij heen|Maatjesproject|1 van 2/i);
    assert.equal(location(await nurse.post(referral(made, '/sluiten'), {}, { page: referral(made) })), '/praktijk');
    assert.match(await read(nurse.get('/praktijk?lijst=afgesloten')), /K\. Afgerond/);
    assert.match(await read(coach.get('/werk?lijst=gesloten')), /K\. Afgerond/);
  });

  it('types in what came back on paper, and shows the change without calling it proof', async () => {
    const made = await make.helped('Papier', 'Terug');
    town.web.clock.advance(86_400_000);
    assert.equal((await coach.post(zaak(made, '/terugkijken'), {})).status, 422);
    const kept = await coach.post(zaak(made, '/terugkijken'), {
      'welzijn-satisfied': '7',
      'welzijn-anxious': '3',
      'ervaring-listened': 'completely',
    });
    assert.equal(location(kept), zaak(made), await read(kept.clone()));
    const page = await read(coach.get(zaak(made)));
    assert.match(page, /Tevreden 5 7 \+2, beter/);
    assert.match(page, /Ongerust \(lager is beter\) 6 3 −3, beter/);
    assert.match(page, /bewijst niet dat de hulp dat deed/);
    assert.match(page, /Geluisterd Helemaal wel/);
  });
});

describe('a coordinator', () => {
  it('does not hold conversations, but assigns and hands over all cases of a colleague who is ill', async () => {
    const made = await make.accepted('Over', 'Gedragen');
    const coordinator = await town.visit('coordinator');
    assert.equal((await coordinator.get(zaak(made, '/gesprek'))).status, 404);
    assert.doesNotMatch(await read(coordinator.get(zaak(made))), /Gesprek vastleggen/);
    const team = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
    const [from, to] = ['Practitioner/coach', 'Practitioner/colleague'];
    const same = await coordinator.post('/werk/overdragen', { team, suffix: '', from, to: from });
    assert.equal(same.status, 422);
    const done = await coordinator.post('/werk/overdragen', { team, suffix: '', from, to, reason: 'illness' });
    assert.equal(location(done), '/werk');
    assert.match(await read(coordinator.follow(done)), /staa[nt] nu op naam van Karim Collega/);
    const back = await coordinator.post(zaak(made, '/toewijzen'), { to: from });
    assert.equal(back.status, 303);
    assert.match(await read(coach.get('/werk?lijst=mij')), /O\. Gedragen/);
  });
});

describe('the words of these pages', () => {
  it('tell every stage to who refers and who coaches', () => {
    const { now, next } = caseWords('nl');
    const missing = HAPPENING_KEYS.filter((key) => /\.(requester|coach|professional)$/.test(key)).filter(
      (key) => !(key in now) && !(key in next),
    );
    assert.deepEqual(missing, []);
  });

  it('understand a time as people write it', () => {
    assert.deepEqual(['14:30', '9.05', '14u15', '14 uur', '25:00', '14:75', 'straks'].map(timeOf), [
      '14:30',
      '09:05',
      '14:15',
      '14:00',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

// Last: the clock of the machine moves, and everybody else is signed out by it.
describe('what was found', () => {
  it('reaches nobody with a ticket of another person, or one of more than half an hour ago', async () => {
    await make.register('Toon', 'Bewaard', { birthDate: '1950-05-05' });
    const at = location(await nurse.post('/praktijk/verwijzen', { by: 'name', family: 'Bewaard', ...birth }));
    const other = await town.visit('other-nurse');
    assert.equal(location(await other.get(at)), '/praktijk/verwijzen');
    assert.equal((await nurse.get(at)).status, 200);
    for (const minutes of [16, 16]) {
      town.web.wall.advance(minutes * 60_000);
      await nurse.get('/praktijk');
    }
    assert.equal(location(await nurse.get(at)), '/praktijk/verwijzen');
  });
});
