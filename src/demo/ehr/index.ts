export { createTestEhr, type Ehr, type EhrOptions, type EhrPatient } from './ehr.ts';
export { ehrPatients } from './patients.ts';
export { ehrRoom } from './room.ts';
export { EHR_CLIENT, EHR_USERS, seedEhr } from './seed.ts';
