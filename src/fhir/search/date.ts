import { spanOf } from './span.ts';

/** An SQL expression for a bound of what a row covers, or of what is asked. */
type Sql = string;
export type Compare = (from: Sql, to: Sql, start: () => Sql, end: () => Sql) => Sql;

/**
 * How each prefix compares the span a resource covers (from, to) with the span that is asked (R4 3.1.1.4.5): eq holds the
 * resource whole; gt and lt overlap with what lies beyond; ge and le do either; sa and eb lie wholly after or before; ap
 * overlaps with a span that was made wider.
 */
export const COMPARE_SPANS: Readonly<Record<string, Compare>> = {
  eq: (from, to, start, end) => `(${from} >= ${start()} and ${to} <= ${end()})`,
  ne: (from, to, start, end) => `not (${from} >= ${start()} and ${to} <= ${end()})`,
  gt: (_from, to, _start, end) => `${to} > ${end()}`,
  lt: (from, _to, start) => `${from} < ${start()}`,
  ge: (from, to, start, end) => `(${to} > ${end()} or (${from} >= ${start()} and ${to} <= ${end()}))`,
  le: (from, to, start, end) => `(${from} < ${start()} or (${from} >= ${start()} and ${to} <= ${end()}))`,
  sa: (from, _to, _start, end) => `${from} > ${end()}`,
  eb: (_from, to, start) => `${to} < ${start()}`,
  ap: (from, to, start, end) => `(${from} <= ${end()} and ${to} >= ${start()})`,
};

/** What one value of a date search asks: how to compare, and with which span. */
export type AskedSpan = { readonly compare: Compare; readonly prefix: string; readonly from: Date; readonly to: Date };

/** Reads `ge2026-03`; `ap` widens by a tenth of the distance to `now`, and by a day at least. Undefined for what is no date. */
export function readDate(value: string, now: Date): AskedSpan | undefined {
  const [, prefix = 'eq', date = ''] = /^(eq|ne|gt|lt|ge|le|sa|eb|ap)?(.+)$/.exec(value) ?? [];
  // A plus sign that nobody escaped arrives as a space.
  const span = spanOf(date.replace(/ (\d\d:\d\d)$/, '+$1'));
  const compare = COMPARE_SPANS[prefix];
  if (!span || !compare) return undefined;
  const wider = prefix === 'ap' ? Math.max(Math.abs(now.getTime() - span.from.getTime()) / 10, 86_400_000) : 0;
  return {
    compare,
    prefix,
    from: new Date(span.from.getTime() - wider),
    to: new Date(span.to.getTime() + wider),
  };
}
