import type { ResidentName } from './world.ts';

/**
 * Every page, and who may open it; typed by hand. Anybody else who is signed in gets the page of what is not there,
 * word for word the one of something that never was; who is not signed in is sent to sign in. A page that leads on
 * (a step whose beginning is missing, a referral that is over) counts as opened.
 */
const BRINK = ['nurse-enschede', 'gp-enschede'];
const PRACTICES = [...BRINK, 'nurse-hengelo', 'gp-hengelo'];
const NOORD = ['coach-noord', 'coach-noord-colleague', 'coordinator-noord'];
const COACHES_NOORD = ['coach-noord', 'coach-noord-colleague'];
const TEAMS = [...NOORD, 'coach-zuid', 'coordinator-hengelo', 'two-employers/two-employers'];
const PROVIDERS = ['provider-beweegpunt', 'provider-ontmoeting', 'two-employers/two-employers-2'];
const ADMINS = ['admin-welzijn', 'admin-hengelo', 'admin-brink', 'admin-beweegpunt'];
const ADVISERS = ['policy-adviser', 'policy-enschede', 'policy-hengelo'];
const RESIDENTS = ['resident-waiting', 'resident-supported', 'resident-finished'];

/** Pages that are about nobody in particular, or about who opens them. */
export const OWN_PAGES: Readonly<Record<string, readonly string[]>> = {
  '/praktijk': PRACTICES,
  '/praktijk?lijst=afgesloten': PRACTICES,
  '/praktijk/verwijzen': PRACTICES,
  '/praktijk/verwijzen/gevonden': PRACTICES,
  '/praktijk/verwijzen/niemand': PRACTICES,
  '/praktijk/inschrijven': PRACTICES,
  '/launch/patient': PRACTICES,
  '/praktijk/verwijzing/nieuw': PRACTICES,
  '/werk': TEAMS,
  '/werk?lijst=gesloten': TEAMS,
  '/werk?lijst=zonder': TEAMS,
  '/werk/overdragen': TEAMS,
  '/werk/brieven': TEAMS,
  '/aanbod': PROVIDERS,
  '/aanbod?fase=afgerond': PROVIDERS,
  '/aanbod/diensten': PROVIDERS,
  '/aanbod/diensten/wandelgroep-enschede': ['provider-beweegpunt'],
  '/mijn': RESIDENTS,
  '/mijn/toestemming': RESIDENTS,
  '/mijn/inzage': RESIDENTS,
  '/mijn/stop': RESIDENTS,
  '/mijn/verzoeken': RESIDENTS,
  '/mijn/verzoeken/nieuw': RESIDENTS,
  '/mijn/aanmelden': RESIDENTS,
  '/mijn/alles': RESIDENTS,
  '/mijn/doelen': RESIDENTS,
  '/mijn/gegevens': RESIDENTS,
  '/mijn/ervaring': RESIDENTS,
  '/mijn/berichten': RESIDENTS,
  '/mijn/berichten/nieuw': RESIDENTS,
  '/werk/berichten': TEAMS,
  '/privacy': ['privacy-officer'],
  '/privacy/inwoner': ['privacy-officer'],
  '/privacy/logboek.csv': ['privacy-officer'],
  '/privacy/bewaren': ['privacy-officer'],
  '/privacy/opvallend': ['privacy-officer'],
  '/privacy/opvallend?lijst=beoordeeld': ['privacy-officer'],
  '/privacy/bekend': ['privacy-officer'],
  '/privacy/teksten': ['privacy-officer'],
  '/privacy/buren': ['privacy-officer'],
  '/privacy/brieven': ['privacy-officer'],
  '/privacy/afgeschermd': ['privacy-officer'],
  '/privacy/afgeschermd?lijst=opgeheven': ['privacy-officer'],
  '/privacy/afgeschermd/verkeerd': ['privacy-officer'],
  '/privacy/nood': ['privacy-officer'],
  '/privacy/nood?lijst=nagekeken': ['privacy-officer'],
  '/praktijk/nood': PRACTICES,
  '/privacy/verzoeken': ['privacy-officer'],
  '/privacy/verzoeken?lijst=afgerond': ['privacy-officer'],
  '/privacy/verzoeken/nieuw': ['privacy-officer'],
  '/organisatie': ADMINS,
  '/organisatie/mensen': ADMINS,
  '/organisatie/mensen?wie=left': ADMINS,
  '/organisatie/mensen/nieuw': ADMINS,
  '/organisatie/teams': ADMINS,
  '/organisatie/rechten': ADMINS,
  '/organisatie/cijfers': ADMINS,
  '/organisatie/cijfers/bestand': ADMINS,
  // People and ties of one organisation: of another's administrator they are not there.
  '/organisatie/mensen/coach-noord': ['admin-welzijn'],
  '/organisatie/mensen/coach-noord/rol': ['admin-welzijn'],
  '/organisatie/mensen/coach-noord/rol/coach-noord': ['admin-welzijn'],
  '/organisatie/mensen/coach-noord/afwezig': ['admin-welzijn'],
  '/organisatie/mensen/coach-noord/vertrek': ['admin-welzijn'],
  '/organisatie/mensen/nurse-enschede': ['admin-brink'],
  '/organisatie/mensen/nurse-enschede/rol/nurse-enschede': ['admin-brink'],
  '/organisatie/mensen/provider-beweegpunt': ['admin-beweegpunt'],
  '/organisatie/mensen/provider-beweegpunt/vertrek': ['admin-beweegpunt'],
  // Two employers: the administrator of one sees their own part only.
  '/organisatie/mensen/two-employers': ['admin-hengelo'],
  '/organisatie/mensen/two-employers/rol/two-employers-2': [],
  '/organisatie/teams/voorbeeldpraktijk-de-brink-enschede': ['admin-welzijn'],
  '/organisatie/teams/voorbeeldpraktijk-de-es-hengelo': ['admin-hengelo'],
  '/cijfers': ADVISERS,
  '/cijfers/inbrengen': ADVISERS,
  '/cijfers/wonen': ADVISERS,
  // What a municipality keeps is its own; who works for the region keeps it too.
  '/cijfers/wonen/enschede': ['policy-adviser', 'policy-enschede'],
  '/cijfers/wonen/enschede/plan/nieuw': ['policy-adviser', 'policy-enschede'],
  '/cijfers/wonen/hengelo/urgentie': ['policy-adviser', 'policy-hengelo'],
  '/cijfers/inbrengen/bestand': ADVISERS,
  '/cijfers/inbrengen/cbs': ADVISERS,
  '/regiobeeld/wat-als/scenarios': ADVISERS,
  '/regiobeeld/wat-als/vergelijk': ADVISERS,
  '/schuldhulp': ['debt-officer'],
};

type Whose = Readonly<Partial<Record<ResidentName, readonly string[]>>>;

/** Pages about one case: `:case` is the first request of the resident. Of R6 they lead on to the offer. */
export const CASE_PAGES: Readonly<Record<string, Whose>> = {
  '/praktijk/verwijzing/:case': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  '/praktijk/verwijzing/:case/ongedaan': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  '/praktijk/verwijzing/:case/tijdlijn': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  // A letter is there once the team has answered.
  '/praktijk/verwijzing/:case/brief': { R3: BRINK },
  '/praktijk/verwijzing/:case/intrekken': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  '/praktijk/verwijzing/:case/overlijden': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  '/praktijk/verwijzing/:case/adres': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  '/werk/zaak/:case/adres': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/werk/zaak/:case/afgeschermd': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/praktijk/verwijzing/:case/samenvoegen': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  '/werk/zaak/:case/verkeerd': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/werk/zaak/:case/verbeteren': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/werk/zaak/:case/verhuizing': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/werk/zaak/:case/samenvoegen': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/praktijk/verwijzing/:case/veiligheid': { R1: BRINK, R2: BRINK, R3: BRINK, R5: BRINK, R6: BRINK },
  // An offer that waits shows nobody: nothing to report of who that is.
  '/werk/zaak/:case/overlijden': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/werk/zaak/:case/veiligheid': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/werk/zaak/:case': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/plan': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/tijdlijn': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/contact': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/alles': { R1: NOORD, R2: NOORD },
  '/werk/zaak/:case/voorkeuren': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/berichten': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/afspraak': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/gesprek': { R1: COACHES_NOORD, R2: COACHES_NOORD, R3: COACHES_NOORD, R6: COACHES_NOORD },
  '/werk/zaak/:case/toewijzen': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/pauze': { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD },
  '/werk/zaak/:case/plek': { R1: COACHES_NOORD, R2: COACHES_NOORD, R3: COACHES_NOORD, R6: COACHES_NOORD },
  '/werk/zaak/:case/afronden': { R1: COACHES_NOORD, R2: COACHES_NOORD, R3: COACHES_NOORD, R6: COACHES_NOORD },
};

/** Pages about one Task: `first` is the one to the team, `onward` the one to the provider. */
export const TASK_PAGES: Readonly<Record<string, Readonly<Record<'first' | 'onward', Whose>>>> = {
  '/werk/aanmelding/:task': { first: { R1: NOORD, R2: NOORD, R3: NOORD, R6: NOORD }, onward: {} },
  '/aanbod/aanmelding/:task': {
    first: {},
    onward: { R1: ['provider-beweegpunt'], R2: ['provider-beweegpunt'], R3: ['provider-beweegpunt'] },
  },
  '/aanbod/aanmelding/:task/veiligheid': {
    first: {},
    onward: { R1: ['provider-beweegpunt'], R2: ['provider-beweegpunt'], R3: ['provider-beweegpunt'] },
  },
  '/aanbod/aanmelding/:task/tijdlijn': {
    first: {},
    onward: { R1: ['provider-beweegpunt'], R2: ['provider-beweegpunt'], R3: ['provider-beweegpunt'] },
  },
};

/** The file with a contact of the resident: who may read the contact. */
export const FILE_PAGES: Readonly<Record<string, Whose>> = {
  '/bijlage/:file': {
    R1: [...NOORD, 'resident-waiting'],
    R2: [...NOORD, 'resident-supported'],
    R3: [...NOORD, 'resident-finished'],
  },
};

/** The calendar file of the conversation that was planned: the team's, and the resident's own. */
export const CALENDAR_PAGES: Readonly<Record<string, Whose>> = {
  '/werk/afspraak/:appointment.ics': { R1: NOORD, R2: NOORD, R3: NOORD },
  '/mijn/afspraak/:appointment.ics': {
    R1: ['resident-waiting'],
    R2: ['resident-supported'],
    R3: ['resident-finished'],
  },
};

/** Pages about one agreement, by the resident whose it is. */
export const CONSENT_PAGES: Readonly<Record<string, Whose>> = {
  '/mijn/toestemming/:consent/intrekken': {
    R1: ['resident-waiting'],
    R2: ['resident-supported'],
    R3: ['resident-finished'],
  },
  '/mijn/toestemming/:consent/nieuw': {
    R1: ['resident-waiting'],
    R2: ['resident-supported'],
    R3: ['resident-finished'],
  },
  '/mijn/toestemming/:consent/weer': {
    R1: ['resident-waiting'],
    R2: ['resident-supported'],
    R3: ['resident-finished'],
  },
};

/** Pages about one exchange of messages with the team. */
export const THREAD_PAGES: Readonly<Record<string, Whose>> = {
  '/mijn/berichten/:message': { R2: ['resident-supported'] },
};

/**
 * Forms about R1 and R6, and for whom they are; everybody else gets the page of what is not there, whatever was filled
 * in, and nothing is written. `:case`, `:task` (R1 to Beweegpunt), `:offer` (R6 to team Noord), `:consent`.
 */
export const FORMS: readonly {
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly who: readonly string[];
}[] = [
  { path: '/praktijk/verwijzing/:case/ongedaan', fields: { reason: 'wrong-resident' }, who: BRINK },
  { path: '/praktijk/verwijzing/:case/intrekken', fields: { reason: 'changed-mind' }, who: BRINK },
  { path: '/praktijk/verwijzing/:case/sluiten', fields: {}, who: BRINK },
  { path: '/praktijk/verwijzing/:case/overlijden', fields: { sure: 'yes' }, who: BRINK },
  { path: '/praktijk/verwijzing/:case/overlijden/vergissing', fields: {}, who: BRINK },
  { path: '/praktijk/verwijzing/:case/overlijden/heropenen', fields: {}, who: BRINK },
  { path: '/praktijk/verwijzing/:case/samenvoegen', fields: { number: 'WOR-1A2-B3C4', step: 'merge' }, who: BRINK },
  { path: '/praktijk/verwijzing/:case/samenvoegen/uit-elkaar', fields: {}, who: BRINK },
  { path: '/werk/zaak/:case/verkeerd', fields: { entry: ':case' }, who: NOORD },
  { path: '/werk/zaak/:case/verhuizing', fields: { said: 'stays' }, who: NOORD },
  { path: '/werk/zaak/:case/verhuizing/einde', fields: {}, who: NOORD },
  { path: '/werk/zaak/:case/samenvoegen', fields: { number: 'WOR-1A2-B3C4' }, who: ['coordinator-noord'] },
  { path: '/werk/zaak/:case/samenvoegen/uit-elkaar', fields: {}, who: ['coordinator-noord'] },
  { path: '/praktijk/verwijzing/:case/adres', fields: { reason: 'threat' }, who: BRINK },
  { path: '/praktijk/verwijzing/:case/adres/tonen', fields: {}, who: BRINK },
  { path: '/werk/zaak/:case/adres', fields: { reason: 'threat' }, who: NOORD },
  { path: '/werk/zaak/:case/adres/tonen', fields: {}, who: NOORD },
  { path: '/werk/zaak/:case/adres/opvragen', fields: { need: 'visit' }, who: NOORD },
  {
    path: '/werk/zaak/:case/afgeschermd',
    fields: { entry: ':case', reason: 'violence', 'review-day': '1', 'review-month': '2', 'review-year': '2027' },
    who: NOORD,
  },
  { path: '/werk/zaak/:case/afgeschermd/:consent/tonen', fields: {}, who: NOORD },
  { path: '/werk/zaak/:case/overlijden', fields: { sure: 'yes' }, who: NOORD },
  { path: '/werk/zaak/:case/overlijden/vergissing', fields: {}, who: NOORD },
  { path: '/werk/zaak/:case/overlijden/heropenen', fields: {}, who: NOORD },
  { path: '/werk/aanmelding/:offer', fields: { answer: 'accept' }, who: NOORD },
  { path: '/werk/zaak/:case/contact', fields: { kind: 'phone', outcome: 'spoken' }, who: NOORD },
  { path: '/werk/zaak/:case/berichten', fields: { text: 'x' }, who: NOORD },
  { path: '/werk/zaak/:case/gesprek', fields: { body: '5', matters: 'x' }, who: COACHES_NOORD },
  { path: '/werk/zaak/:case/terugkijken', fields: { 'welzijn-satisfied': '5' }, who: COACHES_NOORD },
  { path: '/werk/zaak/:case/pauze', fields: { reason: 'Vakantie' }, who: NOORD },
  { path: '/werk/zaak/:case/plan', fields: { 'action-1': 'x', 'who-1': 'coach' }, who: NOORD },
  { path: '/werk/zaak/:case/hervat', fields: {}, who: NOORD },
  { path: '/werk/zaak/:case/contact/x/herstel', fields: { reason: 'x' }, who: NOORD },
  { path: '/werk/zaak/:case/toewijzen', fields: { to: 'Practitioner/coach-zuid' }, who: NOORD },
  { path: '/werk/zaak/:case/plek', fields: { step: 'search', needs: 'exercise', travel: 'foot' }, who: COACHES_NOORD },
  {
    path: '/werk/zaak/:case/afronden',
    fields: { ending: 'goal-reached', summary: 'x', step: 'send' },
    who: COACHES_NOORD,
  },
  {
    path: '/organisatie/mensen/nurse-enschede/ontkoppelen',
    fields: { issuer: 'https://his.example.org/fhir', subject: 'x' },
    who: ['admin-brink'],
  },
  { path: '/aanbod/aanmelding/:task/ja', fields: {}, who: ['provider-beweegpunt'] },
  { path: '/aanbod/aanmelding/:task/nee', fields: { reason: 'full' }, who: ['provider-beweegpunt'] },
  { path: '/aanbod/aanmelding/:task/start', fields: {}, who: ['provider-beweegpunt'] },
  { path: '/aanbod/aanmelding/:task/verder', fields: {}, who: ['provider-beweegpunt'] },
  { path: '/aanbod/aanmelding/:task/pauze', fields: { reason: 'resident-ill' }, who: ['provider-beweegpunt'] },
  { path: '/aanbod/aanmelding/:task/afronden', fields: { outcome: 'goal-reached' }, who: ['provider-beweegpunt'] },
  { path: '/aanbod/aanmelding/:task/stoppen', fields: { reason: 'changed-mind' }, who: ['provider-beweegpunt'] },
  {
    path: '/aanbod/aanmelding/:task/aanwezigheid',
    fields: { 'date-day': '1', 'date-month': '11', 'date-year': '2026', attended: 'attended' },
    who: ['provider-beweegpunt'],
  },
  { path: '/aanbod/diensten/wandelgroep-enschede', fields: { waitingDays: '3' }, who: ['provider-beweegpunt'] },
  { path: '/aanbod/diensten/wandelgroep-enschede/klopt', fields: {}, who: ['provider-beweegpunt'] },
  { path: '/cijfers/inbrengen/bestand', fields: { series: '+' }, who: ADVISERS },
  { path: '/cijfers/wonen/enschede/plan/nieuw', fields: { name: 'Proef' }, who: ['policy-adviser', 'policy-enschede'] },
  { path: '/cijfers/wonen/hengelo/opgave', fields: { state: '0' }, who: ['policy-adviser', 'policy-hengelo'] },
  { path: '/cijfers/wonen/verdeling', fields: { name: 'Proef' }, who: ['policy-adviser'] },
  { path: '/cijfers/inbrengen/concept/nergens', fields: { state: '0.0' }, who: ADVISERS },
  { path: '/cijfers/inbrengen/levering/nergens/terug', fields: { why: 'verkeerd' }, who: ADVISERS },
  { path: '/mijn/toestemming/:consent/intrekken', fields: {}, who: ['resident-waiting'] },
  { path: '/mijn/berichten/:message', fields: { text: 'x' }, who: ['resident-supported'] },
  { path: '/mijn/toestemming/:consent/weer', fields: {}, who: ['resident-waiting'] },
  { path: '/mijn/toestemming/:consent/nieuw', fields: {}, who: ['resident-waiting'] },
  { path: '/mijn/ervaring', fields: {}, who: RESIDENTS },
  { path: '/mijn/doelen', fields: { goal: 'x' }, who: RESIDENTS },
  { path: '/mijn/gegevens', fields: { phone: '1' }, who: RESIDENTS },
  { path: '/mijn/gegevens/voorkeuren', fields: { way: 'letter', language: 'nl' }, who: RESIDENTS },
  { path: '/werk/zaak/:case/voorkeuren', fields: { way: 'letter', language: 'nl' }, who: NOORD },
  { path: '/werk/zaak/:case/codewoord', fields: {}, who: NOORD },
  { path: '/mijn/aanmelden', fields: { reasons: 'money' }, who: RESIDENTS },
  { path: '/mijn/berichten/nieuw', fields: { text: 'x' }, who: RESIDENTS },
  { path: '/mijn/stop', fields: { case: ':case', reason: 'changed-mind' }, who: ['resident-waiting'] },
];
