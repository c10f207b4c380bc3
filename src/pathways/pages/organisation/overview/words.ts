import { defineWords, plural } from '../../../../ui/index.ts';

export const overviewWords = defineWords({
  nl: {
    title: 'Mijn organisatie',
    intro: (p: { name: string }) => `Wie er bij ${p.name} werkt, en wat er op u wacht.`,
    people: 'Mensen',
    active: 'werken hier',
    away: 'nu afwezig',
    invited: 'uitgenodigd',
    waits: 'Wat op u wacht',
    nothing: 'Er wacht niets op u.',
    expired: (p: { count: number }) =>
      `${plural(p.count, 'uitnodiging is', 'uitnodigingen zijn')} verlopen. Stuur opnieuw of trek in.`,
    check: (p: { count: number }) =>
      `${plural(p.count, 'collega heeft', 'collega’s hebben')} een rol die een jaar niet is nagekeken.`,
    quiet: (p: { count: number }) => `${plural(p.count, 'collega logde', 'collega’s logden')} 90 dagen niet in.`,
    back: (p: { name: string; date: string }) => `${p.name} zou er na ${p.date} weer zijn. Klopt dat?`,
    look: 'Bekijken',
    invite: 'Iemand uitnodigen',
    all: 'Alle mensen',
    more: 'Verder',
    teams: 'Teams en vaste praktijken',
    teamsText: 'Wie er in welk team werkt, en welke praktijk erbij hoort.',
    rights: 'Wat mag wie zien',
    rightsText: 'Wat uw organisatie van inwoners mag zien, waarvoor en op welke grond.',
    figures: 'Eigen cijfers',
    figuresText: 'Per team en maand: verwijzingen, antwoorden, eerste contact, uitkomsten.',
    own: 'Wat u zelf ziet',
    ownText:
      'Als beheerder ziet u mensen, rollen en teams. U ziet niets van inwoners: geen namen, geen zaken, geen aantallen onder de 10.',
  },
  en: {
    title: 'My organisation',
    intro: (p: { name: string }) => `Who works at ${p.name}, and what waits for you.`,
    people: 'People',
    active: 'work here',
    away: 'away now',
    invited: 'invited',
    waits: 'What waits for you',
    nothing: 'Nothing waits for you.',
    expired: (p: { count: number }) =>
      `${plural(p.count, 'invitation has', 'invitations have', 'en')} run out. Send again or withdraw.`,
    check: (p: { count: number }) =>
      `${plural(p.count, 'colleague has', 'colleagues have', 'en')} a role that was not checked for a year.`,
    quiet: (p: { count: number }) =>
      `${plural(p.count, 'colleague has', 'colleagues have', 'en')} not signed in for 90 days.`,
    back: (p: { name: string; date: string }) => `${p.name} was to be back after ${p.date}. Is that so?`,
    look: 'Look',
    invite: 'Invite somebody',
    all: 'All people',
    more: 'Further',
    teams: 'Teams and fixed practices',
    teamsText: 'Who works in which team, and which practice belongs to it.',
    rights: 'Who may see what',
    rightsText: 'What your organisation may see of residents, for what and on which ground.',
    figures: 'Own figures',
    figuresText: 'By team and month: referrals, answers, first contact, outcomes.',
    own: 'What you see yourself',
    ownText:
      'As an administrator you see people, roles and teams. You see nothing of residents: no names, no cases, no counts under 10.',
  },
});
