import { type Actor, isResidentId } from '../../../platform/index.ts';
import type { PathwayGround } from '../../ground.ts';
import { residentOfCase } from '../../read/duty.ts';

/** The resident somebody means by a case number, or by the resident's own id with or without `Patient/`. */
export async function residentMeant(ground: PathwayGround, actor: Actor, typed: string): Promise<string | undefined> {
  const id = typed
    .trim()
    .replace(/^Patient\//, '')
    .toLowerCase();
  return isResidentId(id) ? id : residentOfCase(ground, actor, typed);
}
