import type { Worklist, WorklistLine } from '../../../read/worklist.ts';
import type { ProviderWords } from '../words.ts';

/** One row as it is shown. */
export type ListRow = {
  readonly key: string;
  readonly who: string;
  readonly area: string;
  readonly need: string;
  readonly urgent: boolean;
  readonly status: string;
  readonly due: string | undefined;
  readonly daysLate: number;
  readonly paused: boolean;
  readonly since: Date;
  readonly href: string;
};

export type ListPage = {
  readonly closed: boolean;
  readonly offers: readonly ListRow[];
  readonly running: readonly ListRow[];
  readonly ended: readonly ListRow[];
  readonly counts: Worklist['counts'];
  readonly nextHref: string | undefined;
};

const DAY = 86_400_000;

/** What the list of a provider shows. `today` is a local date. */
export function presentList(list: Worklist, closed: boolean, today: string, words: ProviderWords): ListPage {
  const rows = (kind: (line: WorklistLine) => boolean) =>
    list.lines.filter(kind).map((line) => rowOf(line, today, words));
  const phase = closed ? 'fase=afgerond&' : '';
  return {
    closed,
    offers: closed ? [] : rows((line) => line.kind === 'offer'),
    running: closed ? [] : rows((line) => line.kind !== 'offer'),
    ended: closed ? rows(() => true) : [],
    counts: list.counts,
    nextHref: list.next ? `/aanbod?${phase}na=${encodeURIComponent(list.next)}` : undefined,
  };
}

function rowOf(line: WorklistLine, today: string, words: ProviderWords): ListRow {
  const age = line.age === null ? words.list.noAge : words.list.age({ age: line.age });
  // Once the support runs, the day that is left is the coach's: to look back.
  const due = line.kind === 'offer' || line.status === 'accepted' ? (line.due ?? undefined) : undefined;
  const late = due && due < today ? Math.round((Date.parse(today) - Date.parse(due)) / DAY) : 0;
  return {
    key: line.id,
    who: `${line.label}, ${age}`,
    area: line.area ?? '',
    need: line.need ?? '',
    urgent: line.urgent,
    status: line.status,
    due,
    daysLate: line.paused ? 0 : late,
    paused: line.paused,
    since: line.since,
    href: `/aanbod/aanmelding/${line.id}`,
  };
}
