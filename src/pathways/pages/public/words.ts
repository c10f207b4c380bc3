import { defineWords } from '../../../ui/index.ts';

export const publicWords = defineWords({
  nl: {
    front: {
      title: 'Omzien naar elkaar',
      intro:
        'Soms helpt een goed gesprek, een maatje of samen bewegen meer dan een pil. Omzien brengt u bij hulp die past, dicht bij huis.',
      signIn: 'Inloggen',
      how: 'Hoe het gaat',
      steps: {
        ask: {
          title: 'Uw praktijk vraagt het aan',
          text: 'U vertelt uw huisarts of praktijkondersteuner wat er speelt. Als u het goed vindt, vraagt die een welzijnscoach om u te bellen.',
        },
        talk: {
          title: 'U praat met een welzijnscoach',
          text: 'Thuis, of waar u wilt. U bespreekt hoe het gaat en wat u belangrijk vindt. U bepaalt wat u vertelt.',
        },
        choose: {
          title: 'U kiest wat bij u past',
          text: 'De coach zoekt met u een plek in de buurt, en vraagt of er ruimte is. U zegt ja of nee.',
        },
      },
      forWhom: 'Voor wie is het?',
      forWhomText:
        'Omzien is nu voor mensen van 18 jaar en ouder die door hun praktijk zijn verwezen. Zelf zoeken of uzelf aanmelden kan nog niet.',
      privacy: 'U blijft de baas',
      privacyText:
        'Alleen wie u helpt, ziet wat nodig is. Alles wat iemand opent, wordt opgeschreven. U ziet wat er over u staat en wie er keek. En u kunt altijd stoppen.',
      work: 'Werkt u in zorg of welzijn?',
      workText: 'Log in met het account van uw organisatie. U kiest daarna in welke rol u werkt.',
    },
    questions: {
      intro: 'Meedoen mag, het hoeft niet. U mag vragen overslaan. Uw antwoorden zijn voor uw welzijnscoach.',
      title: 'Hoe gaat het nu met u?',
      send: 'Verstuur mijn antwoorden',
      none: 'Beantwoord ten minste één vraag, of sluit deze pagina.',
      once: 'U kunt de antwoorden één keer versturen.',
      errors: {
        required: 'Beantwoord deze vraag.',
        'not-a-number': 'Kies een cijfer.',
        'out-of-range': 'Kies een cijfer uit de rij.',
        'not-an-option': 'Kies één van de antwoorden.',
        'too-long': 'Maak de tekst korter.',
        'not-yes-or-no': 'Kies ja of nee.',
        'one-answer': 'Geef één antwoord.',
      },
      yes: 'Ja',
      no: 'Nee',
      thanks: 'Dank u wel',
      thanksIntro: 'Uw antwoorden zijn verstuurd.',
      thanksMore: 'Uw welzijnscoach leest ze en bespreekt ze met u als dat nodig is. U kunt deze pagina sluiten.',
      gone: 'Deze link werkt niet meer',
      goneIntro: 'Misschien hebt u de vragen al ingevuld, of is het te lang geleden.',
      goneMore: 'Wilt u nog iets laten weten? Bel uw welzijnscoach. Het nummer staat in de mail of brief.',
    },
  },
});

export type PublicWords = ReturnType<typeof publicWords>;
