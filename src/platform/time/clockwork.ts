import type { Holidays } from './holidays.ts';
import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import { localDate } from './local-day.ts';
import { dueDate, type Term } from './norm.ts';
import { addWorkingDays, workingDaysIn } from './working-days.ts';

/** A time during which a norm does not run; `until` null: it still stands. */
export type Pause = { readonly from: Date; readonly until: Date | null };

export type ClockworkInput = {
  readonly start: Date;
  readonly norm: Term;
  readonly pauses: readonly Pause[];
  readonly holidays: Holidays;
  readonly now: Date;
  /** When what the norm waits for was done; null or absent: not yet. */
  readonly metAt?: Date | null;
};

export type Clockwork = {
  /** Last day in time. While a pause without end stands: the last day if the clock ran on from today. */
  readonly due: LocalDate;
  readonly provisional: boolean;
  readonly state: 'running' | 'paused' | 'met' | 'overdue';
  /** What the days below are counted in: a norm in weeks or months is counted in calendar days. */
  readonly countedIn: 'working-days' | 'calendar-days';
  /** Days by which pauses moved the due date. */
  readonly daysPaused: number;
  /** Days that remain after today; 0 on the last day and when late. When met: the days to spare. */
  readonly daysLeft: number;
  /** Days since the due date, at least 1 once it has passed. When met: the days it was late, 0 when in time. */
  readonly daysLate: number;
};

/**
 * A norm's clock at a moment. A pause moves the due date by the days paused, in the norm's own unit: working days
 * for a norm in working days, calendar days for others. The day on which a pause begins is paused, the day on
 * which it ends runs again; pauses that overlap count once. A pause that begins after the due date has passed
 * moves nothing: lateness is not undone by pausing. Met is judged as on the day it was met.
 */
export function dueWithPauses(input: ClockworkInput): Clockwork {
  const { start, norm, holidays } = input;
  const at = input.metAt ?? input.now;
  const today = localDate(at);
  const workingDays = norm.unit === 'working-days';
  const between = (from: LocalDate, until: LocalDate): number =>
    workingDays ? workingDaysIn(from, until, holidays) : Math.max(0, daysBetween(from, until));

  let due = dueDate({ start, norm, holidays });
  let daysPaused = 0;
  let counted = localDate(start);
  const known = input.pauses.filter((pause) => input.metAt == null || pause.from < at);
  for (const pause of [...known].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    const first = later(localDate(pause.from), counted);
    const last = endOf(pause, today, input.metAt != null);
    if (first > due || last <= first) continue;
    const days = between(first, last);
    if (days > 0) due = workingDays ? addWorkingDays(due, days, holidays) : addDays(due, days);
    daysPaused += days;
    counted = last;
  }

  const isPaused = known.some((pause) => pause.from <= at && (pause.until === null || at < pause.until));
  const isLate = today > due;
  return {
    due,
    provisional: input.metAt == null && known.some((pause) => pause.until === null && pause.from <= at) && !isLate,
    state: input.metAt != null ? 'met' : isLate ? 'overdue' : isPaused ? 'paused' : 'running',
    countedIn: workingDays ? 'working-days' : 'calendar-days',
    daysPaused,
    daysLeft: isLate ? 0 : between(addDays(today, 1), addDays(due, 1)),
    daysLate: isLate ? Math.max(1, between(addDays(due, 1), addDays(today, 1))) : 0,
  };
}

/** A pause without end has lasted until today; what was met ended the clock, whatever was planned after it. */
function endOf(pause: Pause, today: LocalDate, met: boolean): LocalDate {
  if (pause.until === null) return today;
  const until = localDate(pause.until);
  return met && until > today ? today : until;
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}
