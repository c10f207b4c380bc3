import type { Text } from '../../platform/index.ts';

/** What people are told when an act on the people of an organisation does not go through. */
export const SAID = {
  overtaken: {
    nl: 'Iemand anders heeft dit net gewijzigd. Wat u deed is niet verwerkt. Kijk wat er nu staat en probeer het opnieuw.',
    en: 'Somebody else has just changed this. What you did was not kept. Look at what is there now and try again.',
  },
  noColleague: { nl: 'Deze collega is er niet.', en: 'This colleague is not here.' },
  notTied: {
    nl: 'Deze inlog is al ontkoppeld. Er is niets veranderd.',
    en: 'This sign-in has been untied already. Nothing has changed.',
  },
  noOrganisation: { nl: 'Deze organisatie is er niet.', en: 'This organisation is not here.' },
  noInvite: { nl: 'Deze uitnodiging is er niet.', en: 'This invitation is not here.' },
  roleDoesNotFit: {
    nl: 'Deze rol past niet bij uw organisatie. Kies een andere rol.',
    en: 'This role does not fit your organisation. Choose another role.',
  },
  chooseServices: {
    nl: 'Kies bij deze rol ten minste één team of aanbod van uw organisatie.',
    en: 'Choose at least one team or service of your organisation for this role.',
  },
  chooseRole: { nl: 'Kies ten minste één rol.', en: 'Choose at least one role.' },
  noRoleForYourself: {
    nl: 'U kunt uzelf geen rol geven. Vraag het een andere beheerder.',
    en: 'You cannot give yourself a role. Ask another administrator.',
  },
  noTeamForYourself: {
    nl: 'U kunt uzelf geen team erbij geven. Vraag het een andere beheerder.',
    en: 'You cannot add a team to yourself. Ask another administrator.',
  },
  hasLeft: {
    nl: 'Deze collega werkt hier niet meer. Nodig de collega opnieuw uit.',
    en: 'This colleague no longer works here. Invite them again.',
  },
  hasRole: {
    nl: 'Deze collega heeft deze rol al. Pas de teams van die rol aan.',
    en: 'This colleague holds this role already. Change the teams of that role.',
  },
  lastAdministrator: {
    nl: 'Uw organisatie houdt dan geen beheerder over. Maak eerst een collega beheerder.',
    en: 'Your organisation would be left without an administrator. Make a colleague administrator first.',
  },
  openInvite: {
    nl: 'Voor dit mailadres staat al een uitnodiging open. Stuur die opnieuw, of trek die eerst in.',
    en: 'An invitation to this mail address is open already. Send it again, or withdraw it first.',
  },
  manyInvites: {
    nl: 'Uw organisatie verstuurde vandaag al veel uitnodigingen. Ga morgen verder.',
    en: 'Your organisation has sent many invitations today. Go on tomorrow.',
  },
  linkUnknown: {
    nl: 'Deze link werkt niet. Vraag de beheerder van uw organisatie om een nieuwe uitnodiging.',
    en: 'This link does not work. Ask the administrator of your organisation for a new invitation.',
  },
  linkUsed: {
    nl: 'Deze uitnodiging is al gebruikt. Was u dat zelf? Log dan gewoon in. Was u het niet? Zeg het dan tegen de beheerder van uw organisatie.',
    en: 'This invitation was used already. Was that you? Then just sign in. Was it not you? Then tell the administrator of your organisation.',
  },
  linkWithdrawn: {
    nl: 'De organisatie heeft deze uitnodiging ingetrokken. U hoeft niets te doen.',
    en: 'The organisation has withdrawn this invitation. You need not do anything.',
  },
  linkExpired: {
    nl: 'Deze uitnodiging is verlopen. Vraag de beheerder van uw organisatie om haar opnieuw te sturen.',
    en: 'This invitation has run out. Ask the administrator of your organisation to send it again.',
  },
  isResident: {
    nl: 'Met dit account bent u in Omzien een inwoner. Log in met uw werkaccount, en open dan de link opnieuw. De uitnodiging geldt nog.',
    en: 'With this account you are a resident in Omzien. Sign in with your work account, then open the link again. The invitation still holds.',
  },
  isSystem: {
    nl: 'Dit account is van een systeem. Log in met uw werkaccount, en open dan de link opnieuw.',
    en: 'This account belongs to a system. Sign in with your work account, then open the link again.',
  },
  isColleague: {
    nl: 'Met dit account werkt u al bij deze organisatie. Is de uitnodiging voor u? Vraag de beheerder dan om u de rol te geven. Is zij voor een collega? Laat die zelf inloggen. De uitnodiging geldt nog.',
    en: 'With this account you work at this organisation already. Is the invitation for you? Then ask the administrator to give you the role. Is it for a colleague? Let them sign in themselves. The invitation still holds.',
  },
  hasAdministrator: {
    nl: 'Deze organisatie heeft al een beheerder. Die nodigt anderen uit.',
    en: 'This organisation has an administrator already, who invites the others.',
  },
  cover: { nl: 'Kies een collega uit hetzelfde team.', en: 'Choose a colleague from the same team.' },
  coverNeeded: {
    nl: 'Er staan nog zaken op naam van deze collega. Kies wie ze overneemt.',
    en: 'Cases are still in the name of this colleague. Choose who takes them over.',
  },
  awayAlready: {
    nl: 'In deze tijd staat al verlof of ziekte. Beëindig dat eerst.',
    en: 'There is leave or illness in this time already. End that first.',
  },
  endBeforeBegin: { nl: 'De laatste dag ligt vóór de eerste.', en: 'The last day is before the first.' },
  dayTooFar: { nl: 'Kies een dag binnen twee jaar.', en: 'Choose a day within two years.' },
  dayGone: { nl: 'Kies vandaag of een dag die nog komt.', en: 'Choose today or a day to come.' },
  notYourTeam: {
    nl: 'Kies een team van uw eigen organisatie.',
    en: 'Choose a team of your own organisation.',
  },
  notInTeam: {
    nl: 'Kies een welzijnscoach die in dat team werkt.',
    en: 'Choose a welfare coach who works in that team.',
  },
} as const satisfies Record<string, Text>;
