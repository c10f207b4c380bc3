import type { Pathway } from '../../../../content/index.ts';
import { formatDate, formatDateTime, type Language } from '../../../../ui/index.ts';
import { type CaseStage, stageOf } from '../../../model/index.ts';
import type { CaseView } from '../../../read/case.ts';
import { pauseReason } from '../../shared/pause.ts';
import { saidAs } from '../../shared/said.ts';
import type { ResidentWords } from '../words.ts';

/** What happens now, in one sentence, and what makes it later than promised or stand still. */
export type Now = {
  readonly stage: CaseStage;
  readonly sentence: string;
  readonly late: string | undefined;
  readonly paused: string | undefined;
  readonly next: string;
};

/** Which norm's last day belongs in the sentence of a stage; the first that runs. */
const UNTIL: Readonly<Partial<Record<CaseStage, readonly string[]>>> = {
  referred: ['referral-answered'],
  accepted: ['first-contact'],
  contact: ['first-contact'],
  conversation: ['conversation-held'],
  offered: ['provider-answered'],
  support: ['support-started'],
  'follow-up': ['follow-up-held'],
};

export type Booked = {
  readonly id?: string;
  readonly start?: string;
  readonly status?: string;
  readonly description?: string;
  readonly serviceType?: readonly { readonly text?: string }[];
};

/** The conversation that is planned next, if any. */
export function nextMeeting(view: CaseView, now: Date): Booked | undefined {
  return (view.appointments as readonly Booked[])
    .filter((one) => one.status === 'booked' && one.start && new Date(one.start) > now)
    .toSorted((a, b) => (a.start! < b.start! ? -1 : 1))[0];
}

/** Writes where a case stands for the resident. `untilOf`: which event each norm waits for. */
export function nowOf(
  view: CaseView,
  what: {
    readonly untilOf: (norm: string) => string | undefined;
    readonly pathway: Pathway;
    readonly team: string;
    readonly now: Date;
    readonly today: string;
  },
  words: ResidentWords,
  lang: Language,
): Now {
  const stage = view.facts ? stageOf(view.facts) : 'closed';
  const waits = UNTIL[stage] ?? [];
  const due = view.clocks
    .filter((clock) => ['running', 'overdue'].includes(clock.state) && waits.includes(what.untilOf(clock.norm) ?? ''))
    .map((clock) => String(clock.due))
    .toSorted()[0];
  const late = due !== undefined && due < what.today;
  const date = due === undefined || late ? undefined : formatDate(due, 'weekday', lang);
  const open = view.pauses.find((pause) => pause.until_at === null);
  return {
    stage,
    sentence: sentenceOf(view, stage, date, what, words, lang),
    late: late && !open ? words.home.late({ date: formatDate(due, 'weekday', lang) }) : undefined,
    paused: open ? words.home.paused({ reason: pauseReason(open, lang) }) : undefined,
    next: words.next[stage],
  };
}

function sentenceOf(
  view: CaseView,
  stage: CaseStage,
  date: string | undefined,
  what: { readonly pathway: Pathway; readonly team: string; readonly now: Date },
  words: ResidentWords,
  lang: Language,
): string {
  const t = words.now;
  const tasks = view.onward.flatMap((one) => one.tasks);
  const named = (statuses: readonly string[]) => tasks.find((task) => statuses.includes(task.status));
  const meeting = nextMeeting(view, what.now);
  if (meeting?.start && ['accepted', 'contact', 'conversation', 'follow-up'].includes(stage)) {
    const when = formatDateTime(meeting.start, 'weekday', lang);
    return t.meeting({ when, place: meeting.description ?? '' });
  }
  switch (stage) {
    case 'referred':
      return t.referred({ team: what.team, date });
    case 'accepted':
    case 'contact':
    case 'conversation':
    case 'follow-up':
      return t[stage]({ date });
    case 'offered':
      return t.offered({ service: named(['requested'])?.owner?.display ?? '', date });
    case 'support': {
      const task = named(['in-progress', 'on-hold', 'accepted']);
      const service = task?.owner?.display ?? '';
      if (task?.status === 'on-hold') return t.held({ service, reason: saidAs(what.pathway, task.statusReason) });
      return task?.status === 'accepted' ? t.starting({ service, date }) : t.support({ service });
    }
    case 'closing':
      return view.firstTask?.status === 'rejected' || view.firstTask?.status === 'failed' ? t.stoppedByTeam : t.closing;
    case 'closed':
      return view.firstTask?.status === 'rejected' ? t.notByTeam : t.closed;
    default:
      return t[stage];
  }
}
