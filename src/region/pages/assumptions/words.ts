import { defineWords } from '../../../ui/index.ts';

/** The words of the page with everything the model takes from elsewhere. */
export const assumptionWords = defineWords({
  nl: {
    title: 'Alle aannames en bronnen',
    intro: (p: { count: number; assumed: number }) =>
      `Het model rekent met ${p.count} getallen van elders. Bij ${p.assumed} daarvan is het getal een aanname: geen bron van de regio noemt het.`,
    groups: {
      lives: 'Wie wat krijgt',
      use: 'Wat mensen gebruiken, en wat een aanpak doet',
      price: 'Wat het kost',
    },
    name: 'Getal',
    value: 'Waarde',
    range: '95%-marge',
    unit: 'Eenheid',
    basis: 'Bron of aanname',
    byAge: 'per leeftijd en geslacht',
    source: 'Bron',
    assumption: 'Aanname',
    between: (p: { lower: string; upper: string }) => `${p.lower} tot ${p.upper}`,
    factor: (p: { lower: string; upper: string }) => `× ${p.lower} tot × ${p.upper}`,
    payers: 'Wie een aanpak betaalt',
    payersSay: 'Een aanname, naar hoe het nu in Nederland wordt betaald.',
    approach: 'Aanpak',
    paidBy: 'Betaald door',
  },
  en: {
    title: 'All assumptions and sources',
    intro: (p: { count: number; assumed: number }) =>
      `The model uses ${p.count} numbers from elsewhere. Of these ${p.assumed} are an assumption: no source of the region names them.`,
    groups: {
      lives: 'Who gets what',
      use: 'What people use, and what an approach does',
      price: 'What it costs',
    },
    name: 'Number',
    value: 'Value',
    range: '95% range',
    unit: 'Unit',
    basis: 'Source or assumption',
    byAge: 'by age and sex',
    source: 'Source',
    assumption: 'Assumption',
    between: (p: { lower: string; upper: string }) => `${p.lower} to ${p.upper}`,
    factor: (p: { lower: string; upper: string }) => `× ${p.lower} to × ${p.upper}`,
    payers: 'Who pays an approach',
    payersSay: 'An assumption, after how it is paid in the Netherlands now.',
    approach: 'Approach',
    paidBy: 'Paid by',
  },
});
