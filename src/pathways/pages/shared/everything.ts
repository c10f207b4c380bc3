import type { Resource } from '../../../fhir/index.ts';
import type { Language } from '../../../ui/index.ts';
import { letterWords } from '../../letter/words.ts';
import { isMessage } from '../../message-shape.ts';
import type { Everything } from '../../read/everything.ts';
import { everythingWords } from './everything-words.ts';

/** One line of what is recorded: when, what, by or with whom. */
export type EverythingLine = {
  readonly key: string;
  readonly at: string | undefined;
  readonly what: string;
  readonly who: string;
};

/** A part of everything, as it is read on paper. */
export type EverythingPart = {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly EverythingLine[];
};

type Ref = { readonly display?: string; readonly reference?: string };
type Any = Resource & {
  readonly authoredOn?: string;
  readonly authored?: string;
  readonly dateTime?: string;
  readonly start?: string;
  readonly sent?: string;
  readonly startDate?: string;
  readonly recorded?: string;
  readonly effectiveDateTime?: string;
  readonly period?: { readonly start?: string };
  readonly status?: string;
  readonly lifecycleStatus?: string;
  readonly title?: string;
  readonly code?: { readonly text?: string };
  readonly activity?: { readonly text?: string };
  readonly description?: string | { readonly text?: string };
  readonly requester?: Ref;
  readonly owner?: Ref;
  readonly author?: Ref;
  readonly sender?: Ref;
  readonly organization?: readonly Ref[];
  readonly sourceAttachment?: { readonly title?: string };
  readonly reasonCode?: readonly { readonly text?: string }[];
  readonly note?: readonly { readonly text?: string }[];
  readonly payload?: readonly { readonly contentString?: string }[];
  readonly medium?: readonly { readonly text?: string }[];
  readonly serviceType?: readonly { readonly text?: string }[];
  readonly participant?: readonly { readonly actor?: Ref; readonly member?: Ref }[];
  readonly agent?: readonly { readonly who?: Ref }[];
  readonly name?: readonly { readonly text?: string }[];
  readonly valueInteger?: number;
  readonly item?: readonly Item[];
};
type Item = {
  readonly text?: string;
  readonly linkId?: string;
  readonly answer?: readonly Readonly<Record<string, unknown>>[];
  readonly item?: readonly Item[];
};

/** What care wrote, in the order in which it is told. */
const CARE_TYPES = [
  'Encounter',
  'Condition',
  'AllergyIntolerance',
  'MedicationStatement',
  'Immunization',
  'Procedure',
  'RiskAssessment',
  'Device',
  'Flag',
  'List',
  'DocumentReference',
] as const;
type CareType = (typeof CARE_TYPES)[number];

type Concept = {
  readonly text?: string;
  readonly coding?: readonly { readonly display?: string; readonly code?: string }[];
};
const conceptWords = (concept: unknown): string | undefined => {
  const { text, coding } = (concept ?? {}) as Concept;
  return text ?? coding?.[0]?.display ?? coding?.[0]?.code;
};

/** What an entry of care is about, in its own words; a letter that Omzien wrote itself, in those of who reads. */
function toldOf(one: Any, lang: Language): string | undefined {
  const own = LETTER_TITLES.has(String(one.description));
  if (one.resourceType === 'DocumentReference' && own) return letterWords(lang).title;
  const names = one.deviceName as readonly { readonly name?: string }[] | undefined;
  return [
    conceptWords(one.code ?? one.vaccineCode ?? one.medicationCodeableConcept ?? one.type),
    names?.[0]?.name,
    one.title,
    typeof one.description === 'string' ? one.description : undefined,
  ].find(Boolean);
}

const LETTER_TITLES: ReadonlySet<string> = new Set([letterWords('nl').title, letterWords('en').title]);

/** When an entry of care was, by whichever element says so. */
const whenOf = (one: Any): string | undefined =>
  [one.recordedDate, one.date, one.occurrenceDateTime, one.performedDateTime, one.effectiveDateTime, one.period?.start]
    .filter((value) => typeof value === 'string')
    .at(0) as string | undefined;

/** Everything in parts and lines; pure, and nothing of it left out that has words. */
export function partsOf(everything: Everything, lang: Language): readonly EverythingPart[] {
  const words = everythingWords(lang);
  const of = (...types: readonly string[]) =>
    everything.resources.filter((one) => types.includes(one.resourceType)) as readonly Any[];
  const line = (one: Any, at: string | undefined, what: readonly (string | undefined)[], who?: string) => ({
    key: `${one.resourceType}-${one.id}`,
    at,
    // Sentences that end already get no second dot.
    what: what
      .filter(Boolean)
      .map((one) => one?.replace(/[.\s]+$/, ''))
      .join('. '),
    who: who ?? '',
  });
  const state = (status: string | undefined) =>
    status ? (words.states[status as keyof typeof words.states] ?? status) : undefined;
  const notes = (one: Any) => one.note?.map(({ text }) => text).join(' ');
  const parts: readonly [keyof typeof words.sections, readonly EverythingLine[]][] = [
    [
      'cases',
      [
        ...of('ServiceRequest').map((one) =>
          line(
            one,
            one.authoredOn,
            [
              one.code?.text ?? words.request,
              one.reasonCode?.map(({ text }) => text).join(', '),
              notes(one),
              state(one.status),
            ],
            one.requester?.display,
          ),
        ),
        ...of('Task').map((one) => line(one, one.authoredOn, [state(one.status), notes(one)], one.owner?.display)),
      ],
    ],
    [
      'consents',
      of('Consent').map((one) =>
        line(
          one,
          one.dateTime,
          [one.sourceAttachment?.title, one.status === 'active' ? words.yes : words.no],
          one.organization?.[0]?.display,
        ),
      ),
    ],
    [
      'team',
      [
        ...of('CareTeam').map((one) =>
          line(one, one.period?.start, [one.participant?.map(({ member }) => member?.display).join(', ')]),
        ),
        ...of('RelatedPerson').map((one) => line(one, undefined, [one.name?.[0]?.text])),
      ],
    ],
    [
      'goals',
      of('Goal', 'CarePlan').map((one) =>
        line(one, one.startDate ?? one.period?.start, [
          typeof one.description === 'string' ? one.description : one.description?.text,
          one.title,
          notes(one),
          words.goal({ status: state(one.lifecycleStatus ?? one.status) ?? '' }),
        ]),
      ),
    ],
    [
      'answers',
      [
        ...of('QuestionnaireResponse').flatMap((one) =>
          answersIn(one.item).map((answer, index) => ({
            ...line(one, one.authored, [answer], one.author?.display),
            key: `${one.id}-${index}`,
          })),
        ),
        ...of('Observation')
          .filter((one) => one.valueInteger === undefined)
          .map((one) => line(one, one.effectiveDateTime, [one.code?.text])),
      ],
    ],
    [
      'contact',
      [
        ...of('Appointment').map((one) =>
          line(
            one,
            one.start,
            [typeof one.description === 'string' ? one.description : undefined, state(one.status)],
            one.participant
              ?.map(({ actor }) => actor?.display)
              .filter(Boolean)
              .join(', '),
          ),
        ),
        ...of('Communication')
          .filter((one) => !isMessage(one))
          .map((one) =>
            line(one, one.sent, [one.medium?.[0]?.text, one.reasonCode?.[0]?.text, notes(one)], one.sender?.display),
          ),
      ],
    ],
    [
      'care',
      of(...CARE_TYPES).map((one) =>
        line(one, whenOf(one), [words.ofCare[one.resourceType as CareType], toldOf(one, lang)]),
      ),
    ],
    [
      'messages',
      of('Communication')
        .filter((one) => isMessage(one))
        .map((one) => line(one, one.sent, [one.payload?.[0]?.contentString], one.sender?.display ?? words.resident)),
    ],
    [
      'sent',
      everything.sent.map((one) => ({
        key: one.id,
        at: one.at.toISOString(),
        what: one.subject,
        who: words.kinds[one.kind],
      })),
    ],
    [
      'changes',
      of('Provenance').map((one) =>
        line(
          one,
          one.recorded,
          [one.activity?.text],
          one.agent?.map(({ who }) => who?.display ?? words.resident).join(', '),
        ),
      ),
    ],
  ];
  return parts.map(([key, lines]) => ({
    key,
    title: words.sections[key],
    lines: lines.filter((one) => one.what !== '').toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1)),
  }));
}

/** "Question: answer", also of questions inside questions. */
function answersIn(items: readonly Item[] | undefined): readonly string[] {
  return (items ?? []).flatMap((item) => {
    const told = (item.answer ?? []).map(answerWords).filter((value) => value !== '');
    return [...(told.length > 0 ? [`${item.text ?? item.linkId}: ${told.join(', ')}`] : []), ...answersIn(item.item)];
  });
}

function answerWords(answer: Readonly<Record<string, unknown>>): string {
  const [value] = Object.entries(answer)
    .filter(([name]) => name.startsWith('value'))
    .map(([, one]) => one);
  if (value && typeof value === 'object') return String((value as { display?: string; code?: string }).display ?? '');
  return value === undefined ? '' : String(value);
}
