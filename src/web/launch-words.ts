import { defineWords } from '../ui/index.ts';

export const launchWords = defineWords({
  nl: {
    failed: {
      title: 'Omzien openen vanuit uw systeem is niet gelukt',
      todo: 'Ga terug naar uw systeem en open Omzien daar opnieuw. U kunt de inwoner ook in Omzien zelf zoeken.',
      kept: 'Er is niets veranderd. Wat u in Omzien had staan, staat er nog.',
      home: 'Naar Omzien',
    },
    unknownSite: 'Omzien kent het systeem niet dat deze start gaf, of werkt er niet meer mee samen.',
    incomplete: 'In de start ontbreekt welk systeem dit is, of voor wie.',
    over: 'De start is al gebruikt, duurde te lang, of begon in een andere browser.',
    refused: {
      title: 'U kunt niet naar binnen',
      todo: 'Vraag de beheerder van uw praktijk om een rol in Omzien.',
    },
    tie: {
      title: 'Uw systeem koppelen aan Omzien',
      intro: (p: { system: string }) => `U opende Omzien vanuit ${p.system}. Omzien weet nog niet wie u daar bent.`,
      once: 'Log één keer in zoals u dat bij Omzien gewend bent. Daarna herkent Omzien u als u vanuit uw systeem komt.',
      signIn: 'Inloggen bij Omzien',
      nobody: 'Heeft u nog geen toegang tot Omzien? Vraag de beheerder van uw praktijk om een uitnodiging.',
      system: 'Systeem',
      there: 'In uw systeem',
      here: 'In Omzien',
      unnamed: 'zegt uw systeem niet',
      question: 'Bent u dit allebei?',
      warning: 'Koppel alleen uw eigen inlog. Zit u op de plek van een collega? Kies dan nee.',
      yes: 'Ja, koppelen',
      no: 'Nee, niet koppelen',
      done: (p: { system: string }) => `Gekoppeld. Omzien herkent u nu als u vanuit ${p.system} komt.`,
      not: 'Er is niets gekoppeld.',
      elsewhere: (p: { organisation: string }) =>
        `Dit systeem is van ${p.organisation}. U werkt nu voor een andere organisatie.`,
      elsewhereTodo: 'Heeft u ook daar een rol? Kies die dan. Anders kunt u dit systeem niet koppelen.',
      chooseRole: 'Kies een andere rol',
    },
    other: {
      title: 'U bent al ingelogd als iemand anders',
      intro: (p: { here: string; system: string }) =>
        `In deze browser is ${p.here} ingelogd in Omzien. In ${p.system} werkt iemand anders.`,
      kept: 'Gaat u verder vanuit uw systeem, dan wordt de ander uitgelogd. Wat die al had verstuurd, blijft staan.',
      go: 'Verder vanuit mijn systeem',
      stay: 'Blijf zoals het is',
    },
  },
  en: {
    failed: {
      title: 'Opening Omzien from your system did not work',
      todo: 'Go back to your system and open Omzien there again. You can also look the resident up in Omzien itself.',
      kept: 'Nothing has changed. What you had in Omzien is still there.',
      home: 'To Omzien',
    },
    unknownSite: 'Omzien does not know the system that gave this start, or no longer works with it.',
    incomplete: 'The start does not say which system this is, or for whom.',
    over: 'The start was used already, took too long, or began in another browser.',
    refused: {
      title: 'You cannot go in',
      todo: 'Ask the administrator of your practice for a role in Omzien.',
    },
    tie: {
      title: 'Connect your system to Omzien',
      intro: (p: { system: string }) =>
        `You opened Omzien from ${p.system}. Omzien does not know yet who you are there.`,
      once: 'Sign in once as you are used to with Omzien. After that Omzien knows you when you come from your system.',
      signIn: 'Sign in to Omzien',
      nobody: 'Have you no access to Omzien yet? Ask the administrator of your practice for an invitation.',
      system: 'System',
      there: 'In your system',
      here: 'In Omzien',
      unnamed: 'your system does not say',
      question: 'Are you both of these?',
      warning: 'Connect your own sign-in only. Are you at a colleague’s desk? Then choose no.',
      yes: 'Yes, connect',
      no: 'No, do not connect',
      done: (p: { system: string }) => `Connected. Omzien knows you now when you come from ${p.system}.`,
      not: 'Nothing was connected.',
      elsewhere: (p: { organisation: string }) =>
        `This system is of ${p.organisation}. You work for another organisation now.`,
      elsewhereTodo: 'Do you have a role there too? Then choose it. Otherwise you cannot connect this system.',
      chooseRole: 'Choose another role',
    },
    other: {
      title: 'You are signed in already as somebody else',
      intro: (p: { here: string; system: string }) =>
        `In this browser ${p.here} is signed in to Omzien. In ${p.system} somebody else is at work.`,
      kept: 'If you go on from your system, the other is signed out. What they had sent already stays.',
      go: 'Go on from my system',
      stay: 'Leave it as it is',
    },
  },
});
