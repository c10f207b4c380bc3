import { Refusal } from '../../platform/index.ts';

/** What is said where something cannot be done; the one place with these words. */
const TEXTS = {
  closed: {
    nl: 'Dit verzoek is al afgerond. Er is niets veranderd.',
    en: 'This request is closed already. Nothing has changed.',
  },
  decided: {
    nl: 'Over dit verzoek is al besloten. Er is niets veranderd.',
    en: 'This request has been decided already. Nothing has changed.',
  },
  'not-decided': { nl: 'Neem eerst een besluit.', en: 'Decide first.' },
  extended: {
    nl: 'Dit verzoek is al een keer verlengd. Dat kan maar één keer.',
    en: 'This request was extended before. That can be done once.',
  },
  'too-late': {
    nl: 'De termijn is voorbij. Verlengen kan alleen binnen de eerste maand.',
    en: 'The term has passed. It can be extended within the first month only.',
  },
  identity: {
    nl: 'Schrijf eerst op hoe u weet wie dit verzoek doet.',
    en: 'First write down how you know who makes this request.',
  },
  'too-many-open': {
    nl: 'U heeft al tien verzoeken open. Wacht op antwoord, of trek er een in.',
    en: 'You have ten open requests. Wait for an answer, or take one back.',
  },
  'nobody-certain': {
    nl: 'Wij weten niet zeker om wie het gaat. Kijk het BSN of de naam, geboortedatum en postcode na op het document.',
    en: 'We cannot tell for certain who this is. Check the BSN, or the name, date of birth and postcode, on the document.',
  },
  'too-many-today': {
    nl: 'U gebruikte vandaag te vaak noodtoegang. Bel uw privacyfunctionaris.',
    en: 'You used emergency access too often today. Call your privacy officer.',
  },
  reviewed: {
    nl: 'Dit is al beoordeeld. Er is niets veranderd.',
    en: 'This was reviewed already. Nothing has changed.',
  },
  'not-due': {
    nl: 'De bewaartermijn is nog niet voorbij. Er is niets veranderd.',
    en: 'The retention term has not passed yet. Nothing has changed.',
  },
  held: {
    nl: 'Dit wordt vastgehouden. Hef dat eerst op.',
    en: 'This is on hold. End the hold first.',
  },
} as const;

export type RefusalCode = keyof typeof TEXTS;

/** Refuses in words for people; the transaction is undone. */
export function refuseWith(code: RefusalCode, kind: 'conflict' | 'unprocessable' | 'too-many' = 'conflict'): never {
  throw new Refusal({ kind, text: TEXTS[code] });
}

/** The words by themselves, for a form that is shown again. */
export const refusalText = (code: RefusalCode, lang: 'nl' | 'en'): string => TEXTS[code][lang];
