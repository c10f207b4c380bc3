import { after, before, describe, it } from 'node:test';
import { buildHouse, type House } from '../../../../test/security/house.ts';
import { asOwner } from '../../../../test/security/world.ts';
import { closeBrowser } from '../../../../test/support/browser.ts';
import { checkSent } from '../../../../test/support/sent.ts';
import { peopleRoom, practiceCoachRoom } from '../../index.ts';

let house: House;
const pages = new Map<string, string>();

before(async () => {
  house = await buildHouse((parts) => [practiceCoachRoom(parts), peopleRoom(parts)]);
  await tellStory();
});
after(async () => {
  await closeBrowser();
  await house.stop();
});

/** Walks through every page and state of the administrator, and keeps the HTML of each. */
async function tellStory(): Promise<void> {
  const keep = async (name: string, answer: Response | Promise<Response>) => {
    pages.set(name, await (await answer).text());
  };
  const admin = await house.signIn('admin-welzijn');
  const long = { given: 'Bartholomeus Johannes', family: 'van der Voorbeeld-Zonnenbergh tot Proefhuizen' };
  const services = 'HealthcareService/voorbeeld-welzijn-enschede-noord';
  const invited = { ...long, mail: 'bartholomeus.van.der.voorbeeld-zonnenbergh@welzijn.example.org', services };
  await keep('overview-quiet', admin.get('/organisatie'));
  await keep('people', admin.get('/organisatie/mensen'));
  await keep('people-nobody', admin.get('/organisatie/mensen?naam=xyz'));
  await keep('invite', admin.get('/organisatie/mensen/nieuw'));
  await keep('invite-mistakes', admin.post('/organisatie/mensen/nieuw', { mail: 'geen adres' }));
  await admin.post('/organisatie/mensen/nieuw', { ...invited, role: ['welfare-coach', 'coordinator'] });
  const [mail] = await asOwner(house.ownerUrl, `select body from platform.message where recipient_kind = 'invited'`);
  const link = new URL(/https?:\S+\/uitnodiging\/[\w-]+/.exec(String(mail?.body))?.[0] ?? '').pathname;
  await keep('invitation', house.visitor().get(link));
  const newcomer = house.visitor();
  await newcomer.signIn('newcomer-nora', undefined, `/inloggen?terug=${encodeURIComponent(link)}`);
  await keep('invitation-confirm', newcomer.get(link));
  await keep('invitation-unknown', house.visitor().get(`/uitnodiging/${'x'.repeat(43)}`));
  const coach = '/organisatie/mensen/coach-noord';
  await keep('person', admin.get(coach));
  await keep('give-role', admin.get(`${coach}/rol`));
  await keep('give-role-self', admin.get('/organisatie/mensen/admin-welzijn/rol'));
  await keep('role', admin.get(`${coach}/rol/coach-noord`));
  await keep('role-mistake', admin.post(`${coach}/rol/coach-noord`, { act: 'save' }));
  await keep('away', admin.get(`${coach}/afwezig`));
  await keep('away-mistakes', admin.post(`${coach}/afwezig`, { 'from-day': '31', 'from-month': '2', hand: 'yes' }));
  await keep('departure', admin.get(`${coach}/vertrek`));
  await keep('departure-mistake', admin.post(`${coach}/vertrek`, { 'lastDay-day': '40' }));
  const seen = /name="seen" value="([^"]+)"/.exec(pages.get('away') ?? '')?.[1] ?? '';
  await admin.post(`${coach}/afwezig`, {
    ...{ kind: 'leave', 'from-day': '2', 'from-month': '11', 'from-year': '2026' },
    ...{ 'until-day': '9', 'until-month': '11', 'until-year': '2026' },
    ...{ cover: 'Practitioner/coach-noord-colleague', hand: 'yes', seen },
  });
  await keep('person-away', admin.get(coach));
  await keep('people-away', admin.get('/organisatie/mensen?wie=away'));
  await keep('teams', admin.get('/organisatie/teams'));
  await keep('tie', admin.get('/organisatie/teams/voorbeeldpraktijk-de-brink-enschede'));
  await keep('rights', admin.get('/organisatie/rechten'));
  await keep('figures-none', admin.get('/organisatie/cijfers'));
  for (const [month, values] of [
    ['2026-09-01', [35, 30, null, 30, 25, null, 15, null, 2]],
    ['2026-10-01', [25, null, null, 10, null, null, null, null, 3]],
  ] as const)
    for (const [index, figure] of FIGURES.entries())
      await asOwner(
        house.ownerUrl,
        `insert into pathways.own_figure values ('${services}', '${month}', '${figure}', ${values[index] ?? 'null'}, now())`,
      );
  // How people found the help: whole for one question, partly hidden for the next, hidden for the rest.
  const told: Readonly<Record<string, readonly (number | null)[]>> = {
    listened: [95, 10, 15, 30, 40, 33, 31, 35],
    'own-choice': [45, null, null, 20, 15, null, null, null],
    clear: [null, null, null, null, null, null, null, null],
  };
  const month = `${house.clock.now().toISOString().slice(0, 7)}-01`;
  const parts = ['people', ...['not-at-all', 'a-little', 'mostly', 'completely'].map((code) => `of:${code}`)];
  for (const [question, values] of Object.entries(told))
    for (const [index, part] of [...parts, 'value', 'lower', 'upper'].entries())
      await asOwner(
        house.ownerUrl,
        `insert into pathways.own_figure values ('${services}', '${month}', 'prem:${question}:${part}', ${values[index] ?? 'null'}, now())`,
      );
  await keep('figures', admin.get('/organisatie/cijfers'));
  house.clock.advance(400 * 86_400_000);
  const later = await house.signIn('admin-welzijn');
  await keep('overview', later.get('/organisatie'));
  await keep('people-check', later.get('/organisatie/mensen?wie=check'));
  await keep('people-left', later.get('/organisatie/mensen?wie=left'));
  await keep('invites-expired', later.get('/organisatie/mensen'));
  const practice = await house.signIn('admin-brink');
  await keep('teams-practice', practice.get('/organisatie/teams'));
  await keep('rights-practice', practice.get('/organisatie/rechten'));
  const system = 'https://voorbeeldinformatiesysteem-van-de-praktijk.example.org/fhir';
  await asOwner(
    house.ownerUrl,
    `insert into platform.launch_site (issuer, name, organisation, organisation_name, client_id, registered_at)
     values ('${system}', 'Voorbeeldinformatiesysteem van de praktijk', 'Organization/voorbeeldpraktijk-de-brink-enschede', 'De Brink', 'omzien', now());
     insert into platform.account (issuer, subject, person, name)
     values ('${system}', '0f8fad5b-d9cb-469f-a165-70867728950e', 'Practitioner/nurse-enschede', 'Petra Voorbeeld')`,
  );
  await keep('person-tied', practice.get('/organisatie/mensen/nurse-enschede'));
  const provider = await house.signIn('admin-beweegpunt');
  await keep('teams-provider', provider.get('/organisatie/teams'));
  await later.get('/taal?naar=en&terug=/organisatie', { 'sec-fetch-site': 'same-origin' });
  await keep('overview-english', later.get('/organisatie'));
  await keep('person-english', later.get(coach));
}

const FIGURES = [
  ...['referred', 'accepted', 'declined', 'contacted', 'contacted-in-time', 'late', 'completed', 'no-show'],
  'days-to-contact',
];

const NAMES = [
  'overview-quiet',
  'overview',
  'overview-english',
  'people',
  'people-nobody',
  'people-away',
  'people-check',
  'people-left',
  'invites-expired',
  'invite',
  'invite-mistakes',
  'invitation',
  'invitation-confirm',
  'invitation-unknown',
  'person',
  'person-away',
  'person-tied',
  'person-english',
  'give-role',
  'give-role-self',
  'role',
  'role-mistake',
  'away',
  'away-mistakes',
  'departure',
  'departure-mistake',
  'teams',
  'teams-practice',
  'teams-provider',
  'tie',
  'rights',
  'rights-practice',
  'figures-none',
  'figures',
] as const;

describe('everyone can use the pages of the administrator', () => {
  for (const name of NAMES)
    it(name, async () => {
      await checkSent(name, pages.get(name) ?? '');
    });
});
