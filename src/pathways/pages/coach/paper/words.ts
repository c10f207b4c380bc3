import { defineWords } from '../../../../ui/index.ts';

export const paperWords = defineWords({
  nl: {
    title: 'Op papier',
    intro: 'Voor wie geen mail heeft of liever papier krijgt. Druk af, geef mee of stuur op.',
    tabs: { letter: 'Brief', conversation: 'Vragen bij het gesprek', lookBack: 'Vragen achteraf' },
    print: 'Afdrukken',
    fill: 'Op papier ingevuld? Typ het hier over.',
    save: 'Opslaan',
    letter: {
      hello: (p: { name: string }) => `Beste ${p.name},`,
      subjects: {
        meet: 'Wij willen u graag spreken',
        look: 'Hoe gaat het nu met u?',
      },
      meet: (p: { practice: string }) =>
        `Uw praktijk heeft met u afgesproken dat wij contact met u opnemen (${p.practice}).`,
      meetNext:
        'Wij willen graag met u kennismaken en horen wat u wilt. Dat kan bij u thuis, bij ons of aan de telefoon.',
      look: 'Een tijd geleden maakten wij samen een plan. Wij horen graag hoe het nu met u gaat.',
      lookNext:
        'Bij deze brief zitten een paar vragen. Vul in wat u wilt en stuur het terug, of geef het mee aan uw welzijnscoach.',
      call: (p: { phone: string }) => `Wilt u iets vragen of een dag afspreken? Bel ons: ${p.phone}.`,
      free: 'U beslist zelf. Wilt u dit niet (meer)? Laat het ons weten, dan stoppen wij.',
      greet: 'Met vriendelijke groet,',
    },
  },
  en: {
    title: 'On paper',
    intro: 'For people who have no mail or prefer paper. Print it, hand it over or post it.',
    tabs: { letter: 'Letter', conversation: 'Questions for the conversation', lookBack: 'Questions afterwards' },
    print: 'Print',
    fill: 'Filled in on paper? Type it over here.',
    save: 'Save',
    letter: {
      hello: (p) => `Dear ${p.name},`,
      subjects: {
        meet: 'We would like to talk with you',
        look: 'How are you now?',
      },
      meet: (p) => `Your practice agreed with you that we would contact you (${p.practice}).`,
      meetNext:
        'We would like to get to know you and to hear what you want. That can be at your home, at our place or by telephone.',
      look: 'Some time ago we made a plan together. We would like to hear how you are now.',
      lookNext:
        'A few questions come with this letter. Fill in what you like and send it back, or give it to your welfare coach.',
      call: (p) => `Would you like to ask something or arrange a day? Call us: ${p.phone}.`,
      free: 'You decide. Do you not want this (any more)? Let us know, and we will stop.',
      greet: 'Kind regards,',
    },
  },
});
