import { defineWords } from '../../../../ui/index.ts';

export const selfWords = defineWords({
  nl: {
    title: 'Ik wil hulp van een welzijnscoach',
    intro: (p: { team: string }) =>
      `U vraagt zelf om hulp. ${p.team} leest uw vraag en belt u. U hebt geen verwijzing nodig.`,
    reasons: 'Waar gaat het over?',
    reasonsHelp: 'Kies wat past. Meer dan één mag.',
    note: 'Wilt u er iets bij vertellen?',
    noteHelp: 'Het hoeft niet. Alleen het team dat u helpt, leest dit.',
    what: 'Wat er gebeurt',
    seen: (p: { team: string }) =>
      `${p.team} ziet eerst alleen uw voornaam, uw leeftijd, uw buurt en wat u hier opschrijft. Zegt het team ja, dan ziet het ook uw naam en hoe u te bereiken bent.`,
    answer: (p: { team: string }) => `U hoort binnen een paar dagen of ${p.team} u kan helpen.`,
    mind: 'U kunt altijd stoppen, zonder reden.',
    send: 'Ja, vraag hulp voor mij',
    done: (p: { team: string }) => `Uw vraag is bij ${p.team}. U krijgt bericht zodra er antwoord is.`,
    running: 'Er loopt al een aanvraag voor u',
    runningMore: 'U hoeft niet opnieuw te vragen. Hebt u er iets bij te vertellen? Schrijf of bel uw welzijnscoach.',
    nowhere: 'Wij weten niet welk team bij uw adres hoort',
    nowhereMore: 'Kijk of uw adres klopt bij Mijn gegevens, of bel uw praktijk.',
    details: 'Mijn gegevens',
    mistakes: {
      reasons: 'Kies ten minste één antwoord.',
      note: (p: { most: number }) => `Maak uw tekst korter: hooguit ${p.most} tekens.`,
    },
  },
  en: {
    title: 'I want help from a welfare coach',
    intro: (p: { team: string }) =>
      `You ask for help yourself. ${p.team} reads your question and calls you. You need no referral.`,
    reasons: 'What is it about?',
    reasonsHelp: 'Choose what fits. You may choose more than one.',
    note: 'Is there anything you want to add?',
    noteHelp: 'You need not. Only the team that helps you reads this.',
    what: 'What happens next',
    seen: (p: { team: string }) =>
      `At first ${p.team} sees only your first name, your age, your neighbourhood and what you write here. Once the team says yes, it also sees your name and how to reach you.`,
    answer: (p: { team: string }) => `You hear within a few days whether ${p.team} can help you.`,
    mind: 'You can always stop, without a reason.',
    send: 'Yes, ask for help for me',
    done: (p: { team: string }) => `Your question is with ${p.team}. You are told when there is an answer.`,
    running: 'A request for you is running already',
    runningMore: 'You need not ask again. Is there something to add? Write or call your welfare coach.',
    nowhere: 'We do not know which team goes with your address',
    nowhereMore: 'Check your address at My details, or call your practice.',
    details: 'My details',
    mistakes: {
      reasons: 'Choose at least one answer.',
      note: (p: { most: number }) => `Make your text shorter: at most ${p.most} characters.`,
    },
  },
});
