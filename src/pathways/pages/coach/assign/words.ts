import { defineWords } from '../../../../ui/index.ts';

export const assignWords = defineWords({
  nl: {
    title: 'Toewijzen aan een collega',
    intro: 'De zaak komt op naam van de collega. Dat wordt vastgelegd; de inwoner ziet wie de welzijnscoach is.',
    to: 'Wie neemt deze zaak?',
    now: 'heeft de zaak nu',
    do: 'Toewijzen',
    done: (p: { name: string }) => `De zaak staat nu op naam van ${p.name}.`,
    mistake: 'Kies een collega.',
    nobody: 'Er werkt nog niemand in dit team.',
  },
  en: {
    title: 'Assign to a colleague',
    intro: 'The colleague gets the case. That is recorded; the resident sees who the welfare coach is.',
    to: 'Who takes this case?',
    now: 'has the case now',
    do: 'Assign',
    done: (p) => `The case is now with ${p.name}.`,
    mistake: 'Choose a colleague.',
    nobody: 'Nobody works in this team yet.',
  },
});
