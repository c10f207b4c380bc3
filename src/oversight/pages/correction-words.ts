import { defineWords } from '../../ui/index.ts';

/** The words of what is corrected after a request. */
export const correctionWords = defineWords({
  nl: {
    title: 'Wat wordt verbeterd',
    kinds: { Communication: 'Een contact', QuestionnaireResponse: 'Antwoorden uit een gesprek', Goal: 'Een doel' },
    waits: 'wacht op het team',
    by: (p: { date: string }) => `Het team verbetert dit uiterlijk ${p.date}.`,
    done: 'verbeterd',
    how: {
      corrected: (p: { date: string; name: string }) => `Op ${p.date} zette ${p.name} erbij wat klopt.`,
      'entered-in-error': (p: { date: string; name: string }) =>
        `Op ${p.date} zei ${p.name} dat het een vergissing was. Het telt niet meer.`,
    },
  },
  en: {
    title: 'What is being corrected',
    kinds: { Communication: 'A contact', QuestionnaireResponse: 'Answers from a conversation', Goal: 'A goal' },
    waits: 'waits for the team',
    by: (p) => `The team corrects this by ${p.date}.`,
    done: 'corrected',
    how: {
      corrected: (p) => `On ${p.date} ${p.name} put beside it what is right.`,
      'entered-in-error': (p) => `On ${p.date} ${p.name} said that it was a mistake. It no longer counts.`,
    },
  },
});
