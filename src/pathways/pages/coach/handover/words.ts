import { defineWords, plural } from '../../../../ui/index.ts';

export const handOverWords = defineWords({
  nl: {
    title: 'Zaken overdragen',
    intro:
      'Is iemand er niet, dan neemt een collega alle lopende zaken over. Elke overdracht wordt vastgelegd. De inwoner hoort wie de nieuwe welzijnscoach is, niet waarom.',
    team: 'Welk team?',
    from: 'Van wie?',
    to: 'Naar wie?',
    reason: 'Waarom?',
    reasons: {
      leave: 'Verlof',
      illness: 'Ziekte',
      left: 'Werkt hier niet meer',
      load: 'Werk verdelen',
    },
    until: 'Tot en met',
    untilHelp: 'Alleen bij verlof of ziekte, als de dag bekend is. Daarna kunt u de zaken met één knop terugzetten.',
    do: 'Alle zaken overdragen',
    done: (p: { count: number; name: string }) =>
      p.count === 0
        ? `Er waren geen lopende zaken om over te dragen.`
        : `${plural(p.count, 'zaak staat', 'zaken staan')} nu op naam van ${p.name}.`,
    kept: (p: { names: string }) => `Deze zaken gingen niet over: ${p.names}. Open ze en wijs ze zelf toe.`,
    lent: 'Tijdelijk overgedragen',
    lentColumns: { from: 'Van', to: 'Naar', until: 'Tot en met', cases: 'Zaken', back: 'Terug' },
    back: 'Zet terug',
    backAbout: (p: { name: string }) => `bij ${p.name}`,
    over: 'voorbij',
    untilUnknown: 'nog niet bekend',
    backDone: (p: { count: number; name: string }) =>
      `${plural(p.count, 'zaak staat', 'zaken staan')} weer op naam van ${p.name}.`,
    mistakes: {
      from: 'Kies van wie de zaken zijn.',
      to: 'Kies wie de zaken overneemt.',
      same: 'Kies twee verschillende collega’s.',
      reason: 'Kies waarom de zaken overgaan.',
      until: 'Vul een dag in die nog komt, bijvoorbeeld 12 3 2027.',
    },
  },
  en: {
    title: 'Hand over cases',
    intro:
      'When somebody is away, a colleague takes over all running cases. Every hand-over is recorded. The resident hears who the new coach is, not why.',
    team: 'Which team?',
    from: 'From whom?',
    to: 'To whom?',
    reason: 'Why?',
    reasons: { leave: 'Leave', illness: 'Illness', left: 'No longer works here', load: 'Share the work' },
    until: 'Until and including',
    untilHelp:
      'Only for leave or illness, when the day is known. After it you can give the cases back with one button.',
    do: 'Hand over all cases',
    done: (p: { count: number; name: string }) =>
      p.count === 0
        ? 'There were no running cases to hand over.'
        : `${p.name} now has ${plural(p.count, 'case', 'cases')} more.`,
    kept: (p: { names: string }) => `These cases did not go over: ${p.names}. Open them and assign them yourself.`,
    lent: 'Handed over for a time',
    lentColumns: { from: 'From', to: 'To', until: 'Until', cases: 'Cases', back: 'Back' },
    back: 'Give back',
    backAbout: (p: { name: string }) => `to ${p.name}`,
    over: 'over',
    untilUnknown: 'not known yet',
    backDone: (p: { count: number; name: string }) => `${p.name} has ${plural(p.count, 'case', 'cases')} back.`,
    mistakes: {
      from: 'Choose whose cases they are.',
      to: 'Choose who takes the cases over.',
      same: 'Choose two different colleagues.',
      reason: 'Choose why the cases go over.',
      until: 'Fill in a day that is still to come, for example 12 3 2027.',
    },
  },
});
