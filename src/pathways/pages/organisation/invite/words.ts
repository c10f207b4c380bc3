import { defineWords } from '../../../../ui/index.ts';

export const inviteWords = defineWords({
  nl: {
    title: 'Iemand uitnodigen',
    intro: 'Wij sturen een mail met een link. De link werkt één keer, zeven dagen lang.',
    given: 'Voornaam',
    family: 'Achternaam',
    mail: 'Werkmail',
    mailHelp: 'Een mailadres van het werk, dat alleen deze collega leest.',
    role: 'Welke rol krijgt deze collega?',
    roleHelp: 'Alleen rollen die bij uw organisatie passen. Wat een rol mag zien, staat bij Wat mag wie zien.',
    services: 'Voor welk team of aanbod?',
    servicesHelp: 'Kies alleen wat nodig is voor het werk.',
    servicesWelfare: 'Voor welk team?',
    send: 'Uitnodiging versturen',
    sent: (p: { name: string; days: number }) =>
      `De uitnodiging voor ${p.name} is onderweg. De link werkt ${p.days} dagen.`,
    elsewhere:
      'Werkt deze collega al ergens anders met Omzien? Dan houdt die één account en kiest bij het inloggen de werkgever. U merkt daar niets van.',
    mistakes: {
      given: 'Vul de voornaam in.',
      family: 'Vul de achternaam in.',
      long: 'Maak dit korter: hooguit 100 tekens.',
      mail: 'Vul één mailadres in, bijvoorbeeld naam@organisatie.nl.',
      role: 'Kies ten minste één rol.',
      services: 'Kies ten minste één team of aanbod.',
    },
  },
  en: {
    title: 'Invite somebody',
    intro: 'We send a mail with a link. The link works once, for seven days.',
    given: 'First name',
    family: 'Family name',
    mail: 'Work e-mail',
    mailHelp: 'A mail address at work that only this colleague reads.',
    role: 'Which role does this colleague get?',
    roleHelp: 'Only roles that fit your organisation. What a role may see is told under Who may see what.',
    services: 'For which team or service?',
    servicesHelp: 'Choose only what the work needs.',
    servicesWelfare: 'For which team?',
    send: 'Send the invitation',
    sent: (p: { name: string; days: number }) =>
      `The invitation for ${p.name} is on its way. The link works for ${p.days} days.`,
    elsewhere:
      'Does this colleague work with Omzien elsewhere already? Then they keep one account and choose the employer when they sign in. You do not notice it.',
    mistakes: {
      given: 'Fill in the first name.',
      family: 'Fill in the family name.',
      long: 'Make this shorter: at most 100 signs.',
      mail: 'Fill in one mail address, such as name@organisation.nl.',
      role: 'Choose at least one role.',
      services: 'Choose at least one team or service.',
    },
  },
});
