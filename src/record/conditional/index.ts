export { findOne } from './find.ts';
export { createUnless, idsAreOurs, type Outcome, updateFitting } from './write.ts';
