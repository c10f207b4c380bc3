import type { Trx } from '../../platform/index.ts';
import { loadResource } from '../../record/index.ts';
import { type CaseRow, loadParts } from '../case-store.ts';
import type { PathwayGround } from '../ground.ts';
import { isOpen } from '../model/index.ts';
import { idIn, type ReferralTask } from '../shapes.ts';

/** What a norm waits for from whom it was asked, rather than from the team. */
const AT_PROVIDER: readonly string[] = ['provider-answered', 'support-started'];

/**
 * Who has to act for a norm of a case: the place that was asked, the practice once the team has finished, else the
 * team. Undefined where it no longer lies with anybody (an offer that was taken back).
 */
export async function whoseTurn(
  ground: PathwayGround,
  trx: Trx,
  row: CaseRow,
  clock: { readonly norm: string; readonly task: string | null },
): Promise<string | undefined> {
  const definition = ground.definitions.pathway(row.pathway, row.pathway_version);
  const until = definition.norms.find((norm) => norm.id === clock.norm)?.until ?? '';
  if (AT_PROVIDER.includes(until) && clock.task) {
    const held = await loadResource(trx, row.resident_id, 'Task', clock.task);
    const task = held && (JSON.parse(held.content) as ReferralTask);
    return task && isOpen(task.status) ? task.owner?.reference : undefined;
  }
  if (until !== 'closed') return row.team;
  const { tasks } = await loadParts(trx, row.resident_id, row.id);
  const busy = tasks.some(({ resource }) => idIn(resource.focus?.reference) === row.id && isOpen(resource.status));
  return busy ? row.team : row.practice;
}
