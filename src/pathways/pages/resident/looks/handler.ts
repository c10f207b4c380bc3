import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { whoLooked } from '../../../read/own.ts';
import { togetherOf } from './presenter.ts';
import { looksPage } from './view.tsx';

/** GET /mijn/inzage */
export async function showLooks(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const after = ask.query('na');
  const found = await whoLooked(ground, ask.actor, after, ask.door);
  if (!found.ok) return { problem: found.problem };
  return looksPage(ask.context, togetherOf(found.value.looks), {
    organisationName: ground.definitions.organisationName,
    next: found.value.next,
    first: after === undefined,
  });
}
