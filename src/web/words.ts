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
      'partner-system': 'systeem van een organisatie',
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
    signedOut: 'U bent uitgelogd',
    signedOutMore: 'Op dit apparaat staat niets meer van u. U kunt het venster sluiten.',
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
      todo: 'Werkt u mee? Vraag de beheerder van uw organisatie om een rol. Zoekt u hulp en bent u hier nieuw? Onder aan deze pagina leest u wie u belt.',
      kept: 'Er is niets veranderd.',
    },
    failedSignIn: {
      title: 'Inloggen is niet gelukt',
      todo: 'Begin opnieuw met inloggen.',
      kept: 'Er is niets veranderd.',
    },
  },
  en: {
    roles: {
      resident: 'resident',
      carer: 'carer',
      'practice-nurse': 'practice nurse',
      gp: 'GP',
      'welfare-coach': 'welfare coach',
      provider: 'provider',
      coordinator: 'coordinator',
      'debt-officer': 'debt officer',
      'organisation-admin': 'administrator of the organisation',
      'privacy-officer': 'privacy officer',
      'policy-adviser': 'policy adviser',
      'partner-system': 'system of an organisation',
      system: 'system',
    },
    choose: {
      link: 'Another role',
      title: 'Choose your role',
      intro: 'You always work in one role. What you see and may do belongs to that role.',
      legend: 'In which role do you go on now?',
      go: 'Continue',
      mistake: 'Choose the role in which you go on now.',
      own: 'As a resident',
      ownHelp: 'You see your own information.',
      only: 'You have one role. You do not have to choose.',
      back: 'To your start page',
    },
    welcome: {
      title: 'Omzien',
      intro: 'From a first signal to the right help, close to home.',
      body: 'Do you work with Omzien, or do you get help through it? Then sign in.',
      signIn: 'Sign in',
    },
    signedOut: 'You are signed out',
    signedOutMore: 'Nothing of yours is left on this device. You can close the window.',
    notTyped: 'We could not keep what you typed. Nothing has changed and nothing was sent.',
    again: 'Sign in again',
    oldForm: {
      title: 'This form has expired',
      happened: 'The form was open for too long, or you signed in again or changed roles since.',
      todo: 'Go back, reload the page and fill in the form once more.',
    },
    foreign: {
      title: 'We did not do this',
      happened: 'This form did not come from a page of Omzien.',
      todo: 'Go to Omzien itself and do it again there.',
    },
    unknownEnd: {
      title: 'We do not know whether this worked',
      happened: 'You sent this form before, and that stopped half-way.',
      kept: 'We did not do it once more.',
      todo: 'First look whether it is there already. If not, open the form again.',
    },
    cannot: { title: 'This cannot be done', todo: 'Go back, change it and try again.' },
    refused: {
      title: 'You cannot go in',
      todo: 'Do you work here? Ask the administrator of your organisation for a role. Do you seek help and are you new? At the foot of this page you read whom to call.',
      kept: 'Nothing has changed.',
    },
    failedSignIn: {
      title: 'Signing in did not work',
      todo: 'Begin again with signing in.',
      kept: 'Nothing has changed.',
    },
  },
});

/** A role as people read it. */
export function roleLabel(role: RoleCode, lang: Language = 'nl'): string {
  return webWords(lang).roles[role];
}
