import { defineWords, plural } from '../../../../ui/index.ts';

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
    files: 'Bijlagen',
    filesHelp: (p: { most: number; mb: number }) =>
      `Hooguit ${p.most} bestanden van ${p.mb} MB: PDF, foto, Word of tekst. Haal het BSN eraf. De inwoner kan ze lezen. Klopt er iets niet in het formulier? Kies de bestanden dan opnieuw.`,
    save: 'Vastleggen',
    reached: 'Vastgelegd. U hebt contact: plan nu het gesprek.',
    notReached: 'Vastgelegd. Probeer het later nog een keer.',
    soFar: 'Wat al is geprobeerd',
    tries: (p: { count: number; most: number }) =>
      `${plural(p.count, 'poging', 'pogingen')} zonder gesprek. De afspraak is ${p.most}.`,
    suggest: {
      first: 'Dit is de eerste poging. Bellen gaat het snelst.',
      again: (p: { day: string }) => `Probeer het uiterlijk ${p.day} opnieuw, op een ander moment van de dag.`,
      letter: 'Schrijf nu een brief. Dan kan de inwoner zelf bellen.',
      finish: 'U mag de zaak afronden als “niet te bereiken”. Twijfelt u? Ga een keer langs.',
    },
    mistakes: {
      kind: 'Kies hoe u contact zocht.',
      outcome: 'Kies hoe het ging.',
      note: (p: { most: number }) => `Maak de notitie korter: hooguit ${p.most} tekens.`,
    },
  },
  en: {
    title: 'Record contact',
    intro: 'Record every attempt, also one that failed. Then a colleague knows what has been done.',
    call: (p: { phone: string }) => `Call ${p.phone}`,
    noPhone: 'No telephone number is known. Write a letter or pay a visit.',
    kind: 'How did you seek contact?',
    outcome: 'How did it go?',
    note: 'Note',
    noteHelp: 'No more than is needed. The resident can read this.',
    files: 'Attachments',
    filesHelp: (p: { most: number; mb: number }) =>
      `At most ${p.most} files of ${p.mb} MB: PDF, photo, Word or text. Leave the BSN out. The resident can read them. Is something wrong in the form? Then choose the files again.`,
    save: 'Record',
    reached: 'Recorded. You are in contact: now plan the conversation.',
    notReached: 'Recorded. Try again later.',
    soFar: 'What was tried so far',
    tries: (p: { count: number; most: number }) =>
      `${plural(p.count, 'attempt', 'attempts', 'en')} without a conversation. The agreement is ${p.most}.`,
    suggest: {
      first: 'This is the first attempt. Calling is quickest.',
      again: (p: { day: string }) => `Try again by ${p.day}, at another time of day.`,
      letter: 'Write a letter now. Then the resident can call.',
      finish: 'You may finish the case as “not reached”. In doubt? Pay a visit.',
    },
    mistakes: {
      kind: 'Choose how you sought contact.',
      outcome: 'Choose how it went.',
      note: (p: { most: number }) => `Make the note shorter: ${p.most} characters at most.`,
    },
  },
});
