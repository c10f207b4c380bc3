import { defineWords } from '../../../../ui/index.ts';

export const onwardWords = defineWords({
  nl: {
    title: 'Aanmelding intrekken',
    intro: 'De aanbieder stopt dan. Andere keuzes worden ook niet meer gevraagd.',
    takes: 'Dit stopt',
    asked: (p: { service: string }) => `de vraag aan ${p.service}`,
    waiting: (p: { service: string }) => `${p.service} wordt niet meer gevraagd`,
    reason: 'Waarom trekt u de aanmelding in?',
    do: 'Ja, intrekken',
    done: 'De aanmelding is ingetrokken. De aanbieder weet het.',
    mistake: 'Kies een reden.',
  },
});
