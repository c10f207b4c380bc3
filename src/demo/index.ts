export { seedCases } from './cases.ts';
export { seedHomes } from './homes.ts';
export { seedLife } from './life.ts';
export { NEWCOMERS } from './newcomers.ts';
export { seedPastMonths } from './past-months.ts';
export {
  type HeldByPersona,
  type Persona,
  type PublicPersona,
  personaPatients,
  personasOf,
  publicPersona,
  seedPersonas,
} from './personas.ts';
export { seedScenarios } from './scenarios.ts';
export { DEMO_SEED, type SeededDemo, seedDemo } from './seed.ts';
export { bulkResidents, patientOf, type SyntheticResident, syntheticResidents } from './synthetic/index.ts';
