import { addMonths, daysBetween, type LocalDate } from '../../platform/index.ts';

/** After this many months without a word from the provider, a service says so. */
export const FRESH_MONTHS = 6;
/** So many days before, the provider is asked to look. */
export const ASK_DAYS_BEFORE = 30;

export type Freshness =
  | { readonly kind: 'fresh' }
  /** `days` until it is stale. */
  | { readonly kind: 'ask'; readonly days: number }
  | { readonly kind: 'stale' };

/** Whether somebody still vouches for the details of a service. */
export function freshnessOf(confirmedOn: LocalDate, today: LocalDate): Freshness {
  const until = addMonths(confirmedOn, FRESH_MONTHS);
  const days = daysBetween(today, until);
  if (days < 0) return { kind: 'stale' };
  return days <= ASK_DAYS_BEFORE ? { kind: 'ask', days } : { kind: 'fresh' };
}
