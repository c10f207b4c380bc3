import { defineWords } from '../../../../ui/index.ts';

/** What a resident reads of not wanting something any more. */
export const stopWords = defineWords({
  nl: {
    stop: {
      title: 'Ik wil dit niet meer',
      intro: 'U mag altijd van gedachten veranderen. U hoeft niet uit te leggen waarom.',
      what: 'Waarmee wilt u stoppen?',
      all: 'Met alles',
      allHelp: 'Uw welzijnscoach en de plek die u koos, stoppen. Uw praktijk krijgt bericht.',
      one: (p: { service: string }) => `Alleen met ${p.service}`,
      oneHelp: 'U houdt contact met uw welzijnscoach en zoekt samen iets anders.',
      reason: 'Wilt u zeggen waarom?',
      button: 'Ja, stop hiermee',
      back: 'Nee, ga door',
      nothing: 'Er loopt niets waarmee u kunt stoppen',
      done: 'Het is gestopt. Wie ermee bezig was, krijgt bericht.',
      chooseWhat: 'Kies waarmee u wilt stoppen.',
      chooseReason: 'Kies een antwoord.',
      crumb: 'Stoppen',
    },
  },
  en: {
    stop: {
      title: 'I do not want this any more',
      intro: 'You may always change your mind. You do not have to explain why.',
      what: 'What do you want to stop?',
      all: 'Everything',
      allHelp: 'Your welfare coach and the place you chose stop. Your practice is told.',
      one: (p) => `Only ${p.service}`,
      oneHelp: 'You stay in touch with your welfare coach and look for something else together.',
      reason: 'Would you like to say why?',
      button: 'Yes, stop this',
      back: 'No, go on',
      nothing: 'There is nothing under way that you can stop',
      done: 'It has stopped. The people involved are told.',
      chooseWhat: 'Choose what you want to stop.',
      chooseReason: 'Choose an answer.',
      crumb: 'Stopping',
    },
  },
});
