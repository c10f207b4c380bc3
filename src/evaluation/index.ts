export { presentValue, RATES, weightOf } from './discount.ts';
export { frontier, icer, type Option, type Placed, type Standing } from './incremental.ts';
