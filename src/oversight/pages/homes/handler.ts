import { type Answer, type Ask, type FormAsk, text } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { forgetHome, listHomes, stateHome } from '../../service/stated-homes.ts';
import { type HomeField, homesPage } from './view.tsx';
import { homeWords } from './words.ts';

type Errors = Readonly<Partial<Record<HomeField, string>>>;

/** GET /privacy/buren */
export async function showHomes(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await listHomes(ground, ask.actor, ask.door);
  return found.ok ? homesPage(ask.context, found.value) : { problem: found.problem };
}

/** POST /privacy/buren */
export async function sendHome(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = homeWords(ask.context.lang);
  const remove = text(ask.posted, 'remove');
  if (remove) {
    const done = await forgetHome(ground, ask.actor, remove, ask.door);
    return done.ok ? { to: '/privacy/buren', flash: { kind: 'good', text: words.removed } } : { problem: done.problem };
  }
  const again = async (errors: Errors): Promise<Answer> => {
    const found = await listHomes(ground, ask.actor, ask.door);
    return found.ok
      ? { again: homesPage(ask.context, found.value, { values: ask.posted, errors }) }
      : { problem: found.problem };
  };
  const worker = text(ask.posted, 'worker').slice(0, 200);
  const postcode = text(ask.posted, 'postcode').replace(/\s/g, '').toUpperCase();
  const number = text(ask.posted, 'number').replace(/\s/g, '').toUpperCase();
  const errors: Errors = {
    ...(worker ? {} : { worker: words.noWorker }),
    ...(/^[1-9]\d{3}[A-Z]{2}$/.test(postcode) ? {} : { postcode: words.badPostcode }),
    ...(/^\d+[A-Z]{0,3}$/.test(number) ? {} : { number: words.badNumber }),
    ...(text(ask.posted, 'agreed') === 'yes' ? {} : { agreed: words.notAgreed }),
  };
  if (Object.keys(errors).length > 0) return again(errors);
  const done = await stateHome(ground, ask.actor, { worker, postcode, number }, ask.door);
  if (!done.ok) return { problem: done.problem };
  if (!done.value) return again({ worker: words.noWorker });
  return { to: '/privacy/buren', flash: { kind: 'good', text: words.added } };
}
