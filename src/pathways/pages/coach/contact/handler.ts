import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { recordContact } from '../../../service/contact.ts';
import { paths, type Shown } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { readContact } from './form.ts';
import { contactPage } from './view.tsx';
import { contactWords } from './words.ts';

/** GET /werk/zaak/:case/contact */
export async function showContact(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  const { crisis } = parts.ground.definitions.region;
  return showAct(parts, ask, (on, shown) => contactPage(ask.context, on, crisis, shown), form);
}

/** POST /werk/zaak/:case/contact */
export async function addContact(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId, pathway } = opened.value;
  const words = contactWords(ask.context.lang);
  const again = (errors: Readonly<Record<string, string>>) => showContact(parts, ask, { values: ask.posted, errors });
  const read = readContact(ask.posted, pathway, ask.context.lang);
  if (!read.ok) return again(read.errors);
  const { reached, ...attempt } = read.value;
  const done = await recordContact(parts.ground, ask.actor, { resident, caseId, ...attempt }, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['kind', 'outcome', 'note'], again);
  return { to: paths.case(caseId), flash: { kind: 'good', text: reached ? words.reached : words.notReached } };
}
