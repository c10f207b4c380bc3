import { defineWords } from '../../../ui/index.ts';
import type { FigureName } from '../../figures/compute.ts';

export const otherWords = defineWords({
  nl: {
    organisation: {
      nav: 'Organisatie',
      title: 'Mijn organisatie',
      intro: (p: { name: string }) => `Wie er bij ${p.name} werkt, in welke rol.`,
      people: 'Medewerkers en rollen',
      peopleEmpty: 'Er is nog niemand met een rol bij deze organisatie.',
      name: 'Naam',
      role: 'Rol',
      teams: 'Team of aanbod',
      until: 'Tot',
      noEnd: 'geen einddatum',
      off: 'niet meer actief',
      ties: 'Vaste teams en praktijken',
      tiesIntro: 'Een praktijk verwijst naar het team dat eraan vastzit.',
      tiesEmpty: 'Bij uw organisatie horen geen vaste teams of praktijken.',
      practice: 'Praktijk',
      team: 'Team van welzijnscoaches',
      own: 'Wat u zelf mag zien',
      ownText:
        'U ziet wie er werkt en welke teams er zijn. U ziet niets van inwoners: geen namen, geen zaken, geen cijfers per persoon. Dat hoort niet bij uw rol.',
      change: 'Iets wijzigen',
      changeText: 'Rollen en teams wijzigen kan hier nog niet. Vraag het degene die Omzien voor uw regio beheert.',
    },
    figures: {
      nav: 'Cijfers',
      title: 'Cijfers van de regio',
      intro: 'Alleen cijfers die gepubliceerd zijn. Ze gaan over de hele regio, nooit over één persoon.',
      none: 'Er zijn nog geen cijfers gepubliceerd',
      noneMore: 'De cijfers worden elke dag één keer geteld.',
      caption: (p: { pathway: string }) => `${p.pathway}, hele regio`,
      what: 'Wat',
      count: 'Aantal',
      definition: 'Wat er geteld is',
      hidden: 'minder dan 10, of te herleiden',
      names: {
        referrals: 'Verwijzingen',
        conversations: 'Gesprekken',
        placed: 'Aangenomen door een aanbieder',
      } satisfies Record<FigureName, string>,
      definitions: {
        referrals: 'Zaken die met een verwijzing van een praktijk begonnen, zonder vergissingen, sinds het begin.',
        conversations: 'Die zaken waarin het brede gesprek is gevoerd.',
        placed: 'Die zaken waarin ook ten minste één aanbieder ja zei.',
      } satisfies Record<FigureName, string>,
      about: 'Over deze cijfers',
      date: (p: { date: string }) => `Geteld op ${p.date}.`,
      source: 'Bron: de zaken in Omzien zelf.',
      method:
        'Aantallen zijn afgerond op 5. Onder de 10 tonen wij niets. Ook een aantal waaruit een kleine groep te herleiden is, tonen wij niet.',
      unsure: 'Een zaak is niet hetzelfde als een inwoner: iemand kan vaker verwezen zijn.',
    },
    debt: {
      nav: 'Schuldhulp',
      title: 'Schuldhulp',
      intro: 'Signalen over betaalachterstanden komen hier later.',
      empty: 'Er is hier nog niets',
      more: 'Het werken met signalen over schulden is nog niet gebouwd.',
      apart: 'Wat u hier niet ziet',
      apartText:
        'In deze rol ziet u niets van andere ketenaanpakken, zoals Welzijn op recept. Dat is met opzet: gegevens over zorg en welzijn zijn voor een ander doel. Andersom ziet niemand uit zorg of welzijn later uw signalen, tenzij de inwoner dat goed vindt.',
    },
  },
});
