/**
 * A pathway as a programme officer of another project would add it: two files of YAML and no code. Other reasons,
 * urgencies, norms, questions, outcomes and words than the one that ships.
 */

/** The file of the pathway, in a version; the second asks for contact sooner and has one reason more. */
export function bereavementPathway(version: 1 | 2): string {
  const contact = version === 1 ? 'amount: 2\n    unit: calendar-weeks' : 'amount: 3\n    unit: calendar-days';
  const more = version === 1 ? '' : '\n  - { code: pet, label: Een huisdier verloren, category: support }';
  return `id: verder-na-verlies
version: ${version}
title: Verder na verlies
summary: Wie iemand verliest, staat er soms alleen voor. Een welzijnscoach loopt een tijd met u mee.
source: "Voorbeeld voor de test"
forWhom: { text: Voor mensen van 18 jaar en ouder die iemand verloren., minimumAge: 18 }
reasons:
  - { code: partner, label: Partner verloren, category: support }
  - { code: child, label: Kind verloren, category: mental-health }${more}
urgencies:
  - { code: gewoon, label: Gewoon, help: Binnen de gewone termijn., norm: bellen }
  - { code: dringend, label: Dringend, help: Er is haast., norm: bellen-dringend }
purpose: support-referral
categories: [support, mental-health]
grounds:
${['practice-nurse', 'gp', 'welfare-coach', 'coordinator', 'provider']
  .map(
    (role) =>
      `  - { role: ${role}, may: Doen wat hier staat, articles: ["AVG artikel 6"], status: check, source: Te bevestigen, checkedOn: 2026-11-23 }`,
  )
  .join('\n')}
steps:
  - id: contact
    title: Bellen
    text: De coach belt.
    forResident: Uw coach belt u.
    roles: [welfare-coach]
    norms: [antwoord, bellen, bellen-dringend]
    questionnaires: [verlies-gesprek]
hops:
  - { id: first, title: Van praktijk naar coach, requesters: [practice-nurse, gp], performer: welfare-coach, target: tied-team, answerNorm: antwoord, consent: bw-7-457, consentText: lifting-secrecy }
  - { id: second, title: Van coach naar groep, requesters: [welfare-coach], performer: provider, target: service, basedOn: first, answerNorm: antwoord-groep, consent: gdpr-6-9, consentText: passing-on-to-provider }
norms:
  - { id: antwoord, label: Het team antwoordt, amount: 1, unit: working-days, from: referral-requested, until: referral-answered, source: set by the region }
  - id: bellen
    label: De coach belt
    ${contact}
    from: referral-accepted
    until: first-contact
    source: set by the region
  - { id: bellen-dringend, label: De coach belt met haast, amount: 1, unit: calendar-days, from: referral-accepted, until: first-contact, source: set by the region }
  - { id: antwoord-groep, label: De groep antwoordt, amount: 10, unit: calendar-days, from: provider-requested, until: provider-answered, source: set by the region }
  - { id: terugkijken, label: Terugkijken, amount: 6, unit: months, from: support-started, until: follow-up-held, source: set by the region }
questionnaires: { conversation: verlies-gesprek, measure: verlies-meting }
followUp: { after: terugkijken, questionnaires: [verlies-meting], text: Na een half jaar vragen wij het opnieuw. }
contact:
  attempts: 5
  source: set by the region
  kinds: [{ code: bezoek, label: Thuis geweest }]
  outcomes: [{ code: gepraat, label: Gepraat, reached: true }, { code: dicht, label: Niemand deed open, reached: false }]
rejectReasons: [{ code: groep-vol, label: De groep is vol, by: [provider] }]
cancelReasons: [{ code: te-vroeg, label: Het is nog te vroeg, by: [requester, resident] }, { code: no-answer, label: Geen antwoord, by: [requester, system] }]
holdReasons: [{ code: feestdagen, label: Rond de feestdagen, by: [provider] }]
failedReasons: [{ code: gestopt, label: Gestopt, by: [provider] }]
errorReasons: [{ code: wrong-resident, label: Verkeerde inwoner, by: [requester, provider] }]
outcomes: [{ code: draagt-het, label: Kan het dragen, good: true }]
endings: [{ code: klaar, label: Klaar, kind: completed }]
handsOverTo: [welzijn-op-recept]
counts: [{ id: verwijzingen, label: Verwijzingen, definition: Alle verwijzingen. }]
`;
}

/** The files of its questionnaires, by name. */
export const BEREAVEMENT_QUESTIONS: Readonly<Record<string, string>> = {
  'verlies-gesprek.yaml': `id: verlies-gesprek
version: 1
title: Over uw verlies
kind: conversation
intro: Wij praten over wie u mist.
licence: CC0-1.0
source: Voorbeeld voor de test
items:
  - { linkId: wie, type: text, text: Wie mist u?, required: true, category: support }
  - { linkId: slapen, type: boolean, text: Slaapt u slecht?, required: false, category: mental-health }
`,
  'verlies-meting.yaml': `id: verlies-meting
version: 1
title: Hoe zwaar is het
kind: measure
intro: Een vraag.
licence: CC0-1.0
source: Voorbeeld voor de test
items:
  - { linkId: zwaar, type: scale, title: Zwaar, text: Hoe zwaar is het nu?, required: true, category: support, min: 1, max: 5, anchors: { low: Licht, high: Zwaar }, reversed: true }
`,
};
