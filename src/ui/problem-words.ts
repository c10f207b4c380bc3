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
});

/** The kinds of problem a page can tell about. */
export type ProblemKind = keyof ReturnType<typeof problemWords>['kinds'];
