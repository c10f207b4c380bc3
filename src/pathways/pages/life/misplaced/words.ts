import { defineWords } from '../../../../ui/index.ts';

export const misplacedWords = defineWords({
  nl: {
    title: 'Iets staat bij de verkeerde inwoner',
    intro:
      'Kies wat hier niet hoort. De inwoner ziet het niet meer. Wie het zag, krijgt bericht. De privacyfunctionaris ook.',
    entry: 'Wat staat er verkeerd?',
    none: 'Er is hier nog niets vastgelegd.',
    number: 'Zaaknummer van de goede inwoner',
    numberHelp: 'Alleen als u het wilt verplaatsen. Het moet een zaak van uw team zijn.',
    do: 'Weghalen',
    done: 'Het is weggehaald.',
    moved: 'Het is weggehaald en staat nu bij de goede inwoner.',
    saw: (p: { names: string }) => `Dit lazen: ${p.names}. Zij krijgen bericht via hun team.`,
    mistakes: { entry: 'Kies wat er verkeerd staat.', number: 'Deze zaak vinden wij niet bij u. Kijk het nummer na.' },
  },
  en: {
    title: 'Something is with the wrong resident',
    intro:
      'Choose what does not belong here. The resident no longer sees it. Who saw it is told. So is the privacy officer.',
    entry: 'What is in the wrong place?',
    none: 'Nothing has been recorded here yet.',
    number: 'Case number of the right resident',
    numberHelp: 'Only if you want to move it. It must be a case of your team.',
    do: 'Take away',
    done: 'It has been taken away.',
    moved: 'It has been taken away and is now with the right resident.',
    saw: (p: { names: string }) => `Read by: ${p.names}. They are told through their team.`,
    mistakes: {
      entry: 'Choose what is in the wrong place.',
      number: 'We do not find this case with you. Check the number.',
    },
  },
});
