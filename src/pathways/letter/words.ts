import { defineWords } from '../../ui/index.ts';

export const letterWords = defineWords({
  nl: {
    subject: (p: { name: string }) => `Uw verwijzing van ${p.name}`,
    hello: 'Beste collega,',
    completed: (p: { name: string; date: string }) =>
      `Op ${p.date} verwees u ${p.name} naar ons. De ondersteuning is afgerond. Hieronder leest u de uitkomst.`,
    failed: (p: { name: string; date: string }) =>
      `Op ${p.date} verwees u ${p.name} naar ons. We zijn gestopt voordat de ondersteuning klaar was. Hieronder leest u waarom.`,
    rejected: (p: { name: string; date: string }) =>
      `Op ${p.date} verwees u ${p.name} naar ons. We kunnen deze inwoner niet helpen. Hieronder leest u waarom.`,
    resident: 'Inwoner',
    born: 'Geboren op',
    number: 'Zaaknummer',
    reasons: 'Waarom u verwees',
    outcome: 'Uitkomst',
    reason: 'Reden',
    summary: 'Wat wij willen doorgeven',
    noSummary: 'Wij hebben hier niets aan toe te voegen.',
    knows: 'De inwoner kan deze brief ook lezen.',
    regards: 'Met vriendelijke groet,',
    title: 'Brief aan de verwijzer',
    to: 'Aan',
    from: 'Van',
    date: 'Datum',
  },
  en: {
    subject: (p: { name: string }) => `Your referral of ${p.name}`,
    hello: 'Dear colleague,',
    completed: (p: { name: string; date: string }) =>
      `On ${p.date} you referred ${p.name} to us. The support is finished. Below you read the outcome.`,
    failed: (p: { name: string; date: string }) =>
      `On ${p.date} you referred ${p.name} to us. We stopped before the support was finished. Below you read why.`,
    rejected: (p: { name: string; date: string }) =>
      `On ${p.date} you referred ${p.name} to us. We cannot help this resident. Below you read why.`,
    resident: 'Resident',
    born: 'Born on',
    number: 'Case number',
    reasons: 'Why you referred',
    outcome: 'Outcome',
    reason: 'Reason',
    summary: 'What we want to pass on',
    noSummary: 'We have nothing to add to this.',
    knows: 'The resident can read this letter too.',
    regards: 'Kind regards,',
    title: 'Letter to the referrer',
    to: 'To',
    from: 'From',
    date: 'Date',
  },
});
