import { defineWords } from '../../../ui/index.ts';

export const frameWords = defineWords({
  nl: {
    worklist: 'Werklijst',
    resident: 'Inwoner',
    save: 'Opslaan',
    cancel: 'Niet doen',
    optionalNote: 'Notitie',
  },
  en: {
    worklist: 'Worklist',
    resident: 'Resident',
    save: 'Save',
    cancel: 'Do not do this',
    optionalNote: 'Note',
  },
});
