export { bulkResidents } from './bulk.ts';
export { type PatientFacts, patientOf } from './patient.ts';
export { type SyntheticAsk, type SyntheticResident, syntheticResidents } from './residents.ts';
export { testBsn, testBsns } from './test-bsn.ts';
