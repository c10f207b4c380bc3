import type { Pathway } from '../../../content/index.ts';
import type { Definitions } from '../../ground.ts';
import { type Concept, SYSTEM } from '../../shapes.ts';

type Coded = { readonly code: string; readonly label: string };

/** The codes of a pathway by the system they are written under. */
function listOf(pathway: Pathway, system: string | undefined): readonly Coded[] {
  switch (system) {
    case SYSTEM.reason:
      return pathway.reasons;
    case SYSTEM.contactKind:
      return pathway.contact.kinds;
    case SYSTEM.contactOutcome:
      return pathway.contact.outcomes;
    case SYSTEM.outcome:
      return [...pathway.outcomes, ...pathway.endings];
    case SYSTEM.stop:
      return [
        ...pathway.rejectReasons,
        ...pathway.cancelReasons,
        ...pathway.holdReasons,
        ...pathway.failedReasons,
        ...pathway.errorReasons,
      ];
    default:
      return [];
  }
}

/**
 * What was written down in Dutch, in the words of a pathway in the language of the page: by its code. What is no code of
 * the pathway stays as it was written.
 */
export function saidAs(pathway: Pathway | undefined, concept: Concept | undefined): string {
  const coding = concept?.coding?.find((one) => one.system && one.code);
  const known = pathway && listOf(pathway, coding?.system).find((one) => one.code === coding?.code);
  return known?.label ?? concept?.text ?? concept?.coding?.[0]?.display ?? '';
}

/** The title of the text that a Consent was given on, in the language of the page. */
export function agreementTitle(
  definitions: Definitions,
  consent: {
    readonly policyRule?: { readonly text?: string };
    readonly sourceAttachment?: { readonly title?: string };
  },
): string {
  const [id] = (consent.policyRule?.text ?? '').split('|');
  return definitions.region.consents.find((one) => one.id === id)?.title ?? consent.sourceAttachment?.title ?? '';
}

/** The needs or reasons on a line of a worklist, which keeps them in Dutch, in the language of the page. */
export function needsAs(ground: { readonly definitions: Definitions }, said: string, definitions: Definitions): string {
  const pairs = [
    ...pairsOf(ground.definitions.region.needs, definitions.region.needs, ({ id }) => id),
    ...ground.definitions.region.pathways.flatMap((pathway, index) =>
      pairsOf(pathway.reasons, definitions.region.pathways[index]?.reasons ?? [], ({ code }) => code),
    ),
  ].toSorted((a, b) => b.dutch.length - a.dutch.length);
  let rest = said;
  const found: string[] = [];
  // Labels are joined by commas and may hold one, so they are taken off one by one, the longest that fits first.
  while (rest) {
    const next = pairs.find(({ dutch }) => rest === dutch || rest.startsWith(`${dutch}, `));
    if (!next) return [...found, rest].join(', ');
    found.push(next.own);
    rest = rest.slice(next.dutch.length + 2);
  }
  return found.join(', ');
}

function pairsOf<T extends { readonly label: string }>(
  dutch: readonly T[],
  own: readonly T[],
  key: (item: T) => string,
): readonly { readonly dutch: string; readonly own: string }[] {
  const labels = new Map(own.map((item) => [key(item), item.label]));
  return dutch.map((item) => ({ dutch: item.label, own: labels.get(key(item)) ?? item.label }));
}
