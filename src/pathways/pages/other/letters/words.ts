import { defineWords } from '../../../../ui/index.ts';

export const letterWords = defineWords({
  nl: {
    nav: 'Brieven',
    title: 'Brieven om te versturen',
    intro: 'Deze inwoners krijgen hun post op papier. Druk de brief af, doe hem op de post en zeg dat hij weg is.',
    empty: 'Er zijn geen brieven om te versturen.',
    emptyMore: 'Wie geen mailadres heeft of liever papier krijgt, komt hier te staan zodra er iets te melden is.',
    caption: 'Brieven',
    to: 'Aan',
    about: 'Onderwerp',
    number: 'Zaak',
    since: 'Sinds',
    open: 'Bekijk en druk af',
    one: (p: { subject: string }) => `Brief: ${p.subject}`,
    oneIntro: 'Zo ziet de brief eruit. In druk staat alleen de brief op het blad.',
    print: 'Brief afdrukken',
    howPrint: 'U drukt af met de printknop of met uw browser.',
    posted: 'Deze brief is op de post',
    postedOn: (p: { date: string }) => `Deze brief ging op ${p.date} op de post.`,
    done: 'Opgeschreven: de brief is op de post.',
    questionsTitle: 'De vragen',
    circle: (p: { min: number; max: number; low: string; high: string }) =>
      `Zet een rondje om uw cijfer. ${p.min} is: ${p.low.toLowerCase()}. ${p.max} is: ${p.high.toLowerCase()}.`,
    cross: 'Zet een kruisje bij één antwoord.',
    write: 'Schrijf hier uw antwoord.',
    back: 'Naar alle brieven',
  },
});
