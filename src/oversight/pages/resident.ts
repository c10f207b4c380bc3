import { type Actor, isResidentId } from '../../platform/index.ts';
import type { OversightGround } from '../ground.ts';
import { residentOfCase } from '../service/log.ts';

/** The resident somebody means by a case number, or by the resident's own id with or without `Patient/`. */
export async function residentMeant(ground: OversightGround, actor: Actor, typed: string): Promise<string | undefined> {
  const id = typed
    .trim()
    .replace(/^Patient\//, '')
    .toLowerCase();
  return isResidentId(id) ? id : residentOfCase(ground, actor, typed);
}
