import { defineWords } from '../../../ui/index.ts';

/** Words around messages that every side shares. */
export const messageFrameWords = defineWords({
  nl: {
    you: 'U',
    resident: 'De inwoner',
    team: 'Het team',
    read: (p: { when: string }) => `gelezen op ${p.when}`,
    unread: 'nog niet gelezen',
    label: 'Berichten, oudste eerst',
    about: 'Over:',
    text: 'Uw bericht',
    send: 'Verstuur bericht',
    notAtOnce: 'Uw bericht wordt niet meteen gelezen. Is er haast? Bel dan.',
    crisis: 'Moet het nu?',
    mistakes: {
      empty: 'Schrijf eerst uw bericht.',
      long: (p: { most: number }) => `Maak uw bericht korter: hooguit ${p.most} tekens.`,
    },
  },
  en: {
    you: 'You',
    resident: 'The resident',
    team: 'The team',
    read: (p: { when: string }) => `read on ${p.when}`,
    unread: 'not read yet',
    label: 'Messages, oldest first',
    about: 'About:',
    text: 'Your message',
    send: 'Send message',
    notAtOnce: 'Your message is not read at once. Is it urgent? Then call.',
    crisis: 'Does it have to be now?',
    mistakes: {
      empty: 'Write your message first.',
      long: (p: { most: number }) => `Make your message shorter: at most ${p.most} characters.`,
    },
  },
});
