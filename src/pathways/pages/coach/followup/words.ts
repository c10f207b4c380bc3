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
  en: {
    title: 'Looking back',
    intro: 'Fill in what the resident wrote on paper or told you. Skip what was not answered.',
    mailed: 'The resident can also answer by the link in the mail. Then do not type anything over.',
    print: 'Print the questions',
    save: 'Save the answers',
    done: 'The answers have been saved.',
    nothing: 'Fill in at least one question.',
    crisisNote: 'Does the resident write about danger? Call at once.',
  },
});
