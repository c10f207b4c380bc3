import { systemActor } from '../../platform/index.ts';
import { createManyPatients, type Loaded, type RecordGround } from '../../record/index.ts';
import { patientOf } from './patient.ts';
import type { SyntheticResident } from './residents.ts';

/** Registers synthetic residents in bulk, each by every rule of the record; who is there already stays as they are. */
export function bulkResidents(ground: RecordGround, residents: Iterable<SyntheticResident>): Promise<Loaded> {
  return createManyPatients(ground, systemActor('demo'), patients(residents), { door: 'bulk' });
}

function* patients(residents: Iterable<SyntheticResident>) {
  for (const resident of residents) yield patientOf(resident);
}
