import { decision } from './random.ts';
import type { Tables } from './tables.ts';

/** What a year may leave behind, beside the state. */
export const DEAD = 1 << 10;
export const LEFT = 1 << 11;
export const GONE = DEAD | LEFT;
/** A child was born this year. */
export const MOTHER = 1 << 12;
/** Would take part, or takes part, in an approach this year. */
export const TOUCHED = 1 << 13;

/**
 * The decisions of a year. A number is never used for another thing, and a new decision gets a new one: it moves no
 * other. From 32 on they are of the approaches, from 40 on of what may happen (`chain.ts`).
 */
export const D_LEAVE = decision(1);
export const D_BIRTH = decision(2);
export const D_WEIGHT = decision(3);
export const D_CHRONIC = decision(4);
export const D_EMERGENCY = decision(8);
export const D_ADMISSION = decision(9);
export const D_RISK = decision(10);
export const D_FALL = decision(11);
export const D_FALL_EMERGENCY = decision(12);
export const D_FALL_ADMISSION = decision(13);
export const D_FALL_DEATH = decision(14);
export const D_FALL_FRAIL = decision(15);
export const D_FRAIL = decision(16);
export const D_NURSING = decision(18);
export const D_HOME = decision(19);
export const D_DEATH = decision(20);
export const D_NEED = decision(21);
export const D_TAKES_PART = Int32Array.from({ length: 6 }, (_, number) => decision(32 + number));
export const D_WEIGHT_HELPED = decision(38);

/** What one part of a year makes of a state (`life.ts`). */
export type Part = (
  t: Tables,
  state: number,
  at: number,
  y: number,
  m: number,
  start: number,
  key1: number,
  applies: number,
  out: Int32Array,
  base: number,
) => number;
