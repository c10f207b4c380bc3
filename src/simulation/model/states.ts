/**
 * The state of a person, packed in one number. The first seven bits are the state that matters from 65 on (96 of 128
 * values occur: care is 0, 1 or 2); overweight and caring for somebody stand beside it.
 */
export const CHRONIC = 1;
export const FRAIL = 2;
export const DEMENTIA = 4;
export const ALONE = 8;
export const SUITABLE = 16;
/** Home nursing. */
export const NURSING = 32;
/** Lives in a nursing home, until death. */
export const INSTITUTION = 64;
export const CARE = NURSING | INSTITUTION;
export const ELDER_STATES = 128;
export const OVERWEIGHT = 128;
export const GIVER = 256;
export const STATE_BITS = 511;

/** From these ages the parts of the model apply. */
export const ADULT = 18;
export const ELDER = 65;

/** The 96 states that occur from 65 on. */
export const LIVING: readonly number[] = Array.from({ length: ELDER_STATES }, (_, state) => state).filter(
  (state) => (state & CARE) !== CARE,
);
