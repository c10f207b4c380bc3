import { defineWords } from '../../../../ui/index.ts';

export const letterPageWords = defineWords({
  nl: {
    title: (p: { name: string }) => `Brief over ${p.name}`,
    intro: 'Deze brief kunt u afdrukken of bij het dossier van uw patiënt bewaren.',
    back: 'Terug naar de verwijzing',
    print: 'Brief afdrukken',
    list: 'Onze verwijzingen',
    of: (p: { name: string }) => `Verwijzing van ${p.name}`,
  },
  en: {
    title: (p: { name: string }) => `Letter about ${p.name}`,
    intro: 'You can print this letter, or keep it in your patient’s file.',
    back: 'Back to the referral',
    print: 'Print the letter',
    list: 'Our referrals',
    of: (p: { name: string }) => `Referral of ${p.name}`,
  },
});
