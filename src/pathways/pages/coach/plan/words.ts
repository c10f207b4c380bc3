import { defineWords } from '../../../../ui/index.ts';

export const planPageWords = defineWords({
  nl: {
    title: 'Plan maken',
    link: 'Plan maken of veranderen',
    intro:
      'Schrijf op wat u met de inwoner afspreekt: wie doet wat, en uiterlijk wanneer. De inwoner leest dit op de eigen pagina.',
    goals: 'Doelen van de inwoner',
    noGoals: 'De doelen komen uit het brede gesprek. Er zijn er nog geen.',
    one: (p: { number: number }) => `Afspraak ${p.number}`,
    text: 'Wat',
    who: 'Wie doet het?',
    by: 'Uiterlijk',
    done: 'Dit is gedaan',
    emptyHelp: 'Laat leeg wat u niet nodig hebt. Een leeggemaakte afspraak verdwijnt uit het plan.',
    save: 'Plan bewaren',
    saved: 'Het plan is bewaard. De inwoner kan het lezen.',
    mistakes: {
      text: 'Schrijf wat er is afgesproken, hooguit 200 tekens.',
      who: 'Kies wie het doet.',
      by: 'Vul een dag in die bestaat, bijvoorbeeld 12 3 2027, of laat hem leeg.',
    },
  },
  en: {
    title: 'Make a plan',
    link: 'Make or change the plan',
    intro:
      'Write down what you agree with the resident: who does what, and by when. The resident reads this on their own page.',
    goals: 'Goals of the resident',
    noGoals: 'The goals come from the broad conversation. There are none yet.',
    one: (p: { number: number }) => `Agreement ${p.number}`,
    text: 'What',
    who: 'Who does it?',
    by: 'By',
    done: 'This is done',
    emptyHelp: 'Leave empty what you do not need. An agreement that you empty disappears from the plan.',
    save: 'Keep the plan',
    saved: 'The plan is kept. The resident can read it.',
    mistakes: {
      text: 'Write what was agreed, 200 characters at most.',
      who: 'Choose who does it.',
      by: 'Fill in a day that exists, for example 12 3 2027, or leave it empty.',
    },
  },
});
