import { localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { fullness } from '../../../places.ts';
import { worklist } from '../../../read/worklist.ts';
import { idIn } from '../../../shapes.ts';
import { needsAs } from '../../shared/said.ts';
import { providerWords } from '../words.ts';
import { presentList } from './presenter.ts';
import { listPage } from './view.tsx';

/** GET /aanbod */
export async function showList(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const closed = ask.query('fase') === 'afgerond';
  const after = ask.query('na');
  const list = await worklist(
    ground,
    ask.actor,
    { view: closed ? 'closed' : 'open', count: 50, ...(after ? { after } : {}) },
    ask.door,
  );
  if (!list.ok) return { problem: list.problem };
  const today = localDate(ground.clock.now());
  const full = (await fullness(ground, ask.actor)).map((one) => ({
    ...one,
    name: ground.definitions.organisationName(idIn(one.service)),
  }));
  const definitions = ground.definitions.in(ask.context.lang);
  const lines = list.value.lines.map((line) => ({ ...line, need: needsAs(ground, line.need ?? '', definitions) }));
  return listPage(
    ask.context,
    presentList({ ...list.value, lines }, closed, today, providerWords(ask.context.lang)),
    today,
    full,
  );
}
