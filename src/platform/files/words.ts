import { FILE_KINDS, type FileRefusal, MOST_FILE_BYTES } from './kinds.ts';

const MOST = MOST_FILE_BYTES / 1_000_000;
const KINDS = Object.values(FILE_KINDS).map(({ name }) => name);

/** What is said of a file that is not taken: what is wrong with it, and what to do. */
export const FILE_REFUSALS: Readonly<Record<FileRefusal, { readonly nl: string; readonly en: string }>> = {
  empty: { nl: 'Dit bestand is leeg. Kies een ander bestand.', en: 'This file is empty. Choose another file.' },
  'too-large': {
    nl: `Dit bestand is te groot: hooguit ${MOST} MB. Maak het kleiner.`,
    en: `This file is too large: ${MOST} MB at most. Make it smaller.`,
  },
  kind: {
    nl: `Dit soort bestand bewaren wij niet. Wel: ${KINDS.join(', ')}. Maakt uw telefoon HEIC-foto’s? Sla de foto op als JPEG.`,
    en: `We do not keep this kind of file. We do keep: ${KINDS.join(', ').replace('tekst', 'text')}. Does your phone make HEIC photos? Save the photo as JPEG.`,
  },
  damaged: {
    nl: 'Dit bestand is beschadigd of niet helemaal te lezen. Maak het opnieuw, of scan het.',
    en: 'This file is damaged or cannot be read completely. Make it again, or scan it.',
  },
  'too-many-pixels': {
    nl: 'Deze foto heeft te veel beeldpunten. Maak hem kleiner.',
    en: 'This picture has too many pixels. Make it smaller.',
  },
  'pdf-locked': {
    nl: 'Deze PDF is beveiligd, dus wij kunnen hem niet nakijken. Sla hem op zonder wachtwoord.',
    en: 'This PDF is protected, so we cannot check it. Save it without a password.',
  },
  'pdf-active': {
    nl: 'In deze PDF zit een programma of een ander bestand. Druk hem af naar een nieuwe PDF en kies die.',
    en: 'This PDF holds a program or another file. Print it to a new PDF and choose that one.',
  },
  'word-active': {
    nl: 'In dit Word-bestand zit een macro of een ander bestand. Sla het op als PDF en kies die.',
    en: 'This Word file holds a macro or another file. Save it as PDF and choose that one.',
  },
  'text-markup': {
    nl: 'In dit tekstbestand staat code van een webpagina. Sla het op als PDF en kies die.',
    en: 'This text file holds code of a web page. Save it as PDF and choose that one.',
  },
  'name-bsn': {
    nl: 'In de naam van dit bestand lijkt een BSN te staan. Geef het bestand een andere naam.',
    en: 'The name of this file seems to hold a citizen service number (BSN). Give the file another name.',
  },
};
