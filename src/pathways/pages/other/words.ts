import { defineWords } from '../../../ui/index.ts';
import type { FigureName } from '../../figures/compute.ts';

export const otherWords = defineWords({
  nl: {
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
  en: {
    figures: {
      nav: 'Figures',
      title: 'Figures of the region',
      intro: 'Only figures that were published. They are about the whole region, never about one person.',
      none: 'No figures have been published yet',
      noneMore: 'The figures are counted once a day.',
      caption: (p) => `${p.pathway}, whole region`,
      what: 'What',
      count: 'Number',
      definition: 'What was counted',
      hidden: 'fewer than 10, or could be worked out',
      names: {
        referrals: 'Referrals',
        conversations: 'Conversations',
        placed: 'Accepted by a provider',
      },
      definitions: {
        referrals: 'Cases that began with a referral by a practice, without mistakes, since the beginning.',
        conversations: 'Those cases in which the broad conversation was held.',
        placed: 'Those cases in which at least one provider said yes as well.',
      },
      about: 'About these figures',
      date: (p) => `Counted on ${p.date}.`,
      source: 'Source: the cases in Omzien itself.',
      method:
        'Numbers are rounded to 5. Under 10 we show nothing. Nor do we show a number from which a small group could be worked out.',
      unsure: 'A case is not the same as a resident: somebody may have been referred more often.',
    },
    debt: {
      nav: 'Debt help',
      title: 'Debt help',
      intro: 'Signals about payment arrears will come here later.',
      empty: 'There is nothing here yet',
      more: 'Working with signals about debts has not been built yet.',
      apart: 'What you do not see here',
      apartText:
        'In this role you see nothing of other pathways, such as Welzijn op recept. That is on purpose: information about care and welfare is for another purpose. The other way round, nobody in care or welfare will see your signals, unless the resident agrees.',
    },
  },
});
