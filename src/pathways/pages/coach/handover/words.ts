import { defineWords, plural } from '../../../../ui/index.ts';

export const handOverWords = defineWords({
  nl: {
    title: 'Zaken overdragen',
    intro: 'Bij verlof of ziekte neemt een collega alle lopende zaken over. Elke overdracht wordt vastgelegd.',
    team: 'Welk team?',
    from: 'Van wie?',
    to: 'Naar wie?',
    do: 'Alle zaken overdragen',
    done: (p: { count: number; name: string }) =>
      p.count === 0
        ? `Er waren geen lopende zaken om over te dragen.`
        : `${plural(p.count, 'zaak staat', 'zaken staan')} nu op naam van ${p.name}.`,
    kept: (p: { names: string }) => `Deze zaken gingen niet over: ${p.names}. Open ze en wijs ze zelf toe.`,
    mistakes: {
      from: 'Kies van wie de zaken zijn.',
      to: 'Kies wie de zaken overneemt.',
      same: 'Kies twee verschillende collega’s.',
    },
  },
});
