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
});
