import { defineWords } from '../../../ui/index.ts';

/** The words of workers' own addresses, kept as keys. */
export const homeWords = defineWords({
  nl: {
    title: 'Buren van medewerkers',
    intro:
      'Wil een medewerker dat kijken bij buren opvalt? Leg dan postcode en huisnummer vast. Omzien bewaart alleen een sleutel, nooit het adres. Een medewerker hoeft dit niet.',
    worker: 'Medewerker',
    workerHelp: 'De hele naam',
    postcode: 'Postcode',
    number: 'Huisnummer',
    agreed: 'De medewerker vindt dit goed',
    save: 'Vastleggen',
    since: 'Sinds',
    remove: 'Weghalen',
    action: 'Wat u kunt doen',
    empty: 'Er is nog niets vastgelegd',
    noWorker: 'Schrijf de hele naam van één medewerker die wij kennen.',
    badPostcode: 'Schrijf een postcode als 7511 AB.',
    badNumber: 'Schrijf een huisnummer als 12 of 12a.',
    notAgreed: 'Vraag het eerst aan de medewerker.',
    added: 'Het is vastgelegd. Het adres zelf is niet bewaard.',
    removed: 'Het is weggehaald.',
  },
  en: {
    title: 'Neighbours of workers',
    intro:
      'Does a worker want looking at neighbours to be noticed? Then record postcode and house number. Omzien keeps a key only, never the address. No worker has to.',
    worker: 'Worker',
    workerHelp: 'The whole name',
    postcode: 'Postcode',
    number: 'House number',
    agreed: 'The worker agrees to this',
    save: 'Save',
    since: 'Since',
    remove: 'Remove',
    action: 'What you can do',
    empty: 'Nothing has been recorded yet',
    noWorker: 'Write the whole name of one worker whom we know.',
    badPostcode: 'Write a postcode such as 7511 AB.',
    badNumber: 'Write a house number such as 12 or 12a.',
    notAgreed: 'Ask the worker first.',
    added: 'It has been saved. The address itself was not kept.',
    removed: 'It has been removed.',
  },
});
