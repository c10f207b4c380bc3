import type { Resource } from '../../../../fhir/index.ts';
import { localDate } from '../../../../platform/index.ts';
import { formatDate, formatTime, type Language, type TimelineEvent } from '../../../../ui/index.ts';
import type { CaseRow } from '../../../case-store.ts';
import type { PathwayGround } from '../../../ground.ts';
import { organisationBehind } from '../../../messages/recipients.ts';
import type { CaseView } from '../../../read/case.ts';
import { newerText } from '../../../service/consent.ts';
import { LOOKS_BACK } from '../../../service/experience.ts';
import { type AnswerSet, answerSets, setsOf } from '../../shared/answers.ts';
import { calendarPath } from '../../shared/calendar.ts';
import type { ResidentWords } from '../words.ts';
import { type Now, nextMeeting, nowOf } from './now.ts';
import { pastOf } from './past.ts';

export type HomePage = {
  /** A text that the resident said yes to has changed: they are asked anew. */
  readonly newText: boolean;
  readonly number: string;
  readonly now: Now;
  readonly call: string | undefined;
  readonly mayStop: boolean;
  /** A team reads what is written now. */
  readonly mayWrite: boolean;
  /** There is a day to ask another for. */
  readonly mayMove: boolean;
  /** The help is ending or has ended, and how it was found was not told yet. */
  readonly mayTell: boolean;
  /** The case is over: the resident may ask for help anew. */
  readonly over: boolean;
  /** Where the next appointment is fetched as a calendar file. */
  readonly calendar: string | undefined;
  readonly coach: { readonly name: string | undefined; readonly team: string; readonly phone: string | undefined };
  readonly goals: readonly string[];
  readonly plan: Resource | undefined;
  readonly conversations: readonly AnswerSet[];
  readonly upcoming: readonly TimelineEvent[];
  readonly past: readonly TimelineEvent[];
  readonly others: readonly { readonly href: string; readonly label: string }[];
};

/** What a resident reads of one case of theirs. */
export function presentHome(
  ground: PathwayGround,
  view: CaseView & { readonly row: CaseRow },
  cases: readonly CaseRow[],
  words: ResidentWords,
  lang: Language,
): HomePage {
  const { row } = view;
  const definitions = ground.definitions.in(lang);
  const definition = definitions.pathway(row.pathway, row.pathway_version);
  const at = ground.clock.now();
  const team = definitions.organisationName(row.team.slice(row.team.indexOf('/') + 1));
  const phone = organisationBehind(definitions, row.team)?.phone;
  const now = nowOf(
    view,
    {
      untilOf: (norm) => definition.norms.find((one) => one.id === norm)?.until,
      pathway: definition,
      team,
      now: at,
      today: localDate(at),
    },
    words,
    lang,
  );
  const over = ['closed', 'withdrawn', 'entered-in-error'].includes(now.stage);
  const meeting = nextMeeting(view, at);
  const meets = ['accepted', 'contact', 'conversation', 'follow-up'].includes(now.stage);
  return {
    number: row.number,
    newText: view.consents.some((one) => one.status === 'active' && newerText(definitions.region.consents, one)),
    now,
    call: phone && !over ? words.home.call({ team, phone }) : undefined,
    calendar: meeting?.id ? calendarPath.own(meeting.id) : undefined,
    mayStop: !over && now.stage !== 'closing',
    mayWrite: row.closed_at === null && row.stage !== 'referred' && row.assignee !== null,
    mayMove: meeting !== undefined && !over,
    mayTell:
      LOOKS_BACK.includes(row.stage) &&
      definition.questionnaires.experience !== undefined &&
      setsOf(answerSets(definitions, view.responses), definition.questionnaires.experience).length === 0,
    over,
    coach: { name: row.assignee_name ?? undefined, team, phone },
    goals: (view.goals as readonly (Resource & { readonly description?: { readonly text?: string } })[]).flatMap(
      (goal) => goal.description?.text ?? [],
    ),
    plan: view.plan,
    conversations: setsOf(answerSets(definitions, view.responses), definition.questionnaires.conversation),
    upcoming: [
      ...(meeting?.start && !meets
        ? [
            {
              key: 'meeting',
              title: words.past.meeting,
              on: meeting.start,
              when: `${formatDate(meeting.start, 'weekday', lang)}, ${formatTime(meeting.start, lang)}`,
            },
          ]
        : []),
      ...(now.next ? [{ key: 'next', title: now.next }] : []),
    ],
    past: pastOf(definitions, view, at, words),
    others: cases
      .filter((one) => one.id !== row.id)
      .map((one) => ({
        href: `/mijn?zaak=${one.id}`,
        label: words.home.other({ number: one.number, date: formatDate(one.opened_at, 'long', lang) }),
      })),
  };
}
