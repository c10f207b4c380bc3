import { defineWords } from '../../ui/index.ts';

/** What a resident is told about an appointment that stands already; never what it is about. */
export const appointmentMessageWords = defineWords({
  nl: {
    changed: {
      subject: (p: { team: string }) => `Uw afspraak met ${p.team} is veranderd`,
      body: (p: { when: string }) => `De afspraak is nu op ${p.when}. Kunt u dan niet? Bel het team.`,
    },
    soon: {
      subject: (p: { team: string }) => `U hebt binnenkort een afspraak met ${p.team}`,
      body: (p: { when: string }) => `De afspraak is op ${p.when}. Kunt u toch niet? Bel het team.`,
    },
  },
  en: {
    changed: {
      subject: (p: { team: string }) => `Your appointment with ${p.team} has changed`,
      body: (p: { when: string }) => `The appointment is now on ${p.when}. Can you not come then? Call the team.`,
    },
    soon: {
      subject: (p: { team: string }) => `You have an appointment with ${p.team} soon`,
      body: (p: { when: string }) => `The appointment is on ${p.when}. Can you not come after all? Call the team.`,
    },
  },
});
