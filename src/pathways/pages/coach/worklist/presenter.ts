import type { LocalDate } from '../../../../platform/index.ts';
import { formatDate, type Language } from '../../../../ui/index.ts';
import type { View, WorklistLine } from '../../../read/worklist.ts';
import { caseWords, paths } from '../../shared/index.ts';
import { worklistWords } from './words.ts';

/** The views of the list by the word in the address. */
export const VIEW_OF: Readonly<Record<string, View>> = {
  open: 'open',
  nieuw: 'new',
  zonder: 'unassigned',
  mij: 'mine',
  week: 'week',
  telaat: 'late',
  wacht: 'waiting',
  gesloten: 'closed',
};

/** The word of a view in the address. */
export const wordOf = (view: View): string => Object.keys(VIEW_OF).find((key) => VIEW_OF[key] === view) ?? 'open';

/** The address of one view, of one colleague where asked. */
export function hrefOf(view: View, where: { readonly after?: string; readonly of?: string | undefined } = {}): string {
  const query = new URLSearchParams({
    ...(view === 'open' ? {} : { lijst: wordOf(view) }),
    ...(where.of ? { bij: where.of } : {}),
    ...(where.after ? { na: where.after } : {}),
  });
  return query.size > 0 ? `${paths.work}?${query}` : paths.work;
}

/** One row of the list in words. */
export type Row = {
  readonly id: string;
  readonly name: string;
  readonly age: string;
  readonly area: string;
  readonly step: string;
  readonly at: string;
  readonly due: LocalDate | undefined;
  readonly paused: string | undefined;
  readonly late: boolean;
  readonly urgent: boolean;
  readonly href: string;
  /** What choosing this row posts: the case and who has it now; absent where it cannot be assigned. */
  readonly pick: string | undefined;
  readonly action: { readonly label: string; readonly href: string };
};

/** Lines that ask for one thing have their own page. */
const PART_OF: Readonly<Record<string, string>> = { review: 'afgeschermd', move: 'verhuizing', correct: 'verbeteren' };

/** A line as its row: what step it is at, whose it is, and the next thing to do. */
export function rowOf(
  line: WorklistLine,
  who: { readonly person: string; readonly today: LocalDate },
  lang: Language,
): Row {
  const words = worklistWords(lang);
  const { stages, people } = caseWords(lang);
  const offer = line.kind === 'offer';
  const href = offer ? paths.offer(line.id) : paths.case(line.case_id, PART_OF[line.kind]);
  const step = offer
    ? line.closed
      ? words.declined
      : words.offered
    : line.kind === 'review'
      ? words.review
      : line.kind === 'move'
        ? words[line.status === 'move-asked' ? 'moveAsked' : 'move']
        : line.kind === 'correct'
          ? words.correct
          : atPractice(line)
            ? words.atPractice
            : (stages[line.status as keyof typeof stages] ?? line.status);
  const at = line.assignee === who.person ? people.mine : line.assignee_name || (offer ? people.nobody : people.nobody);
  return {
    id: line.id,
    name: line.label,
    age: line.age === null ? '' : String(line.age),
    area: line.area ?? '',
    step,
    at: line.waits_for === 'provider' && !line.closed ? `${at}, ${people.provider}` : at,
    due: line.closed ? undefined : (line.due ?? undefined),
    paused: line.paused && !line.closed ? pausedOf(line, words, lang) : undefined,
    late: !line.closed && !line.paused && line.due !== null && line.due < who.today,
    urgent: line.urgent && !line.closed,
    href,
    pick:
      line.kind === 'case' && !line.closed && !atPractice(line) ? `${line.case_id}~${line.assignee ?? ''}` : undefined,
    action: actionOf(line, href, lang),
  };
}

/** "gepauzeerd", and until when where that is known. */
function pausedOf(line: WorklistLine, words: ReturnType<typeof worklistWords>, lang: Language): string {
  return line.pause_until ? `${words.paused} → ${formatDate(line.pause_until, 'short', lang)}` : words.paused;
}

/** The team has finished; the practice is to read the outcome and close. */
function atPractice(line: WorklistLine): boolean {
  return !line.closed && line.kind === 'case' && line.status === 'closing' && line.waits_for === 'requester';
}

function actionOf(line: WorklistLine, href: string, lang: Language): Row['action'] {
  const words = worklistWords(lang).next;
  if (line.closed || atPractice(line)) return { label: words.look, href };
  if (line.kind === 'offer') return { label: words.answer, href };
  const to = (label: string, part: string) => ({ label, href: paths.case(line.case_id, part) });
  switch (line.status) {
    case 'accepted':
    case 'contact':
      return to(words.call, 'contact');
    case 'conversation':
      return to(words.plan, 'afspraak');
    case 'matching':
      return to(words.search, 'plek');
    case 'follow-up':
      return to(words.lookBack, 'terugkijken');
    case 'closing':
      return to(words.finish, 'afronden');
    default:
      return { label: words.look, href };
  }
}
