import { spanOf } from './index-row.ts';

type Bind = (value: unknown) => string;
type Compare = (from: string, to: string, start: () => string, end: () => string) => string;

/**
 * How each prefix compares the span a resource covers (from, to) with the span that is asked (R4 3.1.1.4.5): eq holds the
 * resource whole; gt and lt overlap with what lies beyond; ge and le do either; sa and eb lie wholly after or before.
 */
const COMPARE: Readonly<Record<string, Compare>> = {
  eq: (from, to, start, end) => `(${from} >= ${start()} and ${to} <= ${end()})`,
  ne: (from, to, start, end) => `not (${from} >= ${start()} and ${to} <= ${end()})`,
  gt: (_from, to, _start, end) => `${to} > ${end()}`,
  lt: (from, _to, start) => `${from} < ${start()}`,
  ge: (from, to, start, end) => `(${to} > ${end()} or (${from} >= ${start()} and ${to} <= ${end()}))`,
  le: (from, to, start, end) => `(${from} < ${start()} or (${from} >= ${start()} and ${to} <= ${end()}))`,
  sa: (from, _to, _start, end) => `${from} > ${end()}`,
  eb: (_from, to, start) => `${to} < ${start()}`,
};

/**
 * The SQL condition of a date search over two columns; commas are or. `bind` keeps a value and gives its placeholder.
 * Undefined where a value is no date.
 */
export function dateWhere(from: string, to: string, values: readonly string[], bind: Bind): string | undefined {
  const parts: string[] = [];
  for (const value of values) {
    const [, prefix = 'eq', date = ''] = /^(eq|ne|gt|lt|ge|le|sa|eb)?(.+)$/.exec(value) ?? [];
    // A plus sign that nobody escaped arrives as a space.
    const span = spanOf(date.replace(/ (\d\d:\d\d)$/, '+$1'));
    const compare = COMPARE[prefix];
    if (!span || !compare) return undefined;
    parts.push(
      compare(
        from,
        to,
        () => bind(span.from),
        () => bind(span.to),
      ),
    );
  }
  return `(${parts.join(' or ')})`;
}
