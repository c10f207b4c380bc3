import { dateOfParts, type FormState, readDateParts } from '../../../ui/index.ts';
import { type Answer, type Ask, type FormAsk, text } from '../../../web/index.ts';
import type { OversightGround } from '../../ground.ts';
import { addKnown, listKnown, removeKnown } from '../../service/known-people.ts';
import { listFlags, openFlag, settleFlag } from '../../service/looking.ts';
import { FLAG_STATES, type FlagState } from '../../store/flags.ts';
import { knownPage } from './known.tsx';
import { type FlagField, flagPage, flagsPage } from './view.tsx';
import { lookingWords } from './words.ts';

const nameOf = (ground: OversightGround) => (reference: string) =>
  ground.definitions.organisationName(reference.slice(reference.indexOf('/') + 1));

/** GET /privacy/opvallend */
export async function showFlags(ground: OversightGround, ask: Ask): Promise<Answer> {
  const which = ask.query('lijst') === 'beoordeeld' ? 'closed' : 'open';
  const found = await listFlags(ground, ask.actor, which, ask.door);
  return found.ok
    ? flagsPage(ask.context, { ...found.value, which, nameOf: nameOf(ground) })
    : { problem: found.problem };
}

/** GET /privacy/opvallend/:flag */
export async function showFlag(ground: OversightGround, ask: Ask, form?: FormState<FlagField>): Promise<Answer> {
  const found = await openFlag(ground, ask.actor, ask.param('flag'), ask.door);
  if (!found.ok) return { problem: found.problem };
  const page = flagPage(ask.context, found.value, nameOf(ground), form);
  return form ? { again: page } : page;
}

/** POST /privacy/opvallend/:flag */
export async function sendFlag(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = lookingWords(ask.context.lang).one;
  const state = text(ask.posted, 'state') as Exclude<FlagState, 'open'>;
  const note = text(ask.posted, 'note').slice(0, 2000);
  const known = FLAG_STATES.includes(state);
  if (!known || !note)
    return showFlag(ground, ask, {
      values: ask.posted,
      errors: { ...(known ? {} : { state: words.chooseState }), ...(note ? {} : { note: words.writeNote }) },
    });
  const done = await settleFlag(ground, ask.actor, ask.param('flag'), { state, note }, ask.door);
  return done.ok ? { to: '/privacy/opvallend', flash: { kind: 'good', text: words.done } } : { problem: done.problem };
}

/** GET /privacy/bekend */
export async function showKnown(ground: OversightGround, ask: Ask): Promise<Answer> {
  const found = await listKnown(ground, ask.actor, ask.door);
  return found.ok ? knownPage(ask.context, found.value) : { problem: found.problem };
}

/** POST /privacy/bekend */
export async function sendKnown(ground: OversightGround, ask: FormAsk): Promise<Answer> {
  const words = lookingWords(ask.context.lang).known;
  const remove = text(ask.posted, 'remove');
  const family = text(ask.posted, 'family').slice(0, 100);
  const birthDate = dateOfParts(readDateParts(ask.posted, 'birthDate'));
  if (!remove && (!family || !birthDate)) {
    const found = await listKnown(ground, ask.actor, ask.door);
    if (!found.ok) return { problem: found.problem };
    return { again: knownPage(ask.context, found.value, { values: ask.posted, errors: { family: words.mistake } }) };
  }
  const done = remove
    ? await removeKnown(ground, ask.actor, remove, ask.door)
    : await addKnown(ground, ask.actor, { family, birthDate: birthDate ?? '' }, ask.door);
  if (!done.ok) return { problem: done.problem };
  return { to: '/privacy/bekend', flash: { kind: 'good', text: remove ? words.removed : words.added } };
}
