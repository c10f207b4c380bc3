import type { Region } from '../content/index.ts';
import { auditInside, type Ground, systemActor, withActor } from '../platform/index.ts';
import { figuresOfContent } from './model/count.ts';
import { loadContent } from './store/figures.ts';

/** Takes the figures of the region's content over, in one transaction with its audit line; nothing when they are the same. */
export async function seedFigures(ground: Ground, region: Region): Promise<{ readonly changed: number }> {
  const actor = systemActor('content');
  const changed = await withActor(ground, actor, { kind: 'none' }, async (trx) => {
    const count = await loadContent(trx, ground.clock, figuresOfContent(region));
    if (count > 0)
      await auditInside(trx, ground.clock, {
        actor,
        action: 'updated',
        allowed: true,
        subjectType: 'Figure',
        purpose: 'directory',
        ground: 'content of the region',
        door: 'bulk',
        detail: `${count} from region ${region.id}`,
      });
    return count;
  });
  return { changed };
}
