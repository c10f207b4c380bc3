import { defineWords } from '../../ui/index.ts';

export const ehrWords = defineWords({
  nl: {
    title: 'Voorbeeld-HIS',
    crumb: 'Oefenen',
    intro:
      'Dit speelt het systeem van een huisartspraktijk. Kies wie u bent en welke patiënt u op het scherm heeft, en open Omzien van daaruit.',
    patients: 'Patiënten',
    born: 'Geboren',
    letters: 'Brieven',
    open: (p: { name: string }) => `${p.name} openen`,
    patient: (p: { name: string }) => `Patiënt ${p.name}`,
    onScreen: 'Deze patiënt staat op het scherm. Omzien opent met dezelfde patiënt, op het formulier om te verwijzen.',
    who: 'Wie bent u?',
    go: 'Open Omzien voor deze patiënt',
    lettersTitle: 'Brieven uit Omzien',
    noLetters: 'Er is nog geen brief. Die komt als de uitkomst er is.',
    letter: (p: { date: string }) => `Brief van ${p.date}`,
    mistake: 'Kies wie u bent.',
  },
  en: {
    title: 'Example practice system',
    crumb: 'Practice',
    intro:
      'This plays the system of a GP practice. Choose who you are and which patient is on your screen, and open Omzien from there.',
    patients: 'Patients',
    born: 'Born',
    letters: 'Letters',
    open: (p: { name: string }) => `Open ${p.name}`,
    patient: (p: { name: string }) => `Patient ${p.name}`,
    onScreen: 'This patient is on the screen. Omzien opens with the same patient, at the form to refer.',
    who: 'Who are you?',
    go: 'Open Omzien for this patient',
    lettersTitle: 'Letters from Omzien',
    noLetters: 'There is no letter yet. It comes when there is an outcome.',
    letter: (p: { date: string }) => `Letter of ${p.date}`,
    mistake: 'Choose who you are.',
  },
});
