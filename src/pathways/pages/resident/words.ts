import { defineWords, type Language } from '../../../ui/index.ts';
import { consentWords } from './consent/words.ts';
import { homeWords } from './home/words.ts';
import { looksWords } from './looks/words.ts';
import { stopWords } from './stop/words.ts';

const navWords = defineWords({
  nl: {
    nav: {
      home: 'Mijn omzien',
      goals: 'Mijn doelen',
      consents: 'Wie mag wat weten',
      looks: 'Wie keek er',
    },
  },
  en: {
    nav: {
      home: 'My omzien',
      goals: 'My goals',
      consents: 'Who may know what',
      looks: 'Who looked',
    },
  },
});

/** The words of a resident's first pages together, each kept with its page; other pages have their own. */
export const residentWords = (lang: Language) => ({
  ...navWords(lang),
  ...homeWords(lang),
  ...consentWords(lang),
  ...stopWords(lang),
  ...looksWords(lang),
});
export type ResidentWords = ReturnType<typeof residentWords>;
