import { defineWords } from '../../../../ui/index.ts';

export const pauseWords = defineWords({
  nl: {
    title: 'Klok stilzetten',
    intro: 'De termijnen van deze zaak staan dan stil. Het team en de inwoner zien dat, met de reden.',
    reason: 'Waarom staat de klok stil?',
    reasonHelp: 'Bijvoorbeeld: op vakantie tot 4 januari. Schrijf niets over ziekte of gevoel.',
    do: 'Klok stilzetten',
    done: 'De klok staat stil. Vergeet niet om hem weer te laten lopen.',
    mistake: 'Schrijf op waarom de klok stil moet staan.',
    tooLong: 'Maak de reden korter: hooguit 200 tekens.',
  },
  en: {
    title: 'Pause the clock',
    intro: 'The deadlines of this case then stand still. The team and the resident see that, with the reason.',
    reason: 'Why does the clock stand still?',
    reasonHelp: 'For example: on holiday until 4 January. Write nothing about illness or feelings.',
    do: 'Pause the clock',
    done: 'The clock stands still. Do not forget to let it run again.',
    mistake: 'Write down why the clock has to stand still.',
    tooLong: 'Make the reason shorter: at most 200 characters.',
  },
});
