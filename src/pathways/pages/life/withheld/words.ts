import { defineWords } from '../../../../ui/index.ts';

export const withheldWords = defineWords({
  nl: {
    title: 'Een notitie afschermen',
    intro:
      'De inwoner ziet een afgeschermde notitie niet: niet op de eigen pagina, niet in een download en niet bij wie er keek. Een mantelzorger ook niet. Uw team ziet hem wel.',
    entry: 'Wat wilt u afschermen?',
    noEntries: 'Er is nog niets vastgelegd dat u kunt afschermen.',
    reason: 'Waarom?',
    reasons: {
      violence: 'Geweld of dreiging thuis',
      'child-abuse': 'Kindermishandeling, of zorgen daarover',
      'reads-along': 'Iemand leest mee die dat niet mag',
      'protects-other': 'Het beschermt iemand anders, zoals wie de zorg vertelde',
      label: 'Door een ander systeem afgeschermd',
      'wrong-person': 'Hoorde bij een andere inwoner',
    },
    review: 'Wanneer kijkt u hier opnieuw naar?',
    reviewHelp: 'Op die dag staat het op de werklijst. Hooguit een jaar.',
    do: 'Afschermen',
    done: 'Het is afgeschermd. De inwoner ziet het niet.',
    now: 'Nu afgeschermd',
    none: 'Er is niets afgeschermd.',
    until: (p: { date: string; name: string }) => `Opnieuw bekijken op ${p.date}. Afgeschermd door ${p.name}.`,
    lift: 'Weer laten zien',
    liftAbout: (p: { what: string }) => `aan de inwoner: ${p.what}`,
    lifted: 'De inwoner ziet het weer.',
    mark: 'Afgeschermd voor de inwoner',
    marked: (p: { count: number }) =>
      p.count === 1
        ? 'In deze zaak is één notitie afgeschermd voor de inwoner. Praat er niet over waar iemand meeluistert.'
        : `In deze zaak zijn ${p.count} notities afgeschermd voor de inwoner. Praat er niet over waar iemand meeluistert.`,
    look: 'Bekijk wat is afgeschermd',
    kinds: {
      Communication: 'Contact',
      QuestionnaireResponse: 'Antwoorden',
      Appointment: 'Afspraak',
      CarePlan: 'Plan',
      Observation: 'Meting',
    },
    mistakes: {
      entry: 'Kies wat u wilt afschermen.',
      reason: 'Kies een reden.',
      review: 'Vul een dag in die nog komt.',
    },
  },
  en: {
    title: 'Withhold an entry',
    intro:
      'The resident does not see a withheld entry: not on their page, not in a download and not among who looked. Nor does a carer. Your team does.',
    entry: 'What do you want to withhold?',
    noEntries: 'Nothing has been recorded yet that you can withhold.',
    reason: 'Why?',
    reasons: {
      violence: 'Violence or threats at home',
      'child-abuse': 'Child abuse, or worries about it',
      'reads-along': 'Somebody reads along who should not',
      'protects-other': 'It protects somebody else, such as who told of the worry',
      label: 'Withheld by another system',
      'wrong-person': 'Belonged to another resident',
    },
    review: 'When will you look at this again?',
    reviewHelp: 'On that day it comes on the worklist. At most a year.',
    do: 'Withhold',
    done: 'It has been withheld. The resident does not see it.',
    now: 'Withheld now',
    none: 'Nothing is withheld.',
    until: (p: { date: string; name: string }) => `To be looked at again on ${p.date}. Withheld by ${p.name}.`,
    lift: 'Show again',
    liftAbout: (p: { what: string }) => `to the resident: ${p.what}`,
    lifted: 'The resident sees it again.',
    mark: 'Withheld from the resident',
    marked: (p: { count: number }) =>
      p.count === 1
        ? 'One entry in this case is withheld from the resident. Do not speak of it where somebody may listen.'
        : `${p.count} entries in this case are withheld from the resident. Do not speak of them where somebody may listen.`,
    look: 'See what is withheld',
    kinds: {
      Communication: 'Contact',
      QuestionnaireResponse: 'Answers',
      Appointment: 'Appointment',
      CarePlan: 'Plan',
      Observation: 'Measure',
    },
    mistakes: { entry: 'Choose what to withhold.', reason: 'Choose a reason.', review: 'Give a day to come.' },
  },
});
