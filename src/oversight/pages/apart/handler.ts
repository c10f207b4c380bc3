import { localDate } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { listMisplaced, listWithheld } from '../../service/kept-apart.ts';
import { misplacedPage, withheldPage } from './view.tsx';

const nameOf = (ground: OversightGround) => (reference: string) =>
  ground.definitions.organisationName(reference.slice(reference.indexOf('/') + 1));

/** GET /privacy/afgeschermd */
export async function showWithheld(ground: OversightGround, ask: Ask): Promise<Answer> {
  const which = ask.query('lijst') === 'opgeheven' ? 'lifted' : 'now';
  const after = ask.query('na');
  const found = await listWithheld(ground, ask.actor, { which, after }, ask.door);
  if (!found.ok) return { problem: found.problem };
  const today = localDate(ground.clock.now());
  return withheldPage(ask.context, { which, ...found.value, first: !after, today, nameOf: nameOf(ground) });
}

/** GET /privacy/afgeschermd/verkeerd */
export async function showMisplaced(ground: OversightGround, ask: Ask): Promise<Answer> {
  const after = ask.query('na');
  const found = await listMisplaced(ground, ask.actor, { after }, ask.door);
  if (!found.ok) return { problem: found.problem };
  return misplacedPage(ask.context, { ...found.value, first: !after, nameOf: nameOf(ground) });
}
