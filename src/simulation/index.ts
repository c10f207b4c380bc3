export { type Expected, expected } from './cohort/cohort.ts';
export {
  chanceOf,
  costOf,
  DISCOUNT,
  FIGURES,
  type FigureName,
  type Findings,
  finding,
  findingsOf,
  gainOf,
  holdsAll,
  OUTCOMES,
  type OutcomeName,
  type Swing,
  spreadOf,
  swings,
} from './findings.ts';
export { type FitLine, fitOf, type PublishedFigure } from './fit.ts';
export { APPROACH_NAMES, type Approach, type ApproachName, HELPED, type Scenario } from './model/approaches.ts';
export { type Counts, figure, MEASURES, type Measure } from './model/measures.ts';
export { type Model, prepare } from './model/model.ts';
export { type Account, type Money, moneyOf, PAID_BY, PAYERS, type Payer } from './money.ts';
export {
  type Basis,
  type Curve,
  type CurveId,
  type Draw,
  kindOf,
  type Numbers,
  numbers,
  PARAMETER_IDS,
  PARAMETERS,
  type Parameter,
  type ParameterId,
  type Value,
  type ValueId,
} from './parameters/index.ts';
export { bytesFor, type People, peopleIn, residentsOf } from './people/people.ts';
export { DRAWN_AS } from './people/random.ts';
export { added, type Part, type Simulated, simulate } from './people/run.ts';
export { type Small, simulateSmall } from './people/small.ts';
export { AGES, cell, SEXES, type Sex } from './population/ages.ts';
export { aligned, type PublishedTotal } from './population/align.ts';
export {
  type CountryRates,
  MIDDLE,
  type Residents,
  VARIANTS,
  type Variant,
  type VariantName,
} from './population/inputs.ts';
export {
  band,
  between,
  OUTLOOK,
  type Outlook,
  type OutlookName,
  outlook,
  type Workforce,
} from './population/outlook.ts';
export { type Flows, type Projection, project, type YearRates } from './population/project.ts';
export {
  type Bar,
  chanceRange,
  differenceOf,
  drawOf,
  type Grounds,
  modelOf,
  type Outcome,
  parameterRanges,
  type Range,
  tornado,
} from './uncertainty.ts';
