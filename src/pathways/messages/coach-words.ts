import { defineWords } from '../../ui/index.ts';

/** What a resident is told when somebody else becomes their coach; never why. */
export const coachWords = defineWords({
  nl: {
    subject: (p: { team: string }) => `U hebt een nieuw aanspreekpunt bij ${p.team}`,
    paper: (p: { name: string }) =>
      `${p.name} is vanaf nu uw welzijnscoach. Alles wat u al vertelde of afsprak, blijft staan. U hoeft niets te doen.`,
    mail: 'Vanaf nu helpt iemand anders van het team u verder. In Omzien leest u wie. Alles wat u al afsprak, blijft staan. U hoeft niets te doen.',
  },
  en: {
    subject: (p: { team: string }) => `You have a new contact at ${p.team}`,
    paper: (p: { name: string }) =>
      `${p.name} is your welfare coach from now on. Everything you told or agreed still stands. You need not do anything.`,
    mail: 'From now on somebody else of the team helps you. In Omzien you can read who. Everything you agreed still stands. You need not do anything.',
  },
});
