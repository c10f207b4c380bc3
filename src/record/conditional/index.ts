export { findOne, fitting, prepare, type Ready } from './find.ts';
export { createUnless, idsAreOurs, type Outcome, updateFitting } from './write.ts';
