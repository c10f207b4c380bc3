import type { Resource } from '../../../../fhir/index.ts';
import { localDate } from '../../../../platform/index.ts';
import { attachmentsIn } from '../../../../record/index.ts';
import { formatDate, formatDateTime, type Language } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { type PartnerLetter, partnerLetters } from '../../../letter/index.ts';
import { isOpen, type Tried } from '../../../model/index.ts';
import {
  type Concept,
  codesIn,
  idIn,
  outcomeOf,
  type ReferralTask,
  type Request,
  SYSTEM,
  stopReasonOf,
} from '../../../shapes.ts';
import { type AnswerSet, saidAs } from '../../shared/index.ts';
import type { OpenedCase } from '../parts.ts';
import { casePageWords } from './words.ts';

type Coded = { readonly code: string; readonly label: string };
type Communication = Resource & {
  readonly status?: string;
  readonly statusReason?: Concept;
  readonly sent?: string;
  readonly sender?: { readonly display?: string };
  readonly medium?: readonly Concept[];
  readonly reasonCode?: readonly Concept[];
  readonly note?: readonly { readonly text: string }[];
};
type Appointment = Resource & {
  readonly status?: string;
  readonly start?: string;
  readonly description?: string;
  readonly comment?: string;
  readonly serviceType?: readonly { readonly text?: string }[];
};
/** A Consent as these pages read it. */
export type Consent = Resource & {
  readonly status?: string;
  readonly dateTime?: string;
  readonly policyRule?: { readonly text?: string };
  readonly sourceAttachment?: { readonly title?: string };
};

/** The words of a code; the code itself where it is not known. */
export const labelOf = (list: readonly Coded[], code: string | undefined): string =>
  code ? (list.find((one) => one.code === code)?.label ?? code) : '';

/** One attempt to reach the resident. */
export type ContactRow = {
  readonly key: string;
  readonly at: string;
  readonly when: string;
  readonly how: string;
  readonly outcome: string;
  readonly who: string;
  readonly note: string;
  /** What was wrong with it, where it was a mistake. */
  readonly wrong: string | undefined;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  readonly tried: Tried | undefined;
  /** Told by an appointment: corrected there. */
  readonly fixed?: boolean;
};

/** The contact log, latest first. */
export function contactRows(on: OpenedCase, lang: Language): readonly ContactRow[] {
  return (on.view.contacts as readonly Communication[])
    .filter((one) => codesIn(one.reasonCode, SYSTEM.contactOutcome).length > 0)
    .map(
      (one): ContactRow => ({
        key: one.id ?? '',
        at: one.sent ?? '',
        when: one.sent ? formatDateTime(one.sent, 'short', lang) : '',
        how: saidAs(on.pathway, one.medium?.[0]),
        outcome: saidAs(on.pathway, one.reasonCode?.[0]),
        who: one.sender?.display ?? '',
        ...(one.status === 'entered-in-error'
          ? { note: '', wrong: one.statusReason?.text ?? '', files: [], tried: undefined }
          : {
              note: (one.note ?? []).map((note) => note.text).join(' '),
              wrong: undefined,
              files: attachmentsIn(one).map(({ id, title, size }) => ({ id, name: title, size })),
              tried: {
                kind: codesIn(one.medium, SYSTEM.contactKind)[0] ?? '',
                outcome: codesIn(one.reasonCode, SYSTEM.contactOutcome)[0] ?? '',
                on: localDate(new Date(one.sent ?? 0)),
              },
            }),
      }),
    )
    .concat(noShowRows(on, lang))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Conversations to which the resident did not come: attempts too, told once where the appointment was. */
function noShowRows(on: OpenedCase, lang: Language): readonly ContactRow[] {
  const words = casePageWords(lang);
  return (on.view.appointments as readonly Appointment[])
    .filter((one) => one.status === 'noshow' && one.serviceType?.[0]?.text !== 'session')
    .map((one) => ({
      key: one.id ?? '',
      at: one.start ?? '',
      when: one.start ? formatDateTime(one.start, 'short', lang) : '',
      how: words.appointments,
      outcome: words.appointmentStatus.noshow,
      who: '',
      note: one.description ?? '',
      wrong: undefined,
      files: [],
      tried: undefined,
      fixed: true,
    }));
}

/** One appointment or session. */
export type AppointmentRow = {
  readonly key: string;
  readonly at: string;
  readonly when: string;
  readonly what: string;
  readonly place: string;
  readonly status: string;
  readonly cancellable: boolean;
  /** It was to take place; nobody said yet how it went. */
  readonly unsettled: boolean;
};

/** Appointments and sessions, latest first. */
export function appointmentRows(on: OpenedCase, now: Date, lang: Language): readonly AppointmentRow[] {
  const words = casePageWords(lang);
  return (on.view.appointments as readonly Appointment[])
    .map((one) => {
      const kind = one.serviceType?.[0]?.text ?? '';
      const status = one.status as keyof typeof words.appointmentStatus;
      const past = one.status === 'booked' && (one.start ?? '') < now.toISOString();
      return {
        key: one.id ?? '',
        at: one.start ?? '',
        when: one.start ? formatDateTime(one.start, 'short', lang) : '',
        what: words.kinds[kind as keyof typeof words.kinds] ?? kind,
        place: one.description ?? '',
        status: past
          ? words.appointmentStatus.fulfilled
          : (words.appointmentStatus[status] ?? words.appointmentStatus.other),
        cancellable: one.status === 'booked' && !past && kind !== 'session',
        unsettled: past && kind !== 'session',
      };
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** One candidate of a request to providers. */
export type CandidateRow = {
  readonly key: string;
  readonly name: string;
  readonly status: string | undefined;
  readonly detail: string;
};

/** A request to providers with its candidates in the order of the resident. */
export type OnwardView = {
  readonly id: string;
  readonly needs: string;
  readonly on: string;
  readonly rows: readonly CandidateRow[];
  /** What the provider's own system wrote about it. */
  readonly letters: readonly PartnerLetter[];
  /** How the request ended; undefined while it runs. */
  readonly ended: string | undefined;
  readonly open: boolean;
  readonly closable: boolean;
};

/** The requests to providers, newest first. */
export function onwardViews(on: OpenedCase, definitions: Definitions, lang: Language): readonly OnwardView[] {
  const words = casePageWords(lang);
  const needLabel = (code: string) => definitions.region.needs.find((need) => need.id === code)?.label ?? code;
  return on.view.onward.toReversed().map(({ request, tasks }) => {
    const running = request.status === 'active' || request.status === 'on-hold';
    const open = tasks.some((task) => isOpen(task.status));
    return {
      id: request.id ?? '',
      needs: codesIn(request.reasonCode, SYSTEM.need).map(needLabel).join(', '),
      on: request.authoredOn ? formatDate(request.authoredOn, 'long', lang) : '',
      rows: (request.performer ?? []).map((service) => {
        const task = tasks.findLast((one) => one.owner?.reference === service.reference);
        return {
          key: service.reference,
          name: service.display ?? definitions.organisationName(idIn(service.reference)),
          status: task?.status,
          detail: task ? detailOf(on, task, request, lang) : words.notAsked,
        };
      }),
      letters: partnerLetters(on.view.letters, request.id ?? ''),
      ended: running ? undefined : words.requestEnded[request.status as keyof typeof words.requestEnded],
      open: running && open,
      closable: running && !open && tasks.length > 0,
    };
  });
}

function detailOf(on: OpenedCase, task: ReferralTask, request: Request, lang: Language): string {
  const words = casePageWords(lang);
  const { pathway } = on;
  const outcome = outcomeOf(task);
  const stop = stopReasonOf(task);
  const reasons = [
    ...pathway.rejectReasons,
    ...pathway.cancelReasons,
    ...pathway.failedReasons,
    ...pathway.holdReasons,
    ...pathway.errorReasons,
  ];
  const sessions = (
    on.view.appointments as readonly (Appointment & { basedOn?: readonly { reference?: string }[] })[]
  ).filter(
    (one) => one.serviceType?.[0]?.text === 'session' && one.basedOn?.some((ref) => idIn(ref.reference) === request.id),
  );
  const came = sessions.filter((one) => one.status === 'fulfilled').length;
  const withIt = ['in-progress', 'on-hold', 'completed', 'failed'].includes(task.status) && sessions.length > 0;
  const ends = ['rejected', 'cancelled', 'failed', 'on-hold', 'entered-in-error'].includes(task.status);
  return [
    outcome?.code ? words.outcome({ text: labelOf(pathway.outcomes, outcome.code) }) : '',
    outcome?.text ?? '',
    ends && stop ? words.stopReason({ text: labelOf(reasons, stop) }) : '',
    ends || outcome ? (task.note ?? []).map((one) => one.text).join(' ') : '',
    withIt ? words.attended({ count: came, of: sessions.length }) : '',
  ]
    .filter(Boolean)
    .map((part) => part.replace(/\.?$/, '.'))
    .join(' ');
}

/** What the resident told, question by question, of one conversation. */
export function toldIn(set: AnswerSet): readonly { readonly term: string; readonly value: string }[] {
  return set.questionnaire.items.flatMap((item) => {
    const answer = set.answers[item.linkId];
    if (item.type !== 'text' || item.repeats || answer === undefined) return [];
    const about = item.noteFor ? set.questionnaire.items.find((one) => one.linkId === item.noteFor) : undefined;
    return [{ term: item.title ?? about?.title ?? item.text, value: String(answer) }];
  });
}
