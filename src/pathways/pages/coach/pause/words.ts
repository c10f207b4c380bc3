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
});
