import { localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { worklist } from '../../../read/worklist.ts';
import { needsAs } from '../../shared/index.ts';
import type { PracticeParts } from '../parts.ts';
import { listPage } from './view.tsx';

/** GET /praktijk: the referrals of one's own practice. */
export async function showList({ ground }: PracticeParts, ask: Ask): Promise<Answer> {
  const view = ask.query('lijst') === 'afgesloten' ? 'closed' : 'open';
  const after = ask.query('na');
  const list = await worklist(ground, ask.actor, { view, ...(after ? { after } : {}) }, ask.door);
  if (!list.ok) return { problem: list.problem };
  const definitions = ground.definitions.in(ask.context.lang);
  const lines = list.value.lines.map((line) => ({ ...line, need: needsAs(ground, line.need ?? '', definitions) }));
  return listPage(ask.context, { ...list.value, lines }, { view, today: localDate(ground.clock.now()), first: !after });
}
