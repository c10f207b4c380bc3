import type { Pathway } from '../../../../content/index.ts';
import { type LocalDate, localDate } from '../../../../platform/index.ts';
import { formatDate, type Language, type TimelineEvent } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { answersReferrer } from '../../../letter/letter.ts';
import { isOpen } from '../../../model/index.ts';
import type { CaseView } from '../../../read/case.ts';
import type { WorklistLine } from '../../../read/worklist.ts';
import { codesIn, isRunning, outcomeOf, pathwayOf, SYSTEM, stopReasonOf } from '../../../shapes.ts';
import { type AfterDeath, afterDeath } from '../../life/death/presenter.ts';
import { agreementTitle, type PersonFacts, pauseReason, personFacts } from '../../shared/index.ts';
import { caseWords } from '../../shared/words.ts';
import { referralWords } from './words.ts';

/** What may be done with a referral now, or why not. */
export type Action = { readonly state: 'available' } | { readonly state: 'unavailable'; readonly reason: string };

/** One referral as its page shows it. */
export type ReferralView = {
  readonly caseId: string;
  readonly name: string;
  readonly person: PersonFacts | undefined;
  readonly number: string;
  readonly now: string;
  readonly next: string | undefined;
  readonly due: LocalDate | undefined;
  readonly today: LocalDate;
  readonly facts: readonly { readonly term: string; readonly value: string }[];
  readonly answer:
    | {
        readonly title: string;
        readonly facts: readonly { readonly term: string; readonly value: string }[];
        readonly todo: string;
        readonly good: boolean;
      }
    | undefined;
  /** The answer is there as a letter too. */
  readonly letter: boolean;
  readonly past: readonly TimelineEvent[];
  /** Why the clocks stand still, where they do. */
  readonly paused: string | undefined;
  readonly over: boolean;
  readonly death: AfterDeath;
  readonly merged: boolean;
  readonly team: string;
  readonly actions: { readonly close: Action; readonly withdraw: Action; readonly undo: Action };
};

type Consent = {
  readonly status?: string;
  readonly dateTime?: string;
  readonly policyRule?: { readonly text?: string };
  readonly sourceAttachment?: { readonly title?: string };
};

/** All words of the page of one referral; undefined where the actor may not see the referral itself. */
export function referralView(
  definitions: Definitions,
  view: CaseView,
  line: WorklistLine | undefined,
  now: Date,
  lang: Language,
): ReferralView | undefined {
  const { first, firstTask } = view;
  const canonical = first && pathwayOf(first);
  if (!first || !canonical) return undefined;
  const pathway = definitions.pathway(canonical.id, canonical.version);
  const words = referralWords(lang);
  const all = caseWords(lang);
  const today = localDate(now);
  const person = personFacts(view.patient, today, lang);
  const status = firstTask?.status;
  const over = !isRunning(first);
  const step = line?.step ?? 'case.now.referred.requester';
  const team = firstTask?.owner?.display ?? first.performer?.[0]?.display ?? '';
  const consent = view.consents[0] as Consent | undefined;
  const ended = status !== undefined && !isOpen(status);
  const day = (moment: string | undefined) => (moment ? formatDate(moment, 'long', lang) : '');
  const nextKey = `${step.replace('case.now.', 'case.next.').replace(/\.requester$/, '')}.professional`;
  return {
    caseId: first.id ?? '',
    name: person?.name ?? line?.label ?? words.unknownResident,
    person,
    number: first.identifier?.find((one) => one.system === SYSTEM.caseNumber)?.value ?? '',
    now: ended && !over ? answerTitle(status, lang) : all.now[step as keyof typeof all.now],
    next: ended || over ? undefined : all.next[nextKey as keyof typeof all.next],
    paused:
      line?.paused && line.pause_reason
        ? pauseReason({ reason: line.pause_reason, expected: line.pause_until }, lang)
        : undefined,
    due: line?.due ?? undefined,
    today,
    facts: [
      { term: words.reasons, value: labels(pathway.reasons, codesIn(first.reasonCode, SYSTEM.reason)) },
      { term: words.urgency, value: first.priority === 'routine' ? words.routine : words.urgent },
      { term: words.note, value: (first.note ?? []).map((one) => one.text).join(' ') || words.none },
      { term: words.by, value: first.requester?.display ?? '' },
      { term: words.team, value: team },
      { term: words.on, value: day(first.authoredOn) },
      ...(consent
        ? [
            {
              term: words.agreement,
              value:
                consent.status === 'active'
                  ? words.agreedOn({ title: agreementTitle(definitions, consent), date: day(consent.dateTime) })
                  : words.withdrawn({ title: agreementTitle(definitions, consent) }),
            },
          ]
        : []),
    ],
    answer: answerOf(view, pathway, lang),
    letter: firstTask !== undefined && answersReferrer(first, firstTask),
    past: pastOf(view, consent, lang),
    over,
    merged: view.merged.length > 0,
    death: afterDeath(view, definitions, lang),
    team,
    actions: {
      close: ended ? { state: 'available' } : { state: 'unavailable', reason: words.closeNo },
      withdraw: ended ? { state: 'unavailable', reason: words.withdrawNo } : { state: 'available' },
      undo: { state: 'available' },
    },
  };
}

function answerTitle(status: string, lang: Language): string {
  const titles: Readonly<Record<string, string>> = referralWords(lang).answer;
  return titles[status] ?? '';
}

/** What the team wrote back: the outcome and its summary, or why it said no and what to do then. */
function answerOf(view: CaseView, pathway: Pathway, lang: Language): ReferralView['answer'] {
  const task = view.firstTask;
  if (!task || isOpen(task.status) || task.status === 'entered-in-error') return undefined;
  const words = referralWords(lang).answer;
  const outcome = outcomeOf(task);
  const reasons = [...pathway.rejectReasons, ...pathway.failedReasons, ...pathway.cancelReasons];
  const stop = stopReasonOf(task);
  const note = (task.note ?? []).map((one) => one.text).join(' ');
  const facts =
    task.status === 'completed'
      ? [
          { term: words.outcome, value: labels(pathway.outcomes, outcome?.code ? [outcome.code] : []) },
          { term: words.summary, value: outcome?.text ?? words.noSummary },
        ]
      : [
          { term: words.reason, value: labels(reasons, stop ? [stop] : []) },
          { term: words.summary, value: note || words.noSummary },
        ];
  const todo =
    task.status === 'completed' ? words.readThen : task.status === 'rejected' ? words.afterNo : words.residentStopped;
  return { title: answerTitle(task.status, lang), facts, todo, good: task.status === 'completed' };
}

function pastOf(view: CaseView, consent: Consent | undefined, lang: Language): readonly TimelineEvent[] {
  const words = referralWords(lang).events;
  const { first, firstTask } = view;
  const ends: Readonly<Record<string, string>> = {
    rejected: words.rejected,
    completed: words.completed,
    failed: words.failed,
    cancelled: words.cancelled,
  };
  const closings: Readonly<Record<string, string>> = {
    completed: words.closed,
    revoked: words.revoked,
    'entered-in-error': words.mistake,
  };
  const changed = firstTask?.lastModified as string | undefined;
  const events: (TimelineEvent & { readonly on: string })[] = [];
  const add = (key: string, title: string | undefined, on: string | undefined, by?: string) => {
    if (title && on) events.push({ key, title, on, ...(by ? { by } : {}) });
  };
  add('sent', words.sent, first?.authoredOn, first?.requester?.display);
  add('agreed', words.agreed, consent?.dateTime);
  const team = first?.performer?.[0]?.display;
  if (firstTask?.status === 'accepted' || firstTask?.status === 'in-progress')
    add('yes', words.answeredYes, firstTask.status === 'accepted' ? changed : undefined, team);
  if (firstTask) add('end', ends[firstTask.status], changed, team);
  if (first) add('closing', closings[first.status], (first.meta as { lastUpdated?: string } | undefined)?.lastUpdated);
  return events.toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

function labels(list: readonly { readonly code: string; readonly label: string }[], codes: readonly string[]): string {
  return codes.map((code) => list.find((one) => one.code === code)?.label ?? code).join(', ');
}
