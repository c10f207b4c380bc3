import { defineWords } from '../../../../ui/index.ts';

export const departureWords = defineWords({
  nl: {
    title: 'Deze collega vertrekt',
    intro: (p: { name: string }) => `Na de laatste dag kan ${p.name} bij uw organisatie niets meer openen.`,
    what: 'Wat er gebeurt',
    points: {
      roles: 'Alle rollen bij uw organisatie eindigen. Wie nu is ingelogd, wordt op dat moment uitgelogd.',
      cases: 'Open zaken gaan nu al naar een collega.',
      stays: 'Wat de collega schreef, blijft in de dossiers staan, met naam.',
      elsewhere: 'Werk bij een andere organisatie gaat gewoon door.',
    },
    lastDay: 'Laatste werkdag',
    lastDayHelp: 'Vandaag, of een dag die nog komt. Bij vandaag stopt alles meteen.',
    do: 'Vertrek vastleggen',
    doneNow: (p: { name: string }) => `${p.name} werkt niet meer bij uw organisatie.`,
    doneLater: (p: { name: string; date: string }) => `${p.name} vertrekt na ${p.date}.`,
    mistakes: { lastDay: 'Vul een dag in die bestaat.' },
  },
  en: {
    title: 'This colleague leaves',
    intro: (p: { name: string }) => `After the last day ${p.name} can open nothing at your organisation any more.`,
    what: 'What happens',
    points: {
      roles: 'All roles at your organisation end. Who is signed in at that moment is signed out.',
      cases: 'Open cases go to a colleague now.',
      stays: 'What the colleague wrote stays in the records, with their name.',
      elsewhere: 'Work at another organisation simply goes on.',
    },
    lastDay: 'Last working day',
    lastDayHelp: 'Today, or a day to come. With today everything stops at once.',
    do: 'Record that they leave',
    doneNow: (p: { name: string }) => `${p.name} no longer works at your organisation.`,
    doneLater: (p: { name: string; date: string }) => `${p.name} leaves after ${p.date}.`,
    mistakes: { lastDay: 'Fill in a day that exists.' },
  },
});
