export {
  type Basis,
  type Curve,
  type Draw,
  type Numbers,
  numbers,
  PARAMETER_IDS,
  PARAMETERS,
  type Parameter,
  type ParameterId,
  type Value,
} from './parameters/index.ts';
export { AGES, SEXES, type Sex } from './population/ages.ts';
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
