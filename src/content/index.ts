export type { Demography } from './demography.ts';
export { FUTURE_FIGURES, type FutureFigure, type Futures } from './futures.ts';
export type { Housing } from './housing.ts';
export { type Indicator, type Monitor, SERIES_KINDS, type Series, type Theme } from './indicators.ts';
export { type Loaded, loadRegion } from './load.ts';
export type { Mistake } from './mistakes.ts';
export type { Organisation, Owner, Partner, Team, Tie } from './organisations.ts';
export {
  KEPT_KINDS,
  type KeptKind,
  type KeptTerm,
  type LookingRules,
  type Oversight,
  REQUEST_KINDS,
  type RefusalGround,
  type RequestKind,
} from './oversight.ts';
export type {
  Ending,
  Hop,
  LegalGround,
  Norm,
  Outcome,
  Pathway,
  PathwayReason,
  PathwayStep,
  StopReason,
  Urgency,
} from './pathways.ts';
export type { Municipality, Population, Postcode, ResidentsByPostcode } from './places.ts';
export type { QuestionnaireContent, QuestionnaireItem } from './questionnaires.ts';
export type { Region, RegionInfo } from './region.ts';
export { type RegionCheck, regionCheckReport } from './report.ts';
export type { AfterDeath, ConsentText, Crisis, CrisisLine, Holidays, Retention, Safety } from './rules.ts';
export { AGES, CHILDREN, HOMES, HOUSEHOLDS, INCOMES, type Scheme, type Schemes } from './schemes.ts';
export type { Phrase, SearchContent } from './search.ts';
export type { Need, Service } from './services.ts';
export { inEnglish, type Translation, translatedVersion } from './translation.ts';
export {
  CASE_EVENTS,
  type CaseEvent,
  CONSENT_KINDS,
  type CodedLabel,
  type ConsentKind,
  DATA_CATEGORIES,
  type DataCategory,
  DIMENSIONS,
  type Dimension,
  DOMAINS,
  type Domain,
  type Frozen,
  type HolidayRule,
  LANGUAGES,
  type Language,
  type LegalStatus,
  NORM_UNITS,
  type NormUnit,
  ORGANISATION_KINDS,
  type OrganisationKind,
  ROLES,
  type Role,
  SET_BY_THE_REGION,
  type Source,
  WEEKDAYS,
  type Weekday,
} from './vocabulary.ts';
