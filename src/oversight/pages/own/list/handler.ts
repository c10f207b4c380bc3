import type { Answer, Ask } from '../../../../web/index.ts';
import type { OversightGround } from '../../../ground.ts';
import { ownRequests } from '../../../service/own-requests.ts';
import { ownListPage } from './view.tsx';

/** GET /mijn/verzoeken */
export async function showOwnRequests(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await ownRequests(ground, ask.actor, ask.door);
  return found.ok ? ownListPage(ask.context, found.value) : { problem: found.problem };
}
