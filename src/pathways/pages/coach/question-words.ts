import { defineWords } from '../../../ui/index.ts';

export const questionWords = defineWords({
  nl: {
    yes: 'ja',
    no: 'nee',
    numbered: (p: { title: string; number: number }) => `${p.title} ${p.number}`,
    mistakes: {
      required: 'Vul dit in. Weet de inwoner het nog niet? Schrijf dat dan op.',
      choose: 'Kies een van de antwoorden.',
      tooLong: (p: { most: number }) => `Maak de tekst korter: hooguit ${p.most} tekens.`,
    },
  },
});
