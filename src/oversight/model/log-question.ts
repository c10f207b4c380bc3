import { endOfLocalDay, type LocalDate, startOfLocalDay } from '../../platform/index.ts';

/** What the privacy officer looks for in the log; everything may be left out. */
export type LogQuestion = {
  /** References such as `Practitioner/x`: every worker whose name fits what was typed. Empty: nobody fits. */
  readonly persons?: readonly string[];
  readonly resident?: string;
  /** The records of the same person that were merged with it. */
  readonly along?: readonly string[];
  /** `Organization/x`. */
  readonly organisation?: string;
  readonly action?: string;
  readonly purpose?: string;
  readonly door?: string;
  readonly allowed?: boolean;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
  /** One line by its id. */
  readonly line?: string;
  /** Key of the last line of the page before. */
  readonly after?: string;
};

const COLUMNS =
  'resident_id, id, at, person, person_name, role, organisation, action, allowed, subject_type, subject_id, purpose, ground, door, place, detail';

/**
 * The question as SQL: a page of at most `most` lines, newest first. Each part is a comparison that an index leads with,
 * followed by the id, so that a page costs the same whatever the length of the log. Several persons are asked one by one.
 */
export function logQuery(question: LogQuestion, most: number): { readonly text: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const bind = (value: unknown): string => {
    values.push(value);
    return `$${values.length}`;
  };
  const where = [
    ...(['organisation', 'action', 'purpose', 'door'] as const).flatMap((name) =>
      question[name] === undefined ? [] : [`${name} = ${bind(question[name])}`],
    ),
    ...residentIn(question, bind),
    ...(question.allowed === undefined ? [] : [question.allowed ? 'allowed' : 'not allowed']),
    ...(question.from ? [`id >= ${bind(idFrom(startOfLocalDay(question.from)))}`] : []),
    ...(question.until ? [`id < ${bind(idFrom(endOfLocalDay(question.until)))}`] : []),
    ...(question.line ? [`id = ${bind(question.line)}`] : []),
    ...(question.after ? [`id < ${bind(question.after)}`] : []),
  ];
  const limit = bind(most);
  const page = (more: readonly string[], order = 'id desc') => {
    const all = [...where, ...more];
    return `select ${COLUMNS} from platform.audit ${all.length > 0 ? `where ${all.join(' and ')} ` : ''}order by ${order} limit ${limit}`;
  };
  if (question.persons === undefined) return { text: page([]), values };
  const persons = bind(question.persons);
  return {
    text: `select lines.* from unnest(${persons}::text[]) as one (person) cross join lateral (${page(['audit.person = one.person'], 'person, id desc')}) lines order by lines.id desc limit ${limit}`,
    values,
  };
}

function residentIn({ resident, along = [] }: LogQuestion, bind: (value: unknown) => string): readonly string[] {
  if (resident === undefined) return [];
  return along.length === 0
    ? [`resident_id = ${bind(resident)}`]
    : [`resident_id = any (${bind([resident, ...along])}::uuid[])`];
}

/** The question whose name begins so: each word that was typed begins a word of the name. Nothing typed: an empty value. */
export function workersQuery(typed: string): { readonly text: string; readonly values: readonly [string] } {
  const words = typed.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return {
    text: `select distinct person from platform.role where to_tsvector('simple', person_name) @@ to_tsquery('simple', $1) order by person limit 50`,
    values: [words.map((word) => `${word}:*`).join(' & ')],
  };
}

const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';

/** The lowest id that a line of that instant can have: its time, in the signs of a ULID. */
export function idFrom(at: Date): string {
  let head = '';
  for (let rest = Math.max(at.getTime(), 0), i = 0; i < 10; i++) {
    head = SIGNS[rest % 32] + head;
    rest = Math.floor(rest / 32);
  }
  return head + '0'.repeat(16);
}
