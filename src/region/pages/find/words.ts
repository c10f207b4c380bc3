import { defineWords } from '../../../ui/index.ts';

/** The words of looking for a postcode area. */
export const findWords = defineWords({
  nl: {
    title: 'Zoek een postcode of plaats',
    intro: 'Typ een postcode of een plaats. U kiest daarna het gebied.',
    label: 'Postcode of plaats',
    help: 'Bijvoorbeeld 7511, 7511 AB of Glanerbrug.',
    find: 'Zoek',
    unknown: (p: { typed: string; region: string }) =>
      `‘${p.typed}’ kennen wij niet in ${p.region}. Typ vier cijfers van een postcode, of de naam van een plaats.`,
    found: (p: { name: string }) => `Gebieden bij ‘${p.name}’`,
    foundIntro: 'Een postcodegebied is alles met dezelfde vier cijfers. Kies er een, of de hele gemeente.',
    municipality: (p: { name: string }) => `Gemeente ${p.name}`,
    residents: (p: { count: string }) => `${p.count} inwoners`,
    byMunicipality: 'Of kies eerst een gemeente',
  },
  en: {
    title: 'Look for a postcode or place',
    intro: 'Type a postcode or a place. Then choose the area.',
    label: 'Postcode or place',
    help: 'For example 7511, 7511 AB or Glanerbrug.',
    find: 'Search',
    unknown: (p: { typed: string; region: string }) =>
      `We do not know ‘${p.typed}’ in ${p.region}. Type the four digits of a postcode, or the name of a place.`,
    found: (p: { name: string }) => `Areas for ‘${p.name}’`,
    foundIntro: 'A postcode area is everything with the same four digits. Choose one, or the whole municipality.',
    municipality: (p: { name: string }) => `Municipality of ${p.name}`,
    residents: (p: { count: string }) => `${p.count} residents`,
    byMunicipality: 'Or choose a municipality first',
  },
});
