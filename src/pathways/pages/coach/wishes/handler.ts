import type { Answer, Ask, FormAsk } from '../../../../web/index.ts';
import { codeWordSince, readCodeWord, setCodeWord, setWishes } from '../../../service/details.ts';
import { paths, readWishes, type Shown, wishValues, wishWords } from '../../shared/index.ts';
import { refused, showAct } from '../act.ts';
import { type CoachParts, openOwnCase } from '../parts.ts';
import { codeWordPage, wishesPage } from './view.tsx';

/** GET /werk/zaak/:case/voorkeuren */
export async function showWishes(parts: CoachParts, ask: Ask, form?: Shown): Promise<Answer> {
  return showAct(
    parts,
    ask,
    async (on, shown) => {
      const since = await codeWordSince(parts.ground, ask.actor, on.resident);
      const values = shown.values ?? (on.person ? wishValues(on.person.wishes) : {});
      return wishesPage(ask.context, on, { ...shown, values }, since);
    },
    form,
  );
}

/** POST of the same. */
export async function keepWishes(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId, person } = opened.value;
  const { lang } = ask.context;
  const again = (errors: Readonly<Record<string, string>>) => showWishes(parts, ask, { values: ask.posted, errors });
  const read = readWishes(ask.posted, person?.mail !== undefined, lang);
  if (!read.ok) return again(read.errors);
  const what = { resident, caseId };
  const done = await setWishes(parts.ground, ask.actor, { ...what, wishes: read.value.wishes }, ask.door);
  if (!done.ok) return refused(ask, done.problem, ['way'], again);
  const { word } = read.value;
  if (word !== 'keep') {
    const set = word === 'remove' ? undefined : word.set;
    const kept = await setCodeWord(parts.ground, ask.actor, { ...what, word: set }, ask.door);
    if (!kept.ok) return refused(ask, kept.problem, ['codeWord'], again);
  }
  return { to: paths.case(caseId), flash: { kind: 'good', text: wishWords(lang).saved } };
}

/** POST /werk/zaak/:case/codewoord: shown once, and noted. */
export async function showCodeWord(parts: CoachParts, ask: FormAsk): Promise<Answer> {
  const opened = await openOwnCase(parts, ask);
  if (!opened.ok) return { problem: opened.problem };
  const { resident, caseId } = opened.value;
  const read = await readCodeWord(parts.ground, ask.actor, { resident, caseId }, ask.door);
  if (!read.ok) return { problem: read.problem };
  return codeWordPage(ask.context, opened.value, read.value.word);
}
