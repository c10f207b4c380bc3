import type { Language, TimelineEvent } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import { type AnswerSet, agreementTitle } from '../../shared/index.ts';
import type { OpenedCase } from '../parts.ts';
import { appointmentRows, type Consent, contactRows, labelOf } from './presenter.ts';
import { casePageWords } from './words.ts';

/** What was, latest first: one line for each thing that happened, from the record itself. */
export function pastEvents(
  on: OpenedCase,
  said: { readonly definitions: Definitions; readonly lang: Language },
  sets: readonly AnswerSet[],
  now: Date,
): readonly TimelineEvent[] {
  const { definitions, lang } = said;
  const words = casePageWords(lang).events;
  const events: (TimelineEvent & { readonly on: string })[] = [];
  const add = (key: string, title: string, at: string | undefined, by?: string, body?: string) => {
    if (at) events.push({ key, title, on: at, ...(by ? { by } : {}), ...(body ? { body } : {}) });
  };
  const { view, first } = on;
  add('referred', words.referred, first.authoredOn, first.requester?.display);
  for (const consent of view.consents as readonly Consent[])
    add(`consent-${consent.id}`, words.agreed({ title: agreementTitle(definitions, consent) }), consent.dateTime);
  const team = view.careTeam as
    | { readonly period?: { start?: string }; readonly participant?: readonly Member[] }
    | undefined;
  add('accepted', words.accepted, team?.period?.start);
  for (const [index, member] of (team?.participant ?? []).entries())
    add(`member-${index}`, words.member({ name: member.member?.display ?? '' }), member.period?.start);
  for (const row of contactRows(on, lang).filter((one) => one.wrong === undefined))
    add(`contact-${row.key}`, words.contact({ how: row.how, outcome: row.outcome }), row.at, row.who, row.note);
  for (const set of sets) add(`set-${set.key}`, words.answered({ title: set.questionnaire.title }), set.at, set.by);
  for (const pause of view.pauses)
    add(`pause-${pause.id}`, words.paused, pause.from_at.toISOString(), pause.by_name, pause.reason);
  for (const row of appointmentRows(on, now, lang))
    if (row.at < now.toISOString() && !row.cancellable)
      add(`meeting-${row.key}`, `${row.what}: ${row.status}`, row.at, undefined, row.place);
  for (const { tasks } of view.onward)
    for (const task of tasks) {
      const service = task.owner?.display ?? '';
      add(`asked-${task.id}`, words.asked({ service }), task.authoredOn);
      const title = TASK_EVENT[task.status];
      if (title) add(`task-${task.id}`, words[title]({ service }), task.lastModified as string | undefined);
    }
  if (view.firstTask?.status === 'completed' || view.firstTask?.status === 'failed')
    add('finished', words.finished, view.firstTask.lastModified as string | undefined);
  return events.toSorted((a, b) => (a.on < b.on ? 1 : -1));
}

type Member = { readonly member?: { readonly display?: string }; readonly period?: { readonly start?: string } };

const TASK_EVENT: Readonly<
  Partial<Record<string, 'accept' | 'reject' | 'hold' | 'done' | 'failed' | 'gone' | 'session'>>
> = {
  accepted: 'accept',
  'in-progress': 'session',
  rejected: 'reject',
  'on-hold': 'hold',
  completed: 'done',
  failed: 'failed',
  cancelled: 'gone',
};

/** What comes, nearest first: appointments, and the terms that run. */
export function upcomingEvents(on: OpenedCase, now: Date, lang: Language): readonly TimelineEvent[] {
  const meetings = appointmentRows(on, now, lang)
    .filter((row) => row.cancellable)
    .map((row) => ({
      key: row.key,
      title: row.what,
      on: row.at,
      body: [row.when, row.place].filter(Boolean).join(', '),
    }));
  // What is late stands under now, not under what comes.
  const terms = runningClocks(on)
    .filter((clock) => clock.state === 'running' && clock.due >= on.today)
    .map((clock) => ({
      key: clock.id,
      title: labelOf(
        on.pathway.norms.map((norm) => ({ code: norm.id, label: norm.label })),
        clock.norm,
      ),
      on: clock.due as string,
    }));
  return [...meetings, ...terms].toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** The clocks that run or passed, most pressing first. */
export function runningClocks(on: OpenedCase): OpenedCase['view']['clocks'] {
  return on.view.clocks
    .filter((clock) => clock.state === 'running' || clock.state === 'overdue' || clock.state === 'paused')
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
}
