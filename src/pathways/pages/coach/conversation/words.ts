import { defineWords } from '../../../../ui/index.ts';

export const conversationWords = defineWords({
  nl: {
    title: 'Gesprek vastleggen',
    measure: 'Vier korte vragen',
    later: 'Liever eerst op papier?',
    print: 'Vragen afdrukken',
    note: 'Wat u hier opschrijft, kan de inwoner lezen. De antwoorden over geld en over gevoel staan apart.',
    save: 'Gesprek opslaan',
    done: 'Het gesprek is opgeslagen. Zoek nu samen een plek die past.',
  },
  en: {
    title: 'Record the conversation',
    measure: 'Four short questions',
    later: 'Rather on paper first?',
    print: 'Print the questions',
    note: 'The resident can read what you write here. The answers about money and feelings are kept apart.',
    save: 'Save the conversation',
    done: 'The conversation has been saved. Now find a place that fits, together.',
  },
});
