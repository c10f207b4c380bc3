import type { Act, Actor } from '../../../../platform/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { isOpen } from '../../../model/index.ts';
import { paths } from '../../shared/index.ts';
import { mayDo, type OpenedCase } from '../parts.ts';

/** The things one does with a case. */
export type ActionKey =
  | 'contact'
  | 'appointment'
  | 'conversation'
  | 'services'
  | 'followUp'
  | 'finish'
  | 'assign'
  | 'pause'
  | 'resume'
  | 'paper';

type Why = 'closed' | 'notAccepted' | 'offerRuns' | 'noConversation' | 'noSupport' | 'providerBusy';

/** One thing to do: where, or why it cannot be done now. `post`: done by a button, without a page of its own. */
export type CaseAction = {
  readonly key: ActionKey;
  readonly href: string;
  readonly post: boolean;
  readonly state: 'available' | Why;
};

const ACT: Readonly<Record<ActionKey, Act>> = {
  contact: 'contact',
  appointment: 'contact',
  conversation: 'converse',
  services: 'refer-on',
  followUp: 'answer-questions',
  finish: 'close-own',
  assign: 'assign',
  pause: 'pause',
  resume: 'pause',
  paper: 'contact',
};

/**
 * What this actor may do with a case, each available or not with its reason. What the role never does is left out. The
 * services decide again: this only spares people a page that ends in a no.
 */
export function actionsFor(ground: PathwayGround, actor: Actor, on: OpenedCase): readonly CaseAction[] {
  const { view, caseId } = on;
  const stage = view.row?.stage;
  const running = view.row !== undefined && !view.row.closed_at && on.first.status === 'active';
  const team = view.firstTask?.status;
  const started = team === 'accepted' || team === 'in-progress' || team === 'on-hold';
  const live = view.onward.filter((one) => one.request.status === 'active' || one.request.status === 'on-hold');
  const busy = live.some((one) => one.tasks.some((task) => isOpen(task.status)));
  const paused = view.pauses.some((pause) => pause.until_at === null);
  const happened = new Set((view.facts?.events ?? []).map((event) => event.name));
  const base: Why | undefined =
    !running || (team && !started && team !== 'requested') ? 'closed' : !started ? 'notAccepted' : undefined;
  const talked = happened.has('conversation-held');
  const states: Readonly<Record<ActionKey, 'available' | Why>> = {
    contact: base ?? 'available',
    appointment: base ?? 'available',
    conversation: base ?? 'available',
    services: base ?? (live.length > 0 ? 'offerRuns' : !talked ? 'noConversation' : 'available'),
    followUp: base ?? (happened.has('support-started') ? 'available' : 'noSupport'),
    finish: base ?? (busy ? 'providerBusy' : 'available'),
    assign: base ?? 'available',
    pause: base ?? 'available',
    resume: base ?? 'available',
    paper: view.row ? 'available' : 'closed',
  };
  const part: Readonly<Record<ActionKey, string>> = {
    contact: 'contact',
    appointment: 'afspraak',
    conversation: 'gesprek',
    services: 'plek',
    followUp: 'terugkijken',
    finish: 'afronden',
    assign: 'toewijzen',
    pause: 'pauze',
    resume: 'hervat',
    paper: 'papier',
  };
  const keys = (Object.keys(ACT) as ActionKey[])
    .filter((key) => mayDo(ground, actor, ACT[key]))
    .filter((key) => (key === 'pause' ? !paused : key === 'resume' ? paused : true));
  const first = nextFor(stage);
  return keys
    .map((key) => ({ key, href: paths.case(caseId, part[key]), post: key === 'resume', state: states[key] }))
    .toSorted((a, b) => Number(b.key === first) - Number(a.key === first));
}

/** What a case at this stage asks for first. */
export function nextFor(stage: string | undefined): ActionKey | undefined {
  switch (stage) {
    case 'accepted':
    case 'contact':
      return 'contact';
    case 'conversation':
      return 'conversation';
    case 'matching':
      return 'services';
    case 'follow-up':
      return 'followUp';
    case 'closing':
      return 'finish';
    default:
      return undefined;
  }
}
