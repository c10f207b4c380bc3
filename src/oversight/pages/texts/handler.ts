import type { Answer, Ask } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { textVersions } from '../../service/texts.ts';
import { textsPage } from './view.tsx';

/** GET /privacy/teksten */
export async function showTexts(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await textVersions(ground, ask.actor, ask.door);
  return found.ok
    ? textsPage(ask.context, found.value, ground.definitions.in(ask.context.lang).region.consents)
    : { problem: found.problem };
}
