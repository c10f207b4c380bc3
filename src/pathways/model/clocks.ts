import { type Clockwork, dueWithPauses, type Holidays, type Pause } from '../../platform/time/index.ts';
import type { CaseEvent, TaskOfHop } from './case.ts';
import { type Norm, normsOf, type PathwayDefinition } from './definition.ts';

/** Why a clock does not run for a while (`Task` on hold, case paused); without `of` it holds for the whole case. */
export type CasePause = Pause & { readonly of?: TaskOfHop | undefined };

/** A moment after which norms no longer wait: a Task was declined or stopped, or (without `of`) the case ended. */
export type CaseEnd = { readonly at: Date; readonly of?: TaskOfHop | undefined };

export type CaseClock = {
  readonly norm: Norm;
  readonly started: Date;
  readonly of: TaskOfHop | undefined;
  /** When what it waited for could no longer come; the clock shows how it stood then. */
  readonly stopped: Date | null;
  readonly clock: Clockwork;
};

export type ClocksInput = {
  readonly urgency: string | null;
  readonly pauses: readonly CasePause[];
  readonly ends: readonly CaseEnd[];
  readonly holidays: Holidays;
  readonly now: Date;
};

/**
 * The clock of every norm that began to run in a case: one for each time the event it counts from happened, until
 * the first event it waits for that comes with or after it. Within one hop a clock waits for its own Task; over
 * hops it waits for the case. What happened after `now` is not looked at. The event `closed`
 * without a Task ends the case. In order of start.
 */
export function clocksOf(
  definition: Pick<PathwayDefinition, 'norms' | 'urgencies'>,
  events: readonly CaseEvent[],
  input: ClocksInput,
): readonly CaseClock[] {
  const known = events.filter((event) => event.at <= input.now).toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const closed = known.filter((event) => event.name === 'closed').map(({ at, of }) => ({ at, of }));
  const ends = [...input.ends.filter((end) => end.at <= input.now), ...closed];
  return normsOf(definition, input.urgency)
    .flatMap((norm) =>
      known.filter((event) => event.name === norm.from).map((start) => clockOf(norm, start, known, ends, input)),
    )
    .toSorted((a, b) => a.started.getTime() - b.started.getTime());
}

/** The clock that presses most: unmet, not stopped, with the earliest last day; undefined when none runs. */
export function mostPressing(clocks: readonly CaseClock[]): CaseClock | undefined {
  return clocks
    .filter(({ clock, stopped }) => clock.state !== 'met' && stopped === null)
    .toSorted((a, b) => (a.clock.due < b.clock.due ? -1 : a.clock.due > b.clock.due ? 1 : 0))[0];
}

function clockOf(
  norm: Norm,
  start: CaseEvent,
  known: readonly CaseEvent[],
  ends: readonly CaseEnd[],
  input: ClocksInput,
): CaseClock {
  const { at: started, of } = start;
  const met = known.find((event) => event.name === norm.until && event.at >= started && mayMeet(of, event.of));
  const end = ends
    .filter((one) => one.at >= started && (one.of === undefined || same(one.of, of)))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  const metAt = met !== undefined && (end === undefined || met.at <= end.at) ? met.at : null;
  const stopped = metAt === null ? (end?.at ?? null) : null;
  const pauses = input.pauses.filter((pause) => pause.of === undefined || same(pause.of, of));
  const { holidays } = input;
  const clock = dueWithPauses({ start: started, norm, pauses, holidays, now: stopped ?? input.now, metAt });
  return { norm, started, of, stopped, clock };
}

function mayMeet(from: TaskOfHop | undefined, until: TaskOfHop | undefined): boolean {
  if (from === undefined || until === undefined || from.hop !== until.hop) return true;
  return from.task === until.task;
}

function same(a: TaskOfHop, b: TaskOfHop | undefined): boolean {
  return b !== undefined && a.hop === b.hop && a.task === b.task;
}
