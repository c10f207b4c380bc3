import { defineWords } from '../../../../ui/index.ts';

/** When a pause is expected to end. */
export const pauseEndWords = defineWords({
  nl: {
    expected: 'Vanaf welke dag loopt de klok weer?',
    expectedHelp: 'Weet u de dag, dan gaat dat vanzelf. Weet u hem niet, dan laat u de klok later zelf weer lopen.',
    mistake: 'Vul een dag in die nog komt, bijvoorbeeld 12 3 2027.',
    done: (p: { date: string }) => `De klok staat stil. Op ${p.date} loopt hij vanzelf weer.`,
  },
  en: {
    expected: 'From which day does the clock run again?',
    expectedHelp: 'If you know the day, it happens by itself. If not, you let the clock run again later.',
    mistake: 'Fill in a day that is still to come, for example 12 3 2027.',
    done: (p: { date: string }) => `The clock stands still. On ${p.date} it runs again by itself.`,
  },
});
