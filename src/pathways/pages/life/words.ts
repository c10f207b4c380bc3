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
    withhold: 'Iets afschermen voor de inwoner',
    address: 'Het adres moet geheim blijven',
    move: 'Deze inwoner is verhuisd',
    misplaced: 'Iets staat bij de verkeerde inwoner',
    merge: 'Deze inwoner staat twee keer in Omzien',
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
    withhold: 'Withhold something from the resident',
    address: 'The address must stay secret',
    move: 'This resident moved',
    misplaced: 'Something is with the wrong resident',
    merge: 'This resident is in Omzien twice',
  },
});
