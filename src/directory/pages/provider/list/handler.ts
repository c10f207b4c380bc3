import { type Ground, localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { ownServices } from '../../../upkeep/own.ts';
import { listPage } from './view.tsx';

/** GET /aanbod/diensten */
export async function showOwnServices(ground: Ground, ask: Ask): Promise<Answer> {
  return listPage(ask.context, await ownServices(ground, ask.actor), localDate(ground.clock.now()));
}
