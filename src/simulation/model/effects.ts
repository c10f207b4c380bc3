import { type Approach, FALLS, RESPITE, TECHNOLOGY, TOGETHER, WEIGHT, WELLBEING } from './approaches.ts';
import type { Constants } from './constants.ts';
import { ELDER_STATES } from './states.ts';

/** What taking part does, with the strength that was chosen. Ratios multiply a chance; hours and tenths are taken off. */
export type Effects = ReturnType<typeof effects>;

/** `chosen`: the approaches by number. A ratio of 0.8 at strength 0.5 is 0.9; strength 0 is no effect. */
export function effects(k: Constants, chosen: readonly (Approach | undefined)[]) {
  const strength = (number: number) => chosen[number]?.effect ?? 1;
  const ratio = (number: number, at: number) => Math.max(0, 1 - (1 - at) * strength(number));
  const part = (number: number, at: number) => Math.min(1, Math.max(0, at * strength(number)));
  const off = (hours: Float64Array, share: number) =>
    Float64Array.from({ length: ELDER_STATES }, (_, s) => Math.round(hours[s]! * share));
  return {
    fall: ratio(FALLS, k.fallsEffect),
    respiteHome: ratio(RESPITE, k.respiteHome),
    respiteHours: Float64Array.from(k.carerHours, (hours) =>
      Math.min(hours, Math.round(k.respiteHours * strength(RESPITE))),
    ),
    gpOff: off(k.gp, part(WELLBEING, k.wellbeingGp)),
    gain: Math.round(1000 * k.wellbeingGain * strength(WELLBEING)),
    togetherOff: off(k.nursingHours, part(TOGETHER, k.togetherHours)),
    technologyOff: off(k.nursingHours, part(TECHNOLOGY, k.technologyHours)),
    technologyHome: ratio(TECHNOLOGY, k.technologyHome),
    weightLoss: part(WEIGHT, k.weightLoss),
  };
}
