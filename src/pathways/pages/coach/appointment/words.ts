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
  en: {
    title: 'Plan a conversation',
    intro: 'Agree on it with the resident first. They also see the appointment on their own page.',
    about: 'What is the conversation about?',
    kinds: { conversation: 'The broad conversation', 'follow-up': 'Looking back' },
    date: 'Day',
    time: 'Time',
    timeHelp: 'For example 14:30',
    place: 'Where',
    placeHelp: 'For example: at the resident’s home, in the community centre, or by telephone.',
    save: 'Record the appointment',
    done: (p) => `The appointment is made: ${p.when}.`,
    mistakes: {
      about: 'Choose what the conversation is about.',
      date: 'Fill in a day that exists, for example 12 3 2027.',
      time: 'Fill in a time such as 14:30.',
      place: 'Write where you will talk.',
    },
  },
});
