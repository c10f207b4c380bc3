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
  en: {
    title: 'Withdraw the request',
    intro: 'The provider then stops. Other choices will not be asked either.',
    takes: 'This stops',
    asked: (p) => `the question to ${p.service}`,
    waiting: (p) => `${p.service} will not be asked`,
    reason: 'Why do you withdraw the request?',
    do: 'Yes, withdraw',
    done: 'The request was withdrawn. The provider knows.',
    mistake: 'Choose a reason.',
  },
});
