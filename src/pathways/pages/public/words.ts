import { defineWords } from '../../../ui/index.ts';

export const publicWords = defineWords({
  nl: {
    questions: {
      intro: 'Meedoen mag, het hoeft niet. U mag vragen overslaan. Uw antwoorden zijn voor uw welzijnscoach.',
      title: 'Hoe gaat het nu met u?',
      send: 'Verstuur mijn antwoorden',
      none: 'Beantwoord ten minste één vraag, of sluit deze pagina.',
      once: 'U kunt de antwoorden één keer versturen.',
      errors: {
        required: 'Beantwoord deze vraag.',
        'not-a-number': 'Kies een cijfer.',
        'out-of-range': 'Kies een cijfer uit de rij.',
        'not-an-option': 'Kies één van de antwoorden.',
        'too-long': 'Maak de tekst korter.',
        'not-yes-or-no': 'Kies ja of nee.',
        'one-answer': 'Geef één antwoord.',
      },
      yes: 'Ja',
      no: 'Nee',
      thanks: 'Dank u wel',
      thanksIntro: 'Uw antwoorden zijn verstuurd.',
      thanksMore: 'Uw welzijnscoach leest ze en bespreekt ze met u als dat nodig is. U kunt deze pagina sluiten.',
      gone: 'Deze link werkt niet meer',
      goneIntro: 'Misschien hebt u de vragen al ingevuld, of is het te lang geleden.',
      goneMore: 'Wilt u nog iets laten weten? Bel uw welzijnscoach. Het nummer staat in de mail of brief.',
    },
  },
});

export type PublicWords = ReturnType<typeof publicWords>;
