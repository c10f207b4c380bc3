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
  en: {
    title: 'Finish the case',
    intro:
      'You close the case and write to the practice how it went. After that you cannot change anything in this case.',
    helped: 'There was support or a conversation',
    stopped: 'It did not go ahead',
    ending: 'How does it end?',
    summary: 'What the practice may know',
    summaryHelp:
      'A few sentences, with the resident’s agreement. Without what stays between you from the conversation.',
    notFollowedUp:
      'The questions afterwards have not been answered yet. You may finish, but then we do not know how things are now.',
    check: 'Continue to check',
    checking: {
      title: 'This is what the practice reads',
      intro: 'Exactly this, and nothing else. Check it with the resident.',
      practice: 'For',
      number: 'Case',
      outcome: 'Outcome',
      reason: 'Reason',
      summary: 'What the team writes',
      noSummary: 'nothing',
      not: 'The practice does not see: the conversation, the scores, the goals and at which provider the resident was.',
      send: 'Finish and send',
      change: 'Change',
    },
    done: 'The case is finished. The practice can read the outcome.',
    mistakes: {
      ending: 'Choose how it ends.',
      summary: 'Write at least one sentence for the practice.',
      tooLong: (p) => `Make the text shorter: at most ${p.most} characters.`,
      bsn: 'There is a BSN here. Take it out.',
    },
  },
});
