import { defineWords } from './catalogue.ts';

/** What an error page says: what happened, what was kept, what to do. One entry for each kind of problem. */
export const problemWords = defineWords({
  nl: {
    whatToDo: 'Wat u kunt doen',
    home: 'Naar de beginpagina',
    signIn: 'Opnieuw inloggen',
    reference: (p: { reference: string }) => `Belt of mailt u hierover? Noem dan dit kenmerk: ${p.reference}.`,
    kinds: {
      'bad-request': {
        title: 'Dit konden we niet lezen',
        happened: 'Er ging iets mis met wat uw browser ons stuurde.',
        todo: 'Ga terug, laad de pagina opnieuw en probeer het nog eens.',
      },
      'not-found': {
        title: 'Deze pagina is er niet',
        happened: 'De pagina bestaat niet, is verplaatst, of is niet voor u bedoeld.',
        todo: 'Kijk of het adres klopt, of begin opnieuw vanaf de beginpagina.',
      },
      conflict: {
        title: 'Iemand anders was u net voor',
        happened: 'Terwijl u bezig was, heeft iemand anders dit veranderd.',
        todo: 'Bekijk eerst hoe het er nu voor staat. Doe daarna wat nog nodig is.',
      },
      gone: {
        title: 'Dit is er niet meer',
        happened: 'Deze link of deze uitnodiging is verlopen of al gebruikt.',
        todo: 'Vraag een nieuwe link aan wie u deze stuurde.',
      },
      'too-large': {
        title: 'Dit is te groot',
        happened: 'De tekst of het bestand is groter dan wij kunnen ontvangen.',
        todo: 'Ga terug, maak het korter of kleiner en probeer het opnieuw.',
      },
      'too-many': {
        title: 'Dat ging te snel',
        happened: 'U probeerde dit vaker dan mag in korte tijd. Zo beschermen we de gegevens van inwoners.',
        todo: 'Wacht even en probeer het dan opnieuw.',
      },
      'signed-out': {
        title: 'U bent niet meer ingelogd',
        happened: 'U heeft een tijd niets gedaan. Voor de veiligheid hebben we u uitgelogd.',
        todo: 'Log opnieuw in. Daarna gaat u verder waar u was.',
      },
      failed: {
        title: 'Er ging iets mis bij ons',
        happened: 'Dit ligt niet aan u. We hebben de fout opgeslagen en gaan ernaar kijken.',
        todo: 'Probeer het over een paar minuten opnieuw.',
      },
      unavailable: {
        title: 'Omzien is er even niet',
        happened: 'We zijn bezig met onderhoud, of het is nu erg druk.',
        todo: 'Probeer het over een paar minuten opnieuw.',
      },
    },
    kept: {
      nothing: 'Er is niets veranderd en er is niets verstuurd.',
      typed: 'Wat u typte, is bewaard. U ziet het terug zodra u weer bent ingelogd.',
      other: 'Wat de ander deed, is bewaard. Wat u zojuist wilde doen, is niet gedaan.',
    },
    retryAfter: (p: { minutes: number }) =>
      p.minutes === 1 ? 'Over 1 minuut kan het weer.' : `Over ${p.minutes} minuten kan het weer.`,
  },
  en: {
    whatToDo: 'What you can do',
    home: 'To the start page',
    signIn: 'Sign in again',
    reference: (p) => `Are you calling or mailing about this? Please mention this reference: ${p.reference}.`,
    kinds: {
      'bad-request': {
        title: 'We could not read this',
        happened: 'Something went wrong with what your browser sent us.',
        todo: 'Go back, reload the page and try again.',
      },
      'not-found': {
        title: 'This page is not here',
        happened: 'The page does not exist, has moved, or is not meant for you.',
        todo: 'Check the address, or begin again from the start page.',
      },
      conflict: {
        title: 'Somebody else was just ahead of you',
        happened: 'While you were busy, somebody else changed this.',
        todo: 'First look at how things stand now. Then do what is still needed.',
      },
      gone: {
        title: 'This is not here any more',
        happened: 'This link or this invitation has run out, or was used already.',
        todo: 'Ask whoever sent you this for a new link.',
      },
      'too-large': {
        title: 'This is too large',
        happened: 'The text or the file is larger than we can receive.',
        todo: 'Go back, make it shorter or smaller and try again.',
      },
      'too-many': {
        title: 'That was too fast',
        happened:
          'You tried this more often than is allowed in a short time. This is how we protect people’s information.',
        todo: 'Wait a moment, then try again.',
      },
      'signed-out': {
        title: 'You are no longer signed in',
        happened: 'You did nothing for a while. To keep things safe we signed you out.',
        todo: 'Sign in again. Then you can go on where you were.',
      },
      failed: {
        title: 'Something went wrong on our side',
        happened: 'This is not your fault. We have kept the error and will look into it.',
        todo: 'Try again in a few minutes.',
      },
      unavailable: {
        title: 'Omzien is away for a moment',
        happened: 'We are doing maintenance, or it is very busy now.',
        todo: 'Try again in a few minutes.',
      },
    },
    kept: {
      nothing: 'Nothing has changed and nothing was sent.',
      typed: 'What you typed has been kept. You will see it again as soon as you have signed in.',
      other: 'What the other person did has been kept. What you just wanted to do was not done.',
    },
    retryAfter: (p) =>
      p.minutes === 1 ? 'You can try again in 1 minute.' : `You can try again in ${p.minutes} minutes.`,
  },
});

/** The kinds of problem a page can tell about. */
export type ProblemKind = keyof ReturnType<typeof problemWords>['kinds'];
