export { LETTER_SYSTEM, writeLetter } from './document.ts';
export { answersReferrer, letterHtml, type OutcomeLetter, outcomeLetter } from './letter.ts';
export { type PartnerLetter, partnerLetters } from './partner.ts';
export { letterRoom } from './room.ts';
export { letterWords } from './words.ts';
