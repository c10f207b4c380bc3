export { type Comparison, compared, type Polarity } from './compare.ts';
export { byar, type Estimate, events, exactPoisson, proportion, rate, Z95 } from './interval.ts';
export { type Group, type Published, publishNested, publishSets, ROUNDED_TO, SMALLEST_SHOWN } from './publish.ts';
export { publishedProportion, publishedRate } from './rates.ts';
export { type Band, standardisedRate } from './standard.ts';
export { type Cell, POSSIBLE_VALUES, publishTable, type Sum } from './table.ts';
export { type Point, recentTrend, SIGNIFICANT, type Trend } from './trend.ts';
