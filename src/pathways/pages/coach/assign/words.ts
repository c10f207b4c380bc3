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
});
