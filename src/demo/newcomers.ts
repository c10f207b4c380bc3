/**
 * People with an identity at the provider of the demo whom Omzien does not know yet: who tries the demo accepts an
 * invitation as one of them. They hold no role, and are not in the list of personas.
 */
export const NEWCOMERS = [
  { id: 'newcomer-nora', name: 'Nora Voorbeeldstein', role: 'newcomer' },
  { id: 'newcomer-idris', name: 'Idris Proefveld', role: 'newcomer' },
  { id: 'newcomer-lot', name: 'Lot van Voorbeeldoord', role: 'newcomer' },
  { id: 'newcomer-tygo', name: 'Tygo Proefmaat', role: 'newcomer' },
] as const;
