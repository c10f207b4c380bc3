import { isResourceType, OMZIEN, type ResourceType, TYPES, type TypeRow } from './types.ts';

/**
 * The topics that a Subscription may name (Subscriptions R5 Backport 1.1, "Topic-Based Subscription Components"): one for
 * each type of a resident's record, `…/SubscriptionTopic/<type>`: one of that type was created, updated or deleted.
 */
const TOPIC = `${OMZIEN}/SubscriptionTopic/`;

/** The canonical address of the topic of a type. */
export function topicOf(type: string): string {
  return `${TOPIC}${type}`;
}

/** The types that have a topic. */
export function typesWithTopic(): readonly ResourceType[] {
  return (Object.keys(TYPES) as ResourceType[]).filter((type) => (TYPES[type] as TypeRow).home === 'resident');
}

/** The type whose topic this is; undefined where there is no such topic. */
export function typeOfTopic(canonical: string): ResourceType | undefined {
  const type = canonical.startsWith(TOPIC) ? canonical.slice(TOPIC.length).replace(/\|1$/, '') : '';
  return isResourceType(type) && typesWithTopic().includes(type) ? type : undefined;
}
