import { defineWords } from '../../../../ui/index.ts';

export const followUpWords = defineWords({
  nl: {
    title: 'Terugkijken',
    intro: 'Vul in wat de inwoner op papier schreef of u vertelde. Sla over wat niet is ingevuld.',
    mailed: 'De inwoner kan ook zelf antwoorden met de link in de mail. Typ dan niets over.',
    print: 'Vragen afdrukken',
    save: 'Antwoorden opslaan',
    done: 'De antwoorden zijn opgeslagen.',
    nothing: 'Vul ten minste één vraag in.',
    crisisNote: 'Schrijft de inwoner over gevaar? Bel meteen.',
  },
});
