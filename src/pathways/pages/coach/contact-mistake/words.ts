import { defineWords } from '../../../../ui/index.ts';

export const contactMistakeWords = defineWords({
  nl: {
    title: 'Contact herstellen',
    intro:
      'Klopt dit contact niet? Zeg dan wat er mis was. Het telt niet meer mee en de bijlagen zijn meteen weg. Wat er stond, blijft in de geschiedenis.',
    what: 'Dit staat er nu',
    when: 'Wanneer',
    how: 'Hoe',
    outcome: 'Hoe het ging',
    note: 'Notitie',
    files: 'Bijlagen',
    noFiles: 'Er zijn geen bijlagen.',
    remove: 'Haal weg',
    removed: 'De bijlage is weg. Niemand ziet hem nog.',
    reason: 'Wat klopte er niet?',
    reasonHelp: 'Bijvoorbeeld: bij de verkeerde inwoner opgeschreven. De inwoner kan dit lezen.',
    do: 'Dit was een vergissing',
    done: 'Gemeld als vergissing. Leg het juiste contact opnieuw vast.',
    mistake: 'Schrijf op wat er niet klopte.',
    tooLong: 'Maak het korter: hooguit 200 tekens.',
  },
  en: {
    title: 'Correct a contact',
    intro:
      'Is this contact not right? Say what was wrong. It no longer counts and its attachments are gone at once. What stood here stays in the history.',
    what: 'This is what it says now',
    when: 'When',
    how: 'How',
    outcome: 'How it went',
    note: 'Note',
    files: 'Attachments',
    noFiles: 'There are no attachments.',
    remove: 'Remove',
    removed: 'The attachment is gone. Nobody sees it any more.',
    reason: 'What was not right?',
    reasonHelp: 'For example: written down with the wrong resident. The resident can read this.',
    do: 'This was a mistake',
    done: 'Marked as a mistake. Record the right contact again.',
    mistake: 'Write down what was not right.',
    tooLong: 'Make it shorter: 200 characters at most.',
  },
});
