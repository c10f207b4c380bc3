import { countStaff, leavesPast, openInvites, organisationOf, oversee } from '../../../../directory/index.ts';
import { localDate } from '../../../../platform/index.ts';
import type { Answer, Ask } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import { overviewPage } from './view.tsx';

/** GET /organisatie: people, and what waits for the administrator. */
export async function showOverview(ground: PathwayGround, ask: Ask): Promise<Answer> {
  const { actor, door } = ask;
  const read = await oversee(ground, actor, door, { type: 'PractitionerRole' }, async (trx) => ({
    organisation: await organisationOf(trx, actor.organisation),
    counts: await countStaff(ground, trx, actor),
    past: await leavesPast(trx, actor.organisation, localDate(ground.clock.now())),
  }));
  if (!read.ok) return { problem: read.problem };
  const invites = await openInvites(ground, actor, door);
  if (!invites.ok) return { problem: invites.problem };
  return overviewPage(ask.context, {
    ...read.value,
    name: read.value.organisation?.name ?? actor.organisationName,
    kind: read.value.organisation?.kind ?? '',
    invites: invites.value.invites,
  });
}
