import type { Resource } from '../../../../fhir/index.ts';
import { formatDate, formatTime, type Language } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { type ContactDetails, contactDetailsOf } from '../../../read/contact-details.ts';
import type { WorklistLine } from '../../../read/worklist.ts';
import {
  caseNumber,
  caseOf,
  codesIn,
  idIn,
  isDeath,
  outcomeOf,
  pathwayOf,
  type ReferralTask,
  type Request,
  SYSTEM,
  stopReasonOf,
} from '../../../shapes.ts';
import { saidAs } from '../../shared/said.ts';
import type { ProviderWords } from '../words.ts';

export type SessionRow = {
  readonly key: string;
  readonly date: string;
  readonly time: string;
  readonly attended: string;
  readonly note: string;
};

/** What the page of one Task shows; `person` only after a yes. */
export type TaskPage = {
  readonly id: string;
  readonly href: string;
  readonly phase: 'offer' | 'accepted' | 'running' | 'held' | 'ended';
  readonly status: string;
  readonly title: string;
  readonly number: string | undefined;
  readonly service: string;
  readonly firstName: string;
  readonly age: string;
  readonly area: string;
  readonly need: string;
  readonly due: string | undefined;
  readonly daysLate: number;
  readonly person: ContactDetails | undefined;
  readonly notes: readonly string[];
  readonly requester: string | undefined;
  readonly reason: string | undefined;
  readonly sessions: readonly SessionRow[];
  readonly ended: string | undefined;
  readonly outcome: string | undefined;
  readonly summary: string | undefined;
};

export type OpenedTask = {
  readonly task: ReferralTask;
  readonly request: Request;
  readonly patient: Resource | undefined;
  readonly appointments: readonly Resource[];
};

const DAY = 86_400_000;

/** Turns an opened Task and its line into the words of its page. `today` is a local date. */
export function presentTask(
  opened: OpenedTask,
  line: WorklistLine | undefined,
  definitions: Definitions,
  today: string,
  words: ProviderWords,
  lang: Language,
): TaskPage {
  const { task, request } = opened;
  const phase = phaseOf(task.status);
  const person = phase !== 'offer' && opened.patient ? contactDetailsOf(opened.patient) : undefined;
  const need = codesIn(request.reasonCode, SYSTEM.need)
    .map((code) => definitions.region.needs.find((one) => one.id === code)?.label ?? code)
    .join(', ');
  const firstName = line?.label ?? '';
  const due = phase === 'offer' || phase === 'accepted' ? (line?.due ?? undefined) : undefined;
  const outcome = outcomeOf(task);
  const canonical = pathwayOf(request);
  const pathway = canonical && definitions.pathway(canonical.id, canonical.version);
  return {
    id: task.id ?? '',
    href: `/aanbod/aanmelding/${task.id}`,
    phase,
    status: task.status,
    title: person ? person.name : words.task.offerTitle({ name: firstName || '…' }),
    number: numberOf(request, definitions),
    service: task.owner?.display ?? definitions.organisationName(idIn(task.owner?.reference)),
    firstName,
    age: line?.age == null ? words.list.noAge : words.list.age({ age: line.age }),
    area: line?.area ?? '',
    need,
    due,
    daysLate: due && due < today ? Math.round((Date.parse(today) - Date.parse(due)) / DAY) : 0,
    person,
    notes: person ? (request.note ?? []).map((note) => note.text) : [],
    requester: person ? request.requester?.display : undefined,
    reason: isDeath(task.statusReason) ? undefined : saidAs(pathway, task.statusReason),
    sessions: person ? sessionsOf(opened.appointments, request.id ?? '', words, lang) : [],
    ended: phase === 'ended' ? endedWords(task, words) : undefined,
    outcome: saidAs(pathway, task.output?.find((one) => one.valueCodeableConcept)?.valueCodeableConcept) || undefined,
    summary: outcome?.text,
  };
}

function numberOf(request: Request, definitions: Definitions): string | undefined {
  const pathway = pathwayOf(request);
  return pathway ? caseNumber(definitions.pathway(pathway.id, pathway.version), caseOf(request)) : undefined;
}

function phaseOf(status: ReferralTask['status']): TaskPage['phase'] {
  switch (status) {
    case 'requested':
      return 'offer';
    case 'accepted':
      return 'accepted';
    case 'in-progress':
      return 'running';
    case 'on-hold':
      return 'held';
    default:
      return 'ended';
  }
}

function endedWords(task: ReferralTask, words: ProviderWords): string {
  const { ended } = words.task;
  if (task.status === 'cancelled' && stopReasonOf(task) === 'no-answer') return ended['no-answer'];
  // Said with care: only that it stopped, and whom to call.
  if (isDeath(task.statusReason)) return ended.stopped({ who: task.requester?.display ?? '' });
  const { status } = task;
  return status === 'rejected' || status === 'completed' || status === 'failed' || status === 'entered-in-error'
    ? ended[status]
    : ended.cancelled;
}

type Session = Resource & {
  readonly start?: string;
  readonly status?: string;
  readonly comment?: string;
  readonly basedOn?: readonly { readonly reference?: string }[];
};

function sessionsOf(
  appointments: readonly Resource[],
  request: string,
  words: ProviderWords,
  lang: Language,
): readonly SessionRow[] {
  const { attendance } = words.task;
  const byStatus: Readonly<Record<string, string>> = {
    fulfilled: attendance.attended,
    cancelled: attendance.excused,
    noshow: attendance['no-show'],
  };
  return (appointments as readonly Session[])
    .filter((one) => one.start && one.basedOn?.some((ref) => idIn(ref.reference) === request))
    .toSorted((a, b) => (a.start! < b.start! ? 1 : -1))
    .map((one) => ({
      key: one.id ?? one.start!,
      date: formatDate(one.start!, 'long', lang),
      time: formatTime(one.start!, lang),
      attended: byStatus[one.status ?? ''] ?? '',
      note: one.comment ?? '',
    }));
}
