import { defineWords } from '../../../../ui/index.ts';

export const safetyWords = defineWords({
  nl: {
    source: 'Bron',
    checked: (p: { date: string }) => `nagekeken op ${p.date}`,
    record: 'Wat u opschrijft, en waar',
    told: 'Kwam de zorg van iemand anders?',
    self: 'Gaat het over een collega of over uzelf?',
    none: 'Bel bij twijfel Veilig Thuis. Advies vragen kan zonder een naam te noemen.',
    title: 'Zorgen over veiligheid thuis',
    codes: 'Meer over de meldcode',
    care: 'Let op wat anderen zien',
    careText:
      'Wat u in Omzien schrijft, leest de inwoner mee. Soms ook iemand die bij de inwoner woont. Is dat niet veilig? Leg het dan vast en scherm het meteen af.',
    withhold: 'Een notitie afschermen',
    address: 'Het adres geheim maken',
  },
  en: {
    source: 'Source',
    checked: (p: { date: string }) => `checked on ${p.date}`,
    record: 'What you write down, and where',
    told: 'Did the worry come from somebody else?',
    self: 'Is it about a colleague or about yourself?',
    none: 'When in doubt, call Veilig Thuis (Safe at Home). You can ask for advice without giving a name.',
    title: 'Worries about safety at home',
    codes: 'More about the reporting code',
    care: 'Mind what others see',
    careText:
      'The resident reads what you write in Omzien. Sometimes somebody who lives with them does too. Is that not safe? Then write it down and withhold it at once.',
    withhold: 'Withhold an entry',
    address: 'Keep the address secret',
  },
});
