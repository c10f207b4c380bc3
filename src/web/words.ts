import type { RoleCode } from '../platform/index.ts';
import { defineWords, type Language } from '../ui/index.ts';

export const webWords = defineWords({
  nl: {
    roles: {
      resident: 'inwoner',
      carer: 'mantelzorger',
      'practice-nurse': 'praktijkondersteuner',
      gp: 'huisarts',
      'welfare-coach': 'welzijnscoach',
      provider: 'aanbieder',
      coordinator: 'coördinator',
      'debt-officer': 'medewerker schuldhulp',
      'organisation-admin': 'beheerder van de organisatie',
      'privacy-officer': 'privacyfunctionaris',
      'policy-adviser': 'beleidsadviseur',
      system: 'systeem',
    },
    choose: {
      link: 'Andere rol',
      title: 'Kies uw rol',
      intro: 'U werkt steeds in één rol. Wat u ziet en mag, hoort bij die rol.',
      legend: 'In welke rol gaat u nu verder?',
      go: 'Verder',
      mistake: 'Kies de rol waarin u nu verdergaat.',
      own: 'Als inwoner',
      ownHelp: 'U ziet uw eigen gegevens.',
      only: 'U heeft één rol. U hoeft niet te kiezen.',
      back: 'Naar uw beginpagina',
    },
    welcome: {
      title: 'Omzien',
      intro: 'Van een eerste signaal naar passende hulp, dicht bij huis.',
      body: 'Werkt u mee, of krijgt u hulp via Omzien? Log dan in.',
      signIn: 'Inloggen',
    },
    signedOut: 'U bent uitgelogd.',
    notTyped: 'Wat u typte, konden we niet bewaren. Er is niets veranderd en er is niets verstuurd.',
    again: 'Opnieuw inloggen',
    oldForm: {
      title: 'Dit formulier is verlopen',
      happened: 'Het formulier stond te lang open, of u bent daarna opnieuw ingelogd of van rol gewisseld.',
      todo: 'Ga terug, laad de pagina opnieuw en vul het formulier nog eens in.',
    },
    foreign: {
      title: 'Dit hebben we niet gedaan',
      happened: 'Dit formulier kwam niet van een pagina van Omzien.',
      todo: 'Ga naar Omzien zelf en doe het daar opnieuw.',
    },
    unknownEnd: {
      title: 'We weten niet of dit gelukt is',
      happened: 'U stuurde dit formulier eerder, en dat is halverwege gestopt.',
      kept: 'We hebben het niet nog een keer gedaan.',
      todo: 'Kijk eerst of het er al staat. Zo niet, open het formulier dan opnieuw.',
    },
    cannot: { title: 'Dit kan niet', todo: 'Ga terug, pas het aan en probeer het opnieuw.' },
    refused: {
      title: 'U kunt niet naar binnen',
      todo: 'Vraag de beheerder van uw organisatie om een rol, of log in als iemand anders.',
      kept: 'Er is niets veranderd.',
    },
    failedSignIn: {
      title: 'Inloggen is niet gelukt',
      todo: 'Begin opnieuw met inloggen.',
      kept: 'Er is niets veranderd.',
    },
  },
});

/** A role as people read it. */
export function roleLabel(role: RoleCode, lang: Language = 'nl'): string {
  return webWords(lang).roles[role];
}
