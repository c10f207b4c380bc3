import { localDate } from '../../../../platform/index.ts';
import type { Look } from '../../../read/own.ts';

/** Looks of one person at one kind of thing on one day, one after the other. */
export type LookRow = Look & { readonly more: number };

/** Takes looks together that follow one another and say the same, so that a resident sees who, not how often a page was loaded. */
export function togetherOf(looks: readonly Look[]): readonly LookRow[] {
  const rows: LookRow[] = [];
  for (const look of looks) {
    const last = rows.at(-1);
    if (last && sayTheSame(last, look)) rows[rows.length - 1] = { ...last, more: last.more + 1 };
    else rows.push({ ...look, more: 0 });
  }
  return rows;
}

function sayTheSame(a: Look, b: Look): boolean {
  return (
    a.person_name === b.person_name &&
    a.role === b.role &&
    a.organisation === b.organisation &&
    a.subject_type === b.subject_type &&
    a.purpose === b.purpose &&
    localDate(a.at) === localDate(b.at)
  );
}

/** The looks of one day. */
export type LookDay = { readonly day: string; readonly rows: readonly LookRow[] };

/** Groups looks by the day in Amsterdam, in the order they come. */
export function byDay(rows: readonly LookRow[]): readonly LookDay[] {
  return [...Map.groupBy(rows, (row) => localDate(row.at))].map(([day, list]) => ({ day, rows: list }));
}
