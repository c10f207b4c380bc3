export type { SearchParameter } from './parameters.ts';
export { bsnInAddress, type Criterion, readSearch, type Search, searchFor } from './query.ts';
export type { Include, Results } from './results.ts';
export { shaped } from './shape.ts';
export { behindSql, cursorOf, orderSql, readCursor, type SortKey, sortKeys } from './sort.ts';
export { spanOf } from './span.ts';
export { codesOf, type Term, type Terms, termsOf } from './terms.ts';
export { barsOf, tokenKey, unescaped } from './values.ts';
export { type Bind, type Match, matchSql, momentSql } from './where.ts';
