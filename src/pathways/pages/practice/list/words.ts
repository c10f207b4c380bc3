import { defineWords } from '../../../../ui/index.ts';

export const listWords = defineWords({
  nl: {
    title: 'Onze verwijzingen',
    intro: 'Wie uw praktijk heeft verwezen naar een welzijnscoach, en wat er nu gebeurt.',
    new: 'Nieuwe verwijzing',
    caption: { open: 'Verwijzingen die lopen', closed: 'Verwijzingen die klaar zijn' },
    columns: { resident: 'Inwoner', reason: 'Reden', now: 'Wat er nu gebeurt' },
    filter: 'Toon',
    open: 'lopend',
    closed: 'afgesloten',
    show: 'Bekijken',
    read: 'Lees',
    about: (p: { name: string }) => `van ${p.name}`,
    more: 'meer verwijzingen',
    urgent: 'snel',
    standsStill: 'op verzoek',
    ready: 'Het team heeft geantwoord. Lees wat het schrijft en sluit de verwijzing.',
    empty: {
      open: 'Er loopt geen verwijzing',
      openText: 'Zit iemand ergens mee waarvoor uw praktijk niet de beste plek is? Verwijs dan naar de welzijnscoach.',
      closed: 'Er is nog geen verwijzing afgesloten',
      closedText: 'Een verwijzing komt hier als u de uitkomst hebt gelezen en haar sluit.',
    },
  },
});
