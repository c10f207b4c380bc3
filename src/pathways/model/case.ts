import type { TaskStatus } from './transitions.ts';

/** Something that happened in a case, under the name that norms count from and until. */
export type CaseEvent = {
  readonly name: string;
  readonly at: Date;
  /** The Task it happened to, and in which hop of the pathway. */
  readonly of?: TaskOfHop | undefined;
};

export type TaskOfHop = { readonly hop: string; readonly task: string };

export const CASE_STAGES = [
  'referred',
  'accepted',
  'contact',
  'conversation',
  'matching',
  'offered',
  'support',
  'follow-up',
  'closing',
  'closed',
  'withdrawn',
  'entered-in-error',
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

export type CaseFacts = {
  /** How the first request ended; null while it runs. */
  readonly ended: 'closed' | 'withdrawn' | 'entered-in-error' | null;
  /** The Task of the first request that counts now; null before there is one. */
  readonly referral: TaskStatus | null;
  /** Attempts to reach the resident, whether or not they succeeded. */
  readonly attempts: number;
  /** Every Task of the requests to providers. */
  readonly offers: readonly TaskStatus[];
  readonly events: readonly Pick<CaseEvent, 'name'>[];
  /** Whether the pathway looks back with the resident after support. */
  readonly followUp: boolean;
};

/**
 * Where a case stands, as it follows from what happened. accepted: nobody tried to reach the resident yet · contact:
 * tried, not yet spoken · conversation: spoken, the broad conversation is still to come · matching: looking for what
 * fits (again, after refusals) · closing: all is done or the team said no; it waits to be looked at and closed.
 */
export function stageOf(facts: CaseFacts): CaseStage {
  const { ended, referral, offers } = facts;
  const happened = (name: string): boolean => facts.events.some((event) => event.name === name);
  if (ended !== null) return ended;
  if (referral === null || referral === 'draft' || referral === 'requested') return 'referred';
  if (referral === 'entered-in-error') return 'entered-in-error';
  if (!HELPING.includes(referral)) return 'closing';
  if (offers.some((offer) => HELPING.includes(offer))) return 'support';
  if (offers.includes('requested')) return 'offered';
  if (offers.includes('completed') || happened('outcome-recorded')) {
    const lookBack = facts.followUp && happened('support-started') && !happened('follow-up-held');
    return lookBack ? 'follow-up' : 'closing';
  }
  if (happened('conversation-held')) return 'matching';
  if (happened('first-contact')) return 'conversation';
  return facts.attempts > 0 ? 'contact' : 'accepted';
}

const HELPING: readonly TaskStatus[] = ['accepted', 'in-progress', 'on-hold'];

/** Who looks at a case; the coach's team sees what the coach sees, the requester of the first hop is the practice. */
export const VIEWERS = ['resident', 'requester', 'coach', 'provider'] as const;
export type Viewer = (typeof VIEWERS)[number];

type StageTold = {
  /** Whose turn it is; null when nobody has anything to do any more. */
  readonly turn: Viewer | null;
  readonly viewers: readonly Viewer[];
  /** Whether something normally comes after it. */
  readonly goesOn: boolean;
};

const BEFORE_PROVIDER = ['resident', 'requester', 'coach'] as const;

/** What each viewer is told at each stage; a provider is told from the moment something is asked of it. */
export const STAGES_TOLD: Readonly<Record<CaseStage, StageTold>> = {
  referred: { turn: 'coach', viewers: BEFORE_PROVIDER, goesOn: true },
  accepted: { turn: 'coach', viewers: BEFORE_PROVIDER, goesOn: true },
  contact: { turn: 'coach', viewers: BEFORE_PROVIDER, goesOn: true },
  conversation: { turn: 'coach', viewers: BEFORE_PROVIDER, goesOn: true },
  matching: { turn: 'coach', viewers: BEFORE_PROVIDER, goesOn: true },
  offered: { turn: 'provider', viewers: VIEWERS, goesOn: true },
  support: { turn: 'provider', viewers: VIEWERS, goesOn: true },
  'follow-up': { turn: 'coach', viewers: VIEWERS, goesOn: true },
  closing: { turn: 'coach', viewers: VIEWERS, goesOn: true },
  closed: { turn: null, viewers: VIEWERS, goesOn: false },
  withdrawn: { turn: null, viewers: VIEWERS, goesOn: false },
  'entered-in-error': { turn: null, viewers: VIEWERS, goesOn: false },
};

export type NowKey = `case.now.${CaseStage}.${Viewer}`;
/** A resident is addressed; professionals share one sentence. */
export type NextKey = `case.next.${CaseStage}.${'resident' | 'professional'}`;

export type Happening = {
  readonly stage: CaseStage;
  readonly turn: Viewer | null;
  readonly yourTurn: boolean;
  /** Message key: what happens now. */
  readonly now: NowKey;
  /** Message key: what comes next; null when the case has ended. */
  readonly next: NextKey | null;
};

/** What happens now and next in a case, for one viewer; null when the case is not theirs to be told about (yet). */
export function happening(facts: CaseFacts, viewer: Viewer): Happening | null {
  const stage = stageOf(facts);
  const told = STAGES_TOLD[stage];
  if (!told.viewers.includes(viewer)) return null;
  const atRequester = stage === 'closing' && facts.referral !== null && !HELPING.includes(facts.referral);
  const turn = atRequester ? 'requester' : told.turn;
  return { stage, turn, yourTurn: turn === viewer, now: nowKey(stage, viewer), next: nextKey(stage, viewer) };
}

/** Every message key that `happening` can give; the catalogues are checked against it. */
export const HAPPENING_KEYS: readonly (NowKey | NextKey)[] = [
  ...new Set(
    CASE_STAGES.flatMap((stage) =>
      STAGES_TOLD[stage].viewers.flatMap((viewer) => [nowKey(stage, viewer), nextKey(stage, viewer)]),
    ),
  ),
].filter((key) => key !== null);

function nowKey(stage: CaseStage, viewer: Viewer): NowKey {
  return `case.now.${stage}.${viewer}`;
}

function nextKey(stage: CaseStage, viewer: Viewer): NextKey | null {
  if (!STAGES_TOLD[stage].goesOn) return null;
  return `case.next.${stage}.${viewer === 'resident' ? 'resident' : 'professional'}`;
}
