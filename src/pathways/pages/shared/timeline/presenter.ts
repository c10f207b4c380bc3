import type { Resource } from '../../../../fhir/index.ts';
import { attachmentsIn } from '../../../../record/index.ts';
import { formatDateTime, type Language } from '../../../../ui/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { questionnaireOf } from '../../../happenings.ts';
import type { Moment } from '../../../read/timeline.ts';
import { codesIn, hopOf, outcomeOf, type ReferralTask, type Request, SYSTEM } from '../../../shapes.ts';
import { pauseReason } from '../pause.ts';
import { timelineWords } from './words.ts';

/** One moment in words. */
export type MomentRow = {
  readonly key: string;
  readonly at: Date;
  readonly title: string;
  readonly by: string;
  readonly text: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
};

type Concept = { readonly text?: string; readonly coding?: readonly { readonly display?: string }[] };
type Words = ReturnType<typeof timelineWords>;
type Said = { readonly title: string; readonly by?: string | undefined; readonly text?: string | undefined };

const wordsOf = (concepts: unknown): string => {
  const [first] = (concepts ?? []) as readonly Concept[];
  return first?.text ?? first?.coding?.[0]?.display ?? '';
};
const notesOf = (resource: Resource): string =>
  ((resource.note ?? []) as readonly { readonly text?: string }[]).map((note) => note.text ?? '').join(' ');
const nameIn = (value: unknown): string => (value as { readonly display?: string } | undefined)?.display ?? '';

/** The moments of a timeline in words; what has no words (a detail of another entry) is left out. */
export function momentRows(ground: PathwayGround, moments: readonly Moment[], lang: Language): readonly MomentRow[] {
  const words = timelineWords(lang);
  const rows: MomentRow[] = [];
  const told = new Set<string>();
  for (const moment of moments) {
    const said = saidOf(ground, moment, words, lang);
    if (!said) continue;
    const row = {
      key: moment.id,
      at: moment.at,
      title: said.title,
      by: said.by ?? '',
      text: said.text ?? '',
      files:
        moment.of === 'entry' && moment.status !== 'entered-in-error'
          ? attachmentsIn(moment.entry).map(({ id, title, size }) => ({ id, name: title, size }))
          : [],
    };
    // One conversation is kept as an entry for each category; it is told once.
    const same = `${row.at.getTime()} ${row.title} ${row.text}`;
    if (told.has(same)) continue;
    told.add(same);
    rows.push(row);
  }
  return rows;
}

function saidOf(ground: PathwayGround, moment: Moment, words: Words, lang: Language): Said | undefined {
  if (moment.of === 'pause')
    return {
      title: words.paused({ reason: pauseReason({ reason: moment.reason, expected: moment.until }, lang) }),
      by: moment.by,
    };
  if (moment.of === 'hand-over')
    return {
      title: words.handOver(moment),
      text: words.reasons[moment.reason as keyof typeof words.reasons],
    };
  const { entry, status } = moment;
  switch (moment.type) {
    case 'Communication':
      return contactSaid(entry, status, words);
    case 'Appointment':
      return meetingSaid(entry, status, words, lang);
    case 'QuestionnaireResponse':
      return status === 'completed'
        ? { title: words.answered({ title: questionnaireOf(ground.definitions, entry.questionnaire)?.title ?? '' }) }
        : undefined;
    case 'Goal':
      return {
        title: words.goal({ text: (entry.description as Concept | undefined)?.text ?? '' }),
        text: notesOf(entry),
      };
    case 'CarePlan':
      return { title: status === 'draft' ? words.planNew : words.plan };
    case 'ServiceRequest':
      return requestSaid(entry as Request, status, words);
    case 'Task':
      return taskSaid(entry as ReferralTask, status, words);
    case 'Consent': {
      const title = (entry.sourceAttachment as { readonly title?: string } | undefined)?.title ?? '';
      return { title: status === 'active' ? words.agreed({ title }) : words.withdrawn({ title }) };
    }
    case 'CareTeam':
      return memberSaid(entry, moment.at, words);
    default:
      return undefined;
  }
}

function contactSaid(entry: Resource, status: string, words: Words): Said {
  const by = nameIn(entry.sender);
  if (status === 'entered-in-error')
    return { title: words.wrongContact({ reason: (entry.statusReason as Concept | undefined)?.text ?? '' }) };
  const how = wordsOf(entry.medium);
  const logged = codesIn(entry.reasonCode as Parameters<typeof codesIn>[0], SYSTEM.contactOutcome).length > 0;
  // What was a mistake afterwards is told as that; what it said before is not repeated.
  const text = entry.status === 'entered-in-error' ? '' : notesOf(entry);
  return logged
    ? { title: words.contact({ how, outcome: wordsOf(entry.reasonCode) }), by, text }
    : { title: words.message, by };
}

function meetingSaid(entry: Resource, status: string, words: Words, lang: Language): Said | undefined {
  const kind = wordsOf(entry.serviceType);
  const what = words.meetings[kind as keyof typeof words.meetings] ?? words.appointment;
  const when = typeof entry.start === 'string' ? formatDateTime(entry.start, 'short', lang) : '';
  const said = words.meeting[status as keyof typeof words.meeting] ?? words.meeting.other;
  return { title: said({ what, when }), text: typeof entry.description === 'string' ? entry.description : '' };
}

function requestSaid(request: Request, status: string, words: Words): Said | undefined {
  const first = hopOf(request) === 'first';
  if (first) {
    const said = words.referral[status as keyof typeof words.referral];
    return (
      said && {
        title: said({ by: request.requester?.display ?? '' }),
        text: status === 'active' ? notesOf(request) : '',
      }
    );
  }
  const said = words.onward[status as keyof typeof words.onward];
  const needs = (request.reasonCode ?? []).map((one) => one.text ?? '').filter(Boolean);
  return said && { title: said({ needs: needs.join(', ') }), by: request.requester?.display };
}

function taskSaid(task: ReferralTask, status: string, words: Words): Said | undefined {
  const said = words.task[status as keyof typeof words.task];
  if (!said) return undefined;
  // The entry is the present one: its reason and outcome belong to the step it is at now.
  const present = task.status === status;
  const outcome = outcomeOf(task)?.text;
  return {
    title: said({ who: task.owner?.display ?? '' }),
    text: present
      ? [task.statusReason?.text, wordsOf(task.output?.flatMap((one) => one.valueCodeableConcept ?? [])), outcome]
          .filter(Boolean)
          .join('. ')
      : '',
  };
}

function memberSaid(entry: Resource, at: Date, words: Words): Said | undefined {
  const members = (entry.participant ?? []) as readonly {
    readonly member?: { readonly display?: string };
    readonly period?: { readonly start?: string };
  }[];
  const joined = members.find((one) => one.period?.start === at.toISOString());
  return { title: joined ? words.member({ name: joined.member?.display ?? '' }) : words.noMember };
}
