import { defineWords } from '../../../ui/index.ts';

/** The words of the versions of consent texts. */
export const textsWords = defineWords({
  nl: {
    nav: 'Teksten',
    title: 'Teksten over toestemming',
    intro: 'Elke versie die hier gebruikt is. Wie ja zei, zei ja op één versie; die blijft bewaard.',
    version: (p: { version: number }) => `Versie ${p.version}`,
    now: 'geldt nu',
    from: (p: { date: string }) => `In gebruik sinds ${p.date}`,
    yes: (p: { count: number }) => `Ongeveer ${p.count} mensen zeiden ja op deze versie.`,
    few: 'Minder dan 10 mensen zeiden ja op deze versie; het aantal laten we niet zien.',
    none: 'Op deze tekst hoeft niemand ja te zeggen.',
    again: 'Wie ja zei op een oudere versie, wordt het opnieuw gevraagd.',
    read: 'Lees de tekst',
    means: 'Wat het betekent:',
    withdraw: 'Terugnemen:',
    source: 'Bron',
    kinds: {
      'gdpr-6-9': 'Grond om gegevens te verwerken (AVG 6 en 9)',
      'bw-7-457': 'Beroepsgeheim (BW 7:457)',
      'wabvpz-15a': 'Beschikbaar stellen (Wabvpz 15a)',
      'gdpr-21': 'Bezwaar (AVG 21)',
    },
  },
  en: {
    nav: 'Texts',
    title: 'Texts about consent',
    intro: 'Every version that was used here. Who said yes, said yes to one version; that one is kept.',
    version: (p: { version: number }) => `Version ${p.version}`,
    now: 'in force',
    from: (p: { date: string }) => `In use since ${p.date}`,
    yes: (p: { count: number }) => `About ${p.count} people said yes to this version.`,
    few: 'Fewer than 10 people said yes to this version; we do not show the number.',
    none: 'Nobody has to say yes to this text.',
    again: 'Who said yes to an older version is asked again.',
    read: 'Read the text (in Dutch, as people said yes to it)',
    means: 'What it means:',
    withdraw: 'Taking it back:',
    source: 'Source',
    kinds: {
      'gdpr-6-9': 'Ground for processing data (GDPR 6 and 9)',
      'bw-7-457': 'Medical secrecy (BW 7:457)',
      'wabvpz-15a': 'Making available (Wabvpz 15a)',
      'gdpr-21': 'Objection (GDPR 21)',
    },
  },
});
