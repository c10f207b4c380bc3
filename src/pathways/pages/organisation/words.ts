import { defineWords } from '../../../ui/index.ts';

/** Words that several of the administrator's pages share. */
export const adminWords = defineWords({
  nl: {
    nav: { overview: 'Organisatie', people: 'Mensen', teams: 'Teams', rights: 'Wat mag wie zien', figures: 'Cijfers' },
    back: 'Terug',
    cancel: 'Niet doen',
    chooseColleague: 'Kies een collega',
    takerOf: (p: { team: string }) => `Wie neemt de open zaken van ${p.team} over?`,
    takerHelp: 'U ziet hier niet welke zaken het zijn. De coördinator en de collega zien ze wel.',
    nobodyElse: (p: { team: string }) => `In ${p.team} werkt verder niemand. Geef eerst een collega dit team.`,
    takerMissing: 'Kies wie de zaken overneemt.',
    someStayed: 'Niet alle zaken konden over. De coördinator van het team kan ze overdragen.',
    services: {
      'gp-practice': 'Praktijk',
      welfare: 'Team',
      provider: 'Aanbod',
      'municipality-debt-help': 'Dienst',
      other: 'Dienst',
    },
    whole: 'hele organisatie',
  },
  en: {
    nav: { overview: 'Organisation', people: 'People', teams: 'Teams', rights: 'Who may see what', figures: 'Figures' },
    back: 'Back',
    cancel: 'Do not do this',
    chooseColleague: 'Choose a colleague',
    takerOf: (p: { team: string }) => `Who takes over the open cases of ${p.team}?`,
    takerHelp: 'You do not see here which cases these are. The coordinator and the colleague do.',
    nobodyElse: (p: { team: string }) => `Nobody else works in ${p.team}. Give a colleague this team first.`,
    takerMissing: 'Choose who takes over the cases.',
    someStayed: 'Not all cases could go over. The coordinator of the team can hand them over.',
    services: {
      'gp-practice': 'Practice',
      welfare: 'Team',
      provider: 'Service',
      'municipality-debt-help': 'Service',
      other: 'Service',
    },
    whole: 'whole organisation',
  },
});
