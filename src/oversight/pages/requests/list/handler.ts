import { localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { type OversightGround, rulesOf } from '../../../ground.ts';
import { listRequests } from '../../../service/requests.ts';
import { requestsPage } from './view.tsx';

/** GET /privacy/verzoeken */
export async function showRequests(ground: OversightGround, ask: Ask): Promise<Answer> {
  const which = ask.query('lijst') === 'afgerond' ? 'closed' : 'open';
  const found = await listRequests(ground, ask.actor, which, ask.door);
  if (!found.ok) return { problem: found.problem };
  return requestsPage(ask.context, {
    which,
    requests: found.value,
    today: localDate(ground.clock.now()),
    warnDays: rulesOf(ground).requests.warnDays,
  });
}
