import { RESPITE, TECHNOLOGY, TOGETHER } from '../model/approaches.ts';
import { AT } from '../model/measures.ts';
import { ALONE, DEMENTIA, ELDER_STATES, FRAIL, INSTITUTION, NURSING } from '../model/states.ts';
import { caredClass } from './classes.ts';
import { draw, falls, times } from './random.ts';
import { takes } from './taking.ts';
import { D_HOME, D_NURSING, type Part, TOUCHED } from './year.ts';

/** Home nursing, the hours of the year (by class), and moving to a nursing home, of somebody at home. */
export const caring: Part = (t, state, at, y, m, start, key1, applies, out, base) => {
  state ^= NURSING * falls(draw(start, key1, D_NURSING), t.nursing[at * ELDER_STATES + (state & 127)]!);
  t.noted[1] = caredClass(state);
  const elder = state & 127;
  let limit = t.home[at * ELDER_STATES + elder]!;
  if (t.any && state & NURSING) {
    if (!(state & ALONE) && state & (FRAIL | DEMENTIA) && takes(t, RESPITE, state, at, y, m, start, key1)) {
      state |= TOUCHED;
      if (applies) {
        out[base + AT.helpedRespite]!++;
        out[base + AT.carerHours]! -= t.effect.respiteHours[elder]!;
        limit = times(limit, t.effect.respiteHome);
      }
    }
    if (takes(t, TOGETHER, state, at, y, m, start, key1)) {
      state |= TOUCHED;
      if (applies) {
        out[base + AT.helpedTogether]!++;
        out[base + AT.nursingHours]! -= t.effect.togetherOff[elder]!;
      }
    }
    if (takes(t, TECHNOLOGY, state, at, y, m, start, key1)) {
      state |= TOUCHED;
      if (applies) {
        out[base + AT.helpedTechnology]!++;
        out[base + AT.nursingHours]! -= t.effect.technologyOff[elder]!;
        limit = times(limit, t.effect.technologyHome);
      }
    }
  }
  if (draw(start, key1, D_HOME) >= limit) return state;
  // Half a year for who moves in.
  out[base + AT.nursingHomeYears]!++;
  return (state & ~NURSING) | INSTITUTION;
};
