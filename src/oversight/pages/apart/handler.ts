import { localDate } from '../../../platform/index.ts';
import type { Answer, Ask } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { listMisplaced, listWithheld } from '../../service/kept-apart.ts';
import { misplacedPage, withheldPage } from './view.tsx';

const nameOf = (ground: OversightGround) => (reference: string) =>
  ground.definitions.organisationName(reference.slice(reference.indexOf('/') + 1));
const pageOf = (ask: Ask): number => Math.min(Math.max(Number.parseInt(ask.query('blad') ?? '1', 10) || 1, 1), 1000);

/** GET /privacy/afgeschermd */
export async function showWithheld(ground: OversightGround, ask: Ask): Promise<Answer> {
  const which = ask.query('lijst') === 'opgeheven' ? 'lifted' : 'now';
  const found = await listWithheld(ground, ask.actor, { which, page: pageOf(ask) }, ask.door);
  if (!found.ok) return { problem: found.problem };
  const today = localDate(ground.clock.now());
  return withheldPage(ask.context, { which, ...found.value, today, nameOf: nameOf(ground) });
}

/** GET /privacy/afgeschermd/verkeerd */
export async function showMisplaced(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await listMisplaced(ground, ask.actor, { page: pageOf(ask) }, ask.door);
  if (!found.ok) return { problem: found.problem };
  return misplacedPage(ask.context, { ...found.value, nameOf: nameOf(ground) });
}
