import { defineWords } from '../../../ui/index.ts';

/** The words of the privacy officer's own letters. */
export const dutyLetterWords = defineWords({
  nl: {
    nav: 'Brieven',
    title: 'Brieven om te versturen',
    intro:
      'Uw antwoorden aan inwoners die hun post op papier krijgen. Druk de brief af, doe hem op de post en zeg dat hij weg is.',
    empty: 'Er zijn geen brieven om te versturen.',
    emptyMore: 'Een antwoord aan wie geen mailadres heeft of liever papier krijgt, komt hier te staan.',
    to: 'Aan',
    about: 'Onderwerp',
    since: 'Sinds',
    action: 'Doen',
    open: 'Bekijk en druk af',
    one: (p: { subject: string }) => `Brief: ${p.subject}`,
    oneIntro: 'Zo ziet de brief eruit. In druk staat alleen de brief op het blad.',
    secret:
      'Op deze brief staat geen adres. Het is geheim of niet bekend: vraag de praktijk of het team om de envelop.',
    office: 'De privacyfunctionaris van Omzien',
    print: 'Brief afdrukken',
    posted: 'Deze brief is op de post',
    postedOn: (p: { date: string }) => `Deze brief ging op ${p.date} op de post.`,
    done: 'Opgeschreven: de brief is op de post.',
  },
  en: {
    nav: 'Letters',
    title: 'Letters to send',
    intro: 'Your answers to residents who get their post on paper. Print the letter, post it and say that it has gone.',
    empty: 'There are no letters to send.',
    emptyMore: 'An answer to somebody without a mail address, or who prefers paper, appears here.',
    to: 'To',
    about: 'Subject',
    since: 'Since',
    action: 'Do',
    open: 'View and print',
    one: (p) => `Letter: ${p.subject}`,
    oneIntro: 'This is what the letter looks like. In print only the letter is on the sheet.',
    secret: 'This letter has no address. It is secret or not known: ask the practice or the team for the envelope.',
    office: 'The privacy officer of Omzien',
    print: 'Print the letter',
    posted: 'This letter is in the post',
    postedOn: (p) => `This letter was posted on ${p.date}.`,
    done: 'Written down: the letter is in the post.',
  },
});
