import { defineWords, plural } from '../../../../ui/index.ts';

export const incomeWords = defineWords({
  nl: {
    title: 'Welke regelingen zijn er voor u?',
    intro: 'Veel mensen lopen geld mis. Beantwoord vijf vragen. We bewaren uw antwoorden niet.',
    household: {
      label: 'Woont u alleen of samen?',
      alone: 'Alleen (met of zonder kinderen)',
      together: 'Met een partner',
    },
    children: {
      label: 'Hebt u kinderen die bij u wonen?',
      none: 'Nee',
      'under-12': 'Ja, en er is een kind jonger dan 12 jaar',
      'under-18': 'Ja, en het jongste kind is 12 tot en met 17 jaar',
    },
    age: {
      label: 'Hoe oud bent u?',
      'under-21': '18 tot en met 20 jaar',
      '21-to-pension': '21 jaar of ouder, en ik krijg nog geen AOW',
      pension: 'Ik krijg AOW',
    },
    income: {
      label: 'Hoeveel komt er elke maand binnen?',
      help: 'Tel loon, uitkering en pensioen op, ook van uw partner. Toeslagen tellen niet mee.',
    },
    home: {
      label: 'Hoe woont u?',
      rent: 'Ik huur',
      own: 'Ik heb een koophuis',
      other: 'Anders, bijvoorbeeld bij familie',
    },
    go: 'Kijk wat er voor mij is',
    choose: (p: { question: string }) => `Kies een antwoord bij: ${p.question}`,
    result: (p: { count: number }) =>
      p.count === 0
        ? 'We vonden geen regeling'
        : `${plural(p.count, 'regeling is', 'regelingen zijn')} misschien voor u`,
    indication:
      'Dit is een aanwijzing, geen besluit. Of u iets krijgt, hangt af van meer dan deze vijf vragen. Vraag het dus na. Vragen kost niets.',
    none: 'Met uw antwoorden past geen regeling uit onze lijst. Verandert er iets, kijk dan opnieuw. Komt u toch niet rond? Vraag hulp.',
    why: 'Waarom u dit ziet',
    mind: 'Let op',
    where: 'Waar u dit vraagt',
    site: 'Naar de website',
    checked: (p: { date: string }) => `Nagekeken op ${p.date}. De regio laat dit nog bevestigen.`,
    again: 'Andere antwoorden geven',
    helpTitle: 'Hulp bij het aanvragen',
    helpText: 'U hoeft het niet alleen te doen.',
    helpLink: 'Zoek hulp met formulieren bij u in de buurt',
    print: 'Afdrukken',
  },
  en: {
    title: 'Which schemes are there for you?',
    intro: 'Many people miss out on money. Answer five questions. We do not keep your answers.',
    household: {
      label: 'Do you live alone or together?',
      alone: 'Alone (with or without children)',
      together: 'With a partner',
    },
    children: {
      label: 'Do you have children who live with you?',
      none: 'No',
      'under-12': 'Yes, and a child is younger than 12',
      'under-18': 'Yes, and the youngest child is 12 to 17',
    },
    age: {
      label: 'How old are you?',
      'under-21': '18 to 20',
      '21-to-pension': '21 or older, and I do not get a state pension (AOW) yet',
      pension: 'I get a state pension (AOW)',
    },
    income: {
      label: 'How much comes in each month?',
      help: 'Add up wages, benefits and pension, also of your partner. Allowances do not count.',
    },
    home: {
      label: 'How do you live?',
      rent: 'I rent',
      own: 'I own my home',
      other: 'Otherwise, for example with family',
    },
    go: 'See what there is for me',
    choose: (p: { question: string }) => `Choose an answer to: ${p.question}`,
    result: (p: { count: number }) =>
      p.count === 0 ? 'We found no scheme' : `${plural(p.count, 'scheme', 'schemes', 'en')} may be for you`,
    indication:
      'This is an indication, not a decision. Whether you get something depends on more than these five questions. So ask. Asking costs nothing.',
    none: 'No scheme on our list fits your answers. If something changes, look again. Do you still not make ends meet? Ask for help.',
    why: 'Why you see this',
    mind: 'Mind',
    where: 'Where to ask',
    site: 'To the website',
    checked: (p: { date: string }) => `Checked on ${p.date}. The region still has this confirmed.`,
    again: 'Give other answers',
    helpTitle: 'Help with applying',
    helpText: 'You do not have to do it alone.',
    helpLink: 'Find help with forms near you',
    print: 'Print',
  },
});

export type IncomeWords = ReturnType<typeof incomeWords>;
