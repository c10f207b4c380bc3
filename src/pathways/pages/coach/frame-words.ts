import { defineWords } from '../../../ui/index.ts';

export const frameWords = defineWords({
  nl: {
    worklist: 'Werklijst',
    resident: 'Inwoner',
    save: 'Opslaan',
    cancel: 'Niet doen',
    optionalNote: 'Notitie',
  },
});
