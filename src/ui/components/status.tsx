import type { ReactNode } from 'react';
import { daysBetween, formatDate } from '../format.ts';
import { Icon, type IconName } from '../icon.tsx';
import { useLanguage, useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

/** `neutral` nothing to do · `active` going on · `good` done · `attention` look at this · `error` went wrong or late. */
export type Tone = 'neutral' | 'active' | 'good' | 'attention' | 'error';

/** A status as colour and word; the word carries it. */
export function Status(props: { readonly tone: Tone; readonly icon?: IconName; readonly children: ReactNode }) {
  return (
    <span className={classNames('utrecht-badge-status', `omzien-status--${props.tone}`)}>
      {props.icon ? <Icon name={props.icon} /> : null}
      {props.children}
    </span>
  );
}

/** The tone that belongs to a FHIR Task or ServiceRequest status. */
export function toneOfStatus(status: string): Tone {
  if (status === 'completed') return 'good';
  if (status === 'requested' || status === 'on-hold') return 'attention';
  if (status === 'accepted' || status === 'in-progress' || status === 'active') return 'active';
  if (status === 'rejected' || status === 'failed') return 'error';
  return 'neutral';
}

/** The status of a Task in words and colour, `requested` as "gevraagd". */
export function TaskStatus(props: { readonly status: string }) {
  const words = useWords();
  const known: Readonly<Record<string, string>> = words.statuses;
  return <Status tone={toneOfStatus(props.status)}>{known[props.status] ?? props.status}</Status>;
}

/** When something must be done, as a person reads it. Dates are local dates `YYYY-MM-DD`. */
export type Due = {
  readonly due?: string | undefined;
  readonly today: string;
  /** Why the clock stands still; then the date is not shown. */
  readonly pausedBecause?: string | undefined;
  readonly doneOn?: string | undefined;
  /** Days late in the unit of the norm; calendar days when absent. */
  readonly daysLate?: number | undefined;
  /** Only the date ("ma 9 mrt", "vandaag"), where a table head already says "Uiterlijk". */
  readonly bare?: boolean;
};

/** "uiterlijk ma 9 mrt", "te laat, 2 dagen" (colour and word), "klok staat stil: reden", "gedaan op …". */
export function DueLabel(props: Due) {
  const words = useWords();
  const language = useLanguage();
  if (props.doneOn) {
    return <span className="omzien-due">{words.due.done({ date: formatDate(props.doneOn, 'short', language) })}</span>;
  }
  if (props.pausedBecause) {
    return (
      <span className="omzien-due omzien-due--paused">
        <Icon name="pause" />
        {words.due.paused({ reason: props.pausedBecause })}
      </span>
    );
  }
  if (!props.due) return <span className="omzien-due omzien-due--none">{words.due.none}</span>;
  const days = props.daysLate ?? daysBetween(props.due, props.today);
  if (days > 0) {
    return (
      <span className="omzien-due omzien-due--late">
        <Icon name="warning" />
        <time dateTime={props.due}>{words.due.late({ days })}</time>
      </span>
    );
  }
  return (
    <span className={classNames('omzien-due', days === 0 && 'omzien-due--today')}>
      <time dateTime={props.due}>
        {days === 0
          ? words.due[props.bare ? 'todayBare' : 'today']
          : props.bare
            ? formatDate(props.due, 'short', language)
            : words.due.by({ date: formatDate(props.due, 'short', language) })}
      </time>
    </span>
  );
}
