import type { Resource } from '../../../../fhir/index.ts';
import type { TimelineEvent } from '../../../../ui/index.ts';
import type { Definitions } from '../../../ground.ts';
import type { CaseView } from '../../../read/case.ts';
import { type Concept, isOwnWish } from '../../../shapes.ts';
import { answerSets } from '../../shared/answers.ts';
import { saidAs } from '../../shared/said.ts';
import { agreementOf } from '../consent/agreement.ts';
import type { ResidentWords } from '../words.ts';

type Sent = Resource & {
  readonly sent?: string;
  readonly medium?: readonly Concept[];
  readonly reasonCode?: readonly Concept[];
};
type Met = Resource & {
  readonly participant?: readonly { readonly actor?: { readonly reference?: string; readonly display?: string } }[];
  readonly start?: string;
  readonly status?: string;
  readonly serviceType?: readonly { readonly text?: string }[];
};

const placeOf = (met: Met): string =>
  met.participant?.find(({ actor }) => actor?.reference?.startsWith('HealthcareService/'))?.actor?.display ?? '';

/** What was, latest first: only what concerns the resident, in plain words. */
export function pastOf(
  definitions: Definitions,
  view: CaseView,
  now: Date,
  words: ResidentWords,
): readonly TimelineEvent[] {
  const t = words.past;
  const events: TimelineEvent[] = [];
  const add = (key: string, on: string | undefined, title: string) => {
    if (on && new Date(on) <= now) events.push({ key: `${key}-${events.length}`, title, on });
  };
  const practice = view.row ? definitions.organisationName(view.row.practice.replace(/^.*\//, '')) : '';
  const pathway = view.row ? definitions.pathway(view.row.pathway, view.row.pathway_version) : undefined;
  const self = view.first !== undefined && isOwnWish(view.first);
  add('referred', view.first?.authoredOn, self ? t.askedSelf : t.referred({ practice }));
  for (const consent of view.consents) {
    const agreement = agreementOf(definitions, consent);
    add('agreed', agreement.givenAt, t.agreed({ title: agreement.title }));
    if (agreement.withdrawnAt) add('withdrew', agreement.withdrawnAt, t.withdrew({ title: agreement.title }));
  }
  for (const contact of view.contacts as readonly Sent[])
    add(
      'contact',
      contact.sent,
      t.contact({
        kind: saidAs(pathway, contact.medium?.[0]).toLowerCase(),
        outcome: saidAs(pathway, contact.reasonCode?.[0]).toLowerCase(),
      }),
    );
  for (const met of view.appointments as readonly Met[]) {
    const session = met.serviceType?.[0]?.text === 'session';
    const how = t.sessions[met.status as keyof typeof t.sessions];
    if (session) add('session', met.start, t.session({ service: placeOf(met), how: how ?? '' }));
    else add('meeting', met.start, met.status === 'cancelled' ? t.meetingOff : t.meeting);
  }
  for (const set of answerSets(definitions, view.responses))
    add(
      'answered',
      set.at,
      set.questionnaire.kind === 'conversation' ? t.conversation : t.answered({ title: set.questionnaire.title }),
    );
  for (const task of view.onward.flatMap((one) => one.tasks)) {
    const service = task.owner?.display ?? '';
    add('asked', task.authoredOn, t.asked({ service }));
    const step = t.steps[task.status as keyof typeof t.steps];
    if (step) add('step', (task as { lastModified?: string }).lastModified, step({ service }));
  }
  return events.toSorted((a, b) => (a.on! < b.on! ? 1 : -1));
}
