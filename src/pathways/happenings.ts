import type { Pathway } from '../content/index.ts';
import type { Resource } from '../fhir/index.ts';
import type { Definitions } from './ground.ts';
import type { TaskStatus } from './model/index.ts';
import { codesIn, SYSTEM } from './shapes.ts';

/**
 * What a change in the record means in a case, under the names that norms count from and until. Pure, and told by the
 * versions alone: the write port notes these, and a rebuild finds the same ones again.
 */

/** One change of one resource. */
export type Told = { readonly type: string; readonly before: Resource | undefined; readonly after: Resource };

/** What a step of a Task means. `started`: whether the support of this Task had begun before. */
export function taskEvents(
  first: boolean,
  before: TaskStatus | undefined,
  after: TaskStatus,
  started: boolean,
): readonly string[] {
  if (before === after) return [];
  const name = first ? 'referral' : 'provider';
  // A Task on hold stands still; the clocks of it run on when it goes on.
  const resumed = before === 'on-hold' ? ['resumed'] : [];
  switch (after) {
    case 'requested':
      return [`${name}-requested`];
    case 'accepted':
      return [`${name}-answered`, `${name}-accepted`];
    case 'rejected':
      return [`${name}-answered`];
    case 'on-hold':
      return ['held'];
    case 'in-progress':
      return first || started ? resumed : [...resumed, 'support-started'];
    case 'completed':
      return [...resumed, first ? 'team-finished' : 'outcome-recorded'];
    default:
      return resumed;
  }
}

/** What a new status of a request means: the first request closed closes the case. */
export function requestEvents(first: boolean, before: string | undefined, after: string): readonly string[] {
  return first && before !== undefined && before !== after && after === 'completed' ? ['closed'] : [];
}

/** What a contact or an answered questionnaire means. `known`: what had happened in the case before. */
export function partEvents(
  definitions: Definitions,
  definition: Pathway,
  change: Told,
  known: ReadonlySet<string>,
): readonly string[] {
  const { after, before } = change;
  if (change.type === 'Communication' && !before) {
    const outcomes = codesIn(after.reasonCode as Parameters<typeof codesIn>[0], SYSTEM.contactOutcome);
    if (outcomes.length === 0) return [];
    const reached = outcomes.some(
      (code) => definition.contact.outcomes.find((outcome) => outcome.code === code)?.reached,
    );
    return ['contact-attempt', ...(reached && !known.has('first-contact') ? ['first-contact'] : [])];
  }
  if (change.type !== 'QuestionnaireResponse' || after.status !== 'completed' || before?.status === 'completed')
    return [];
  const id = questionnaireOf(definitions, after.questionnaire)?.id;
  if (id === definition.questionnaires.conversation)
    return known.has('conversation-held')
      ? []
      : [...(known.has('first-contact') ? [] : ['first-contact']), 'conversation-held'];
  if (id === definition.questionnaires.measure && known.has('support-started') && !known.has('follow-up-held'))
    return ['follow-up-held'];
  return [];
}

/** The questionnaire that a canonical address (or a bare id) names; undefined for one that is not ours. */
export function questionnaireOf(
  definitions: Definitions,
  canonical: unknown,
): ReturnType<Definitions['questionnaire']> | undefined {
  const match = /^(?:.*\/Questionnaire\/)?([a-z0-9-]+)(?:\|(\d+))?$/.exec(
    typeof canonical === 'string' ? canonical : '',
  );
  if (!match) return undefined;
  try {
    return definitions.questionnaire(match[1]!, match[2] ? Number(match[2]) : undefined);
  } catch {
    return undefined;
  }
}
