import { defineWords } from '../../../ui/index.ts';

export const practiceRoomWords = defineWords({
  nl: { referrals: 'Onze verwijzingen', refer: 'Verwijzen' },
  en: { referrals: 'Our referrals', refer: 'Refer' },
});
