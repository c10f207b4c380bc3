import type { ReactNode } from 'react';
import { formatDate } from '../format.ts';
import { useLanguage, useWords } from '../page-context.tsx';
import { classNames } from './class-names.ts';

/** Something on the timeline. `on` is a local date or ISO moment; `when` replaces how it is written ("deze week"). */
export type TimelineEvent = {
  readonly key: string;
  readonly title: ReactNode;
  readonly on?: string;
  readonly when?: string;
  readonly body?: ReactNode;
  /** Who did or will do it. */
  readonly by?: string;
};

function Event(props: { readonly event: TimelineEvent; readonly place: 'upcoming' | 'now' | 'past' }) {
  const language = useLanguage();
  const { event } = props;
  const when = event.when ?? (event.on ? formatDate(event.on, 'day', language) : undefined);
  return (
    <li className={classNames('omzien-timeline__event', `omzien-timeline__event--${props.place}`)}>
      <p className="omzien-timeline__title">{event.title}</p>
      {event.body ? <div className="omzien-timeline__body omzien-flow">{event.body}</div> : null}
      {when || event.by ? (
        <p className="omzien-timeline__when">
          {event.on && when ? <time dateTime={event.on}>{when}</time> : when}
          {when && event.by ? ' · ' : null}
          {event.by}
        </p>
      ) : null}
    </li>
  );
}

/**
 * What comes, what is now and what was. It reads from now upwards to what comes (give `upcoming` nearest first)
 * and downwards to what was (`past` latest first).
 */
export function Timeline(props: {
  readonly upcoming?: readonly TimelineEvent[];
  readonly now?: TimelineEvent;
  readonly past?: readonly TimelineEvent[];
  /** Level of the small headings; default 3. */
  readonly level?: 2 | 3 | 4;
}) {
  const words = useWords().timeline;
  const Heading = `h${props.level ?? 3}` as const;
  const parts = [
    { place: 'upcoming', label: words.upcoming, events: [...(props.upcoming ?? [])].reverse() },
    { place: 'now', label: words.now, events: props.now ? [props.now] : [] },
    { place: 'past', label: words.past, events: props.past ?? [] },
  ] as const;
  return (
    <div className="omzien-timeline">
      {parts
        .filter((part) => part.events.length > 0)
        .map((part) => (
          <div key={part.place} className="omzien-timeline__part">
            <Heading className="omzien-timeline__label">{part.label}</Heading>
            <ol className="omzien-timeline__list">
              {part.events.map((event) => (
                <Event key={event.key} event={event} place={part.place} />
              ))}
            </ol>
          </div>
        ))}
    </div>
  );
}
