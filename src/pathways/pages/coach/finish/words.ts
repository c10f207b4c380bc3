import { defineWords } from '../../../../ui/index.ts';

export const finishWords = defineWords({
  nl: {
    title: 'Zaak afronden',
    intro: 'U sluit af en schrijft de praktijk hoe het ging. Daarna kunt u in deze zaak niets meer wijzigen.',
    helped: 'Er was hulp of een gesprek',
    stopped: 'Het ging niet door',
    ending: 'Hoe loopt het af?',
    summary: 'Wat de praktijk mag weten',
    summaryHelp: 'Een paar zinnen, met goedvinden van de inwoner. Zonder wat in het gesprek onder ons bleef.',
    notFollowedUp:
      'De vragen achteraf zijn nog niet ingevuld. U mag afronden, maar dan weten wij niet hoe het nu gaat.',
    check: 'Verder naar controleren',
    checking: {
      title: 'Dit leest de praktijk',
      intro: 'Precies dit, en niets anders. Kijk het na met de inwoner.',
      practice: 'Voor',
      number: 'Zaak',
      outcome: 'Uitkomst',
      reason: 'Reden',
      summary: 'Wat het team schrijft',
      noSummary: 'niets',
      not: 'De praktijk ziet niet: het gesprek, de cijfers, de doelen en bij welke aanbieder de inwoner was.',
      send: 'Afronden en versturen',
      change: 'Wijzigen',
    },
    done: 'De zaak is afgerond. De praktijk kan de uitkomst lezen.',
    mistakes: {
      ending: 'Kies hoe het afloopt.',
      summary: 'Schrijf ten minste één zin voor de praktijk.',
      tooLong: (p: { most: number }) => `Maak de tekst korter: hooguit ${p.most} tekens.`,
      bsn: 'Hier staat een BSN. Haal het weg.',
    },
  },
});
