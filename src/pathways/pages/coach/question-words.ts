import { defineWords } from '../../../ui/index.ts';

export const questionWords = defineWords({
  nl: {
    yes: 'ja',
    no: 'nee',
    numbered: (p: { title: string; number: number }) => `${p.title} ${p.number}`,
    noteAbout: (p: { text: string; about: string }) =>
      `${p.about}: ${p.text.charAt(0).toLowerCase()}${p.text.slice(1)}`,
    mistakes: {
      required: (p: { title: string }) => `${p.title}: vul dit in. Weet de inwoner het nog niet? Schrijf dat dan op.`,
      choose: (p: { title: string }) => `${p.title}: kies een van de antwoorden.`,
      tooLong: (p: { title: string; most: number }) => `${p.title}: maak de tekst korter: hooguit ${p.most} tekens.`,
    },
  },
  en: {
    yes: 'yes',
    no: 'no',
    numbered: (p) => `${p.title} ${p.number}`,
    noteAbout: (p) => `${p.about}: ${p.text.charAt(0).toLowerCase()}${p.text.slice(1)}`,
    mistakes: {
      required: (p) => `${p.title}: fill this in. Does the resident not know yet? Then write that down.`,
      choose: (p) => `${p.title}: choose one of the answers.`,
      tooLong: (p) => `${p.title}: make the text shorter: at most ${p.most} characters.`,
    },
  },
});
