import { ABSENT, residentOf } from '../../../../platform/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../../web/index.ts';
import type { PathwayGround } from '../../../ground.ts';
import type { ContactDetails } from '../../../read/contact-details.ts';
import { askAddress, keepAddress } from '../../../service/address.ts';
import { refusalOf, type Shown } from '../../shared/index.ts';
import { lifePath, openLife, TEAM } from '../parts.tsx';
import { lifeWords } from '../words.ts';
import { makeSecretPage, secretPage } from './view.tsx';
import { addressWords } from './words.ts';

/** GET …/adres: makes it secret, or asks for what is. */
export async function showAddress(
  ground: PathwayGround,
  ask: Ask,
  form?: Shown,
  shown?: ContactDetails,
): Promise<Answer> {
  const opened = await openLife(ground, ask);
  if (!opened.ok) return { problem: opened.problem };
  const on = opened.value;
  const draft = form || shown ? undefined : await ask.draft();
  const values = form ?? (draft ? { values: draft } : {});
  const page = on.person?.secret
    ? secretPage(ask.context, on, { asks: TEAM.includes(ask.actor.role), shown }, values)
    : makeSecretPage(ask.context, on, values);
  return form ? { again: page } : page;
}

/** POST …/adres and …/adres/tonen */
export async function setSecret(ground: PathwayGround, ask: FormAsk, secret: boolean): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = addressWords(ask.context.lang);
  const reason = text(ask.posted, 'reason');
  const again = (errors: Readonly<Record<string, string>>) => showAddress(ground, ask, { values: ask.posted, errors });
  if (secret && !reason) return again({ reason: words.mistakes.reason });
  const done = await keepAddress(ground, ask.actor, { resident, caseId, secret, reason }, ask.door);
  const back = lifePath(ask.actor.role, caseId, 'adres');
  if (!done.ok) {
    const errors = secret ? refusalOf(done.problem, ['reason'], 'reason', ask.context.lang) : undefined;
    return errors
      ? again(errors)
      : { problem: done.problem, action: { href: back, label: lifeWords(ask.context.lang).back } };
  }
  return { to: back, flash: { kind: 'good', text: secret ? words.done : words.lifted } };
}

/** POST …/adres/opvragen: shown once, in the answer itself; nothing of it stays in an address or a cookie. */
export async function askFor(ground: PathwayGround, ask: FormAsk): Promise<Answer> {
  const caseId = ask.param('case');
  const resident = residentOf(caseId);
  if (!resident) return { problem: ABSENT };
  const words = addressWords(ask.context.lang);
  const reason = text(ask.posted, 'need');
  const again = (errors: Readonly<Record<string, string>>) => showAddress(ground, ask, { values: ask.posted, errors });
  if (!reason) return again({ need: words.mistakes.need });
  const done = await askAddress(ground, ask.actor, { resident, caseId, reason }, ask.door);
  if (!done.ok) {
    const errors = refusalOf(done.problem, ['need'], 'need', ask.context.lang);
    return errors ? again(errors) : { problem: done.problem };
  }
  return showAddress(ground, ask, undefined, done.value);
}
