import { defineWords } from '../../../../ui/index.ts';

export const coachWishWords = defineWords({
  nl: {
    title: 'Hoe de inwoner geholpen wil worden',
    intro: 'Vraag het aan de inwoner en vul het samen in. De inwoner ziet dit ook, en kan het veranderen.',
    link: 'Voorkeuren en codewoord',
    paper: 'Alles op papier',
    wordTitle: 'Codewoord',
    wordIntro: 'Vraag aan de telefoon naar het codewoord. Zeg het zelf niet als eerste.',
    word: 'Het codewoord is',
    noWord: 'Deze inwoner heeft geen codewoord.',
    show: 'Toon het codewoord',
    seen: 'De inwoner ziet dat u het codewoord bekeek.',
  },
  en: {
    title: 'How the resident wants to be helped',
    intro: 'Ask the resident and fill it in together. The resident sees this as well, and can change it.',
    link: 'Preferences and code word',
    paper: 'Everything on paper',
    wordTitle: 'Code word',
    wordIntro: 'Ask for the code word on the telephone. Do not say it first yourself.',
    word: 'The code word is',
    noWord: 'This resident has no code word.',
    show: 'Show the code word',
    seen: 'The resident sees that you looked at the code word.',
  },
});
