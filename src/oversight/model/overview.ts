import type { Resource } from '../../fhir/index.ts';

/** One entry of a record in words: what it is, when, and what it says. */
export type OverviewEntry = {
  readonly id: string;
  readonly type: string;
  readonly at: string | undefined;
  readonly title: string | undefined;
  readonly lines: readonly string[];
  /** How far it is, of what care wrote; the code of R4. */
  readonly state?: string | undefined;
};

type Concept = {
  readonly text?: string;
  readonly coding?: readonly { readonly display?: string; readonly code?: string }[];
};
type Item = {
  readonly linkId?: string;
  readonly text?: string;
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly item?: readonly Item[];
};

const wordsOf = (concept: Concept | undefined): string =>
  concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? '';

const notesOf = (resource: Resource): readonly string[] =>
  ((resource.note ?? []) as readonly { readonly text?: string }[]).map((note) => note.text ?? '');

function sayValue(from: Readonly<Record<string, unknown>>): string {
  for (const [name, value] of Object.entries(from)) {
    if (!name.startsWith('value')) continue;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (value && typeof value === 'object') {
      const { value: amount, unit, display } = value as { value?: unknown; unit?: string; display?: string };
      return display ?? (amount === undefined ? wordsOf(value as Concept) : `${amount}${unit ? ` ${unit}` : ''}`);
    }
  }
  return '';
}

const answersOf = (items: readonly Item[]): readonly string[] =>
  items.flatMap((item) => [
    ...(item.answer ?? []).map((answer) => `${item.text ?? item.linkId ?? ''}: ${sayValue(answer)}`),
    ...answersOf(item.item ?? []),
  ]);

/** Puts an entry of the record into words; pure. What has no words of its own is told by its type and date. */
export function entryOf(resource: Resource): OverviewEntry {
  const text = (name: string) => (typeof resource[name] === 'string' ? (resource[name] as string) : undefined);
  const concepts = (name: string) => ((resource[name] ?? []) as readonly Concept[]).map(wordsOf);
  const base = { id: resource.id ?? '', type: resource.resourceType };
  switch (resource.resourceType) {
    case 'ServiceRequest':
      return {
        ...base,
        at: text('authoredOn'),
        title: wordsOf(resource.code as Concept),
        lines: clean([...concepts('reasonCode'), ...notesOf(resource)]),
      };
    case 'QuestionnaireResponse':
      return {
        ...base,
        at: text('authored'),
        title: undefined,
        lines: clean(answersOf((resource.item ?? []) as readonly Item[])),
      };
    case 'Observation':
      return {
        ...base,
        at: text('effectiveDateTime') ?? text('issued'),
        title: wordsOf(resource.code as Concept),
        lines: clean([sayValue(resource as Readonly<Record<string, unknown>>), ...notesOf(resource)]),
      };
    case 'Goal':
      return {
        ...base,
        at: text('startDate'),
        title: wordsOf(resource.description as Concept),
        lines: clean(notesOf(resource)),
      };
    case 'Communication':
      return {
        ...base,
        at: text('sent') ?? text('received'),
        title: concepts('medium')[0],
        lines: clean([
          ...((resource.payload ?? []) as readonly { readonly contentString?: string }[]).map(
            (one) => one.contentString ?? '',
          ),
          ...notesOf(resource),
        ]),
      };
    case 'AllergyIntolerance':
    case 'Condition':
    case 'MedicationStatement':
      return {
        ...base,
        at: text('recordedDate') ?? text('onsetDateTime') ?? text('effectiveDateTime') ?? text('dateAsserted'),
        title: wordsOf((resource.code ?? resource.medicationCodeableConcept) as Concept),
        state: statusOf(resource),
        lines: clean([
          ...((resource.reaction ?? []) as readonly { readonly manifestation?: readonly Concept[] }[]).flatMap((one) =>
            (one.manifestation ?? []).map(wordsOf),
          ),
          ...((resource.dosage ?? []) as readonly { readonly text?: string }[]).map((one) => one.text ?? ''),
          ...notesOf(resource),
        ]),
      };
    case 'Appointment':
      return {
        ...base,
        at: text('start'),
        title: text('description'),
        lines: clean([text('comment') ?? '', text('status') ?? '']),
      };
    default:
      return {
        ...base,
        at: text('authoredOn') ?? text('dateTime') ?? text('created'),
        title: text('title') ?? text('status'),
        lines: clean([text('description') ?? '', ...notesOf(resource)]),
      };
  }
}

/** Of a condition or an allergy its clinical status, of a medicine its status. */
const statusOf = (resource: Resource): string | undefined =>
  (resource.clinicalStatus as Concept | undefined)?.coding?.[0]?.code ??
  (typeof resource.status === 'string' ? resource.status : undefined);

const clean = (lines: readonly string[]): readonly string[] => lines.map((line) => line.trim()).filter(Boolean);
