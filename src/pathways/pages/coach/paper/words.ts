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
});
