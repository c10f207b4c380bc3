import { defineWords } from '../../../../ui/index.ts';

export const appointmentWords = defineWords({
  nl: {
    title: 'Gesprek plannen',
    intro: 'Spreek het eerst af met de inwoner. Die ziet de afspraak ook op de eigen pagina.',
    about: 'Waar gaat het gesprek over?',
    kinds: { conversation: 'Het brede gesprek', 'follow-up': 'Terugkijken' },
    date: 'Dag',
    time: 'Tijd',
    timeHelp: 'Bijvoorbeeld 14:30',
    place: 'Waar',
    placeHelp: 'Bijvoorbeeld: bij de inwoner thuis, in het wijkcentrum, of telefonisch.',
    save: 'Afspraak vastleggen',
    done: (p: { when: string }) => `De afspraak staat: ${p.when}.`,
    mistakes: {
      about: 'Kies waar het gesprek over gaat.',
      date: 'Vul een dag in die bestaat, bijvoorbeeld 12 3 2027.',
      time: 'Vul een tijd in als 14:30.',
      place: 'Schrijf waar u elkaar spreekt.',
    },
  },
});
