import { defineWords } from '../../ui/index.ts';

/** The mail to a provider whose services wait for its look. */
export const remindWords = defineWords({
  nl: {
    subject: 'Kloppen uw diensten in Omzien nog?',
    dear: 'Beste collega,',
    why: 'Deze diensten zijn meer dan een half jaar niet nagekeken. Wie hulp zoekt, ziet dat erbij staan.',
    what: (p: { url: string }) => `Kijk ze na en bevestig ze. Dat kost een paar minuten: ${p.url}`,
    again: 'U krijgt deze mail hooguit één keer per maand.',
    closing: 'Met vriendelijke groet,\nOmzien',
  },
  en: {
    subject: 'Are your services in Omzien still right?',
    dear: 'Dear colleague,',
    why: 'Nobody has checked these services for more than half a year. Whoever looks for help can see that.',
    what: (p) => `Check and confirm them. It takes a few minutes: ${p.url}`,
    again: 'You get this mail once a month at most.',
    closing: 'Kind regards,\nOmzien',
  },
});
