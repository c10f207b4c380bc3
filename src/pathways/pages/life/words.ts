import { defineWords } from '../../../ui/index.ts';

/** Words that the pages about what happens in a life share. */
export const lifeWords = defineWords({
  nl: {
    resident: 'Inwoner',
    worklist: 'Werklijst',
    referrals: 'Onze verwijzingen',
    back: 'Terug',
    toCase: 'Naar de zaak',
    links: 'Als er iets gebeurt',
    death: 'Deze inwoner is overleden',
    safety: 'Zorgen over veiligheid thuis',
  },
  en: {
    resident: 'Resident',
    worklist: 'Worklist',
    referrals: 'Our referrals',
    back: 'Back',
    toCase: 'To the case',
    links: 'When something happens',
    death: 'This resident has died',
    safety: 'Worries about safety at home',
  },
});
