import assert from 'node:assert/strict';
import * as engine from '../../src/pathways/index.ts';
import { localDate, type Result } from '../../src/platform/index.ts';
import { staffOf } from './pathways.ts';
import { tourLife } from './tour-life.ts';
import { openTown, type Staff, type Town } from './town.ts';
import type { Visitor } from './web.ts';

/** One page in one state, as the server sent it. */
export type Shown = { readonly name: string; readonly html: string };

const DOOR = { door: 'page' } as const;
const DAY = 86_400_000;
export const LONG_FAMILY = 'van der Voorbeeld-Zonnenbergh tot Proefhuizen';

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : JSON.stringify(result.problem));
  return result.value;
}

export type Made = { readonly resident: string; readonly caseId: string };

/** People and cases in every stage, made by the services that the pages call. */
export function makers(town: Town) {
  const { ground } = town;
  const nurse = town.actor('nurse');
  const coach = town.actor('coach');
  let people = 0;
  const register = async (given: string, family: string, more: Partial<engine.NewResident> = {}) => {
    people += 1;
    return value(
      await engine.registerResident(
        ground,
        nurse,
        {
          given,
          family,
          birthDate: `19${40 + (people % 50)}-0${1 + (people % 9)}-12`,
          gender: people % 2 ? 'female' : 'male',
          street: 'Brinkstraat 12',
          postcode: '7511 AB',
          city: 'Enschede',
          municipality: 'Enschede',
          phone: '053 000 00 00',
          language: 'nl',
          ...more,
        },
        DOOR,
      ),
    ).resident;
  };
  const referred = async (
    given: string,
    family: string,
    more: Partial<engine.NewResident> = {},
    urgency = 'routine',
  ): Promise<Made> => {
    const resident = await register(given, family, more);
    const { caseId } = value(
      await engine.refer(
        ground,
        nurse,
        {
          resident,
          pathway: 'welzijn-op-recept',
          reasons: ['psychosocial', 'lifestyle'],
          urgency,
          note: 'Sinds het overlijden van haar man vaak alleen. Wil graag weer onder de mensen.',
          agreed: true,
        },
        DOOR,
      ),
    );
    return { resident, caseId };
  };
  const taskOf = async (who: Staff, made: Made) => {
    const view = value(await engine.worklist(ground, town.actor(who), { view: 'open', count: 100 }, DOOR));
    const line = view.lines.find((one) => one.case_id === made.caseId);
    assert.ok(line, 'the case is in the list');
    return line.id;
  };
  const accepted = async (...who: Parameters<typeof referred>): Promise<Made> => {
    const made = await referred(...who);
    value(await engine.takeStep(ground, coach, { task: await taskOf('coach', made), to: 'accepted' }, DOOR));
    return made;
  };
  const talked = async (...who: Parameters<typeof referred>): Promise<Made> => {
    const made = await accepted(...who);
    value(
      await engine.recordContact(
        ground,
        coach,
        { ...made, kind: 'phone', outcome: 'no-answer', note: 'Later op de dag nog eens bellen.' },
        DOOR,
      ),
    );
    value(await engine.recordContact(ground, coach, { ...made, kind: 'phone', outcome: 'appointment' }, DOOR));
    value(
      await engine.holdConversation(
        ground,
        coach,
        {
          ...made,
          answers: {
            body: 6,
            mind: 4,
            'mind-note': 'Slaapt slecht sinds het voorjaar.',
            meaning: 5,
            'quality-of-life': 5,
            'taking-part': 2,
            'taking-part-note': 'Kent weinig mensen in de nieuwe buurt.',
            'daily-life': 7,
            matters: 'Weer mensen om mij heen hebben',
            goal: ['Elke week samen eten', 'Elke dag een half uur naar buiten'],
          },
          measure: { satisfied: 5, worthwhile: 6, happy: 4, anxious: 6 },
        },
        DOOR,
      ),
    );
    return made;
  };
  const candidates = () =>
    ground.definitions.region.services
      .filter((service) => service.municipality === 'enschede' && service.needs.includes('loneliness'))
      .slice(0, 3)
      .map((service) => service.id);
  const offered = async (
    ...who: Parameters<typeof referred>
  ): Promise<Made & { request: string; services: readonly string[] }> => {
    const made = await talked(...who);
    const services = candidates();
    const { request } = value(
      await engine.referOn(
        ground,
        coach,
        { ...made, needs: ['loneliness'], candidates: services, note: 'Komt graag op dinsdag.', agreed: true },
        DOOR,
      ),
    );
    return { ...made, request, services };
  };
  const offerAt = async (service: string, made: Made) =>
    value(await engine.worklist(ground, staffOf(service), { view: 'open', count: 100 }, DOOR)).lines.find(
      (line) => line.case_id === made.caseId,
    )!.id;
  const helped = async (...who: Parameters<typeof referred>): Promise<Made & { request: string }> => {
    const made = await offered(...who);
    const [first, second] = made.services as readonly [string, string];
    value(
      await engine.takeStep(
        ground,
        staffOf(first),
        { task: await offerAt(first, made), to: 'rejected', reason: 'full' },
        DOOR,
      ),
    );
    const task = await offerAt(second, made);
    const staff = staffOf(second);
    const day = localDate(new Date(ground.clock.now().getTime() - DAY));
    value(await engine.takeStep(ground, staff, { task, to: 'accepted' }, DOOR));
    value(await engine.recordAttendance(ground, staff, { task, date: day, attended: 'attended' }, DOOR));
    value(await engine.recordAttendance(ground, staff, { task, date: day, time: '14:00', attended: 'no-show' }, DOOR));
    value(
      await engine.takeStep(
        ground,
        staff,
        { task, to: 'completed', outcome: 'goal-reached', note: 'Komt elke week en kent er nu mensen.' },
        DOOR,
      ),
    );
    return made;
  };
  /** The look back after the support: the questions again, on paper and in a talk. */
  const lookBack = async (made: Made): Promise<void> => {
    const kept = (questionnaire: string, answers: engine.Measured['answers']) =>
      engine.keepQuestionnaire(ground, coach, { ...made, questionnaire, answers }, DOOR);
    value(
      await kept('experience', { listened: 'completely', 'own-choice': 'mostly', good: 'Dat er steeds iemand belde.' }),
    );
    value(await kept('well-being', { satisfied: 7, worthwhile: 7, happy: 6, anxious: 3 }));
    value(
      await engine.holdConversation(
        ground,
        coach,
        {
          ...made,
          answers: {
            body: 6,
            mind: 6,
            meaning: 6,
            'quality-of-life': 7,
            'taking-part': 7,
            'daily-life': 7,
            matters: 'Dit volhouden',
            goal: ['Zelf iemand uitnodigen'],
          },
        },
        DOOR,
      ),
    );
  };
  const finish = async (made: Made): Promise<void> => {
    value(
      await engine.finishCase(
        ground,
        coach,
        { ...made, outcome: 'goal-reached', summary: 'Mevrouw eet elke week mee en voelt zich minder alleen.' },
        DOOR,
      ),
    );
  };
  return { register, referred, taskOf, accepted, talked, offered, helped, lookBack, finish };
}

/** Walks through every page in the states that matter, and gives what the server sent. */
export async function openTour(): Promise<{ readonly shown: readonly Shown[]; readonly stop: () => Promise<void> }> {
  const town = await openTown();
  const { ground } = town;
  const make = makers(town);
  const nurse = await town.visit('nurse');
  const coach = await town.visit('coach');
  const coordinator = await town.visit('coordinator');
  const shown: Shown[] = [];
  const keep = async (name: string, answer: Response | Promise<Response>, status = 200) => {
    const got = await answer;
    const html = await got.text();
    assert.equal(
      got.status,
      status,
      `${name}: ${html
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 600)}`,
    );
    shown.push({ name, html });
    return html;
  };
  const to = (who: Visitor, answer: Promise<Response>) => answer.then((got) => who.follow(got));
  const birth = (day: string, month: string, year: string) => ({
    'birthDate-day': day,
    'birthDate-month': month,
    'birthDate-year': year,
  });

  await keep('practice list empty', nurse.get('/praktijk'));
  await keep('coach list empty', coach.get('/werk'));
  await keep('find', nurse.get('/praktijk/verwijzen'));
  await keep('find error', nurse.post('/praktijk/verwijzen', { by: 'bsn', bsn: '123456789' }), 422);
  const search = { by: 'name', family: 'Nieuweling', ...birth('2', '3', '1948') };
  const nobody = await keep('find nobody', to(nurse, nurse.post('/praktijk/verwijzen', search)));
  const registerAt = /href="(\/praktijk\/inschrijven[^"]+)"/.exec(nobody)?.[1] ?? '';
  await keep('register prefilled', nurse.get(registerAt));
  await keep('register error', nurse.post('/praktijk/inschrijven', { given: '' }, { page: registerAt }), 422);
  const person = {
    given: 'Anna',
    family: 'Voorbeeld',
    ...birth('2', '3', '1948'),
    gender: 'female',
    postcode: '7511AB',
    city: 'Enschede',
    phone: '0530000000',
    language: 'nl',
  };
  await make.register('Adriana', 'Voorbeeld', { birthDate: '1948-03-02' });
  await keep('register may exist', nurse.post('/praktijk/inschrijven', person), 422);
  const found = await keep(
    'find found',
    to(nurse, nurse.post('/praktijk/verwijzen', { ...search, family: 'Voorbeeld' })),
  );
  const referAt = /href="(\/praktijk\/verwijzing\/nieuw[^"]+)"/.exec(found)?.[1] ?? '';
  const refer = await keep('refer', nurse.get(referAt));
  const voor = /name="voor" value="([^"]+)"/.exec(refer)?.[1] ?? '';
  const page = { page: referAt };
  await keep(
    'refer error',
    nurse.post('/praktijk/verwijzing/nieuw', { voor, note: 'Bewaard.', step: 'check' }, page),
    422,
  );
  const filled = {
    voor,
    reasons: ['psychosocial', 'money'],
    urgency: 'soon',
    note: 'Slaapt slecht.\nMaakt zich zorgen.',
    agreed: 'yes',
  };
  await keep('refer check', nurse.post('/praktijk/verwijzing/nieuw', { ...filled, step: 'check' }, page));
  await keep('refer sent', to(nurse, nurse.post('/praktijk/verwijzing/nieuw', { ...filled, step: 'send' }, page)));
  await keep('practice list one', nurse.get('/praktijk'));

  const done = await make.helped('Fatima', 'Bedacht', { language: 'ar' });
  const finished = await make.helped('Gerrit', 'Fantasie');
  town.web.clock.advance(91 * DAY);
  for (const made of [done, finished]) await make.lookBack(made);
  await make.finish(finished);
  const offer = await make.referred('Johanna Wilhelmina Antoinette', LONG_FAMILY);
  const accepted = await make.accepted('Bernard', 'Proef', { phone: undefined as never, letters: true });
  const talked = await make.talked('Cornelia', 'Denkbeeld', { mail: 'cornelia@voorbeeld.nl' });
  const offered = await make.offered('Dirk', 'Verzonnen');
  const helped = await make.helped('Els', 'Fictie');
  const declined = await make.referred('Hendrika', 'Schijn');
  const coachActor = town.actor('coach');
  value(
    await engine.takeStep(
      ground,
      coachActor,
      {
        task: await make.taskOf('coach', declined),
        to: 'rejected',
        reason: 'needs-more',
        note: 'Beter bij de praktijkverpleegkundige ggz.',
      },
      DOOR,
    ),
  );
  const paused = await make.accepted('Ibrahim', 'Gedacht', {}, 'soon');
  value(await engine.pauseCase(ground, coachActor, { ...paused, reason: 'op vakantie tot 4 januari' }, DOOR));
  const late = await make.accepted('Jan', 'Te Laat');
  value(await engine.recordContact(ground, coachActor, { ...late, kind: 'phone', outcome: 'voicemail' }, DOOR));
  value(
    await engine.planConversation(
      ground,
      coachActor,
      {
        ...talked,
        date: localDate(new Date(ground.clock.now().getTime() + 14 * DAY)),
        time: '14:30',
        place: 'bij mevrouw thuis',
        about: 'conversation',
      },
      DOOR,
    ),
  );
  town.web.clock.advance(9 * DAY);

  await keep('practice list many', nurse.get('/praktijk'));
  await keep('practice list closed empty', nurse.get('/praktijk?lijst=afgesloten'));
  const referral = (made: Made, part = '') => `/praktijk/verwijzing/${made.caseId}${part}`;
  await keep('referral new', nurse.get(referral(offer)));
  await keep('referral running', nurse.get(referral(offered)));
  await keep('referral declined', nurse.get(referral(declined)));
  await keep('referral outcome', nurse.get(referral(finished)));
  await keep('referral undo', nurse.get(referral(offer, '/ongedaan')));
  await keep('referral undo error', nurse.post(referral(offer, '/ongedaan'), {}), 422);
  await keep('referral withdraw', nurse.get(referral(offered, '/intrekken')));
  await keep('referral denied', (await town.visit('other-nurse')).get(referral(offer)), 404);

  await keep('coach list many', coach.get('/werk'));
  for (const view of ['nieuw', 'zonder', 'mij', 'week', 'telaat', 'wacht', 'gesloten'])
    await keep(`coach list ${view}`, coach.get(`/werk?lijst=${view}`));
  await keep('coordinator list', coordinator.get('/werk'));
  await keep('coordinator list of one coach', coordinator.get('/werk?bij=Practitioner/coach'));
  await keep('coordinator list error', coordinator.post('/werk/toewijzen', { lijst: 'open' }, { page: '/werk' }), 422);
  const offerAt = `/werk/aanmelding/${await make.taskOf('coach', offer)}`;
  await keep('offer', coach.get(offerAt));
  await keep('offer error', coach.post(offerAt, { answer: 'reject', note: 'Bewaard.' }), 422);
  const zaak = (made: Made, part = '') => `/werk/zaak/${made.caseId}${part}`;
  await keep('case accepted', coach.get(zaak(accepted)));
  await keep('case late', coach.get(zaak(late)));
  await keep('case talked', coach.get(zaak(talked)));
  await keep('case offered', coach.get(zaak(offered)));
  await keep('case helped', coach.get(zaak(helped)));
  await keep('case looked back', coach.get(zaak(done)));
  await keep('case finished', coach.get(zaak(finished)));
  await keep('case paused', coach.get(zaak(paused)));
  await keep('case for coordinator', coordinator.get(zaak(offered)));
  await keep('case denied', (await town.visit('other-coach')).get(zaak(offered)), 404);
  await keep('contact', coach.get(zaak(accepted, '/contact')));
  await keep('contact error', coach.post(zaak(accepted, '/contact'), { note: 'Bewaard.' }), 422);
  await keep('appointment', coach.get(zaak(accepted, '/afspraak')));
  await keep('timeline', coach.get(zaak(offered, '/tijdlijn')));
  await keep('timeline of nothing', coach.get(zaak(accepted, '/tijdlijn?soort=plan')));
  await keep('timeline of the practice', nurse.get(referral(offered, '/tijdlijn')));
  const contactAt = /href="([^"]+\/herstel)"/.exec(await (await coach.get(zaak(talked))).text())?.[1] ?? '';
  await keep('contact mistake', coach.get(contactAt));
  await keep('contact mistake error', coach.post(contactAt, {}), 422);
  await keep('plan', coach.get(zaak(talked, '/plan')));
  await keep('plan error', coach.post(zaak(talked, '/plan'), { 'action-1': 'x', 'who-1': 'niemand' }), 422);
  await keep('pause error', coach.post(zaak(accepted, '/pauze'), { 'expected-day': '40' }), 422);
  await keep('appointment error', coach.post(zaak(accepted, '/afspraak'), { time: '25 uur' }), 422);
  await keep('conversation', coach.get(zaak(accepted, '/gesprek')));
  await keep('conversation error', coach.post(zaak(accepted, '/gesprek'), { body: '6', goal: 'Meer buiten' }), 422);
  await keep('look back', coach.get(zaak(helped, '/terugkijken')));
  await keep('look back error', coach.post(zaak(helped, '/terugkijken'), {}), 422);
  await keep('paper letter', coach.get(zaak(accepted, '/papier')));
  await keep('paper questions', coach.get(zaak(accepted, '/papier?soort=gesprek')));
  await keep('services', coach.get(zaak(talked, '/plek')));
  await keep('services error', coach.post(zaak(talked, '/plek'), { step: 'search', maxCost: 'veel' }), 422);
  const wish = {
    'needs-taking-part': ['loneliness', 'eating-together'],
    travel: 'bike',
    maxCost: '20',
    languages: ['nl'],
  };
  const list = await keep('services found', coach.post(zaak(talked, '/plek'), { ...wish, step: 'search' }));
  await keep('services none', coach.post(zaak(talked, '/plek'), { ...wish, languages: ['so'], step: 'search' }));
  await keep('services no choice', coach.post(zaak(talked, '/plek'), { ...wish, step: 'choose' }), 422);
  const ranks = [...list.matchAll(/name="(rank-[^"]+)"/g)]
    .slice(0, 2)
    .map((match, index) => [match[1], String(index + 1)]);
  const chosen = { ...wish, ...Object.fromEntries(ranks) };
  await keep('services chosen', coach.post(zaak(talked, '/plek'), { ...chosen, step: 'choose' }));
  await keep(
    'services not agreed',
    coach.post(zaak(talked, '/plek'), { ...chosen, step: 'send', note: 'Bewaard.' }),
    422,
  );
  await keep('withdraw onward', coach.get(zaak(offered, `/aanmelding/${offered.request}/intrekken`)));
  await keep('pause', coach.get(zaak(accepted, '/pauze')));
  await keep('assign', coach.get(zaak(accepted, '/toewijzen')));
  await keep('assign error', coach.post(zaak(accepted, '/toewijzen'), {}), 422);
  await keep('hand over', coordinator.get('/werk/overdragen'));
  await keep(
    'hand over error',
    coach.post('/werk/overdragen', { team: town.actor('coach').services[0]!, suffix: '' }),
    422,
  );
  await keep('finish', coach.get(zaak(helped, '/afronden')));
  await keep('finish error', coach.post(zaak(done, '/afronden'), { step: 'check' }), 422);
  const ending = { ending: 'goal-reached', summary: 'Mevrouw eet elke week mee.' };
  await keep('finish check', coach.post(zaak(done, '/afronden'), { ...ending, step: 'check' }));
  await keep(
    'referral closed',
    to(nurse, nurse.post(referral(finished, '/sluiten'), {}, { page: referral(finished) })),
  );
  await keep('practice list closed', nurse.get('/praktijk?lijst=afgesloten'));
  await keep('referral after closing', nurse.get(referral(finished)));
  await tourLife({ town, make, keep, nurse, coach });
  return { shown, stop: town.stop };
}
