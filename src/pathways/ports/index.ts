import type { WritePort } from '../../record/index.ts';
import type { PathwayGround } from '../ground.ts';
import { consentPort } from './consent.ts';
import { goalPort } from './goal.ts';
import { letterPort } from './letter.ts';
import { mergePort } from './merge.ts';
import { messagePort } from './message.ts';
import { partsPort } from './parts.ts';
import { patientPort } from './patient.ts';
import { removalPort } from './removal.ts';
import { requestPort } from './service-request/index.ts';
import { taskPort } from './task/index.ts';
import { withheldPort } from './withheld.ts';

/** Everything the pathways add to a write of the record; registered in `main.ts`. */
export function pathwayPorts(groundOf: () => PathwayGround): readonly WritePort[] {
  return [
    requestPort(groundOf),
    taskPort(groundOf),
    consentPort(groundOf),
    partsPort(groundOf),
    messagePort(groundOf),
    mergePort(groundOf),
    patientPort(groundOf),
    goalPort(),
    withheldPort(groundOf),
    letterPort(),
    removalPort(),
  ];
}

/** A ground whose record passes the pathway ports. */
export function withPathways(base: Omit<PathwayGround, 'ports'>, others: readonly WritePort[] = []): PathwayGround {
  const ground: PathwayGround = { ...base, ports: [...others, ...pathwayPorts(() => ground)] };
  return ground;
}
