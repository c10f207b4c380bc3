import { defineWords } from '../../ui/index.ts';

/** What residents are told by mail or letter. */
export const tellWords = defineWords({
  nl: {
    dear: 'Beste lezer,',
    dearName: (p: { name: string }) => `Beste ${p.name},`,
    link: (p: { url: string }) => `Ga naar Omzien en log in: ${p.url}`,
    closing: 'Met vriendelijke groet,',
    office: 'De privacyfunctionaris van Omzien',
    rights:
      'Bent u het hier niet mee eens? Dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens, of naar de rechter gaan.',
    received: {
      subject: (p: { number: string }) => `Wij hebben uw verzoek ${p.number}`,
      body: (p: { due: string }) => `Wij hebben uw verzoek gekregen. U krijgt antwoord op uiterlijk ${p.due}.`,
    },
    extended: {
      subject: (p: { number: string }) => `Uw verzoek ${p.number} duurt langer`,
      body: (p: { due: string }) =>
        `Uw verzoek kost ons meer tijd. U krijgt antwoord op uiterlijk ${p.due}. Wilt u weten waarom? Dat staat bij uw verzoek.`,
    },
    decided: {
      subject: (p: { number: string }) => `Antwoord op uw verzoek ${p.number}`,
      body: 'Er is een antwoord op uw verzoek. U leest het bij uw verzoeken in Omzien.',
    },
    done: {
      subject: (p: { number: string }) => `Uw verzoek ${p.number} is uitgevoerd`,
      body: 'Wat wij met u afspraken over uw verzoek, is gedaan.',
    },
    breakGlass: {
      subject: 'Iemand gebruikte noodtoegang tot uw gegevens',
      body: 'Een zorgverlener heeft uw gegevens in Omzien geopend, omdat er haast was. Wie het was en waarom, staat bij ‘Wie keek’. De privacyfunctionaris kijkt na of dit mocht. Klopt er iets niet? Dan kunt u daar een vraag over stellen.',
    },
  },
  en: {
    dear: 'Dear reader,',
    dearName: (p: { name: string }) => `Dear ${p.name},`,
    link: (p: { url: string }) => `Go to Omzien and sign in: ${p.url}`,
    closing: 'Kind regards,',
    office: 'The privacy officer of Omzien',
    rights:
      'Do you disagree? You can complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens), or go to court.',
    received: {
      subject: (p: { number: string }) => `We have your request ${p.number}`,
      body: (p: { due: string }) => `We have received your request. You get an answer by ${p.due}.`,
    },
    extended: {
      subject: (p: { number: string }) => `Your request ${p.number} takes longer`,
      body: (p: { due: string }) =>
        `We need more time for your request. You get an answer by ${p.due}. Why this is stands with your request.`,
    },
    decided: {
      subject: (p: { number: string }) => `Answer to your request ${p.number}`,
      body: 'There is an answer to your request. You can read it with your requests in Omzien.',
    },
    done: {
      subject: (p: { number: string }) => `Your request ${p.number} has been carried out`,
      body: 'What we agreed about your request has been done.',
    },
    breakGlass: {
      subject: 'Somebody used emergency access to your data',
      body: 'A care provider has opened your data in Omzien, because there was no time to lose. Who it was and why stands with ‘Who looked’. The privacy officer checks whether this was allowed. Is something wrong? You can ask about it there.',
    },
  },
});
