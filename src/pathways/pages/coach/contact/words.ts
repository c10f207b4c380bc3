import { defineWords } from '../../../../ui/index.ts';

export const contactWords = defineWords({
  nl: {
    title: 'Contact vastleggen',
    intro: 'Leg elke poging vast, ook als het niet lukte. Zo weet een collega wat er al is gedaan.',
    call: (p: { phone: string }) => `Bel ${p.phone}`,
    noPhone: 'Er is geen telefoonnummer bekend. Schrijf een brief of ga langs.',
    kind: 'Hoe zocht u contact?',
    outcome: 'Hoe ging het?',
    note: 'Notitie',
    noteHelp: 'Niet meer dan nodig is. De inwoner kan dit lezen.',
    save: 'Vastleggen',
    reached: 'Vastgelegd. U hebt contact: plan nu het gesprek.',
    notReached: 'Vastgelegd. Probeer het later nog een keer.',
    mistakes: {
      kind: 'Kies hoe u contact zocht.',
      outcome: 'Kies hoe het ging.',
      note: (p: { most: number }) => `Maak de notitie korter: hooguit ${p.most} tekens.`,
    },
  },
});
