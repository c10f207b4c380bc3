import type { Region } from '../../../../content/index.ts';
import { ABSENT, type Actor, type Ground, localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import { readServices } from '../../../search/candidates.ts';
import { servicePage } from './view.tsx';

/** GET /hulp/:service */
export async function showService(
  { ground, region }: { readonly ground: Ground; readonly region: Region },
  ask: Ask<Actor | undefined>,
): Promise<Answer> {
  const [shown] = await readServices(ground, [ask.param('service')]);
  if (!shown) return { problem: ABSENT };
  return servicePage(ask.context, {
    ...shown,
    region,
    today: localDate(ground.clock.now()),
    // Who works here has no coach to send it to.
    forResident: ask.actor === undefined || ask.actor.role === 'resident' || ask.actor.role === 'carer',
  });
}
