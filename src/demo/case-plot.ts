import type { PathwayGround } from '../pathways/index.ts';
import {
  addDays,
  type FixedClock,
  fixedClock,
  localDate,
  localInstant,
  type Result,
  textIn,
} from '../platform/index.ts';

/** The door that the demo comes in by. */
export const DOOR = { door: 'bulk' } as const;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far a demo case has come. Every stage a case can be in occurs. */
export const STAGES = [
  'referred',
  'referred-late',
  'declined',
  'accepted',
  'contact',
  'planned',
  'paused',
  'conversation-held',
  'offered',
  'offered-second',
  'none-left',
  'accepted-by-provider',
  'in-support',
  'on-hold',
  'completed',
  'measured',
  'finished',
  'closed',
  'withdrawn',
  'mistake',
  'not-reached',
] as const;
export type DemoStage = (typeof STAGES)[number];

/** What the demo needs to give to a case. */
export type Plot = {
  readonly resident: string;
  readonly practice: string;
  readonly team: string;
  readonly municipality: string;
  readonly stage: DemoStage;
  readonly daysAgo: number;
  readonly next: () => number;
};

/** A clock for one case, that begins in the past and is moved step by step, never beyond the present. */
export function storyClock(
  ground: PathwayGround,
  daysAgo: number,
): { readonly clock: FixedClock; readonly on: (days: number) => void } {
  const now = ground.clock.now().getTime();
  // People work by day: a story begins in the morning, and never in the future.
  const morning = localInstant(addDays(localDate(ground.clock.now()), -daysAgo), '10:15').getTime();
  const clock = fixedClock(new Date(Math.min(morning, now - 2 * HOUR)).toISOString());
  return {
    clock,
    on: (days) => clock.advance(Math.max(60_000, Math.min(days * DAY, now - clock.now().getTime() - HOUR / 4))),
  };
}

/** What came of a step; a step that is refused is a fault of the demo. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`A demo case could not be made: ${textIn(result.problem.text, 'en')}`);
  return result.value;
}
