import type { Pathway } from '../content/index.ts';
import { OMZIEN, type Resource } from '../fhir/index.ts';
import type { TaskStatus } from './model/index.ts';

/** The shapes of FHIR resources as the engine writes and reads them; one place for systems and element names. */

export const SYSTEM = {
  case: `${OMZIEN}/case`,
  caseNumber: `${OMZIEN}/case-number`,
  hop: `${OMZIEN}/CodeSystem/hop`,
  reason: `${OMZIEN}/CodeSystem/reason`,
  need: `${OMZIEN}/CodeSystem/need`,
  stop: `${OMZIEN}/CodeSystem/stop-reason`,
  outcome: `${OMZIEN}/CodeSystem/outcome`,
  consentKind: `${OMZIEN}/CodeSystem/consent-kind`,
  contactKind: `${OMZIEN}/CodeSystem/contact-kind`,
  contactOutcome: `${OMZIEN}/CodeSystem/contact-outcome`,
  question: `${OMZIEN}/CodeSystem/question`,
  attendance: `${OMZIEN}/CodeSystem/attendance`,
  messageKind: `${OMZIEN}/CodeSystem/message-kind`,
  service: `${OMZIEN}/service`,
} as const;

/** How people meet: at home, by telephone. */
export const OMZIEN_MEETING = `${OMZIEN}/CodeSystem/meeting-way`;

/** A Patient with this extension gets letters on paper, also where a mail address is known. */
export const LETTERS = `${OMZIEN}/StructureDefinition/letters-on-paper`;

/** On a request made from a practice's own system: where the patient stands there. */
export const STARTED_FROM = `${OMZIEN}/StructureDefinition/started-from`;

type Ref = { readonly reference: string; readonly display?: string };
type Coding = { readonly system?: string; readonly code?: string; readonly display?: string };
export type Concept = { readonly coding?: readonly Coding[]; readonly text?: string };

/** A ServiceRequest as the engine reads it. */
export type Request = Resource & {
  readonly resourceType: 'ServiceRequest';
  readonly status: 'draft' | 'active' | 'on-hold' | 'revoked' | 'completed' | 'entered-in-error' | 'unknown';
  readonly basedOn?: readonly Ref[];
  readonly instantiatesCanonical?: readonly string[];
  readonly requester?: Ref;
  readonly performer?: readonly Ref[];
  readonly reasonCode?: readonly Concept[];
  readonly supportingInfo?: readonly Ref[];
  readonly priority?: string;
  readonly note?: readonly { readonly text: string }[];
  readonly authoredOn?: string;
  readonly identifier?: readonly { readonly system?: string; readonly value?: string }[];
};

/** A Task as the engine reads it. */
export type ReferralTask = Resource & {
  readonly resourceType: 'Task';
  readonly status: TaskStatus;
  readonly focus?: Ref;
  readonly owner?: Ref;
  readonly requester?: Ref;
  readonly statusReason?: Concept;
  readonly output?: readonly {
    readonly type: Concept;
    readonly valueCodeableConcept?: Concept;
    readonly valueString?: string;
  }[];
  readonly authoredOn?: string;
  readonly note?: readonly { readonly text: string }[];
};

/** The id behind a reference such as `Task/x`. */
export function idIn(reference: string | undefined): string {
  return reference?.slice(reference.indexOf('/') + 1) ?? '';
}

/** The codes of one system in a list of concepts. */
export function codesIn(concepts: readonly Concept[] | undefined, system: string): readonly string[] {
  return (concepts ?? []).flatMap((concept) =>
    (concept.coding ?? []).filter((coding) => coding.system === system).flatMap((coding) => coding.code ?? []),
  );
}

/** The pathway and version a request runs on, from `…/PlanDefinition/<id>|<version>`. */
export function pathwayOf(request: Request): { readonly id: string; readonly version: number } | undefined {
  for (const canonical of request.instantiatesCanonical ?? []) {
    const match = /^.*\/PlanDefinition\/([^|]+)\|(\d+)$/.exec(canonical);
    if (match) return { id: match[1]!, version: Number(match[2]) };
  }
  return undefined;
}

/** The canonical URL of a pathway in a version. */
export function canonicalOf(
  kind: 'PlanDefinition' | 'Questionnaire',
  definition: { readonly id: string; readonly version: number },
): string {
  return `${OMZIEN}/${kind}/${definition.id}|${definition.version}`;
}

/** FHIR's priorities, from the ordinary on: a pathway names its urgencies in the same order. */
const PRIORITIES = ['routine', 'urgent', 'asap', 'stat'] as const;

/** The priority that stands for an urgency of a pathway. */
export function priorityOf(definition: Pathway, urgency: string): string {
  const index = definition.urgencies.findIndex((one) => one.code === urgency);
  return PRIORITIES[Math.max(index, 0)] ?? 'stat';
}

/** The urgency of a pathway that a request's priority stands for. */
export function urgencyOf(definition: Pathway, request: Request): string {
  const index = PRIORITIES.indexOf(request.priority as (typeof PRIORITIES)[number]);
  return (definition.urgencies[Math.max(index, 0)] ?? definition.urgencies.at(-1))!.code;
}

/** The first request of the case a request belongs to: itself, or what it is based on. */
export function caseOf(request: Request): string {
  const first = request.basedOn?.find((ref) => ref.reference.startsWith('ServiceRequest/'));
  return first ? idIn(first.reference) : (request.id ?? '');
}

/** Which hop of the pathway a request is. */
export function hopOf(request: Request): 'first' | 'second' {
  return request.basedOn?.some((ref) => ref.reference.startsWith('ServiceRequest/')) ? 'second' : 'first';
}

/** The code of the reason a Task stopped for. */
export function stopReasonOf(task: ReferralTask): string | undefined {
  return task.statusReason?.coding?.find((coding) => coding.system === SYSTEM.stop)?.code ?? task.statusReason?.text;
}

/** True for a request that the resident made for themself. */
export function isOwnWish(request: Pick<Request, 'requester'>): boolean {
  return request.requester?.reference?.startsWith('Patient/') ?? false;
}

/** True while a request is not closed, withdrawn or undone. */
export function isRunning(request: Pick<Request, 'status'>): boolean {
  return request.status === 'active' || request.status === 'on-hold' || request.status === 'draft';
}

const STOP_REASON = `${OMZIEN}/StructureDefinition/stop-reason`;

/** Puts on a request why it ended: a code of the pathway with the words people read. */
export function withStopReason(request: Request, reason: Concept): Request {
  const others = ((request.extension ?? []) as readonly { readonly url?: string }[]).filter(
    (one) => one.url !== STOP_REASON,
  );
  return { ...request, extension: [...others, { url: STOP_REASON, valueCodeableConcept: reason }] };
}

/** A request as it was before it stopped. */
export function withoutStopReason(request: Request): Request {
  const { extension, ...rest } = request;
  const others = ((extension ?? []) as readonly { readonly url?: string }[]).filter((one) => one.url !== STOP_REASON);
  return (others.length > 0 ? { ...rest, extension: others } : rest) as Request;
}

/** Why a request ended, where somebody said so. */
export function requestStopReason(request: Request): Concept | undefined {
  const all = (request.extension ?? []) as readonly {
    readonly url?: string;
    readonly valueCodeableConcept?: Concept;
  }[];
  return all.find((one) => one.url === STOP_REASON)?.valueCodeableConcept;
}

/** The reason of what stopped, or went to another team, because the resident moved. */
export const MOVED = 'moved';

/** The reason of a case that ended because the resident has died. */
export const DIED = 'died';

/** True where something stopped because the resident has died. */
export function isDeath(reason: Concept | undefined): boolean {
  return (reason?.coding ?? []).some((coding) => coding.system === SYSTEM.stop && coding.code === DIED);
}

/** The outcome a Task ended with: its code and its words. */
export function outcomeOf(
  task: ReferralTask,
): { readonly code: string | undefined; readonly text: string | undefined } | undefined {
  const coded = task.output?.find((output) => output.valueCodeableConcept);
  const text = task.output?.find((output) => output.valueString)?.valueString;
  if (!coded && !text) return undefined;
  return { code: coded?.valueCodeableConcept?.coding?.find((coding) => coding.system === SYSTEM.outcome)?.code, text };
}

/** A concept of one of our own systems with the label people read. */
export function concept(system: string, code: string, label: string): Concept {
  return { coding: [{ system, code, display: label }], text: label };
}

/** A short number people can read out: two letters and six signs, from the id (no I, L, O or U). */
export function caseNumber(pathway: Pathway, id: string): string {
  const letters = pathway.title
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 3);
  // Without vowels no number spells a word.
  const signs = id.slice(-7).toUpperCase().replaceAll('A', '4').replaceAll('E', '3');
  return `${letters}-${signs.slice(0, 3)}-${signs.slice(3)}`;
}

/** The Task that offers a request to one candidate. */
export function taskFor(request: Request, resident: string, owner: Ref, requester: Ref, at: Date): Resource {
  return {
    resourceType: 'Task',
    status: 'requested',
    intent: 'order',
    priority: request.priority ?? 'routine',
    code: { coding: [{ system: 'http://hl7.org/fhir/CodeSystem/task-code', code: 'fulfill' }] },
    focus: { reference: `ServiceRequest/${request.id}` },
    for: { reference: `Patient/${resident}` },
    authoredOn: at.toISOString(),
    lastModified: at.toISOString(),
    requester,
    owner,
  };
}

/** The team around one resident in one case; its member is who has the case now. */
export function careTeamFor(resident: string, caseId: string, member: Ref | undefined, at: Date): Resource {
  return {
    resourceType: 'CareTeam',
    status: 'active',
    identifier: [{ system: SYSTEM.case, value: caseId }],
    subject: { reference: `Patient/${resident}` },
    period: { start: at.toISOString() },
    ...(member ? { participant: [participantFor(member, at)] } : {}),
  };
}

/** One member of a care team, from a moment on. */
export function participantFor(member: Ref, at: Date): Record<string, unknown> {
  return { role: [{ text: 'welfare-coach' }], member, period: { start: at.toISOString() } };
}
