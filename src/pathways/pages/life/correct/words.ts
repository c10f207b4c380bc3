import { defineWords } from '../../../../ui/index.ts';

export const correctWords = defineWords({
  nl: {
    title: 'Verbeteren voor de inwoner',
    intro:
      'De inwoner vroeg om een verbetering en kreeg gelijk. U zet erbij wat klopt, of u zegt dat het een vergissing was. Wat er stond, blijft bewaard in de oude versie.',
    none: 'Er is niets te verbeteren.',
    mark: 'Verbeteren voor de inwoner',
    marked: (p: { count: number; date: string }) =>
      p.count === 1
        ? `Er is één ding te verbeteren, uiterlijk ${p.date}.`
        : `Er zijn ${p.count} dingen te verbeteren, het eerste uiterlijk ${p.date}.`,
    look: 'Bekijk en verbeter',
    kinds: { Communication: 'Contact', QuestionnaireResponse: 'Antwoorden', Goal: 'Doel' },
    due: (p: { number: string; date: string }) => `Verzoek ${p.number}. Verbeter het uiterlijk ${p.date}.`,
    says: 'Er staat nu',
    wish: 'De privacyfunctionaris besloot',
    how: 'Wat doet u?',
    hows: {
      corrected: 'Ik zet erbij wat klopt',
      'entered-in-error': 'Het was een vergissing, het telt niet meer',
    },
    only: {
      corrected: 'U zet erbij wat klopt. De inwoner leest wat er stond en wat u erbij zet.',
      'entered-in-error': 'U zegt dat het een vergissing was. Het telt dan niet meer.',
    },
    texts: { corrected: 'Wat klopt er?', 'entered-in-error': 'Waarom was het een vergissing?' },
    answers: 'de antwoorden op de pagina van de zaak',
    more: (p: { count: number }) =>
      p.count === 1
        ? 'Hierna is er nog één ding te verbeteren.'
        : `Hierna zijn er nog ${p.count} dingen te verbeteren.`,
    text: 'Wat klopt er, of waarom was het een vergissing?',
    textHelp: 'De inwoner leest dit.',
    do: 'Verbeteren',
    done: 'Het is verbeterd. De inwoner ziet het bij het verzoek.',
    mistakes: { how: 'Kies wat u doet.', text: 'Schrijf op wat klopt, of waarom het een vergissing was.' },
  },
  en: {
    title: 'Correct for the resident',
    intro:
      'The resident asked for a correction and was right. You put what is right beside it, or say that it was a mistake. What stood there is kept in the old version.',
    none: 'There is nothing to correct.',
    mark: 'Correct for the resident',
    marked: (p) =>
      p.count === 1
        ? `There is one thing to correct, by ${p.date}.`
        : `There are ${p.count} things to correct, the first by ${p.date}.`,
    look: 'View and correct',
    kinds: { Communication: 'Contact', QuestionnaireResponse: 'Answers', Goal: 'Goal' },
    due: (p) => `Request ${p.number}. Correct it by ${p.date}.`,
    says: 'It says now',
    wish: 'The privacy officer decided',
    how: 'What do you do?',
    hows: {
      corrected: 'I put what is right beside it',
      'entered-in-error': 'It was a mistake and no longer counts',
    },
    only: {
      corrected: 'You put what is right beside it. The resident reads what stood there and what you add.',
      'entered-in-error': 'You say that it was a mistake. It then no longer counts.',
    },
    texts: { corrected: 'What is right?', 'entered-in-error': 'Why was it a mistake?' },
    answers: 'the answers on the page of the case',
    more: (p) =>
      p.count === 1
        ? 'After this there is one more thing to correct.'
        : `After this there are ${p.count} more things to correct.`,
    text: 'What is right, or why was it a mistake?',
    textHelp: 'The resident reads this.',
    do: 'Correct',
    done: 'It has been corrected. The resident sees it with the request.',
    mistakes: { how: 'Choose what you do.', text: 'Write down what is right, or why it was a mistake.' },
  },
});
