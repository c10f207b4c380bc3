import type { Numbers } from '../parameters/index.ts';
import { ALONE, CHRONIC, DEMENTIA, ELDER_STATES, FRAIL, INSTITUTION, NURSING, SUITABLE } from './states.ts';

/** What follows from the parameters alone: chances, ratios of risks by state, and whole numbers of use by state. */
export type Constants = ReturnType<typeof constants>;

const byState = (of: (state: number) => number): Float64Array =>
  Float64Array.from({ length: ELDER_STATES }, (_, state) => of(state));

export function constants({ of }: Numbers) {
  const has = (state: number, bit: number, ratio: number) => (state & bit ? ratio : 1);
  const carer = (state: number) => {
    if (state & INSTITUTION) return 0;
    const hours =
      (state & DEMENTIA ? of('carerDementia') : state & FRAIL ? of('carerFrail') : 0) +
      (state & NURSING ? of('carerNursing') : 0);
    return Math.round(hours * has(state, ALONE, of('carerAlone')));
  };
  return {
    fallAtRisk: Math.min(1, of('fallAtRisk')),
    fallOther: Math.min(1, of('fallOther')),
    frailAtRisk: of('frailAtRisk'),
    fallEmergency: of('fallEmergency'),
    fallAdmission: of('fallAdmission'),
    fallDeath: of('fallDeath'),
    fallFrail: of('fallFrail'),
    frailRecovery: of('frailRecovery'),
    nursingEnds: of('nursingEnds'),
    weightBack: of('weightBack'),
    overweightChronic: of('overweightChronic'),
    chronicDeathYoung: of('chronicDeathYoung'),
    togetherAgain: of('togetherAgain'),
    careEnds: of('careEnds'),
    homeMoves: of('homeMoves'),
    chronicFrail: of('chronicFrail'),
    /** Ratios of risks by state. */
    nursingRatio: byState(
      (s) =>
        has(s, FRAIL, of('frailNursing')) * has(s, DEMENTIA, of('dementiaNursing')) * has(s, ALONE, of('aloneNursing')),
    ),
    homeRatio: byState(
      (s) =>
        has(s, FRAIL, of('frailHome')) *
        has(s, DEMENTIA, of('dementiaHome')) *
        has(s, ALONE, of('aloneHome')) *
        has(s, SUITABLE, of('suitableHome')) *
        has(s, NURSING, of('nursingHomeFirst')),
    ),
    deathRatio: byState(
      (s) =>
        has(s, CHRONIC, of('chronicDeath')) *
        has(s, FRAIL, of('frailDeath')) *
        has(s, DEMENTIA, of('dementiaDeath')) *
        has(s, INSTITUTION, of('homeDeath')),
    ),
    /** Whole numbers by state. */
    nursingHours: byState((s) =>
      s & NURSING
        ? Math.round(
            of('nursingHours') + (s & FRAIL ? of('nursingFrail') : 0) + (s & DEMENTIA ? of('nursingDementia') : 0),
          )
        : 0,
    ),
    carerHours: byState(carer),
    helpHours: byState((s) => (s & FRAIL && !(s & INSTITUTION) ? Math.round(of('householdHelp')) : 0)),
    healthy: byState((s) => {
      const lost =
        (s & CHRONIC ? of('lossChronic') : 0) +
        (s & FRAIL ? of('lossFrail') : 0) +
        (s & DEMENTIA ? of('lossDementia') : 0);
      return Math.round(1000 * Math.max(0, 1 - lost));
    }),
    gp: byState((s) => Math.round(10 * (of('gpVisits') + (s & CHRONIC ? of('gpChronic') : 0)))),
    fallDays: Math.round(of('fallDays')),
    otherDays: Math.round(of('otherDays')),
    fallLoss: Math.round(1000 * of('lossFall')),
    /** Of the approaches. */
    fallsEffect: of('fallsEffect'),
    respiteHome: of('respiteHome'),
    respiteHours: Math.round(of('respiteHours')),
    wellbeingGp: of('wellbeingGp'),
    wellbeingGain: of('wellbeingGain'),
    wellbeingNeed: of('wellbeingNeed'),
    togetherHours: of('togetherHours'),
    technologyHours: of('technologyHours'),
    technologyHome: of('technologyHome'),
    weightLoss: of('weightLoss'),
  };
}
