import { defineWords } from '../../../ui/index.ts';

/** Words of the form in which somebody says how they want to be served; for the resident and for the team. */
export const wishWords = defineWords({
  nl: {
    way: 'Hoe krijgt u berichten?',
    wayOther: 'Hoe krijgt de inwoner berichten?',
    ways: { mail: 'Per mail', letter: 'Per brief', phone: 'Bel mij liever' },
    wayHelp: { letter: 'U krijgt brieven op papier.', phone: 'Wat op papier moet, komt per brief.' },
    language: 'Welke taal spreekt u het liefst?',
    languageOther: 'Welke taal spreekt de inwoner het liefst?',
    interpreter: 'Er is een tolk nodig bij gesprekken',
    easyRead: 'Grote letters en korte zinnen, op het scherm en in brieven',
    word: 'Codewoord voor de telefoon',
    wordHelp:
      'Het team vraagt naar dit woord als u belt, of als het team u belt. Zo weet u allebei met wie u praat. Kies een woord dat u onthoudt. Laat het leeg als u niets wilt veranderen.',
    wordGone: 'Haal het codewoord weg',
    hasWord: (p: { date: string }) => `Er is een codewoord sinds ${p.date}.`,
    save: 'Opslaan',
    saved: 'Opgeslagen. Wij houden er vanaf nu rekening mee.',
    mistakes: {
      way: 'Kies hoe u berichten krijgt.',
      language: 'Kies een taal.',
      word: 'Kies een woord van 3 tot 30 letters.',
      mailFirst: 'Vul eerst een mailadres in, of kies brief of telefoon.',
    },
  },
  en: {
    way: 'How do you get messages?',
    wayOther: 'How does the resident get messages?',
    ways: { mail: 'By mail', letter: 'By letter', phone: 'Please call me' },
    wayHelp: { letter: 'You get letters on paper.', phone: 'What has to be on paper comes by letter.' },
    language: 'Which language do you prefer to speak?',
    languageOther: 'Which language does the resident prefer to speak?',
    interpreter: 'An interpreter is needed in conversations',
    easyRead: 'Large letters and short sentences, on the screen and in letters',
    word: 'Code word for the telephone',
    wordHelp:
      'The team asks for this word when you call, or when the team calls you. So both of you know who you talk with. Choose a word you remember. Leave it empty if you want to change nothing.',
    wordGone: 'Take the code word away',
    hasWord: (p: { date: string }) => `There has been a code word since ${p.date}.`,
    save: 'Save',
    saved: 'Saved. We go by it from now on.',
    mistakes: {
      way: 'Choose how you get messages.',
      language: 'Choose a language.',
      word: 'Choose a word of 3 to 30 letters.',
      mailFirst: 'Fill in a mail address first, or choose letter or telephone.',
    },
  },
});
