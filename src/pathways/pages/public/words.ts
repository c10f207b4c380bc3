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
  en: {
    questions: {
      intro: 'You may answer, but you do not have to. You may skip questions. Your answers are for your welfare coach.',
      title: 'How are you now?',
      send: 'Send my answers',
      none: 'Answer at least one question, or close this page.',
      once: 'You can send the answers once.',
      errors: {
        required: 'Answer this question.',
        'not-a-number': 'Choose a score.',
        'out-of-range': 'Choose a score from the row.',
        'not-an-option': 'Choose one of the answers.',
        'too-long': 'Make the text shorter.',
        'not-yes-or-no': 'Choose yes or no.',
        'one-answer': 'Give one answer.',
      },
      yes: 'Yes',
      no: 'No',
      thanks: 'Thank you',
      thanksIntro: 'Your answers have been sent.',
      thanksMore: 'Your welfare coach reads them and talks about them with you if needed. You can close this page.',
      gone: 'This link does not work any more',
      goneIntro: 'Perhaps you answered the questions already, or it was too long ago.',
      goneMore:
        'Is there anything you would still like to tell? Call your welfare coach. The number is in the mail or letter.',
    },
  },
});

export type PublicWords = ReturnType<typeof publicWords>;
