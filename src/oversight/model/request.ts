import { type Oversight, REQUEST_KINDS, type RequestKind } from '../../content/index.ts';
import { addTerm, type Holidays, type LocalDate, workingDayFrom } from '../../platform/index.ts';

export type RequestState = 'open' | 'decided' | 'done' | 'withdrawn';
export const VIAS = ['portal', 'phone', 'paper'] as const;
export type RequestVia = (typeof VIAS)[number];
/** `answered` is for a question, the others for what GDPR 15 to 21 give a right to. */
export const DECISIONS = ['granted', 'partly', 'refused', 'answered'] as const;
export type RequestDecision = (typeof DECISIONS)[number];

/** The article of the GDPR that a kind of request rests on. */
export const ARTICLE: Readonly<Record<RequestKind, string>> = {
  see: '15',
  correct: '16',
  erase: '17',
  restrict: '18',
  object: '21',
  question: '12',
};

export const isRequestKind = (text: string): text is RequestKind => REQUEST_KINDS.includes(text as RequestKind);

/**
 * The last day to answer: a month after it came in (GDPR 12(3)). A term that would end on a day on which nobody works
 * ends on the next working day (Regulation 1182/71, article 3(4)).
 */
export function answerBy(received: LocalDate, rules: Oversight['requests'], holidays: Holidays): LocalDate {
  return workingDayFrom(addTerm(received, rules.answer, holidays), holidays);
}

/** The last day once it was extended: counted from the day it came in, by both terms together. */
export function extendedUntil(received: LocalDate, rules: Oversight['requests'], holidays: Holidays): LocalDate {
  return workingDayFrom(addTerm(addTerm(received, rules.answer, holidays), rules.extension, holidays), holidays);
}

export type RequestFacts = {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly due: LocalDate;
  readonly extended: boolean;
  readonly identity: string | undefined;
};

/** What can be done with a request now; a reason where it cannot. */
export type Possible = { readonly can: true } | { readonly can: false; readonly why: ImpossibleReason };
export type ImpossibleReason = 'closed' | 'decided' | 'not-decided' | 'extended' | 'too-late' | 'identity';

const yes: Possible = { can: true };
const no = (why: ImpossibleReason): Possible => ({ can: false, why });

/** Longer is possible once, and is told within the first month (GDPR 12(3)). */
export function mayExtend(request: RequestFacts, today: LocalDate): Possible {
  if (request.state !== 'open') return no(request.state === 'decided' ? 'decided' : 'closed');
  if (request.extended) return no('extended');
  return today <= request.due ? yes : no('too-late');
}

/** Nothing is decided for somebody whose identity was not checked (GDPR 12(6)). */
export function mayDecide(request: RequestFacts): Possible {
  if (request.state !== 'open') return no(request.state === 'decided' ? 'decided' : 'closed');
  return request.identity ? yes : no('identity');
}

export function mayFinish(request: RequestFacts): Possible {
  if (request.state === 'decided') return yes;
  return no(request.state === 'open' ? 'not-decided' : 'closed');
}

/** A resident takes a request back as long as nothing was decided. */
export function mayWithdraw(request: RequestFacts): Possible {
  return request.state === 'open' ? yes : no(request.state === 'decided' ? 'decided' : 'closed');
}

/** The decisions that fit a kind. */
export function decisionsFor(kind: RequestKind): readonly RequestDecision[] {
  return kind === 'question' ? ['answered'] : ['granted', 'partly', 'refused'];
}

/** Whether a decision needs a ground from the region's list. */
export const needsGround = (decision: RequestDecision): boolean => decision === 'refused' || decision === 'partly';

/** Numbers as people read them out: without vowels, so that none spells a word. */
export function requestNumber(id: string): string {
  const signs = id.slice(-7).toUpperCase().replaceAll('A', '4').replaceAll('E', '3');
  return `AVG-${signs.slice(0, 3)}-${signs.slice(3)}`;
}
