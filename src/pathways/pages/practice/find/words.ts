import { defineWords } from '../../../../ui/index.ts';

export const findWords = defineWords({
  nl: {
    list: 'Onze verwijzingen',
    title: 'Wie wilt u verwijzen?',
    intro:
      'Zoek de inwoner. U vindt één persoon, of niemand. Elke zoekvraag wordt vastgelegd; de inwoner kan dat zien.',
    byBsn: 'Zoeken met het BSN',
    byBsnHelp: 'Dit is de zekerste manier.',
    bsn: 'BSN',
    bsnHelp: 'Negen cijfers, van het identiteitsbewijs.',
    byName: 'Zoeken met naam en geboortedatum',
    family: 'Achternaam',
    familyHelp: 'Zonder voorletters. “Van der” mag u weglaten.',
    birthDate: 'Geboortedatum',
    postcode: 'Postcode',
    postcodeHelp: 'Alleen nodig als er meer mensen met deze naam en geboortedatum zijn.',
    searchBsn: 'Zoeken met BSN',
    searchName: 'Zoeken met naam',
    mistakes: {
      bsn: 'Dit is geen geldig BSN. Een BSN heeft negen cijfers. Kijk het na op het document.',
      family: 'Vul de achternaam in.',
      birthDate: 'Vul de geboortedatum in, bijvoorbeeld 2 3 1948.',
      postcode: 'Vul de postcode in als 1234 AB.',
    },
    found: {
      title: 'Is dit de juiste persoon?',
      intro: 'Kijk het na met de inwoner. Meer dan dit laat Omzien niet zien voordat u verwijst.',
      name: 'Naam',
      birthDate: 'Geboortedatum',
      postcode: 'Postcode',
      yes: 'Ja, dit is de juiste persoon',
      no: 'Nee, opnieuw zoeken',
    },
    nobody: {
      title: 'Wij vinden niemand',
      intro: 'Met deze gegevens staat er niemand in Omzien. Dat kan kloppen: veel mensen staan er nog niet in.',
      check: 'Kijk eerst of u het goed schreef. Gebruik de naam en de geboortedatum van het document.',
      register: 'Inwoner inschrijven',
      again: 'Opnieuw zoeken',
    },
  },
});
