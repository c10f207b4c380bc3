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
  en: {
    title: 'Hand over cases',
    intro: 'At leave or illness a colleague takes over all open cases. Each handover is recorded.',
    team: 'Which team?',
    from: 'From whom?',
    to: 'To whom?',
    do: 'Hand over all cases',
    done: (p) =>
      p.count === 0
        ? 'There were no open cases to hand over.'
        : `${plural(p.count, 'case is', 'cases are', 'en')} now with ${p.name}.`,
    kept: (p) => `These cases were not handed over: ${p.names}. Open them and assign them yourself.`,
    mistakes: {
      from: 'Choose whose cases these are.',
      to: 'Choose who takes over the cases.',
      same: 'Choose two different colleagues.',
    },
  },
});
