import { at, duplicateIds, type Placed, unknownId } from './crossref.ts';
import type { Mistake } from './mistakes.ts';
import type { Pathway } from './pathways.ts';
import type { QuestionnaireContent } from './questionnaires.ts';
import type { ConsentText } from './rules.ts';

/** Pathways refer to norms, questionnaires, roles, consent texts and other pathways that exist. */
export function checkPathways(
  pathways: readonly Placed<Pathway>[],
  questionnaires: readonly Placed<QuestionnaireContent>[],
  consents: readonly Placed<ConsentText>[],
): readonly Mistake[] {
  const pathwayIds = new Set(pathways.map(({ item }) => item.id));
  const questionnaireIds = new Set(questionnaires.map(({ item }) => item.id));
  return [
    ...duplicateIds(pathways, (item) => item.id, 'id'),
    ...duplicateIds(questionnaires, (item) => item.id, 'id'),
    ...duplicateIds(consents, (item) => item.id, 'id'),
    ...pathways.flatMap((place) => [
      ...duplicatesInside(place),
      ...normReferences(place),
      ...questionnaireReferences(place, questionnaireIds),
      ...hopReferences(place, consents),
      ...rolesWithoutGround(place),
      ...(place.item.self?.reasons ?? []).flatMap((reason, index) =>
        unknownId(
          place,
          ['self', 'reasons', index, 'code'],
          reason.code,
          new Set(place.item.reasons.map(({ code }) => code)),
          'reden',
        ),
      ),
      ...place.item.handsOverTo.flatMap((id, index) =>
        unknownId(place, ['handsOverTo', index], id, pathwayIds, 'ketenaanpak'),
      ),
    ]),
    ...questionnaires.flatMap(checkQuestionnaire),
  ];
}

function inside<T>(place: Placed<Pathway>, field: string, items: readonly T[]): readonly Placed<T>[] {
  return items.map((item, index) => ({ item, file: place.file, path: [...place.path, field, index] }));
}

function duplicatesInside(place: Placed<Pathway>): readonly Mistake[] {
  const { item } = place;
  const coded: Readonly<Record<string, readonly { readonly code: string }[]>> = {
    reasons: item.reasons,
    urgencies: item.urgencies,
    rejectReasons: item.rejectReasons,
    cancelReasons: item.cancelReasons,
    holdReasons: item.holdReasons,
    failedReasons: item.failedReasons,
    errorReasons: item.errorReasons,
    outcomes: item.outcomes,
    endings: item.endings,
  };
  const named: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    norms: item.norms,
    steps: item.steps,
    hops: item.hops,
    counts: item.counts,
  };
  return [
    ...Object.entries(coded).flatMap(([field, list]) =>
      duplicateIds(inside(place, field, list), ({ code }) => code, 'code'),
    ),
    ...Object.entries(named).flatMap(([field, list]) => duplicateIds(inside(place, field, list), ({ id }) => id, 'id')),
  ];
}

function normReferences(place: Placed<Pathway>): readonly Mistake[] {
  const { item } = place;
  const norms = new Set(item.norms.map(({ id }) => id));
  return [
    ...item.urgencies.flatMap(({ norm }, index) => unknownId(place, ['urgencies', index, 'norm'], norm, norms, 'norm')),
    ...item.steps.flatMap((step, index) =>
      step.norms.flatMap((id, position) => unknownId(place, ['steps', index, 'norms', position], id, norms, 'norm')),
    ),
    ...item.hops.flatMap(({ answerNorm }, index) =>
      unknownId(place, ['hops', index, 'answerNorm'], answerNorm, norms, 'norm'),
    ),
    ...(item.followUp ? unknownId(place, ['followUp', 'after'], item.followUp.after, norms, 'norm') : []),
  ];
}

function questionnaireReferences(place: Placed<Pathway>, known: ReadonlySet<string>): readonly Mistake[] {
  const { item } = place;
  const used = [
    ...Object.entries(item.questionnaires).map(([use, id]) => ({ path: ['questionnaires', use], id })),
    ...item.steps.flatMap((step, index) =>
      step.questionnaires.map((id, position) => ({ path: ['steps', index, 'questionnaires', position], id })),
    ),
    ...(item.followUp?.questionnaires ?? []).map((id, index) => ({ path: ['followUp', 'questionnaires', index], id })),
  ];
  return used.flatMap(({ path, id }) => unknownId(place, path, id, known, 'vragenlijst'));
}

function hopReferences(place: Placed<Pathway>, consents: readonly Placed<ConsentText>[]): readonly Mistake[] {
  const hops = new Set(place.item.hops.map(({ id }) => id));
  const texts = new Map(consents.map(({ item }) => [item.id, item]));
  return place.item.hops.flatMap((hop, index) => {
    const text = texts.get(hop.consentText);
    return [
      ...(hop.basedOn ? unknownId(place, ['hops', index, 'basedOn'], hop.basedOn, hops, 'hop') : []),
      ...unknownId(place, ['hops', index, 'consentText'], hop.consentText, new Set(texts.keys()), 'toestemmingstekst'),
      ...(text === undefined || text.kind === hop.consent
        ? []
        : [
            at(
              place,
              ['hops', index, 'consent'],
              `De tekst ‘${text.id}’ gaat over ‘${text.kind}’. Schrijf dat ook hier.`,
            ),
          ]),
    ];
  });
}

/** Who refers or receives a referral needs a legal ground (LAW 1), so that the page can say on which one. */
function rolesWithoutGround(place: Placed<Pathway>): readonly Mistake[] {
  const grounded = new Set<string>(place.item.grounds.map(({ role }) => role));
  return place.item.hops.flatMap((hop, index) =>
    [...hop.requesters, hop.performer]
      .filter((role) => !grounded.has(role))
      .map((role) => at(place, ['hops', index], `De rol ‘${role}’ heeft nog geen grond. Schrijf die onder ‘grounds’.`)),
  );
}

function checkQuestionnaire(place: Placed<QuestionnaireContent>): readonly Mistake[] {
  const links = new Set(place.item.items.map(({ linkId }) => linkId));
  const items = place.item.items.map((item, index) => ({
    item,
    file: place.file,
    path: [...place.path, 'items', index],
  }));
  return [
    ...duplicateIds(items, ({ linkId }) => linkId, 'linkId'),
    ...items.flatMap((one) => (one.item.noteFor ? unknownId(one, ['noteFor'], one.item.noteFor, links, 'vraag') : [])),
  ];
}
