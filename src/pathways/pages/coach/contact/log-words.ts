import { defineWords } from '../../../../ui/index.ts';

export const logWords = defineWords({
  nl: {
    title: 'Contact',
    none: 'Er is nog geen contact vastgelegd.',
    add: 'Contact vastleggen',
    columns: {
      when: 'Wanneer',
      outcome: 'Wat',
      who: 'Wie',
      note: 'Notitie en bijlagen',
      correct: 'Herstel',
    },
    wrong: (p: { reason: string }) => `vergissing: ${p.reason}`,
    correct: 'Herstel',
    correctAbout: (p: { when: string }) => `het contact van ${p.when}`,
  },
  en: {
    title: 'Contact',
    none: 'No contact was recorded yet.',
    add: 'Record contact',
    columns: {
      when: 'When',
      outcome: 'What',
      who: 'Who',
      note: 'Note and attachments',
      correct: 'Correct',
    },
    wrong: (p: { reason: string }) => `mistake: ${p.reason}`,
    correct: 'Correct',
    correctAbout: (p: { when: string }) => `the contact of ${p.when}`,
  },
});
