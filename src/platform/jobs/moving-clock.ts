import type { Pool } from 'pg';
import { type Clock, offsetClock, systemClock } from '../time/index.ts';

export type MovingClock = {
  readonly clock: Clock;
  /** Moves business time on by so many milliseconds, for every process on this database. Throws RangeError when negative. */
  readonly move: (milliseconds: number) => Promise<void>;
  readonly stop: () => void;
};

/** How often another process may have moved the clock before this one sees it, in milliseconds. */
const LOOK = 3000;

/**
 * The clock of a demo: the clock of the machine, ahead by what stands in platform.clock. Production never makes one.
 * Rejects when the row cannot be read.
 */
export async function createMovingClock(pool: Pool): Promise<MovingClock> {
  let offset = 0;
  const look = async () => {
    const { rows } = await pool.query<{ offset_ms: number }>('select offset_ms from platform.clock');
    // Time never runs back, also not when this answer was overtaken by a move.
    offset = Math.max(offset, rows[0]?.offset_ms ?? 0);
  };
  await look();
  const timer = setInterval(() => void look().catch(() => undefined), LOOK);
  timer.unref();
  return {
    clock: offsetClock(systemClock, () => offset),
    move: async (milliseconds) => {
      if (!(milliseconds >= 0)) throw new RangeError('A clock does not run back.');
      await pool.query('update platform.clock set offset_ms = offset_ms + $1', [Math.round(milliseconds)]);
      await look();
    },
    stop: () => clearInterval(timer),
  };
}
