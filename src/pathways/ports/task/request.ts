import type { Trx } from '../../../platform/index.ts';
import { loadResource } from '../../../record/index.ts';
import type { Held } from '../../case-store.ts';
import { idIn, type ReferralTask, type Request } from '../../shapes.ts';

/** The request that a Task is of, as it stands. */
export async function requestOf(trx: Trx, resident: string, task: ReferralTask): Promise<Held<Request> | undefined> {
  const row = await loadResource(trx, resident, 'ServiceRequest', idIn(task.focus?.reference));
  return row ? { row, resource: JSON.parse(row.content) as Request } : undefined;
}
